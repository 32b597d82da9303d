package bleve

import (
	"slices"
	"unsafe"

	"travaux/search/bleve/zap"
)

// nearBatch is of how many texts the places are held at the same time.
const nearBatch = 4096

// meeting looks in one batch of texts after another for where the last operand
// stands near the one before it, which stands near the one before, and so on.
type meeting struct {
	operands []operand
	readers  [][]*places // by operand and form
	within   int
	*meetingRoom
}

// meetingRoom is the memory of a meeting, which other searches use again.
type meetingRoom struct {
	lengths []uint32 // of the batch's texts
	// placed are the runs of the operand read last as its forms gave them, here
	// the same by text, reached those of the operand before that are near.
	placed        []placed
	here, reached standings
	ordered
}

// placedBytes is what a run takes while its text is looked at: as it is placed, and
// in the order of texts for this operand and the one before.
const placedBytes = int64(unsafe.Sizeof(placed{}) + 2*unsafe.Sizeof(run{}))

// mostKept is how many placed runs a search may leave room for to those after it.
const mostKept = 1 << 16

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

func (e *evaluation) newMeeting(operands []operand, within int) *meeting {
	if e.scratch.meeting == nil {
		e.scratch.meeting = &meetingRoom{lengths: make([]uint32, nearBatch)}
	}
	m := &meeting{operands: operands, within: within, meetingRoom: e.scratch.meeting}
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
				if held := int64(len(m.placed)) * placedBytes; held > e.budget.left {
					return e.budget.take(held)
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
				if m.near(r, m.within) {
					m.here.runs[kept] = r
					kept++
				}
			}
		}
		m.here.ends[i], from = kept, end
	}
	m.here.runs = m.here.runs[:kept]
}

// ordered are where runs begin and end, in order: a long table may hold a word a
// thousand times.
type ordered struct{ firsts, lasts []int }

// order puts the places of runs in order.
func (o *ordered) order(runs []run) {
	o.firsts, o.lasts = o.firsts[:0], o.lasts[:0]
	for _, r := range runs {
		o.firsts, o.lasts = append(o.firsts, r.first), append(o.lasts, r.last)
	}
	slices.Sort(o.firsts)
	slices.Sort(o.lasts)
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
func (o *ordered) near(r run, words int) bool {
	return hasBetween(o.lasts, r.first-words, r.first-1) || hasBetween(o.firsts, r.last+1, r.last+words)
}

// farFrom tells of runs whether they stand further than so many words from all
// of the others.
func farFrom(others []run, words int) func(run) bool {
	var o ordered
	o.order(others)
	return func(r run) bool { return !o.near(r, words) }
}

// hasBetween reports whether numbers in order hold one of [from, to].
func hasBetween(numbers []int, from, to int) bool {
	i, _ := slices.BinarySearch(numbers, from)
	return i < len(numbers) && numbers[i] <= to
}
