package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"travaux/search/query"
	"travaux/search/un"
)

const (
	// tellingWords is how many words stand for a text.
	tellingWords = 20
	// titleWeight is how much more a word of the title tells than one of the text.
	titleWeight = 2
	// likeRunes bounds how much of a document's text is read for its words.
	likeRunes = 200_000
	// likeWords is how many of the words are named to the reader.
	likeWords = 10
)

// LikeRequest asks for what is like a document or one of its paragraphs.
type LikeRequest struct {
	// ID is a symbol in any spelling or a document's id.
	ID string
	// Anchor is the paragraph's ("para-12") or its number ("12"); empty for the
	// whole document.
	Anchor string
	// Language is that of the text to read, if it is held, and of labels (BCP 47);
	// it defaults to "en".
	Language string
	// View, Filters, Facets, Limit and Cursor are as in a Request.
	View    View
	Filters map[string][]string
	Facets  []string
	Limit   int
	Cursor  string
}

// Like finds what is about the same as a document or a paragraph: what has its
// telling words, those that are frequent in it and rare elsewhere. The document
// itself, its other languages and its family are left out. The view defaults to
// that of what is asked about: documents, or paragraphs.
// Errors: ErrNotFound (a *NearError for a document), ErrInvalid, ErrTooExpensive,
// ErrUnavailable.
func (s *Service) Like(ctx context.Context, r LikeRequest) (*Result, error) {
	began := time.Now()
	// The query is what a cursor is bound to; it is not read.
	asked := Request{Query: "like " + r.ID + " " + r.Anchor, View: r.View, Filters: r.Filters, Facets: r.Facets, Limit: r.Limit, Cursor: r.Cursor, Language: r.Language}
	if asked.View == "" && r.Anchor != "" {
		asked.View = Paragraphs
	}
	if err := asked.check(); err != nil {
		return nil, err
	}
	at, err := asked.start()
	if err != nil {
		return nil, err
	}
	_, shown, err := s.open(ctx, r.ID, r.Language)
	if errors.Is(err, errMoved) {
		_, shown, err = s.open(ctx, r.ID, r.Language)
	}
	if err != nil {
		return nil, err
	}
	model, err := modelOf(shown, r.Anchor)
	if err != nil {
		return nil, err
	}
	words, err := s.telling(ctx, model)
	if err != nil {
		return nil, err
	}
	understood := model.query(words)
	result := &Result{
		Query: Query{Interpreted: understood.interpreted}, View: cmp.Or(asked.View, Documents),
		Total: Total{Relation: "eq"}, Hits: []Hit{},
	}
	if len(words) > 0 {
		p := s.plan(asked, understood, at)
		p.Omit = []string{shown.Document.ID}
		answer, err := s.engine.Search(ctx, p)
		if err != nil {
			return nil, err
		}
		result.Generation, result.Total, result.Next = answer.Generation, answer.Total, asked.next(p, answer)
		result.Hits, result.Facets, result.FacetTotals = append(result.Hits, answer.Hits...), answer.Facets, answer.FacetTotals
		result.Query.Warnings = s.absences(answer.Absent)
		s.dress(result, p.Language)
	}
	result.TookMS = time.Since(began).Milliseconds()
	return result, nil
}

// model is the text that others are to be like.
type model struct {
	name, language, title, text string
}

// modelOf gives the text of a rendition, or of one of its paragraphs.
// Errors: ErrNotFound.
func modelOf(r un.Rendition, anchor string) (model, error) {
	m := model{name: r.Document.ID, language: r.Language, title: r.Document.Title}
	if anchor == "" {
		var text strings.Builder
		for _, p := range r.Passages {
			if text.Len() > likeRunes {
				break
			}
			if cmp.Or(p.Language, r.Language) == r.Language {
				text.WriteString(p.Text + "\n")
			}
		}
		m.text = text.String()
		return m, nil
	}
	for _, p := range r.Passages {
		if p.Anchor != anchor && p.Anchor != "para-"+anchor {
			continue
		}
		m.text, m.language, m.title = p.Text, cmp.Or(p.Language, r.Language), ""
		m.name += ", " + p.Anchor
		if p.Number != "" {
			m.name = r.Document.ID + ", para. " + p.Number
		}
		return m, nil
	}
	return m, fmt.Errorf("%s has no paragraph %s in the language %s: %w", r.Document.ID, anchor, r.Language, ErrNotFound)
}

