package bleve

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"travaux/search"
	"travaux/search/un"
)

// One index holds three sorts of entry, told apart by the first byte of their
// id: file records ("f"), renditions ("r") and passages ("p"). So one batch
// holds all that one file changes, its record included, and is the checkpoint.
const (
	fileEntry      = 'f'
	renditionEntry = 'r'
	passageEntry   = 'p'
	separator      = "\x1f"
)

// The fields of entries. Text and title have one field a language, and one for
// the exact form.
const (
	textField    = "t."
	titleField   = "title."
	jsonField    = "json"
	kindField    = "kind"
	paraField    = "para"
	articleField = "article"
	citesField   = "cites"
	stateField   = "state"
)

func fileID(path string) string { return string(fileEntry) + separator + path }

func renditionID(k un.RenditionKey) string {
	return string(renditionEntry) + separator + k.Document + separator + k.Language
}

func passageID(k un.RenditionKey, seq int) string {
	return string(passageEntry) + separator + k.Document + separator + k.Language + separator + strconv.Itoa(seq)
}

// storedRendition is what a rendition's entry keeps.
type storedRendition struct {
	un.Rendition
	// Count is the number of passages, each an entry with a number below it.
	Count int `json:"passages"`
	// Lengths are, by language of analysis and in the exact form, the passages'
	// number and terms.
	Lengths map[string]length `json:"lengths,omitempty"`
	// TitleTerms and TitleWords are the numbers of terms of the title, in the
	// analysis of its language and in the exact form.
	TitleTerms int `json:"title_terms,omitempty"`
	TitleWords int `json:"title_words,omitempty"`
	// Foreign are the languages of the passages that are analysed in another
	// language than the rendition's, by their place.
	Foreign map[int]string `json:"foreign,omitempty"`
}

// length is a number of texts and of all their terms.
type length struct {
	Texts int `json:"texts"`
	Terms int `json:"terms"`
}

func fileDocument(r search.FileRecord) (*document.Document, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encode record of %s: %w", r.Path, err)
	}
	d := document.NewDocument(fileID(r.Path))
	d.AddField(stored(data))
	return d, nil
}

// addAllFields gives an entry those fields, empty, that it does not have. One entry
// a batch has all: Bleve merges segments with the same fields by copying.
func addAllFields(d *document.Document) {
	has := map[string]bool{}
	for _, f := range d.Fields {
		has[f.Name()] = true
	}
	for _, lang := range analyses() {
		for _, name := range []string{textField + lang, titleField + lang} {
			if !has[name] {
				d.AddField(&readyField{name: name, options: index.IndexField})
			}
		}
	}
	for _, name := range []string{kindField, paraField, articleField, citesField, stateField} {
		if !has[name] {
			d.AddField(&readyField{name: name, options: keywordOptions})
		}
	}
}

// terms counts the terms of a text in the analysis of its language and in the
// exact form.
type terms struct{ stems, words int }

// addText adds a text's terms in both forms to an entry.
func (a *Analyzers) addText(d *document.Document, field, lang, text string, r *reading) terms {
	a.Read(lang, text, &r.Reading)
	d.AddField(r.textOf(field+analysed(lang), r.Stems, r.StemCount))
	d.AddField(r.textOf(field+exactForm, r.Words, r.WordCount))
	return terms{r.StemCount, r.WordCount}
}

