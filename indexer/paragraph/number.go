package paragraph

import (
	"fmt"
	"strings"
)

// number marks the blocks that are numbered paragraphs, gives them anchors, and
// tells what is wrong with the sequence.
func (d *document) number(blocks []block, parts []boundary) []string {
	plain, dotted := d.candidates(blocks, parts)
	steps := sequence(plain, parts)
	d.dropTitles(plain, steps, parts)
	ruling := rulingDots(plain, steps, dotted)
	warnings := d.numberPlain(blocks, parts, plain, steps)
	for _, group := range dotted {
		if ruling[group[0].part] || d.under(blocks, group[0]) {
			warnings = append(warnings, d.numberDotted(blocks, group)...)
		}
	}
	return warnings
}

// numberPlain accepts the paragraphs that the sequence found.
func (d *document) numberPlain(blocks []block, parts []boundary, plain []candidate, steps []step) []string {
	var warnings []string
	main, local, part := 0, 0, -1
	for i, c := range plain {
		b := &blocks[c.block]
		switch steps[i] {
		case inMain:
			b.accepted, b.anchor = true, anchorOf("", d.unit, c.number)
			warnings = append(warnings, gapWarning("paragraph", main, c.label, b.first().page)...)
			main, local = c.value, 0
		case inPart:
			if c.boundary > part && c.value <= 2 {
				part, local = c.boundary, 0
			}
			b.accepted, b.anchor = true, anchorOf(parts[part].prefix, parts[part].unit(), c.number)
			warnings = append(warnings, gapWarning(parts[part].name()+"paragraph", local, c.label, b.first().page)...)
			local = c.value
		}
	}
	return warnings
}

// rulingDots tells for each part whether its paragraphs carry numbers such as
// 13.8, of which there are then more than of plain ones, so that its plain
// numbers are those of lists and are skipped. Where 138.1 to 138.160 stand
// under paragraph 138 they do not rule.
func rulingDots(plain []candidate, steps []step, dotted [][]candidate) map[string]bool {
	accepted, own := map[string]int{}, map[string]int{}
	for i, s := range steps {
		if s != skipped {
			accepted[plain[i].part]++
		}
	}
	for _, group := range dotted {
		if above(plain, steps, group[0].block) == strings.TrimSuffix(group[0].prefix, ".") {
			continue
		}
		for i, s := range sequence(group, nil) {
			if s != skipped && group[i].weight >= 0.6 {
				own[group[i].part]++
			}
		}
	}
	ruling := map[string]bool{}
	for part, n := range own {
		ruling[part] = n >= 3 && n > accepted[part]
	}
	for i := range steps {
		if ruling[plain[i].part] {
			steps[i] = skipped
		}
	}
	return ruling
}

// above gives the last paragraph number that stands above a block.
func above(plain []candidate, steps []step, block int) string {
	number := ""
	for i, c := range plain {
		if c.block > block {
			break
		}
		if steps[i] != skipped {
			number = c.number
		}
	}
	return number
}

// dropTitles takes back the runs of numbers that count headings, not
// paragraphs. The items of an agenda are headings too, and stay.
func (d *document) dropTitles(plain []candidate, steps []step, parts []boundary) {
	runs := map[int][]int{}
	part := -1
	for i, c := range plain {
		switch {
		case steps[i] == inMain:
			runs[-1] = append(runs[-1], i)
		case steps[i] == inPart:
			if c.boundary > part && c.value <= 2 {
				part = c.boundary
			}
			runs[part] = append(runs[part], i)
		}
	}
	for part, run := range runs {
		if part < 0 && d.unit == "item" || part >= 0 && parts[part].kind == annotations {
			continue
		}
		weight := 0.0
		for _, i := range run {
			weight += plain[i].weight
		}
		if weight/float64(len(run)) >= 0.5 {
			continue
		}
		for _, i := range run {
			steps[i] = skipped
		}
	}
}

// under reports whether the last accepted number above a candidate is the one
// its own number begins with.
func (d *document) under(blocks []block, c candidate) bool {
	for i := c.block - 1; i >= 0; i-- {
		if b := blocks[i]; b.accepted && b.label.prefix == "" {
			return b.label.number+"." == c.prefix
		}
	}
	return false
}

// numberDotted accepts a group of numbers such as 13.1, 13.2 when they follow
// each other and are paragraphs, not headings.
func (d *document) numberDotted(blocks []block, group []candidate) []string {
	var warnings []string
	steps := sequence(group, nil)
	prefix := group[0].part
	weight, n := 0.0, 0
	for i, c := range group {
		if steps[i] == inMain {
			weight += c.weight
			n++
		}
	}
	if n < 2 || weight/float64(n) < 0.6 {
		return nil
	}
	last := 0
	for i, c := range group {
		if steps[i] == skipped {
			continue
		}
		b := &blocks[c.block]
		b.accepted, b.anchor = true, anchorOf(prefix, "para", c.number)
		warnings = append(warnings, gapWarning("paragraph", last, c.label, b.first().page)...)
		last = c.value
	}
	return warnings
}

// gapWarning tells of a number left out or printed twice.
func gapWarning(what string, last int, l label, page int) []string {
	switch {
	case last == 0 && l.value > 1:
		return []string{fmt.Sprintf("%s numbers begin at %s (page %d)", what, l.number, page)}
	case last == 0 || l.value == last+1 || l.suffix != "":
		return nil
	case l.value == last:
		return []string{fmt.Sprintf("%s number %s stands twice (page %d)", what, l.number, page)}
	}
	return []string{fmt.Sprintf("%s numbers jump from %d to %s (page %d)", what, last, l.number, page)}
}
