package pdf

import (
	"math"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// A marked is one level of marked content. Text that the file gives for what is
// drawn in it (ActualText; ISO 32000-1, 14.9.4) goes before what the font says:
// browsers write so the Arabic letters that they draw as several glyphs.
type marked struct {
	text   string // to replace the glyphs from first on, empty for none
	first  int
	hidden bool // optional content that is off
}

const (
	maxMarked   = 256 // levels of marked content
	maxReplaced = 8   // glyphs replaced at once: longer spans keep their own, which have places
)

// beginMarked opens marked content with the operands of BDC or BMC.
func (in *interpreter) beginMarked(op string, args []operand) {
	if len(in.marked) >= maxMarked {
		in.unmarked++
		return
	}
	m := marked{first: len(in.glyphs)}
	if op == "BDC" && len(args) >= 2 {
		m.text = in.actualText(args[len(args)-1])
		m.hidden = args[0].str == "OC" && in.hides(args[len(args)-1].str)
	}
	if m.hidden {
		in.hiding++
	}
	if m.text != "" {
		in.replacing++
	}
	in.marked = append(in.marked, m)
}

// actualText gives the text that a property list brings, which stands in the
// content or in the resources.
func (in *interpreter) actualText(properties operand) string {
	switch properties.kind {
	case kindDict:
		for i := 0; i+1 < len(properties.list); i += 2 {
			if properties.list[i].str == "ActualText" {
				return replacement(properties.list[i+1].str)
			}
		}
	case kindName:
		return replacement(in.resources.Key("Properties").Key(properties.str).Key("ActualText").RawString())
	}
	return ""
}

// replacement decodes a text string (ISO 32000-1, 7.9.2.2); empty for one that
// is long or holds blanks, and so covers more than a few glyphs of one word.
func replacement(s string) string {
	const longest = 2 + 2*4*maxReplaced
	if len(s) > longest {
		return ""
	}
	text := s
	switch {
	case strings.HasPrefix(s, "\xfe\xff"):
		text = string(utf16.Decode(units(s[2:])))
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		text = strings.ToValidUTF8(s[3:], "")
	default:
		text, _ = charmap.Windows1252.NewDecoder().String(s) // it maps every byte
	}
	if strings.ContainsAny(strings.TrimSpace(text), " \t\n\r") {
		return ""
	}
	return text
}

// endMarked closes marked content, and puts its text in the place of what was
// drawn in it.
func (in *interpreter) endMarked() {
	if in.unmarked > 0 {
		in.unmarked--
		return
	}
	if len(in.marked) > 0 {
		in.closeMarked()
	}
}

func (in *interpreter) closeMarked() {
	n := len(in.marked)
	m := in.marked[n-1]
	in.marked = in.marked[:n-1]
	if m.hidden {
		in.hiding--
	}
	if m.text == "" {
		return
	}
	in.replacing--
	drawn := in.glyphs[min(m.first, len(in.glyphs)):]
	if len(drawn) == 0 || len(drawn) > maxReplaced {
		return
	}
	g := carrier(drawn)
	if g.text = clean(m.text, &font{}); g.text == "" {
		return // nothing that is seen: what is drawn stays
	}
	g.class = classOf(g.text)
	in.glyphs = append(in.glyphs[:len(in.glyphs)-len(drawn)], g)
}

// carrier gives the glyph that stands for all: one that is a letter, else the
// one with the longest advance, with the room of all on its line if that is
// level.
func carrier(drawn []glyph) glyph {
	best := drawn[0]
	for _, g := range drawn[1:] {
		if a, b := isLetter(&g), isLetter(&best); a != b && a || a == b && math.Hypot(g.dx, g.dy) > math.Hypot(best.dx, best.dy) {
			best = g
		}
	}
	from, to := best.x, best.x+best.dx
	for i := range drawn {
		if g := &drawn[i]; g.y == best.y && g.dy == 0 && g.dx > 0 && best.dy == 0 && best.dx > 0 {
			from, to = min(from, g.x), max(to, g.x+g.dx)
		}
	}
	best.x, best.dx = from, to-from
	return best
}

func isLetter(g *glyph) bool { return g.text != "" && g.class&(classMark|classBlank) == 0 }
