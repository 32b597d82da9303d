package search

import "strings"

// Presence tells in which of two compared texts a run of words stands.
type Presence string

// The places of a run of words.
const (
	InBoth   Presence = "both"
	InQuote  Presence = "quote"
	InSource Presence = "source"
)

// Difference is a run of words of a comparison, with the blanks and signs behind
// them.
type Difference struct {
	In Presence `json:"in"`
	// Text is the run as it was quoted, or as it stands in the source where only
	// that has it.
	Text string `json:"text"`
	// Source is how a run that is in both is written in the source, where that is
	// not letter by letter as quoted.
	Source string `json:"source,omitempty"`
}

// Comparison tells how far a source holds a quoted text. Case, accents,
// punctuation, quotation marks, hyphens and the breaks of lines make no
// difference.
type Comparison struct {
	// Share is the part of the quoted words that stand in the source in their
	// order, from 0 to 1.
	Share float64 `json:"share"`
	// Closeness is, from 0 to 1, how far the words are the same from the first
	// shared one to the last, in the quote and in the source.
	Closeness float64 `json:"closeness"`
	// Verbatim says that the source has the whole quote word by word.
	Verbatim bool `json:"verbatim"`
	// Differences are the quote and the part of the source that is like it. The
	// Texts of those that are in the quote make up the quote.
	Differences []Difference `json:"differences"`
	// Start and End bound that part of the source, in bytes.
	Start int `json:"-"`
	End   int `json:"-"`
	// shared counts the quoted words that the source has.
	shared int
}

// Compare lays a source beside a quoted text, word by word; of a source that
// holds more, the part that is most like the quote. Both may be of any length
// and in any script.
func Compare(quote, source string) Comparison {
	q := newQuotation(quote)
	return q.compare(q.read(source))
}

// maxBeside bounds the words of a source that are shown before the first shared
// word and behind the last, where the quote has others.
const maxBeside = 6

// compare lays a source, read by the quote, beside it.
func (q *quotation) compare(s *quotation) Comparison {
	matches := q.align(s)
	if len(matches) == 0 {
		return Comparison{Differences: quoted(nil, q.text)}
	}
	c := Comparison{Verbatim: true}
	first, last := matches[0], matches[len(matches)-1]
	from, to := beside(first, last, len(q.words), len(s.words))
	c.Start, c.End = s.begin(from), s.end(to)
	atQuote, atSource := 0, from
	for _, m := range matches {
		c.differ(q, s, atQuote, m.quote, atSource, m.source)
		c.Differences = both(c.Differences, q.part(m.quote, m.quote+m.quoteWords), s.part(m.source, m.source+m.sourceWords))
		c.shared += m.quoteWords
		atQuote, atSource = m.quote+m.quoteWords, m.source+m.sourceWords
	}
	c.differ(q, s, atQuote, len(q.words), atSource, to)
	c.Share = float64(c.shared) / float64(len(q.words))
	spans := atQuote - first.quote + atSource - first.source
	c.Closeness = min(1, float64(2*c.shared)/float64(spans))
	return c
}

// differ adds the words that only one of the two has.
func (c *Comparison) differ(q, s *quotation, fromQuote, toQuote, fromSource, toSource int) {
	if fromQuote < toQuote {
		c.Differences = quoted(c.Differences, q.part(fromQuote, toQuote))
		c.Verbatim = false
	}
	if fromSource < toSource {
		c.Differences = append(c.Differences, Difference{In: InSource, Text: s.part(fromSource, toSource)})
		c.Verbatim = false
	}
}

// beside gives the words of a source to show: from the first shared one to the
// last, and as many more at both ends as the quote has others there, if these are
// few.
func beside(first, last match, quoteWords, sourceWords int) (from, to int) {
	from, to = first.source, last.source+last.sourceWords
	if before := first.quote; before <= maxBeside {
		from = max(0, from-before)
	}
	if behind := quoteWords - last.quote - last.quoteWords; behind <= maxBeside {
		to = min(sourceWords, to+behind)
	}
	return from, to
}

func quoted(all []Difference, text string) []Difference {
	if text == "" {
		return all
	}
	return append(all, Difference{In: InQuote, Text: text})
}

// both adds a run that is in both, to the one before it if it can.
func both(all []Difference, quote, source string) []Difference {
	n := len(all)
	if n == 0 || all[n-1].In != InBoth {
		all = append(all, Difference{In: InBoth})
		n++
	}
	last := &all[n-1]
	written := last.Text
	if last.Source != "" {
		written = last.Source
	}
	last.Text += quote
	if last.Source = written + source; strings.TrimSpace(last.Source) == strings.TrimSpace(last.Text) {
		last.Source = ""
	}
	return all
}
