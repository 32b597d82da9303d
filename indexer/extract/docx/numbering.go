package docx

import (
	"strconv"
	"strings"
)

// numbering computes the numbers that Word prints but does not store
// (ECMA-376 part 1, 17.9).
type numbering struct {
	lists map[string]*list // by numId
	// counts are, by counter, the numbers that follow on each level; 0 is a level
	// that has not begun.
	counts map[string]*[levels]int
}

const levels = 9

// A list is one numbering definition: a num with the levels of its abstract
// definition. Nums of one definition count on together unless one restarts.
type list struct {
	counter string
	levels  [levels]level
	starts  [levels]bool // levels the num starts anew
	begun   bool
}

type level struct {
	start   int
	format  string
	text    string // with %1 to %9 for the numbers
	font    string // in which the text is set
	style   string // the paragraph style tied to the level
	suffix  string // what stands behind the number: tab, space or nothing
	restart int    // the level, from 1, that restarts it; 0: none, -1: any above
	legal   bool   // all numbers of the text as decimals
	known   bool
}

// A reference names a list and a level of it.
type reference struct {
	id      string
	level   int
	set     bool   // names a list, or none ("0")
	leveled bool   // names a level
	style   string // the style that names the list
}

// list gives the list and the level that a reference names. A style that names
// no level has the one it is tied to.
func (n *numbering) list(r reference) (*list, int) {
	l := n.lists[r.id]
	if !r.set || l == nil {
		return nil, 0
	}
	at := r.level
	if !r.leveled {
		at = 0
		for i, lv := range l.levels {
			if r.style != "" && lv.style == r.style {
				at = i
			}
		}
	}
	if at < 0 || at >= levels || !l.levels[at].known {
		return nil, 0
	}
	return l, at
}

// next counts a paragraph of a list and gives what is printed before it, with
// the blank behind it; bullet says that it is no number.
func (n *numbering) next(r reference) (printed string, bullet bool) {
	l, at := n.list(r)
	if l == nil {
		return "", false
	}
	counts := n.counts[l.counter]
	if counts == nil {
		counts = &[levels]int{}
		n.counts[l.counter] = counts
	}
	if !l.begun {
		l.begun = true
		for i, anew := range l.starts {
			if anew {
				counts[i] = 0
			}
		}
	}
	if counts[at] == 0 {
		counts[at] = l.levels[at].start
	}
	counts[at]++
	for i := at + 1; i < levels; i++ {
		if restart := l.levels[i].restart; restart < 0 || at < restart {
			counts[i] = 0
		}
	}
	printed = l.print(at, counts)
	if printed != "" && l.levels[at].suffix != "nothing" {
		printed += " "
	}
	return printed, l.levels[at].format == "bullet"
}

// print fills the text of a level with the numbers.
func (l *list) print(at int, counts *[levels]int) string {
	lv := l.levels[at]
	if lv.format == "bullet" {
		return bulletSign(lv)
	}
	var out strings.Builder
	for rest := lv.text; rest != ""; {
		before, mark, found := strings.Cut(rest, "%")
		out.WriteString(before)
		if !found {
			break
		}
		if mark == "" || mark[0] < '1' || mark[0] > '9' {
			out.WriteByte('%')
			rest = mark
			continue
		}
		out.WriteString(l.number(int(mark[0]-'1'), lv.legal, counts))
		rest = mark[1:]
	}
	return strings.TrimSpace(out.String())
}

// number prints the number of a level.
func (l *list) number(at int, legal bool, counts *[levels]int) string {
	count, format := counts[at]-1, l.levels[at].format
	if counts[at] == 0 {
		count = l.levels[at].start
	}
	if legal && format != "none" {
		format = "decimal"
	}
	return formatted(count, format)
}

// bulletSign gives the bullet of a level: the small letter "o" is the circle of
// Word's second level.
func bulletSign(lv level) string {
	text := strings.TrimSpace(signs(lv.font, lv.text))
	if text == "o" {
		return "○"
	}
	if text == "" && lv.text == "" {
		return ""
	}
	if n := len([]rune(text)); n == 0 || n > 2 {
		return "•"
	}
	return text
}

// startOf reads the number a level starts at.
func startOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 1<<20 {
		return 1
	}
	return n
}
