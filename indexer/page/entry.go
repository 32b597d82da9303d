package page

import (
	"regexp"
	"strings"

	"travaux/search/un"
)

// entry is a row as it is read.
type entry struct {
	symbols   []un.Symbol
	note      un.Identity // of a note verbale, in place of a symbol
	lines     []string    // the title's lines
	heading   int         // the number of headings above
	languages []string
	links     map[string]string
}

// title joins the lines of the row's title.
func (e *entry) title() string { return strings.Join(e.lines, " ") }

var inParentheses = regexp.MustCompile(`\(([^()]*(?:\([^()]*\)[^()]*)*)\)`)

// symbolBehind takes the symbol that stands in parentheses behind a title:
// "Provisional agenda (ECE/MP.PP/2005/1)". It gives the title without it.
func (e *entry) symbolBehind(title string) string {
	for _, at := range inParentheses.FindAllStringSubmatchIndex(title, -1) {
		var inner entry
		rest, ok := inner.begin(strings.TrimSpace(title[at[2]:at[3]]))
		if !ok || rest != "" {
			continue
		}
		e.symbols, e.note = inner.symbols, inner.note
		return strings.TrimSpace(strings.TrimSpace(title[:at[0]]) + " " + strings.TrimSpace(title[at[1]:]))
	}
	return title
}

// begin reads what a row begins with and gives the rest of the text.
func (e *entry) begin(text string) (rest string, ok bool) {
	if note, rest, ok := un.FindNote(text); ok {
		e.note = note
		return rest, true
	}
	at := 0
	for _, f := range un.FindSymbols(text) {
		if strings.Trim(text[at:f.Start], " -–—|&") != "" {
			break
		}
		e.symbols = append(e.symbols, f.Symbol)
		at = f.End
	}
	return strings.TrimSpace(text[at:]), at > 0
}

// cells takes title and marks from the cells behind the symbol's. A cell under a
// language that holds text stands for a file in it, whatever the text is. In a
// row that has lost the pictures of its links, dashes count.
func (e *entry) cells(title string, cells []string, offset int, cols columns, linked bool) string {
	dashes, told := 0, linked
	for i, cell := range cells {
		lang := cols.at(offset + i)
		switch {
		case lang != "" && cell == "":
		case lang != "" && isDash(strings.ReplaceAll(cell, " ", "")):
			dashes++
		case lang != "":
			e.offer(lang, "")
			told = true
		case cell == "":
		case title == "" && !onlyLanguages(cell):
			title = cell
		default:
			for _, l := range namedLanguages(cell) {
				e.offer(l, "")
			}
		}
	}
	if dashes > 0 && !told {
		e.mark(marks{dashes: dashes}, cols)
	}
	return title
}

// titleStart reports whether a text can begin the title of a row in running
// lines: nothing (the title follows on the next line), or no small letter and no
// punctuation, with which a sentence goes on behind a symbol.
func titleStart(s string) bool {
	if s == "" {
		return true
	}
	first := []rune(s)[0]
	return !strings.ContainsRune(",.;:)]", first) && strings.ToUpper(string(first)) == string(first) && !strings.HasPrefix(s, "/")
}
