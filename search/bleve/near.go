package bleve

import (
	"fmt"

	"travaux/search/query"
)

// operand is one node of a NEAR: the forms in which it may stand, each with the
// entries that have its words.
type operand []located

type located struct {
	form
	entries []uint32
}

// readNear gives the texts in which the nodes of a NEAR stand at most its
// distance apart, one after the other; something is false where none of them
// holds a word.
func (e *evaluation) readNear(n query.Near, lang string, d *dictionary) (out listing, something bool, err error) {
	operands, err := e.operands(n, lang, d)
	if err != nil || len(operands) == 0 {
		return out, false, err
	}
	candidates := e.withAllOperands(operands)
	if lang != exactForm {
		candidates = d.inLanguage(candidates, lang)
	}
	m := e.newMeeting(operands, n.Within)
	for len(candidates) > 0 {
		batch := candidates[:min(nearBatch, len(candidates))]
		candidates = candidates[len(batch):]
		if err := e.meet(m, batch); err != nil {
			return out, true, fmt.Errorf("read the places of NEAR: %w", err)
		}
		for i, entry := range batch {
			if runs := m.reached.of(i); len(runs) > 0 {
				out.texts = append(out.texts, d.ordinals[entry])
				out.frequencies = append(out.frequencies, m.starts(runs))
				out.lengths = append(out.lengths, m.lengths[i])
			}
		}
	}
	return out, true, e.budget.take(int64(len(out.texts)) * factBytes)
}

// operands gives the nodes of a NEAR; what holds no word at all is left out.
func (e *evaluation) operands(n query.Near, lang string, d *dictionary) (out []operand, err error) {
	for _, node := range n.Nodes {
		forms, something, err := e.operandForms(node, lang, d)
		if err != nil {
			return nil, fmt.Errorf("read the words of NEAR: %w", err)
		}
		if !something {
			continue
		}
		o := operand{}
		for _, f := range forms {
			entries, err := e.withAll(f.words)
			if err != nil {
				return nil, fmt.Errorf("read the words of NEAR: %w", err)
			}
			if len(entries) > 0 {
				o = append(o, located{f, entries})
			}
		}
		out = append(out, o)
	}
	return out, nil
}

func (e *evaluation) operandForms(node query.Node, lang string, d *dictionary) (forms []form, something bool, err error) {
	if or, ok := node.(query.Or); ok {
		for _, c := range or.Nodes {
			some, thing, err := e.operandForms(c, lang, d)
			if err != nil {
				return nil, false, err
			}
			forms, something = append(forms, some...), something || thing
		}
		return forms, something, nil
	}
	if words, ok := plainWords(node); ok {
		forms, err = e.wordsOf(e.analyzers.besideOthers(lang, words), words, d)
		return forms, len(forms) > 0, err
	}
	forms, err = e.forms(node, exactForm, d)
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

// withAllOperands gives the entries with the words of all operands, in order.
func (e *evaluation) withAllOperands(operands []operand) []uint32 {
	var all []uint32
	for i, o := range operands {
		lists := make([][]uint32, len(o))
		for j, f := range o {
			lists[j] = f.entries
		}
		some := e.union(lists)
		if i == 0 {
			all = some
			continue
		}
		all = intersect(all, some)
	}
	return all
}

// union joins lists in order.
func (e *evaluation) union(lists [][]uint32) []uint32 {
	if len(lists) == 1 {
		return e.keep(append(e.list(len(lists[0])), lists[0]...))
	}
	b := e.set(e.reader.size())
	for _, l := range lists {
		for _, entry := range l {
			b.set(entry)
		}
	}
	out := e.list(blockRoom)
	b.each(func(entry uint32) { out = append(out, entry) })
	return e.keep(out)
}

// intersect keeps of the first list, in order, what stands in the second.
func intersect(a, b []uint32) []uint32 {
	out, j := a[:0], 0
	for _, entry := range a {
		for j < len(b) && b[j] < entry {
			j++
		}
		if j < len(b) && b[j] == entry {
			out = append(out, entry)
		}
	}
	return out
}
