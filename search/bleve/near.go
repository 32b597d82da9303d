package bleve

import (
	"fmt"
	"slices"

	"travaux/search/bleve/zap"
	"travaux/search/query"
)

// nearBatch is of how many texts the places are held at the same time.
const nearBatch = 4096

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
	m := newMeeting(operands, n.Within)
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

// meeting looks in one batch of texts after another for where the last operand
// stands near the one before it, which stands near the one before, and so on.
type meeting struct {
	operands []operand
	readers  [][]*places // by operand and form
	within   int
	lengths  []uint32 // of the batch's texts
	// placed are the runs of the operand read last as its forms gave them, here
	// the same by text, reached those of the operand before that are near.
	placed        []placed
	here, reached standings
	firsts, lasts []int
}

// placed is a run in a text of the batch.
type placed struct {
	text int
	run
}

// standings are runs by text of the batch: those of text i are
// runs[ends[i-1]:ends[i]].
type standings struct {
	ends []int
	runs []run
}

func (s *standings) of(i int) []run {
	if i == 0 {
		return s.runs[:s.ends[0]]
	}
	return s.runs[s.ends[i-1]:s.ends[i]]
}

func newMeeting(operands []operand, within int) *meeting {
	m := &meeting{operands: operands, within: within, lengths: make([]uint32, nearBatch)}
	for _, o := range operands {
		var readers []*places
		for _, f := range o {
			readers = append(readers, newPlaces(f.form, make([]zap.Seeker, len(f.words))))
		}
		m.readers = append(m.readers, readers)
	}
	return m
}

// meet works out one batch.
func (e *evaluation) meet(m *meeting, batch []uint32) error {
	for i := range m.operands {
		if err := e.place(m, i, batch); err != nil {
			return err
		}
		m.arrange(len(batch))
		if i > 0 {
			m.keepNear(len(batch))
		}
		m.here, m.reached = m.reached, m.here
	}
	return nil
}

// place reads where an operand stands in the batch, form by form.
func (e *evaluation) place(m *meeting, operand int, batch []uint32) error {
	m.placed = m.placed[:0]
	for i := range m.operands[operand] {
		if err := e.tick(); err != nil {
			return err
		}
		f, p := &m.operands[operand][i], m.readers[operand][i]
		at, _ := slices.BinarySearch(f.entries, batch[0])
		f.entries = f.entries[at:]
		for text, next := 0, 0; text < len(batch) && next < len(f.entries); {
			switch entry := batch[text]; {
			case f.entries[next] < entry:
				next++
			case f.entries[next] > entry:
				text++
			default:
				if err := m.placeIn(p, text, entry); err != nil {
					return err
				}
				text, next = text+1, next+1
			}
		}
	}
	return nil
}

func (m *meeting) placeIn(p *places, text int, entry uint32) error {
	found, err := p.seek(entry)
	if err != nil || !found {
		return err
	}
	m.lengths[text] = p.words[0].Length
	for p.next() {
		m.placed = append(m.placed, placed{text, p.run})
	}
	return nil
}

// arrange puts what was placed in the order of texts.
func (m *meeting) arrange(texts int) {
	m.here.ends = slices.Grow(m.here.ends[:0], texts)[:texts]
	clear(m.here.ends)
	for _, p := range m.placed {
		m.here.ends[p.text]++
	}
	total := 0
	for i, n := range m.here.ends {
		m.here.ends[i] = total
		total += n
	}
	m.here.runs = slices.Grow(m.here.runs[:0], total)[:total]
	for _, p := range m.placed {
		m.here.runs[m.here.ends[p.text]] = p.run
		m.here.ends[p.text]++
	}
}

// keepNear keeps of each text's runs those that are near to one reached before.
func (m *meeting) keepNear(texts int) {
	kept, from := 0, 0
	for i := range texts {
		end := m.here.ends[i]
		before := m.reached.of(i)
		if len(before) > 0 && end > from {
			m.order(before)
			for _, r := range m.here.runs[from:end] {
				if m.near(r) {
					m.here.runs[kept] = r
					kept++
				}
			}
		}
		m.here.ends[i], from = kept, end
	}
	m.here.runs = m.here.runs[:kept]
}

// order puts the places of runs in order once: a long table may hold a word a
// thousand times.
func (m *meeting) order(others []run) {
	m.firsts, m.lasts = m.firsts[:0], m.lasts[:0]
	for _, o := range others {
		m.firsts, m.lasts = append(m.firsts, o.first), append(m.lasts, o.last)
	}
	slices.Sort(m.firsts)
	slices.Sort(m.lasts)
}

// starts counts the places where runs begin: what is written with a hyphen stands
// at one in two ways.
func (m *meeting) starts(runs []run) uint32 {
	if len(m.operands[len(m.operands)-1]) == 1 {
		return uint32(len(runs))
	}
	m.order(runs)
	return uint32(len(slices.Compact(m.firsts)))
}

// near tells of a run whether it stands at most so many words from one of those
// put in order, before or behind it. What shares a word with one is not near it.
func (m *meeting) near(r run) bool {
	return hasBetween(m.lasts, r.first-m.within, r.first-1) || hasBetween(m.firsts, r.last+1, r.last+m.within)
}

// farFrom tells of runs whether they stand further than so many words from all
// of the others.
func farFrom(others []run, words int) func(run) bool {
	m := &meeting{within: words}
	m.order(others)
	return func(r run) bool { return !m.near(r) }
}

// hasBetween reports whether numbers in order hold one of [from, to].
func hasBetween(numbers []int, from, to int) bool {
	i, _ := slices.BinarySearch(numbers, from)
	return i < len(numbers) && numbers[i] <= to
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
		return slices.Clone(lists[0])
	}
	b := e.set(e.reader.size())
	for _, l := range lists {
		for _, entry := range l {
			b.set(entry)
		}
	}
	var out []uint32
	b.each(func(entry uint32) { out = append(out, entry) })
	return out
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
