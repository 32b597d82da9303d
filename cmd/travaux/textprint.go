package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"travaux/indexer/layout"
	"travaux/search/un"
)

// printText prints masthead and text for people.
func printText(w io.Writer, s screen, t fileText) error {
	if t.Page != nil {
		if err := printPage(w, s, t.Page, t.Reader); err != nil {
			return err
		}
	} else {
		printFacts(w, s, t)
	}
	pages := map[int]layout.Page{}
	for _, page := range t.Pages {
		pages[page.Number] = page
	}
	at := 0
	for _, passage := range t.Passages {
		var lines []string
		if n := passage.Page; n > at && len(t.Pages) > 1 {
			at = n
			lines = append(lines, "", s.set(dim, pageMark(pages[n], n)))
		}
		lines = append(append(lines, ""), passageLines(s, passage)...)
		if _, err := fmt.Fprintln(w, strings.Join(lines, "\n")); err != nil {
			return err
		}
	}
	return nil
}

// printFacts prints what the masthead says and how the file was read.
func printFacts(w io.Writer, s screen, t fileText) {
	m := t.Masthead
	facts := []struct{ name, value string }{
		{"symbol", strings.Join(m.Symbols, " | ")},
		{"title", m.Title},
		{"type", typeNames(m.Type)},
		{"origin", string(m.Origin)},
		{"date", string(m.Date)},
		{"body", m.BodyName},
		{"language", m.Language},
		{"original", m.Original},
		{"session", m.Session},
		{"place", m.Place},
		{"meeting dates", days(m.Start, m.End)},
		{"agenda item", strings.TrimSpace(m.AgendaItem + "  " + m.AgendaTitle)},
		{"distribution", m.Distribution},
		{"job number", m.JobNumber},
		{"reader", t.Reader},
		{"pages", pagesRead(t)},
		{"text", countPassages(t.Passages)},
	}
	for _, fact := range facts {
		if fact.value == "" {
			continue
		}
		for _, line := range s.hang(fmt.Sprintf("%-13s ", fact.name), piece{oneLine(fact.value), plainStyle}) {
			fmt.Fprintln(w, line)
		}
	}
}

// pagesRead says how many pages there are, and which were recognised in pictures,
// read by another reader or hold what may not be what stands on the page.
func pagesRead(t fileText) string {
	recognised, doubted, empty := 0, 0, 0
	sum := 0.0
	others := map[string]int{}
	for _, page := range t.Pages {
		switch {
		case page.OCR:
			recognised++
			sum += page.Confidence
		case len(page.Lines) == 0:
			empty++
		}
		if page.Doubt != "" {
			doubted++
		}
		if page.Reader != "" && !page.OCR {
			others[page.Reader]++
		}
	}
	said := []string{fmt.Sprint(len(t.Pages))}
	if recognised > 0 {
		said = append(said, fmt.Sprintf("%d recognised in pictures (confidence %.0f %%)", recognised, 100*sum/float64(recognised)))
	}
	for _, reader := range slices.Sorted(maps.Keys(others)) {
		said = append(said, fmt.Sprintf("%d read by %s", others[reader], reader))
	}
	if doubted > 0 {
		said = append(said, fmt.Sprintf("%d in doubt", doubted))
	}
	if empty > 0 {
		said = append(said, fmt.Sprintf("%d without text", empty))
	}
	if t.Wanting != "" {
		said = append(said, t.Wanting+" would read more and is not installed")
	}
	return strings.Join(said, ", ")
}

// countPassages says what the text is made of.
func countPassages(passages []un.Passage) string {
	counts := map[un.PassageType]int{}
	for _, p := range passages {
		counts[p.Type]++
	}
	var said []string
	for _, t := range []struct {
		is   un.PassageType
		noun string
	}{{un.Paragraph, "numbered paragraph"}, {un.HeadingPassage, "heading"}, {un.Summary, "summary"}, {un.Text, "other block"}, {un.Table, "table"}, {un.Footnote, "footnote"}} {
		if n := counts[t.is]; n > 0 {
			said = append(said, count(n, t.noun))
		}
	}
	return strings.Join(said, ", ")
}