// passageDocument makes a passage's entry and counts its terms; r is memory to
// read it into, pack makes small what is kept.
func (a *Analyzers) passageDocument(k un.RenditionKey, seq int, p un.Passage, r *reading, pack func([]byte) []byte) (*document.Document, terms, error) {
	data, err := json.Marshal(p)
	if err != nil {
		return nil, terms{}, fmt.Errorf("encode passage %s of %s: %w", p.Anchor, k.Document, err)
	}
	d := document.NewDocument(passageID(k, seq))
	d.AddField(stored(pack(data)))
	n := a.addText(d, textField, passageLanguage(k, p), p.Text, r)
	for _, kind := range p.Kinds {
		d.AddField(keyword(kindField, string(kind.Value)))
	}
	if p.Number != "" {
		d.AddField(keyword(paraField, fold(p.Number)))
	}
	for _, state := range p.States {
		d.AddField(keyword(stateField, keywordTerm(stateField, state)))
	}
	for _, value := range cited(p, citesField) {
		d.AddField(keyword(citesField, value))
	}
	for _, value := range cited(p, articleField) {
		d.AddField(keyword(articleField, value))
	}
	return d, n, nil
}

// passageLanguage is the language a passage is analysed in.
func passageLanguage(k un.RenditionKey, p un.Passage) string {
	if p.Language != "" {
		return p.Language
	}
	return k.Language
}

// cited gives the values of the fields cites and article of a passage: what is
// cited stands for itself and for all that it begins with.
func cited(p un.Passage, field string) []string {
	var values []string
	for _, r := range p.References {
		if isArticle := r.Kind == "article"; isArticle != (field == articleField) {
			continue
		}
		// A paragraph of another document is cited as "A/58/4, para. 5". What is no
		// symbol, such as the number of a resolution without its body, is no document.
		target, _, _ := strings.Cut(r.Target, ",")
		if _, err := un.ParseSymbol(target); field == citesField && err != nil {
			continue
		}
		for value := keywordTerm(field, target); value != ""; value = above(field, value) {
			if !slices.Contains(values, value) {
				values = append(values, value)
			}
		}
	}
	return values
}

// above gives what stands above a value of a tree: the symbol without its last
// part or its year ("S/RES/1325"), the article without its paragraph; nothing
// above the first.
func above(field, value string) string {
	cuts := "/("
	if field == articleField {
		cuts = "("
	}
	return value[:max(0, strings.LastIndexAny(value, cuts))]
}

// keywordTerm is the term of a value of a passage's field: comparable, but of an
// article as it is written, for "2(f)" is shown so.
func keywordTerm(field, value string) string {
	switch field {
	case citesField:
		return symbolKey(value)
	case articleField:
		return strings.Join(strings.Fields(value), "")
	case stateField:
		return strings.ToUpper(strings.Join(strings.Fields(value), ""))
	}
	return fold(value)
}

// keywordValue is how the value of a term is shown: a symbol as it is written.
func keywordValue(field, term string) string {
	if field != citesField {
		return term
	}
	if s, err := un.ParseSymbol(term); err == nil {
		return s.String()
	}
	return term
}

// fold makes keywords comparable: lower case, single blanks.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// symbolKey makes symbols and their beginnings comparable: upper case, no
// blanks, no slash at the end.
func symbolKey(s string) string {
	if sym, err := un.ParseSymbol(s); err == nil {
		return sym.Key()
	}
	return strings.TrimRight(strings.ToUpper(strings.Join(strings.Fields(s), "")), "/")
}

// renditionDocument makes a rendition's entry.
func (a *Analyzers) renditionDocument(r storedRendition) (*document.Document, storedRendition, error) {
	d := document.NewDocument(renditionID(r.Key()))
	n := a.addText(d, titleField, r.Language, titleWords(r.Rendition), &reading{})
	r.TitleTerms, r.TitleWords = n.stems, n.words
	data, err := json.Marshal(r)
	if err != nil {
		return nil, r, fmt.Errorf("encode rendition %s %s: %w", r.Document.ID, r.Language, err)
	}
	d.AddField(stored(data))
	return d, r, nil
}

// titleWords is what title words are looked for in: the masthead's title and
// those that differ from it on meeting pages, by which readers know it as well.
func titleWords(r un.Rendition) string {
	titles := []string{r.Document.Title}
	for _, l := range r.Document.Listings {
		if !slices.Contains(titles, l.Title) {
			titles = append(titles, l.Title)
		}
	}
	return strings.Join(titles, "\n")
}
