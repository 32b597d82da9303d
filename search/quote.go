package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"
	"unicode/utf8"

	"travaux/search/schema"
	"travaux/search/un"
)

// The bounds of a quote.
const (
	MaxQuoteRunes = 5000
	// MinQuoteWords is the fewest words that are worth looking for; in Chinese each
	// character is one.
	MinQuoteWords = 4
)

// quoteCandidates is how many passages are laid beside a quote.
const quoteCandidates = 512

// QuoteRequest asks where a text comes from.
type QuoteRequest struct {
	// Text is what is quoted: from MinQuoteWords words to MaxQuoteRunes characters.
	Text string
	// Filters are as in a Request.
	Filters map[string][]string
	// Language is that of labels (BCP 47); it defaults to "en".
	Language string
	// Limit is the number of sources, at most MaxLimit; 0 means DefaultLimit, and a
	// negative one no sources, only their number.
	Limit int
}

// QuoteResult is where a text stands, word by word or nearly. Its JSON is the
// contract of `travaux quote --format json` and of GET /api/v1/quote.
type QuoteResult struct {
	Quote string `json:"quote"`
	// Words counts those of the quote.
	Words      int    `json:"words"`
	Generation string `json:"generation"`
	TookMS     int64  `json:"took_ms"`
	// Total counts the sources; it is "about" where more may be held.
	Total Total `json:"total"`
	// Sources are the closest ones, at most Limit; the oldest first, of one date
	// the closest.
	Sources []Source `json:"sources"`
}

// Source is a paragraph that holds a quote, a part of it or nearly that.
type Source struct {
	// Symbol is empty for a document without one; ID never is.
	Symbol string    `json:"symbol,omitempty"`
	ID     string    `json:"id"`
	Title  string    `json:"title"`
	Type   []un.Type `json:"type,omitempty"`
	Body   string    `json:"body,omitempty"`
	// Meeting is nil when the meeting is not known.
	Meeting *MeetingRef `json:"meeting,omitempty"`
	Date    un.Date     `json:"date,omitempty"`
	// Anchor, Number (as printed) and Page name the paragraph, URL is its
	// permalink.
	Anchor   string `json:"anchor"`
	Number   string `json:"number,omitempty"`
	Page     int    `json:"page,omitempty"`
	Language string `json:"language"`
	URL      string `json:"url"`
	// First says that no older document is held that has the quote word by word;
	// it is not said of one whose date is not known.
	First bool `json:"first,omitempty"`
	Comparison
	// Before and Behind say that the paragraph has more than the Differences show.
	Before bool `json:"before,omitempty"`
	Behind bool `json:"behind,omitempty"`
}

// Quote finds where a text was used: the paragraphs that hold it word by word,
// nearly so, or a good part of it, with what differs. Of sources that hold the
// whole of it none is missed, but for the limit.
// Errors: ErrInvalid for a text too short or too long, ErrTooExpensive,
// ErrUnavailable.
func (s *Service) Quote(ctx context.Context, r QuoteRequest) (*QuoteResult, error) {
	began := time.Now()
	quote, err := r.read()
	if err != nil {
		return nil, err
	}
	limit := max(0, cmp.Or(r.Limit, DefaultLimit))
	candidates, err := s.engine.Resembling(ctx, Sample{Text: r.Text, Filters: s.chosen(r.Filters), Limit: quoteCandidates})
	if err != nil {
		return nil, err
	}
	found, err := quote.sources(ctx, candidates.Passages)
	if err != nil {
		return nil, err
	}
	result := &QuoteResult{
		Quote: r.Text, Words: len(quote.words), Generation: candidates.Generation,
		Total: Total{Value: len(found), Relation: "eq"}, Sources: []Source{},
	}
	if candidates.Cut {
		result.Total.Relation = "about"
	}
	for _, f := range closest(found, limit) {
		source, err := s.source(ctx, f, cmp.Or(r.Language, "en"))
		if errors.Is(err, ErrNotFound) {
			continue // the collection has changed
		}
		if err != nil {
			return nil, err
		}
		result.Sources = append(result.Sources, source)
	}
	result.TookMS = time.Since(began).Milliseconds()
	return result, nil
}

// read checks a request and reads the quote.
func (r QuoteRequest) read() (*quotation, error) {
	if n := utf8.RuneCountInString(r.Text); n > MaxQuoteRunes {
		return nil, fmt.Errorf("the quote has %d characters, at most %d are looked for: %w", n, MaxQuoteRunes, ErrInvalid)
	}
	if r.Limit > MaxLimit {
		return nil, fmt.Errorf("limit %d: expected at most %d: %w", r.Limit, MaxLimit, ErrInvalid)
	}
	quote := newQuotation(r.Text)
	if n := len(quote.words); n < MinQuoteWords {
		return nil, fmt.Errorf("the quote has %d words, expected at least %d: %w", n, MinQuoteWords, ErrInvalid)
	}
	return quote, Request{Filters: r.Filters}.checkFilters()
}

// sourced is a candidate with how it compares, and whether it is the first.
type sourced struct {
	Candidate
	comparison Comparison
	first      bool
}

// What makes a source: it has most of the quote, or a stretch that is long enough,
// and enough of the quote, to be no accident. A short quote has to be there with
// fewer words changed, since all its words may be common ones.
const (
	shortQuote   = 8
	shareOfShort = 0.75
	shareOfLong  = 0.5
	closeness    = 0.6
	// stretchWords is how many shared words make a source of what has less than
	// that share, if they are so close and so much of the quote.
	stretchWords     = 8
	stretchCloseness = 0.8
	shareOfStretch   = 0.2
	// longStretch is how many do however little of the quote they are.
	longStretch = 20
)