// pageMark parts pages, and says how one was read where that matters.
func pageMark(page layout.Page, number int) string {
	said := []string{fmt.Sprintf("page %d", number)}
	if page.OCR {
		said = append(said, fmt.Sprintf("recognised in a picture, confidence %.0f %%", 100*page.Confidence))
	}
	if page.Doubt != "" {
		said = append(said, "in doubt: "+oneLine(page.Doubt))
	}
	return "── " + strings.Join(said, ", ") + " ──"
}

// textIndent is the column in which the text of passages begins.
const textIndent = 6

// passageLines sets one passage: its number hanging before the text, and below
// the text what was understood of it.
func passageLines(s screen, p un.Passage) []string {
	var lines []string
	switch p.Type {
	case un.HeadingPassage:
		level := 1
		if n := len(p.Headings); n > 0 {
			level = p.Headings[n-1].Level + 1
		}
		lines = s.wrap(strings.Repeat("  ", min(level-1, 5)), piece{oneLine(strings.TrimSpace(p.Number + " " + p.Text)), bold})
	case un.Table:
		for row := range strings.SplitSeq(p.Text, "\n") {
			row = strings.ReplaceAll(row, "\t", " │ ")
			lines = append(lines, s.hang(strings.Repeat(" ", textIndent), piece{row, plainStyle})...)
		}
	case un.Footnote:
		lines = s.hang(head(cmp.Or(p.Number, "note")), piece{p.Text, dim})
	case un.Summary:
		lines = s.hang(head("sum."), piece{p.Text, plainStyle})
	default:
		number := p.Number
		if number != "" {
			number += "."
		}
		lines = s.hang(head(number), piece{p.Text, plainStyle})
	}
	return append(lines, understoodLines(s, p)...)
}

// head is a number set before the column of the text.
func head(number string) string { return fmt.Sprintf("%-*s", textIndent, oneLine(number)+" ") }

// understoodLines say what was understood of a passage.
func understoodLines(s screen, p un.Passage) []string {
	var lines []string
	say := func(mark string, st style, text string) {
		indent := strings.Repeat(" ", textIndent)
		more := s.hang(indent+mark+" ", piece{oneLine(text), st})
		lines = append(lines, more...)
	}
	for _, k := range p.Kinds {
		text := strings.ReplaceAll(string(k.Value), "_", " ")
		if k.By != "" {
			text += ", by " + k.By
		}
		if k.Cue != "" {
			text += ": “" + k.Cue + "”"
		}
		say("▸", green, text)
	}
	for _, c := range p.Corrections {
		say("✎", marked, correctionText(c))
	}
	if targets := targetsOf(p.References); targets != "" {
		say("→", dim, targets)
	}
	if len(p.States) > 0 {
		say("⚑", dim, strings.Join(p.States, " "))
	}
	for _, note := range p.Notes {
		say("*", dim, note)
	}
	return lines
}

// targetsOf names what is cited, each once.
func targetsOf(references []un.Reference) string {
	seen := map[string]bool{}
	var all []string
	for _, r := range references {
		if !seen[r.Target] {
			seen[r.Target] = true
			all = append(all, r.Target)
		}
	}
	return strings.Join(all, ", ")
}

// correctionText says what a correction does.
func correctionText(c un.Correction) string {
	text := cmp.Or(c.Place, c.Anchor)
	switch c.Action {
	case un.Replace:
		if c.Old != "" {
			text += ": for “" + c.Old + "”"
		} else {
			text += ":"
		}
		text += " read “" + c.New + "”"
	case un.Delete:
		text += ": delete"
		if c.Old != "" {
			text += " “" + c.Old + "”"
		}
	case un.Insert:
		text += fmt.Sprintf(": insert “%s”", c.New)
		if c.After != "" {
			text += " after “" + c.After + "”"
		}
	}
	if c.Anchor != "" && c.Place != "" {
		text += "  (" + c.Anchor + ")"
	}
	return text
}
