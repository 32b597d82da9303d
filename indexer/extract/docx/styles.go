package docx

import (
	"encoding/xml"
	"strings"
)

// styles are what paragraphs, runs and lists have without saying so.
type styles struct {
	byID     map[string]style
	standard string // the style of paragraphs that name none
	looks    map[string]look
}

type style struct {
	base    string
	name    string
	outline int // 1 to 9, 0: none
	number  reference
	look    look
}

type xmlProperties struct {
	Outline *struct {
		Value int `xml:"val,attr"`
	} `xml:"outlineLvl"`
	Number *struct {
		Level *xmlValue `xml:"ilvl"`
		ID    *xmlValue `xml:"numId"`
	} `xml:"numPr"`
}

type xmlLook struct {
	Bold   *xmlValue `xml:"b"`
	Italic *xmlValue `xml:"i"`
	Hidden *xmlValue `xml:"vanish"`
	Align  *xmlValue `xml:"vertAlign"`
	Fonts  struct {
		ASCII string `xml:"ascii,attr"`
	} `xml:"rFonts"`
}

type xmlValue struct {
	Value string `xml:"val,attr"`
}

// parseStyles reads word/styles.xml; a broken or missing one gives no styles.
func parseStyles(data []byte) *styles {
	var in struct {
		Styles []struct {
			Type       string        `xml:"type,attr"`
			ID         string        `xml:"styleId,attr"`
			Default    string        `xml:"default,attr"`
			Name       xmlValue      `xml:"name"`
			Base       xmlValue      `xml:"basedOn"`
			Properties xmlProperties `xml:"pPr"`
			Look       xmlLook       `xml:"rPr"`
		} `xml:"style"`
	}
	out := &styles{byID: map[string]style{}, looks: map[string]look{}}
	if len(data) == 0 || xml.Unmarshal(data, &in) != nil {
		return out
	}
	for _, s := range in.Styles {
		if s.Type == "paragraph" && s.Default != "" && on(s.Default) {
			out.standard = s.ID
		}
		st := style{
			base: s.Base.Value, name: strings.ToLower(s.Name.Value), outline: s.Properties.outline(),
			number: s.Properties.reference(), look: s.Look.look(),
		}
		st.number.style = s.ID
		out.byID[s.ID] = st
	}
	return out
}

// outline gives the outline level from 1; Word counts from 0 and writes 9 for
// body text.
func (p xmlProperties) outline() int {
	if p.Outline == nil || p.Outline.Value < 0 || p.Outline.Value > 8 {
		return 0
	}
	return p.Outline.Value + 1
}

func (p xmlProperties) reference() reference {
	var r reference
	if p.Number == nil {
		return r
	}
	if p.Number.ID != nil {
		r.id, r.set = p.Number.ID.Value, true
	}
	if p.Number.Level != nil {
		r.level, r.leveled = small(p.Number.Level.Value), true
	}
	return r
}

func (x xmlLook) look() look {
	l := look{font: x.Fonts.ASCII}
	for _, f := range []struct {
		name  string
		value *xmlValue
	}{{"b", x.Bold}, {"i", x.Italic}, {"vanish", x.Hidden}, {"vertAlign", x.Align}} {
		if f.value != nil {
			l.set(f.name, f.value.Value)
		}
	}
	return l
}

const maxBases = 20 // styles build on each other, in broken files in circles

// chain gives a style and those it builds on.
func (s *styles) chain(id string) []style {
	var all []style
	for range maxBases {
		st, ok := s.byID[id]
		if !ok {
			break
		}
		all = append(all, st)
		id = st.base
	}
	return all
}

// heading gives the heading level of a style: its outline level, else the
// number in the built-in names "heading 1" to "heading 9", or Title.
func (s *styles) heading(id string) int {
	for _, st := range s.chain(id) {
		if st.outline > 0 {
			return st.outline
		}
		if n, ok := strings.CutPrefix(st.name, "heading "); ok && len(n) == 1 && n >= "1" && n <= "9" {
			return int(n[0] - '0')
		}
		if st.name == "title" {
			return 1
		}
	}
	return 0
}

// contents reports whether a style is that of lines of a table of contents.
func (s *styles) contents(id string) bool {
	name := s.byID[id].name
	return strings.HasPrefix(name, "toc ") && name != "toc heading" || name == "table of figures"
}

// merge fills what a paragraph does not say of its list from its style.
func (s *styles) merge(r reference, id string) reference {
	for _, st := range s.chain(id) {
		if !r.set && st.number.set {
			r.id, r.set, r.style = st.number.id, true, st.number.style
		}
		if !r.leveled && st.number.leveled {
			r.level, r.leveled = st.number.level, true
		}
		if r.set && r.style == "" {
			r.style = id // the list is the paragraph's own, the level may be its style's
		}
	}
	return r
}

// look gives how a style sets its text.
func (s *styles) look(id string) look {
	if id == "" {
		return look{}
	}
	l, known := s.looks[id]
	if known {
		return l
	}
	for _, st := range s.chain(id) {
		l = l.over(st.look)
	}
	s.looks[id] = l
	return l
}
