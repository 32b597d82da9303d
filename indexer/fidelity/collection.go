package fidelity

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// Collection lists the PDF files of a folder by name, with the decade each was
// made in by the folder's PROVENANCE.tsv ("2010s", "?" where it is not told).
func Collection(dir string) (paths []string, decades map[string]string, err error) {
	paths, err = filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil {
		return nil, nil, fmt.Errorf("list %s: %w", dir, err)
	}
	if len(paths) == 0 {
		return nil, nil, fmt.Errorf("no PDF files in %s", dir)
	}
	decades, err = madeIn(filepath.Join(dir, "PROVENANCE.tsv"))
	return paths, decades, err
}

func madeIn(table string) (map[string]string, error) {
	f, err := os.Open(table)
	if err != nil {
		return nil, fmt.Errorf("decades of the files: %w", err)
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.Comma, in.LazyQuotes, in.FieldsPerRecord = '\t', true, -1
	rows, err := in.ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, fmt.Errorf("read %s: %w", table, err)
	}
	decades := map[string]string{}
	created := slices.Index(rows[0], "created")
	for _, row := range rows[1:] {
		year := ""
		if created >= 0 && created < len(row) {
			year = row[created]
		}
		decades[row[0]] = "?"
		if len(year) == 4 {
			decades[row[0]] = year[:3] + "0s"
		}
	}
	return decades, nil
}

// Script names the script that most letters of a text are of: "Latin",
// "Cyrillic", "Arabic", "Han", empty for a text with fewer than ten letters.
func Script(text string) string {
	tables := map[string]*unicode.RangeTable{
		"Latin": unicode.Latin, "Cyrillic": unicode.Cyrillic, "Arabic": unicode.Arabic, "Han": unicode.Han,
	}
	counts := map[string]int{}
	for _, r := range text {
		for name, table := range tables {
			if unicode.Is(table, r) {
				counts[name]++
			}
		}
	}
	best, most := "", 9
	for _, name := range []string{"Latin", "Cyrillic", "Arabic", "Han"} {
		if counts[name] > most {
			best, most = name, counts[name]
		}
	}
	return best
}

// A Row is a line of a table of figures.
type Row struct {
	Name      string
	Documents int
	Words     float64 // mean
	Low       float64 // 5th percentile of the words
	Least     float64 // and their minimum
	Pairs     float64 // mean
	Worst     string  // file name of the minimum
}

// Table scores the documents that pdftotext finds at least ten letters in and
// puts them into rows by what group names; empty names are left out.
func Table(documents []Document, group func(Document) string) []Row {
	groups := map[string][]Document{}
	for _, d := range documents {
		if name := group(d); name != "" && Script(d.Reference) != "" {
			groups[name] = append(groups[name], d)
		}
	}
	var rows []Row
	for name, ds := range groups {
		rows = append(rows, rowOf(name, ds))
	}
	slices.SortFunc(rows, func(a, b Row) int { return strings.Compare(a.Name, b.Name) })
	return rows
}

func rowOf(name string, ds []Document) Row {
	r := Row{Name: name, Documents: len(ds), Least: 2}
	var words []float64
	for _, d := range ds {
		s := Compare(d.Text, d.Reference)
		words = append(words, s.Words)
		r.Words += s.Words / float64(len(ds))
		r.Pairs += s.Pairs / float64(len(ds))
		if s.Words < r.Least {
			r.Least, r.Worst = s.Words, filepath.Base(d.Path)
		}
	}
	slices.Sort(words)
	r.Low = words[len(words)*5/100]
	return r
}
