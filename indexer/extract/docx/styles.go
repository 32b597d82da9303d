package docx

import (
	"encoding/xml"
	"strings"
)

// styles are the paragraph styles: what a paragraph has without saying so.
type styles struct {
	byID     map[string]style
	standard string // the style of paragraphs that name none
}

type style struct {
	base    string
	name    string
	outline int // 1 to 9, 0: none
	number  reference
}

// A reference names a list and a level of it.
type reference struct {
	id    string
	level int
	set   bool
}

type xmlProperties struct {
	Style   xmlValue `xml:"pStyle"`
	Outline *struct {
		Value int `xml:"val,attr"`
	} `xml:"outlineLvl"`
	Number *struct {
		Level *struct {
			Value int `xml:"val,attr"`
		} `xml:"ilvl"`
		ID xmlValue `xml:"numId"`
	} `xml:"numPr"`
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
		} `xml:"style"`
	}
	out := &styles{byID: map[string]style{}}
	if len(data) == 0 || xml.Unmarshal(data, &in) != nil {
		return out
	}
	for _, s := range in.Styles {
		if s.Type != "paragraph" {
			continue
		}
		if s.Default == "1" || s.Default == "true" {
			out.standard = s.ID
		}
		out.byID[s.ID] = style{
			base:    s.Base.Value,
			name:    strings.ToLower(s.Name.Value),
			outline: s.Properties.outline(),
			number:  s.Properties.reference(),
		}
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
	if p.Number == nil {
		return reference{}
	}
	r := reference{id: p.Number.ID.Value, set: true}
	if p.Number.Level != nil {
		r.level = p.Number.Level.Value
	}
	return r
}

const maxBases = 20 // styles build on each other, in broken files in circles

// heading gives the heading level of a style: its outline level, else the
// number in the built-in names "heading 1" to "heading 9", or Title.
func (s *styles) heading(id string) int {
	for range maxBases {
		st, ok := s.byID[id]
		if !ok {
			return 0
		}
		if st.outline > 0 {
			return st.outline
		}
		if n, ok := strings.CutPrefix(st.name, "heading "); ok && len(n) == 1 && n >= "1" && n <= "9" {
			return int(n[0] - '0')
		}
		if st.name == "title" {
			return 1
		}
		id = st.base
	}
	return 0
}

// number gives the list a style puts its paragraphs into.
func (s *styles) number(id string) reference {
	for range maxBases {
		st, ok := s.byID[id]
		if !ok {
			break
		}
		if st.number.set {
			return st.number
		}
		id = st.base
	}
	return reference{}
}
