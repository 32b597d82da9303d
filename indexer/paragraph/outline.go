package paragraph

import "travaux/search/un"

// outline is the path of headings above the present place.
type outline struct{ heads []head }

// open begins a new path with the head of an annex, or below that of the annex
// in which an appendix or an enclosure stands.
func (o *outline) open(h head, inner bool) {
	h.style, h.annex = partHead, !inner
	keep := 0
	if inner && len(o.heads) > 0 && o.heads[0].annex {
		keep = 1
	}
	o.heads = append(o.heads[:keep], h)
}

// push places a heading by the counter it continues, not by its glyph: C. after
// B. is the letter, else it is a hundred.
func (o *outline) push(h head) {
	if h.level > 0 {
		o.cut(func(p head) bool { return p.level == 0 || p.level >= h.level })
		o.heads = append(o.heads, h)
		return
	}
	h = o.resolve(h)
	for i := len(o.heads) - 1; i >= 0; i-- {
		p := o.heads[i]
		if p.level == 0 && !p.annex && p.style == h.style && (h.style != plainHead || p.look == h.look) {
			o.heads = append(o.heads[:i], h)
			return
		}
	}
	o.cut(func(p head) bool {
		if p.level > 0 || h.begins() && p.style == plainHead && p.size > 0.96*h.size {
			return false
		}
		if p.style == plainHead || h.style == plainHead {
			return p.style == plainHead && p.size < 1.04*h.size && !(p.bold && !h.bold && h.size < 1.04*p.size)
		}
		return p.style > h.style
	})
	o.heads = append(o.heads, h)
}

// begins reports whether a heading is the first of a count in small letters, "(a)":
// such a count divides what stands above it.
func (h head) begins() bool { return h.style == smallHead && h.value == 1 }

// cut drops the last headings as long as drop says so.
func (o *outline) cut(drop func(head) bool) {
	n := len(o.heads)
	for n > 0 && drop(o.heads[n-1]) {
		n--
	}
	o.heads = o.heads[:n]
}

// resolve tells roman numerals from letters by what they would continue.
func (o *outline) resolve(h head) head {
	m := letterLabel.FindStringSubmatch(h.text)
	if m == nil || h.style != romanHead && h.style != letterHead || romanValue(m[1]) == 0 {
		return h
	}
	roman, letter := romanValue(m[1]), letterValue(m[1])
	for i := len(o.heads) - 1; i >= 0; i-- {
		switch p := o.heads[i]; {
		case p.style == letterHead && p.value+1 == letter:
			h.style, h.value = letterHead, letter
			return h
		case p.style == romanHead && p.value+1 == roman:
			h.style, h.value = romanHead, roman
			return h
		}
	}
	h.style, h.value = romanHead, roman
	if roman > 10 {
		h.style, h.value = letterHead, letter
	}
	return h
}

// path gives the headings with their levels.
func (o *outline) path() []un.Heading {
	var out []un.Heading
	for i, h := range o.heads {
		out = append(out, un.Heading{Level: i + 1, Text: h.text})
	}
	return out
}
