// Bleve as a peer of the measurements, used as its documentation says: one index,
// its own analysis, scoring, facets and highlighting. See docs/performance.md.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 4 {
		return errors.New("usage: index PASSAGES DIR THREADS or query DIR QUERIES WARMING")
	}
	switch args[0] {
	case "index":
		threads, err := strconv.Atoi(args[3])
		if err != nil {
			return err
		}
		return makeIndex(args[1], args[2], threads)
	case "query":
		return ask(args[1], args[2], args[3])
	}
	return fmt.Errorf("%s: expected index or query", args[0])
}

// passage is what is indexed of a line of passages.jsonl.
type passage struct {
	ID      string `json:"id"`
	Symbol  string `json:"symbol"`
	Lang    string `json:"lang"`
	Text    string `json:"text"`
	Meeting string `json:"meeting"`
	Body    string `json:"body"`
	Type    string `json:"type"`
	Year    string `json:"year"`
	Kind    string `json:"kind"`
	Date    string `json:"date"`
}

// fields is a static mapping: what is not listed is not indexed.
func fields() mapping.IndexMapping {
	text := bleve.NewTextFieldMapping()
	text.Analyzer = en.AnalyzerName
	words := bleve.NewTextFieldMapping()
	words.Analyzer = standard.Name
	words.Store = false
	document := bleve.NewDocumentStaticMapping()
	document.AddFieldMappingsAt("text", text)
	document.AddFieldMappingsAt("words", words)
	for _, name := range []string{"symbol", "meeting", "body", "type", "lang", "year", "kind"} {
		keyword := bleve.NewKeywordFieldMapping()
		keyword.Store = false
		document.AddFieldMappingsAt(name, keyword)
	}
	date := bleve.NewDateTimeFieldMapping()
	date.Store = false
	document.AddFieldMappingsAt("date", date)
	m := bleve.NewIndexMapping()
	m.DefaultMapping = document
	m.ScoringModel = "bm25"
	return m
}

const batchSize = 1000

func makeIndex(passages, dir string, threads int) error {
	runtime.GOMAXPROCS(threads)
	began := time.Now()
	index, err := bleve.New(filepath.Join(dir, "index"), fields())
	if err != nil {
		return err
	}
	batch := index.NewBatch()
	err = lines(passages, func(line []byte) error {
		var p passage
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		err := batch.Index(p.ID, map[string]any{
			"text": p.Text, "words": p.Text, "symbol": p.Symbol, "meeting": p.Meeting, "body": p.Body,
			"type": p.Type, "lang": p.Lang, "year": p.Year, "kind": p.Kind, "date": p.Date + "T00:00:00Z",
		})
		if err == nil && batch.Size() >= batchSize {
			err = index.Batch(batch)
			batch = index.NewBatch()
		}
		return err
	})
	if err = errors.Join(err, index.Batch(batch), index.Close()); err != nil {
		return err
	}
	seconds := time.Since(began).Seconds()
	size, err := folderSize(dir)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]any{"seconds": seconds, "bytes": size})
}

// asked is a line of queries.jsonl.
type asked struct {
	ID       string              `json:"id"`
	Op       string              `json:"op"`
	Words    []string            `json:"words"`
	Within   int                 `json:"within"`
	Filters  map[string][]string `json:"filters"`
	Facets   []string            `json:"facets"`
	Sort     string              `json:"sort"`
	Snippets bool                `json:"snippets"`
}

// reply is what is told of a query.
type reply struct {
	ID    string   `json:"id"`
	MS    float64  `json:"ms"`
	Total uint64   `json:"total"`
	Top   []string `json:"top"`
	Error string   `json:"error,omitempty"`
}

func ask(dir, queries, warming string) error {
	runtime.GOMAXPROCS(1)
	index, err := bleve.OpenUsing(filepath.Join(dir, "index"), map[string]any{"read_only": true})
	if err != nil {
		return err
	}
	defer index.Close()
	encoder := json.NewEncoder(os.Stdout)
	for _, path := range []string{warming, queries} {
		err := lines(path, func(line []byte) error {
			var q asked
			if err := json.Unmarshal(line, &q); err != nil {
				return err
			}
			r, err := answer(index, q)
			if err != nil || path == warming {
				return err
			}
			return encoder.Encode(r)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func answer(index bleve.Index, q asked) (reply, error) {
	r := reply{ID: q.ID, Top: []string{}}
	began := time.Now()
	text := textQuery(q)
	if text == nil {
		r.Error = "Bleve has no NEAR"
		return r, nil
	}
	request := bleve.NewSearchRequestOptions(narrowed(text, q.Filters, ""), 10, 0, false)
	if q.Sort == "date" {
		request.SortBy([]string{"-date", "_score"})
	}
	if q.Snippets {
		request.Highlight = bleve.NewHighlight()
		request.Highlight.AddField("text")
	}
	for _, name := range q.Facets {
		if _, filtered := q.Filters[name]; !filtered {
			request.AddFacet(name, bleve.NewFacetRequest(name, 10))
		}
	}
	result, err := index.Search(request)
	if err != nil {
		return r, err
	}
	for name := range q.Filters { // a facet's own choice does not narrow its counts
		other := bleve.NewSearchRequestOptions(narrowed(text, q.Filters, name), 0, 0, false)
		other.AddFacet(name, bleve.NewFacetRequest(name, 10))
		if _, err := index.Search(other); err != nil {
			return r, err
		}
	}
	r.MS = float64(time.Since(began).Nanoseconds()) / 1e6
	r.Total = result.Total
	for _, hit := range result.Hits {
		r.Top = append(r.Top, hit.ID)
	}
	return r, nil
}

// textQuery is nil for what Bleve cannot ask.
func textQuery(q asked) query.Query {
	match := func(word string) query.Query {
		m := bleve.NewMatchQuery(word)
		m.SetField("text")
		return m
	}
	var all []query.Query
	for _, word := range q.Words {
		all = append(all, match(word))
	}
	switch q.Op {
	case "term":
		return all[0]
	case "and":
		return bleve.NewConjunctionQuery(all...)
	case "or":
		return bleve.NewDisjunctionQuery(all...)
	case "phrase":
		phrase := q.Words[0]
		for _, word := range q.Words[1:] {
			phrase += " " + word
		}
		m := bleve.NewMatchPhraseQuery(phrase)
		m.SetField("text")
		return m
	case "prefix":
		m := bleve.NewPrefixQuery(q.Words[0])
		m.SetField("words")
		return m
	case "fuzzy":
		m := bleve.NewFuzzyQuery(q.Words[0])
		m.SetField("words")
		m.SetFuzziness(1)
		return m
	}
	return nil
}

// narrowed adds the filters of all fields but one.
func narrowed(text query.Query, filters map[string][]string, but string) query.Query {
	all := []query.Query{text}
	for name, values := range filters {
		if name == but {
			continue
		}
		var either []query.Query
		for _, v := range values {
			t := bleve.NewTermQuery(v)
			t.SetField(name)
			t.SetBoost(0)
			either = append(either, t)
		}
		all = append(all, bleve.NewDisjunctionQuery(either...))
	}
	if len(all) == 1 {
		return text
	}
	return bleve.NewConjunctionQuery(all...)
}

func lines(path string, do func(line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		if err := do(scanner.Bytes()); err != nil {
			return err
		}
	}
	return scanner.Err()
}

func folderSize(dir string) (size int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}