// query asks for any of the words.
func (m model) query(words []string) asked {
	a := asked{made: true, interpreted: "nothing is told by the words of " + m.name + ", or its text is not held"}
	if len(words) == 0 {
		return a
	}
	var nodes []query.Node
	named := make([]string, 0, likeWords)
	for i, word := range words {
		nodes = append(nodes, query.Word{Text: word})
		if i < likeWords {
			named = append(named, "“"+word+"”")
		}
	}
	a.tree = query.Or{Nodes: nodes}
	a.interpreted = "like " + m.name + ": with any of " + strings.Join(named, ", ")
	if more := len(words) - len(named); more > 0 {
		a.interpreted += fmt.Sprintf(" and %d words more", more)
	}
	return a
}

// telling gives the words that tell a text from others, the most telling first:
// those that stand in it often and in few passages.
func (s *Service) telling(ctx context.Context, m model) ([]string, error) {
	words, err := s.engine.Weigh(ctx, m.language, m.title+"\n"+m.text)
	if err != nil {
		return nil, fmt.Errorf("words of %s: %w", m.name, err)
	}
	titles := map[string]bool{}
	inTitle, err := s.engine.Weigh(ctx, m.language, m.title)
	if err != nil {
		return nil, fmt.Errorf("words of the title of %s: %w", m.name, err)
	}
	for _, w := range inTitle {
		titles[w.Word] = true
	}
	weight := func(w WordCount) float64 {
		// BM25's weight of a rare word, and the frequency damped.
		tells := (1 + math.Log(float64(w.Count))) * math.Log(1+(float64(w.Texts-w.With)+0.5)/(float64(w.With)+0.5))
		if titles[w.Word] {
			tells *= titleWeight
		}
		return tells
	}
	words = slices.DeleteFunc(words, func(w WordCount) bool { return w.With < 2 || !tells(w.Word) })
	slices.SortStableFunc(words, func(a, b WordCount) int { return cmp.Compare(weight(b), weight(a)) })
	var out []string
	for _, w := range words[:min(tellingWords, len(words))] {
		out = append(out, w.Word)
	}
	return out, nil
}

// tells reports whether a word may say what a text is about: numbers and single
// letters do not.
func tells(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && (utf8.RuneCountInString(word) > 2 || standsAlone(r))
}

// ParseLikeRequest reads a request from URL parameters: id and para name the
// document and the paragraph, view, limit, cursor, language, facets and the names of
// facets are as in a search.
// Errors: ErrInvalid.
func ParseLikeRequest(v url.Values) (LikeRequest, error) {
	r := LikeRequest{ID: v.Get("id"), Anchor: v.Get("para")}
	if r.ID == "" {
		return r, fmt.Errorf("id is missing: expected the symbol of a document: %w", ErrInvalid)
	}
	for _, name := range []string{"id", "para"} {
		if n := len(v[name]); n > 1 {
			return r, fmt.Errorf("%s is given %d times, expected once: %w", name, n, ErrInvalid)
		}
	}
	v = maps.Clone(v)
	delete(v, "id")
	delete(v, "para")
	asked, err := parseAllowed(v, "view", "limit", "cursor", "language", "facets")
	if err != nil {
		return r, err
	}
	r.View, r.Filters, r.Facets, r.Limit = asked.View, asked.Filters, asked.Facets, asked.Limit
	r.Cursor, r.Language = asked.Cursor, asked.Language
	return r, nil
}
