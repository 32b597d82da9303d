package bleve

import (
	"fmt"
	"slices"
	"strings"

	"travaux/search/query"
	"travaux/search/un"
)

// warnings are sentences about what of the query asked for nothing, being stop
// words and nothing else; and about what stands for more words than were looked
// for.
func (e *evaluation) warnings() []string {
	if e.columns.renditionCount() == 0 {
		return nil
	}
	var out []string
	if w := e.stopWords(); w != "" {
		out = append(out, w)
	}
	for _, l := range e.asked {
		for _, short := range l.short {
			if !slices.Contains(e.scored, l) {
				short += "; what has only others of them is not excluded"
			}
			out = append(out, short)
		}
	}
	return out
}

// absent are the fields and choices that nothing has; in an empty collection
// that tells nothing.
func (e *evaluation) absent() []query.Field {
	if e.columns.renditionCount() == 0 {
		return nil
	}
	return e.empty
}

// stopWords names the languages of the collection in which every word of the
// query is too common to be looked for. A query with words that are looked for
// is not spoken of: leaving out the others is what a reader expects.
func (e *evaluation) stopWords() string {
	if len(e.asked) == 0 {
		return ""
	}
	var words, in []string
	for _, l := range e.asked {
		words = append(words, "“"+asWritten(l.asked)+"”")
	}
	lookedFor := false
	for _, lang := range languages() {
		switch {
		case !e.silent(lang):
			lookedFor = true
		case lang != undetermined && !e.columns.renditionsIn[lang].IsEmpty():
			in = append(in, un.LanguageLabel(lang, "en"))
		}
	}
	what := strings.Join(words, ", ")
	switch {
	case !lookedFor:
		return "there is no word to look for in " + what
	case len(in) == 0:
		return ""
	}
	return fmt.Sprintf("%s: too common to be looked for in texts in %s; add a word that tells more", what, strings.Join(in, ", "))
}

// silent reports whether nothing is left of any of the query's words in a
// language.
func (e *evaluation) silent(lang string) bool {
	for _, l := range e.asked {
		if !l.neutral[lang] {
			return false
		}
	}
	return true
}

// asWritten gives a leaf without the quotation marks of a phrase.
func asWritten(leaf query.Node) string {
	if p, ok := leaf.(query.Phrase); ok {
		return p.Text
	}
	return leaf.String()
}
