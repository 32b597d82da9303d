package bleve

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search"
	"travaux/search/bleve/zap"
	"travaux/search/un"
)

// A sample is looked for in two ways. What holds all of it stands together as a
// phrase does, however common the words. What holds a part of it, or nearly all, has
// the rare words of some window of it.
const (
	// windowWords is how many words of a sample are a window.
	windowWords = 12
	// rareWords is how many words of a window are looked for, the rarest.
	rareWords = 6
	// samplePostings bounds the postings that are read for all windows, and once
	// more those of the rarest words of windows that have none within their part.
	samplePostings = 600_000
	// windowBest is how many passages each window gives.
	windowBest = 64
)

// Resembling implements search.Engine.
func (e *Engine) Resembling(ctx context.Context, sample search.Sample) (found *search.Candidates, err error) {
	err = e.evaluate(ctx, search.Paragraphs, func(ev *evaluation) error {
		r := &resembling{evaluation: ev, limit: sample.Limit, texts: map[string]int{}}
		found, err = r.find(sample)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for sources: %w", err)
	}
	return found, nil
}

// resembling looks for the sources of one sample.
type resembling struct {
	*evaluation
	limit int
	// among are the passages that the filters leave; nil for all.
	among *roaring.Bitmap
	// texts is the number of entries with each word.
	texts map[string]int
	cut   bool
}

func (r *resembling) find(sample search.Sample) (*search.Candidates, error) {
	out := &search.Candidates{Generation: r.name}
	ways := r.analyzers.Ask(exactForm, sample.Text)
	if len(ways) == 0 {
		return out, nil
	}
	filters, err := r.filters(sample.Filters)
	if err != nil {
		return nil, err
	}
	for _, f := range filters {
		if r.among == nil {
			r.among = f.in.roaring()
			continue
		}
		r.among.And(f.in.roaring())
	}
	var whole []uint32
	for _, tokens := range ways {
		if err := r.countWords(tokens); err != nil {
			return nil, err
		}
		found, err := r.whole(tokens)
		if err != nil {
			return nil, err
		}
		whole = append(whole, found...)
	}
	parts, err := r.parts(ways[0])
	if err != nil {
		return nil, err
	}
	for _, ord := range r.together(whole, parts) {
		p, err := r.shownPassage(ord)
		if err != nil {
			return nil, err
		}
		d := r.columns.documentOf(ord)
		out.Passages = append(out.Passages, search.Candidate{
			Rendition: un.RenditionKey{Document: r.columns.idOf(d), Language: r.columns.languageOf(r.columns.rendition[ord])},
			Age:       int(r.columns.oldestOf(d)), Passage: p,
		})
	}
	out.Cut = r.cut
	return out, nil
}

// together puts what holds the whole sample before what holds a part, each once.
func (r *resembling) together(whole, parts []uint32) []uint32 {
	slices.SortFunc(whole, r.older)
	seen := roaring.New()
	var out []uint32
	for _, ord := range slices.Concat(whole, parts) {
		if seen.CheckedAdd(ord) {
			out = append(out, ord)
		}
	}
	if len(out) > r.limit {
		r.cut = true
		out = out[:r.limit]
	}
	return out
}

// countWords reads how many entries have each word.
func (r *resembling) countWords(tokens []Token) error {
	for _, t := range tokens {
		if _, known := r.texts[t.Term]; known {
			continue
		}
		n, err := r.textsWith(textField+exactForm, t.Term)
		if err != nil {
			return err
		}
		r.texts[t.Term] = n
	}
	return nil
}

// rarest gives the different words among tokens that anything has, the rarest
// first.
func (r *resembling) rarest(tokens []Token) []string {
	var words []string
	for _, t := range tokens {
		if r.texts[t.Term] > 0 && !slices.Contains(words, t.Term) {
			words = append(words, t.Term)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(r.texts[a], r.texts[b]), cmp.Compare(a, b))
	})
	return words
}

// whole gives the passages in which all words stand in their order, the oldest
// first, up to the limit.
func (r *resembling) whole(tokens []Token) ([]uint32, error) {
	var entries *roaring.Bitmap
	words := r.rarest(tokens)
	for _, t := range tokens {
		if r.texts[t.Term] == 0 {
			return nil, nil
		}
	}
	for _, word := range words {
		// The places of a few entries are sooner read than the postings of a common word.
		if entries != nil && entries.GetCardinality()*100 < uint64(r.texts[word]) {
			break
		}
		with, err := r.numbers(r.ctx, textField+exactForm, word)
		if err != nil {
			return nil, err
		}
		if entries == nil {
			entries = with
			continue
		}
		entries.And(with)
	}
	byAge, numbers := r.byAge(entries), make([]uint32, 0, nearBatch)
	var out []uint32
	for len(byAge) > 0 && len(out) < r.limit {
		n := min(len(byAge), max(4*r.limit, 1024))
		numbers = numbers[:0]
		for _, ord := range byAge[:n] {
			numbers = append(numbers, r.columns.entryOf[ord])
		}
		byAge = byAge[n:]
		var here []uint32
		err := r.stretches(textField+exactForm, tokens, roaring.BitmapOf(numbers...), func(entry, _ uint32, _ []run) {
			here = append(here, r.columns.passageOf[entry])
		})
		if err != nil {
			return nil, err
		}
		slices.SortFunc(here, r.older)
		out = append(out, here...)
	}
	r.cut = r.cut || len(byAge) > 0 || len(out) > r.limit
	return out[:min(len(out), r.limit)], nil
}

