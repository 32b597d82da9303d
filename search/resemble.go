package search

import (
	"context"

	"travaux/search/un"
)

// Resembler is what an engine does to find texts like a text.
type Resembler interface {
	// Resembling gives passages that may hold a text or a part of it. A passage that
	// has all of its words in their order, in whatever case and accents and with
	// whatever signs between them, is among them; of more than the limit, the oldest.
	// ErrTooExpensive when a bound is passed.
	Resembling(ctx context.Context, s Sample) (*Candidates, error)
	// Weigh gives the words of a text in a language (BCP 47) that passages have,
	// each once, in the order in which they stand there; stop words are left out.
	Weigh(ctx context.Context, language, text string) ([]WordCount, error)
}

// Sample is a text of which an engine looks for the sources.
type Sample struct {
	Text string
	// Filters are as in a Request, their values as the engine knows them.
	Filters map[string][]string
	// Limit is how many candidates to give at most.
	Limit int
}

// Candidate is a passage that may hold a sample or a part of it.
type Candidate struct {
	Rendition un.RenditionKey
	// Age is the place of its document in the order by date, the oldest first and
	// those without a date last.
	Age     int
	Passage un.Passage
}

// Candidates are what an engine found for a sample.
type Candidates struct {
	Generation string
	// Passages stand in no order. Those that hold the whole sample word by word,
	// of which the oldest are given first of all, are among them up to the limit;
	// the rest are those that share most of the rare words of a part of it.
	Passages []Candidate
	// Cut says that there may be more of either.
	Cut bool
}

// WordCount is a word of a text as a collection knows it.
type WordCount struct {
	// Word is the word as it first stands in the text.
	Word string
	// Count is how often the word, in any of its forms, stands in the text.
	Count int
	// With is the number of passages with it, of Texts in its language.
	With, Texts int
}
