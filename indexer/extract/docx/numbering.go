package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// numbering computes the numbers that Word prints but does not store
// (ECMA-376 part 1, 17.9).
type numbering struct {
	lists  map[string]*list // by numId
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
	start  int
	format string
	text   string // with %1 to %9 for the numbers
	legal  bool   // all numbers of the text as decimals
	known  bool
}

type xmlLevel struct {
	Level  int       `xml:"ilvl,attr"`
	Start  xmlValue  `xml:"start"`
	Format xmlValue  `xml:"numFmt"`
	Text   xmlValue  `xml:"lvlText"`
	Legal  *xmlValue `xml:"isLgl"`
}

func (x xmlLevel) level() level {
	l := level{start: 1, format: x.Format.Value, text: x.Text.Value, legal: x.Legal != nil, known: true}
	if n, err := strconv.Atoi(x.Start.Value); err == nil {
		l.start = n
	}
	if len(l.text) > maxLevelText {
		l.text = ""
	}
	return l
}

// maxLevelText bounds the text of a level, which is printed before each
// paragraph of the list: Word takes 255 characters.
const maxLevelText = 1024

// parseNumbering reads word/numbering.xml; a broken or missing one numbers
// nothing.
func parseNumbering(data []byte) *numbering {
	var in struct {
		Abstract []struct {
			ID     string     `xml:"abstractNumId,attr"`
			Levels []xmlLevel `xml:"lvl"`
		} `xml:"abstractNum"`
		Nums []struct {
			ID        string   `xml:"numId,attr"`
			Abstract  xmlValue `xml:"abstractNumId"`
			Overrides []struct {
				Level int       `xml:"ilvl,attr"`
				Start *xmlValue `xml:"startOverride"`
				Whole *xmlLevel `xml:"lvl"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	out := &numbering{lists: map[string]*list{}, counts: map[string]*[levels]int{}}
	if len(data) == 0 || xml.Unmarshal(data, &in) != nil {
		return out
	}
	abstract := map[string][levels]level{}
	for _, a := range in.Abstract {
		var ls [levels]level
		for _, l := range a.Levels {
			if l.Level >= 0 && l.Level < levels {
				ls[l.Level] = l.level()
			}
		}
		abstract[a.ID] = ls
	}
	for _, n := range in.Nums {
		l := &list{counter: n.Abstract.Value, levels: abstract[n.Abstract.Value]}
		for _, o := range n.Overrides {
			if o.Level < 0 || o.Level >= levels {
				continue
			}
			if o.Whole != nil {
				l.levels[o.Level] = o.Whole.level()
			}
			if o.Start != nil {
				l.starts[o.Level] = true
				if v, err := strconv.Atoi(o.Start.Value); err == nil {
					l.levels[o.Level].start = v
				}
			}
		}
		out.lists[n.ID] = l
	}
	return out
}

// next counts a paragraph of a list and gives its number as printed, "" for
// bullets and unknown lists.
func (n *numbering) next(r reference) string {
	l := n.lists[r.id]
	if !r.set || l == nil || r.level < 0 || r.level >= levels || !l.levels[r.level].known {
		return ""
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
	if counts[r.level] == 0 {
		counts[r.level] = l.levels[r.level].start
	} else {
		counts[r.level]++
	}
	for i := r.level + 1; i < levels; i++ {
		counts[i] = 0
	}
	return l.print(r.level, counts)
}

// print fills the text of a level with the numbers.
func (l *list) print(at int, counts *[levels]int) string {
	lv := l.levels[at]
	if lv.format == "bullet" || lv.format == "none" {
		return ""
	}
	text := lv.text
	for i := range levels {
		mark := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, mark) {
			continue
		}
		count, format := counts[i], l.levels[i].format
		if count == 0 {
			count = max(1, l.levels[i].start)
		}
		if lv.legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, mark, printed(count, format))
	}
	return strings.TrimSpace(text)
}

// printed writes a number in one of Word's formats; formats that documents of
// the United Nations do not use come out as decimals.
func printed(n int, format string) string {
	switch format {
	case "lowerLetter", "upperLetter":
		if n < 1 || n > 26*20 {
			return strconv.Itoa(n)
		}
		first := byte('a')
		if format == "upperLetter" {
			first = 'A'
		}
		return strings.Repeat(string(first+byte((n-1)%26)), (n-1)/26+1)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for ; n >= d.value; n -= d.value {
			out.WriteString(d.text)
		}
	}
	return out.String()
}