// byAge gives the passages of entries that the filters leave, the oldest first.
func (r *resembling) byAge(entries *roaring.Bitmap) []uint32 {
	var out []uint32
	for it := entries.Iterator(); it.HasNext(); {
		if ord := r.columns.passageOf[it.Next()]; ord != none && (r.among == nil || r.among.Contains(ord)) {
			out = append(out, ord)
		}
	}
	slices.SortFunc(out, r.older)
	return out
}

// older compares passages by the date of their documents, then by their order.
func (r *resembling) older(a, b uint32) int {
	c, d := r.columns.documentOf(a), r.columns.documentOf(b)
	return cmp.Or(cmp.Compare(r.columns.oldestOf(c), r.columns.oldestOf(d)), cmp.Compare(a, b))
}

// parts gives the passages with the most of the rare words of each window, and of
// all windows together.
func (r *resembling) parts(tokens []Token) ([]uint32, error) {
	windows := (len(tokens) + windowWords - 1) / windowWords
	budget, reserve := samplePostings/windows, samplePostings
	inAll, inWindow := newTally(r.columns.passageCount()), newTally(r.columns.passageCount())
	var out []uint32
	for w := range windows {
		from, to := w*len(tokens)/windows, (w+1)*len(tokens)/windows
		left := budget
		for i, word := range r.rarest(tokens[from:to]) {
			n := r.texts[word]
			if left -= n; i >= rareWords || left < 0 && (i > 0 || reserve < n) {
				r.cut = r.cut || i == 0
				break
			}
			if left < 0 {
				reserve -= n
			}
			if err := r.tally(word, inAll, inWindow); err != nil {
				return nil, err
			}
		}
		if len(inWindow.touched) == 0 {
			continue
		}
		best := inWindow.best(windowBest)
		r.cut = r.cut || inWindow.leaves(best)
		out = append(out, best...)
		inWindow.clear()
	}
	return append(inAll.best(windowBest), out...), nil
}

// tally adds a word's weight to the passages that have it.
func (r *resembling) tally(word string, tallies ...*tally) error {
	term, err := r.lists.Field(textField + exactForm).Term(word)
	if err != nil {
		return err
	}
	weight := float32(idf(r.columns.passageCount(), r.texts[word]))
	var postings zap.Reader
	for postings.Open(term, zap.Entries); ; {
		n, err := r.next(&postings)
		if n == 0 || err != nil {
			return err
		}
		for _, entry := range postings.Entries[:n] {
			ord := r.columns.passageOf[entry]
			if ord == none || r.among != nil && !r.among.Contains(ord) {
				continue
			}
			for _, t := range tallies {
				t.add(ord, weight)
			}
		}
	}
}

// tally adds up weights by passage.
type tally struct {
	weights []float32
	touched []uint32
}

func newTally(passages int) *tally { return &tally{weights: make([]float32, passages)} }

func (t *tally) add(ord uint32, weight float32) {
	if t.weights[ord] == 0 {
		t.touched = append(t.touched, ord)
	}
	t.weights[ord] += weight
}

// best gives the passages with the highest sums.
func (t *tally) best(n int) []uint32 {
	return top(t.touched, n, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(t.weights[b], t.weights[a]), cmp.Compare(a, b))
	})
}

// leaves reports whether passages that are not among the best may be sources as
// well: the last of these still has half as much of what was looked for as the first.
func (t *tally) leaves(best []uint32) bool {
	return len(best) < len(t.touched) && 2*t.weights[best[len(best)-1]] >= t.weights[best[0]]
}

func (t *tally) clear() {
	for _, ord := range t.touched {
		t.weights[ord] = 0
	}
	t.touched = t.touched[:0]
}

// Weigh implements search.Engine.
func (e *Engine) Weigh(ctx context.Context, language, text string) (_ []search.WordCount, err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer e.done(s, &err)
	analysis := analysed(language)
	in := s.columns.passagesIn[analysis]
	var out []search.WordCount
	known := map[string]int{}
	for _, t := range s.analyzers.Analyze(analysis, text) {
		if at, ok := known[t.Term]; ok {
			out[at].Count++
			continue
		}
		with, err := s.textsWith(textField+analysis, t.Term)
		if err != nil {
			return nil, fmt.Errorf("weigh words: %w", err)
		}
		known[t.Term] = len(out)
		out = append(out, search.WordCount{Word: text[t.Start:t.End], Count: 1, With: with, Texts: int(in.GetCardinality())})
	}
	return slices.DeleteFunc(out, func(w search.WordCount) bool { return w.With == 0 }), nil
}

// textsWith counts the live entries with a term.
func (s *snapshot) textsWith(field, text string) (int, error) {
	term, err := s.lists.Field(field).Term(text)
	if err != nil {
		return 0, err
	}
	return term.Count()
}
