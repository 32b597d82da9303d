package docx

import "encoding/xml"

type xmlLevel struct {
	Level   int       `xml:"ilvl,attr"`
	Start   xmlValue  `xml:"start"`
	Format  xmlValue  `xml:"numFmt"`
	Other   xmlValue  `xml:"AlternateContent>Fallback>numFmt"` // of a format of its own
	Text    xmlValue  `xml:"lvlText"`
	Legal   *xmlValue `xml:"isLgl"`
	Style   xmlValue  `xml:"pStyle"`
	Suffix  xmlValue  `xml:"suff"`
	Restart *xmlValue `xml:"lvlRestart"`
	Fonts   struct {
		ASCII string `xml:"ascii,attr"`
	} `xml:"rPr>rFonts"`
}

// maxLevelText bounds the text of a level, which is printed before each
// paragraph of the list: Word takes 255 characters.
const maxLevelText = 1024

// level makes a level of its definition.
func (x xmlLevel) level() level {
	l := level{
		start: 1, format: x.Format.Value, text: x.Text.Value, legal: x.Legal != nil && on(x.Legal.Value), known: true,
		style: x.Style.Value, suffix: x.Suffix.Value, font: x.Fonts.ASCII, restart: -1,
	}
	if l.format == "" {
		l.format = x.Other.Value
	}
	if x.Start.Value != "" {
		l.start = startOf(x.Start.Value)
	}
	if x.Restart != nil {
		l.restart = startOf(x.Restart.Value)
	}
	if len(l.text) > maxLevelText {
		l.text = ""
	}
	return l
}

type xmlNumbering struct {
	Abstract []struct {
		ID     string     `xml:"abstractNumId,attr"`
		Levels []xmlLevel `xml:"lvl"`
		Style  xmlValue   `xml:"numStyleLink"`
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

// parseNumbering reads word/numbering.xml; a broken or missing one numbers
// nothing. A definition may stand in for a style of lists, which names the list
// that has the levels.
func parseNumbering(data []byte, styles *styles) *numbering {
	out := &numbering{lists: map[string]*list{}, counts: map[string]*[levels]int{}}
	var in xmlNumbering
	if len(data) == 0 || xml.Unmarshal(data, &in) != nil {
		return out
	}
	abstract := map[string][levels]level{}
	standIn := map[string]string{}
	for _, a := range in.Abstract {
		var ls [levels]level
		for _, l := range a.Levels {
			if l.Level >= 0 && l.Level < levels {
				ls[l.Level] = l.level()
			}
		}
		abstract[a.ID] = ls
		if a.Style.Value != "" && len(a.Levels) == 0 {
			standIn[a.ID] = a.Style.Value
		}
	}
	definition := map[string]string{} // of each num
	for _, n := range in.Nums {
		definition[n.ID] = n.Abstract.Value
	}
	for _, n := range in.Nums {
		counter := n.Abstract.Value
		if style, ok := standIn[counter]; ok {
			if real := definition[styles.byID[style].number.id]; real != "" {
				counter = real
			}
		}
		l := &list{counter: counter, levels: abstract[counter]}
		for _, o := range n.Overrides {
			if o.Level >= 0 && o.Level < levels {
				l.override(o.Level, o.Start, o.Whole)
			}
		}
		out.lists[n.ID] = l
	}
	return out
}

// override changes a level of a list as its num says.
func (l *list) override(at int, start *xmlValue, whole *xmlLevel) {
	if whole != nil {
		l.levels[at] = whole.level()
	}
	if start != nil {
		l.starts[at] = true
		l.levels[at].start = startOf(start.Value)
	}
}
