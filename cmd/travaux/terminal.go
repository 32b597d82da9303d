package main

import (
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/term"
	"golang.org/x/text/width"
)

// screen is where text for people goes: its width in cells, and the styles
// that it takes.
type screen struct {
	width int
	color bool
}

// screen looks at where stdout leads. Colours are for a terminal only, and not
// when NO_COLOR is set (no-color.org).
func (p *program) screen() screen {
	s := screen{width: 80}
	if n, err := strconv.Atoi(p.getenv("COLUMNS")); err == nil && n >= 40 {
		s.width = n
	}
	f, ok := p.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return s
	}
	if w, _, err := term.GetSize(int(f.Fd())); err == nil && w >= 40 {
		s.width = min(w, 100)
	}
	s.color = p.getenv("NO_COLOR") == "" && p.getenv("TERM") != "dumb"
	return s
}

// isTerminal reports whether w leads to a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// style is a way to set text on a terminal (ECMA-48, SGR).
type style string

const (
	plainStyle style = ""
	bold       style = "1"
	dim        style = "2"
	marked     style = "1;33"
	green      style = "32"
	removed    style = "31"
)

// set gives text in a style, or as it is where there are no colours.
func (s screen) set(st style, text string) string {
	if !s.color || st == plainStyle || text == "" {
		return text
	}
	return "\x1b[" + string(st) + "m" + text + "\x1b[0m"
}

// piece is a run of text in one style.
type piece struct {
	text  string
	style style
}

// wrap sets pieces into lines that begin with indent and are no wider than the
// screen. Lines break at blanks, and between characters of two cells, which
// Chinese sets without blanks.
func (s screen) wrap(indent string, pieces ...piece) []string {
	var lines []string
	room := max(s.width-textWidth(indent), 20)
	var line strings.Builder
	used, blank := 0, false
	for _, word := range words(pieces) {
		w := 0
		for _, part := range word.parts {
			w += textWidth(part.text)
		}
		gap := 0
		if word.blank && used > 0 {
			gap = 1
		}
		if used > 0 && used+gap+w > room {
			lines = append(lines, indent+line.String())
			line.Reset()
			used, gap = 0, 0
		}
		if blank = gap == 1; blank {
			line.WriteByte(' ')
		}
		for _, part := range word.parts {
			line.WriteString(s.set(part.style, part.text))
		}
		used += gap + w
	}
	if used > 0 {
		lines = append(lines, indent+line.String())
	}
	return lines
}

// hang is wrap with a head before the first line, under which the others are
// indented.
func (s screen) hang(head string, pieces ...piece) []string {
	indent := strings.Repeat(" ", textWidth(head))
	lines := s.wrap(indent, pieces...)
	if len(lines) == 0 {
		return []string{strings.TrimRight(head, " ")}
	}
	lines[0] = head + strings.TrimPrefix(lines[0], indent)
	return lines
}

// word is what stands between two places where a line may break.
type word struct {
	parts []piece
	blank bool // a blank stands before it
}

// words cuts pieces at the places where a line may break.
func words(pieces []piece) []word {
	var out []word
	blank, open := false, false
	for _, p := range pieces {
		for _, r := range p.text {
			if unicode.IsSpace(r) {
				blank, open = true, false
				continue
			}
			if steers(r) {
				continue
			}
			wide := runeWidth(r) == 2
			if !open || (wide && !unicode.IsPunct(r)) {
				out = append(out, word{blank: blank})
			}
			blank, open = false, true
			last := &out[len(out)-1]
			if n := len(last.parts); n > 0 && last.parts[n-1].style == p.style {
				last.parts[n-1].text += string(r)
			} else {
				last.parts = append(last.parts, piece{string(r), p.style})
			}
		}
	}
	return out
}

// textWidth is the width of text in terminal cells.
func textWidth(text string) int {
	w := 0
	for _, r := range text {
		w += runeWidth(r)
	}
	return w
}

// runeWidth is the width of a character in terminal cells: 0, 1 or 2.
func runeWidth(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// steers reports whether a character would steer the terminal, which neither a
// document nor a question may: control characters, and those that turn the direction
// of what stands behind them (Unicode Annex 9, section 2).
func steers(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// oneLine makes text safe to print inside a line: what steers the terminal, line
// ends among it, becomes a blank, or nothing where it has no width.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case steers(r):
			return -1
		}
		return r
	}, text)
}
