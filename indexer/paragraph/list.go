package paragraph

import "unicode/utf8"

// list is a list of numbered items within the open paragraph.
type list struct {
	last int // the number of the last item
	// apart: each item is a passage of its own, as the list is too long for one.
	// It may hold a hundred recommendations, each of them made by somebody else.
	apart bool
}

// lists reports whether a numbered block is the next item of the list in the
// open paragraph, however it is set: the recommendations of a review stand in
// bold type.
func (b *builder) lists(bl block) bool {
	if !bl.labelled || bl.label.prefix != "" || bl.label.item || !b.numbered() || bl.first().heading > 0 {
		return false
	}
	if bl.label.value == 1 {
		return endsColon(b.out[b.open].Text) && !opensDraft(b.out[b.open].Text)
	}
	return b.list.last > 0 && bl.label.value > b.list.last && bl.label.value <= b.list.last+2
}

// addItem adds block i, an item of a list, to the open paragraph or makes it a
// passage of its own: "para-60-item-14".
func (b *builder) addItem(i int) {
	bl := b.blocks[i]
	if bl.label.value == 1 {
		b.list.apart = b.listIsLong(i)
	}
	b.list.last = bl.label.value
	if b.list.apart {
		b.addPiece("item-"+itoa(bl.label.value), bl.text(b.d.words), bl)
		b.cut()
		return
	}
	b.attach(bl)
}

// listIsLong reports whether the open paragraph and what follows from block i to
// the next one are longer than one passage may be.
func (b *builder) listIsLong(i int) bool {
	n := utf8.RuneCountInString(b.out[b.open].Text)
	for j := i; j < len(b.blocks) && n <= limit; j++ {
		if _, begins := b.parts[j]; begins || b.blocks[j].accepted || b.blocks[j].first().heading > 0 {
			return false
		}
		n += utf8.RuneCountInString(b.blocks[j].text(b.d.words))
	}
	return n > limit
}
