package bleve

import (
	"cmp"
	"container/heap"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"travaux/search"
)

// wordFields are the fields whose dictionaries hold the words of texts and titles
// as they are written.
func wordFields() []string { return []string{textField + exactForm, titleField + exactForm} }

// Words implements search.Engine.
func (e *Engine) Words(ctx context.Context, prefix string, visit func(search.Word) error) (err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return err
	}
	defer e.done(s, &err)
	if err := s.reader.words(ctx, exactTerm(prefix), visit); err != nil {
		return fmt.Errorf("walk words: %w", err)
	}
	return nil
}

// words merges the dictionaries of all segments.
func (r *reader) words(ctx context.Context, prefix string, visit func(search.Word) error) error {
	dictionaries, err := r.dictionaries()
	if err != nil {
		return err
	}
	var open wordHeap
	for _, d := range dictionaries {
		c := d.from(prefix)
		if err := c.next(); err != nil {
			return err
		}
		if !c.ended {
			open = append(open, c)
		}
	}
	heap.Init(&open)
	for n := 0; len(open) > 0; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		word, err := open.take()
		if err != nil {
			return err
		}
		if word.Count == 0 || strings.Contains(word.Text, "/") {
			continue
		}
		if err := visit(word); err != nil {
			return err
		}
	}
	return nil
}

// wordDictionary is the dictionary of one field in one segment.
type wordDictionary struct {
	terms segment.TermDictionary
	// deleted are the entries that are no longer live; nil for none.
	deleted  *roaring.Bitmap
	postings segment.PostingsList // to be used again
}

func (r *reader) dictionaries() ([]*wordDictionary, error) {
	var out []*wordDictionary
	for _, s := range r.segments {
		for _, field := range wordFields() {
			terms, err := s.Segment().Dictionary(field)
			if err != nil {
				return nil, fmt.Errorf("open dictionary of %s: %w", field, err)
			}
			out = append(out, &wordDictionary{terms: terms, deleted: s.Deleted()})
		}
	}
	return out, nil
}

// count gives the number of live entries with a term.
func (d *wordDictionary) count(term []byte) (int, error) {
	list, err := d.terms.PostingsList(term, d.deleted, d.postings)
	if err != nil {
		return 0, err
	}
	d.postings = list
	return int(list.Count()), nil
}

// from gives a cursor that stands before the first term with a prefix.
func (d *wordDictionary) from(prefix string) *wordCursor {
	begin := []byte(prefix)
	return &wordCursor{wordDictionary: d, terms: d.terms.AutomatonIterator(nil, begin, after(begin))}
}

// after gives the first term behind all that begin so; nil when there is none.
func after(prefix []byte) []byte {
	end := slices.Clone(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

// wordCursor stands on one term of a dictionary.
type wordCursor struct {
	*wordDictionary
	terms segment.DictionaryIterator
	word  search.Word
	ended bool
}

func (c *wordCursor) next() error {
	entry, err := c.terms.Next()
	if err != nil || entry == nil {
		c.ended = true
		return err
	}
	c.word = search.Word{Text: entry.Term, Count: int(entry.Count)}
	if c.deleted != nil && !c.deleted.IsEmpty() {
		c.word.Count, err = c.count([]byte(entry.Term))
	}
	return err
}

// wordHeap holds cursors, that with the first word at the top.
type wordHeap []*wordCursor

func (h wordHeap) Len() int           { return len(h) }
func (h wordHeap) Less(i, j int) bool { return h[i].word.Text < h[j].word.Text }
func (h wordHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push implements heap.Interface.
func (h *wordHeap) Push(x any) { *h = append(*h, x.(*wordCursor)) }

// Pop implements heap.Interface.
func (h *wordHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// take gives the first word with the counts of all cursors that stand on it, and
// moves these on.
func (h *wordHeap) take() (search.Word, error) {
	word := search.Word{Text: (*h)[0].word.Text}
	for len(*h) > 0 && (*h)[0].word.Text == word.Text {
		c := (*h)[0]
		word.Count += c.word.Count
		if err := c.next(); err != nil {
			return word, err
		}
		if c.ended {
			heap.Pop(h)
			continue
		}
		heap.Fix(h, 0)
	}
	return word, nil
}

// Names implements search.Engine.
func (e *Engine) Names(ctx context.Context, visit func(search.Names) error) (err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return err
	}
	defer e.done(s, &err)
	for d := range uint32(s.columns.documentCount()) {
		if d%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := visit(s.columns.names(d)); err != nil {
			return err
		}
	}
	return nil
}

// names gives what a document is known by.
func (c *columns) names(d uint32) search.Names {
	out := search.Names{ID: c.idOf(d), Date: c.dateOf(d)}
	for r, last := c.renditionsOf(d); r < last; r++ {
		out.Meeting = cmp.Or(out.Meeting, c.valueOf("meeting", r))
		for i, title := range c.titlesOf(r) {
			language := ""
			if i == 0 { // the masthead's
				language = c.languageOf(r)
			}
			if t := (search.Title{Text: title, Language: language}); title != "" && !slices.Contains(out.Titles, t) {
				out.Titles = append(out.Titles, t)
			}
		}
	}
	return out
}
