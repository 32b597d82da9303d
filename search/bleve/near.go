package bleve

import (
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search/query"
)

// nearBatch is of how many texts the places are held at the same time.
const nearBatch = 16384

// run is where a word or phrase stands in a text: the places of its first and
// its last word.
type run struct{ first, last int }

// operand is one node of a NEAR: the forms in which it may stand, each with the
// entries that have its words.
type operand []located

type located struct {
	form
	entries *roaring.Bitmap
}

// readNear gives the texts in which the nodes of a NEAR stand at most its
// distance apart, one after the other; something is false where none of them
// holds a word.
func (s *snapshot) readNear(ctx context.Context, n query.Near, lang string, d *dictionary) (out []posting, something bool, err error) {
	operands, err := s.operands(ctx, n, lang, d)
	if err != nil || len(operands) == 0 {
		return nil, false, err
	}
	candidates := withAllOperands(operands)
	if lang != exactForm {
		candidates = d.inLanguage(candidates, lang)
	}
	for it := candidates.ManyIterator(); ; {
		batch := make([]uint32, nearBatch)
		batch = batch[:it.NextMany(batch)]
		if len(batch) == 0 {
			return out, true, nil
		}
		found, err := s.nearIn(ctx, operands, n.Within, d.field, roaring.BitmapOf(batch...))
		if err != nil {
			return nil, true, fmt.Errorf("read the places of NEAR: %w", err)
		}
		for _, entry := range batch {
			if f := found[entry]; f != nil {
				out = append(out, posting{d.ordinals[entry], uint32(len(f.runs)), termsOf(f.norm)})
			}
		}
	}
}

// standing is where an operand stands in one text, with the text's norm.
type standing struct {
	runs []run
	norm float64
}

// nearIn gives, of some texts, where the last operand stands near the one before
// it, which stands near the one before, and so on.
func (s *snapshot) nearIn(ctx context.Context, operands []operand, within int, field string, batch *roaring.Bitmap) (map[uint32]*standing, error) {
	var reached map[uint32]*standing
	for i, o := range operands {
		here := map[uint32]*standing{}
		for _, f := range o {
			err := s.stretches(ctx, field+f.analysis, f.tokens, roaring.And(f.entries, batch), func(entry uint32, norm float64, found []run) {
				if here[entry] == nil {
					here[entry] = &standing{norm: norm}
				}
				here[entry].runs = append(here[entry].runs, found...)
			})
			if err != nil {
				return nil, err
			}
		}
		for entry, h := range here {
			if i == 0 {
				break
			}
			if before := reached[entry]; before != nil {
				h.runs = slices.DeleteFunc(h.runs, farFrom(before.runs, within))
			}
			if reached[entry] == nil || len(h.runs) == 0 {
				delete(here, entry)
			}
		}
		reached = here
	}
	return reached, nil
}

// operands gives the nodes of a NEAR; what holds no word at all is left out.
func (s *snapshot) operands(ctx context.Context, n query.Near, lang string, d *dictionary) (out []operand, err error) {
	for _, node := range n.Nodes {
		forms, something, err := s.operandForms(ctx, node, lang, d)
		if err != nil {
			return nil, fmt.Errorf("read the words of NEAR: %w", err)
		}
		if !something {
			continue
		}
		o := operand{}
		for _, f := range forms {
			entries, err := s.withAll(ctx, d.field+f.analysis, f.tokens)
			if err != nil {
				return nil, fmt.Errorf("read the words of NEAR: %w", err)
			}
			if !entries.IsEmpty() {
				o = append(o, located{f, entries})
			}
		}
		out = append(out, o)
	}
	return out, nil
}

func (s *snapshot) operandForms(ctx context.Context, node query.Node, lang string, d *dictionary) (forms []form, something bool, err error) {
	if or, ok := node.(query.Or); ok {
		for _, c := range or.Nodes {
			some, thing, err := s.operandForms(ctx, c, lang, d)
			if err != nil {
				return nil, false, err
			}
			forms, something = append(forms, some...), something || thing
		}
		return forms, something, nil
	}
	if words, ok := plainWords(node); ok {
		forms = s.analyzers.wordsOf(s.analyzers.besideOthers(lang, words), words)
		return forms, len(forms) > 0, nil
	}
	forms, err = s.analyzers.forms(ctx, node, exactForm, d)
	return forms, len(forms) > 0 || expands(node), err
}

// besideOthers gives the analysis of words within a NEAR: the language's, but the
// exact form for stop words, and for Chinese, whose pairs of characters have no
// distances.
func (a *Analyzers) besideOthers(lang, words string) string {
	if analysed(lang) == "zh" || len(a.Analyze(lang, words)) == 0 {
		return exactForm
	}
	return lang
}

// withAllOperands gives the entries with the words of all operands.
func withAllOperands(operands []operand) *roaring.Bitmap {
	var all *roaring.Bitmap
	for _, o := range operands {
		any := roaring.New()
		for _, f := range o {
			any.Or(f.entries)
		}
		if all == nil {
			all = any
		} else {
			all.And(any)
		}
	}
	return all
}

// farFrom tells of runs whether they stand further than so many words from all
// of the others, before and behind them. What shares a word with one is not near
// it. The places are put in order once: a long table may hold a word a thousand
// times.
func farFrom(others []run, words int) func(run) bool {
	firsts, lasts := make([]int, len(others)), make([]int, len(others))
	for i, o := range others {
		firsts[i], lasts[i] = o.first, o.last
	}
	slices.Sort(firsts)
	slices.Sort(lasts)
	return func(r run) bool {
		return !hasBetween(lasts, r.first-words, r.first-1) && !hasBetween(firsts, r.last+1, r.last+words)
	}
}

// hasBetween reports whether numbers in order hold one of [from, to].
func hasBetween(numbers []int, from, to int) bool {
	i, _ := slices.BinarySearch(numbers, from)
	return i < len(numbers) && numbers[i] <= to
}