// resembles tells whether a comparison makes a source.
func (q *quotation) resembles(c Comparison) bool {
	least := shareOfLong
	if len(q.words) < shortQuote {
		least = shareOfShort
	}
	return c.Share >= least && c.Closeness >= closeness ||
		c.shared >= stretchWords && c.Closeness >= stretchCloseness && (c.Share >= shareOfStretch || c.shared >= longStretch)
}

// promising tells in a moment of a source that can be none: the words that have to
// be shared stand mostly side by side in both.
func (q *quotation) promising(s *quotation) bool {
	const apart = 4 // shared words in a row, on the mean, at the fewest
	least := max(1, min(int(shareOfLong*float64(len(q.words))), stretchWords)/apart)
	shared := make(map[int32]bool, least)
	for j := 1; j < len(s.words) && len(shared) < least; j++ {
		for _, at := range q.pairs[[2]int32{s.words[j-1].number, s.words[j].number}] {
			shared[at] = true
		}
	}
	return len(shared) >= least || q.joins(s)
}

// joins reports whether a source writes words of the quote together or apart.
func (q *quotation) joins(s *quotation) bool {
	return slices.ContainsFunc(s.words, func(w placedWord) bool { return w.asTwo != unknownWord || w.withNext != unknownWord })
}

// sources compares candidates and keeps those that are sources, the oldest first,
// of one age the closest. It ends with the context.
func (q *quotation) sources(ctx context.Context, candidates []Candidate) ([]sourced, error) {
	var found []sourced
	for _, c := range candidates {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		source := q.read(c.Passage.Text)
		if !q.promising(source) {
			continue
		}
		if comparison := q.compare(source); q.resembles(comparison) {
			found = append(found, sourced{c, comparison, false})
		}
	}
	slices.SortFunc(found, func(a, b sourced) int {
		return cmp.Or(cmp.Compare(a.Age, b.Age), a.comparison.closer(b.comparison), cmp.Compare(a.Rendition.Language, b.Rendition.Language))
	})
	if i := slices.IndexFunc(found, func(f sourced) bool { return f.comparison.Verbatim }); i >= 0 {
		found[i].first = true
	}
	return found, nil
}

// closer puts the comparison with the larger and closer part first.
func (c Comparison) closer(other Comparison) int {
	return cmp.Or(cmp.Compare(other.Share, c.Share), cmp.Compare(other.Closeness, c.Closeness))
}

// closest keeps so many sources, the closest and of those the oldest, in their
// order.
func closest(found []sourced, limit int) []sourced {
	if len(found) <= limit {
		return found
	}
	order := make([]int, len(found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return found[a].comparison.closer(found[b].comparison) })
	order = order[:limit]
	slices.Sort(order)
	kept := make([]sourced, limit)
	for i, at := range order {
		kept[i] = found[at]
	}
	return kept
}

// source tells of a source what is known of its document.
func (s *Service) source(ctx context.Context, f sourced, language string) (Source, error) {
	renditions, err := s.engine.Renditions(ctx, f.Rendition.Document)
	if err != nil {
		return Source{}, fmt.Errorf("source %s: %w", f.Rendition.Document, err)
	}
	d := choose(renditions, f.Rendition.Language).Document
	p := f.Passage
	out := Source{
		ID: d.ID, Title: d.Title, Type: d.Types, Body: d.Body, Date: d.Date,
		Anchor: p.Anchor, Number: p.Number, Page: p.Page, Language: cmp.Or(p.Language, f.Rendition.Language),
		URL: DocumentURL(d.ID, f.Rendition.Language, p.Anchor), First: f.first, Comparison: f.comparison,
		Before: f.comparison.Start > 0, Behind: f.comparison.End < len(p.Text),
	}
	if symbol := d.Symbol(); !symbol.IsZero() {
		out.Symbol = symbol.String()
	}
	for _, other := range renditions {
		out.Title, out.Date = cmp.Or(out.Title, other.Document.Title), cmp.Or(out.Date, other.Document.Date)
	}
	out.First = out.First && out.Date != ""
	if d.Meeting != "" && d.Meeting != un.NoMeeting {
		out.Meeting = &MeetingRef{ID: d.Meeting, Label: s.meetingLabel(d.Meeting, language)}
	}
	return out, nil
}

// ParseQuoteRequest reads a request from URL parameters: q is the text, limit,
// language and the names of facets are as in a search.
// Errors: ErrInvalid.
func ParseQuoteRequest(v url.Values) (QuoteRequest, error) {
	r, err := parseAllowed(v, "q", "limit", "language")
	if err != nil {
		return QuoteRequest{}, err
	}
	return QuoteRequest{Text: r.Query, Filters: r.Filters, Language: r.Language, Limit: r.Limit}, nil
}

// parseAllowed reads a request of which only the filters and some parameters may
// be given.
func parseAllowed(v url.Values, allowed ...string) (Request, error) {
	for _, name := range sortedNames(v) {
		if !slices.Contains(allowed, name) && !slices.Contains(schema.Facets(), name) {
			return Request{}, fmt.Errorf("parameter %q is not known: %w", name, ErrInvalid)
		}
	}
	return ParseRequest(v)
}
