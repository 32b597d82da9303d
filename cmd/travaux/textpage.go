package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"travaux/indexer/layout"
	"travaux/indexer/page"
	"travaux/search/un"
)

// pageText is a meeting page in the JSON of `travaux text`.
type pageText struct {
	Meetings []un.Meeting `json:"meetings"`
	Rows     []rowText    `json:"rows"`
}

// rowText is one listed document. Meeting is that of the document's own symbol,
// Under the meeting under whose heading the row stands.
type rowText struct {
	Symbol    string            `json:"symbol,omitempty"`
	Symbols   []string          `json:"symbols,omitempty"`
	Title     string            `json:"title"`
	Type      []un.Type         `json:"type,omitempty"`
	Meeting   string            `json:"meeting,omitempty"`
	Under     string            `json:"under,omitempty"`
	Languages []string          `json:"languages,omitempty"`
	Links     map[string]string `json:"links,omitempty"`
}

// readPage reads the content as a meeting page, as the indexer does before it
// looks for a document; it is nil when the content is none.
func readPage(c *layout.Content) *pageText {
	p, ok := page.Parse(c)
	if !ok {
		return nil
	}
	t := &pageText{Meetings: append([]un.Meeting{}, p.Meetings...), Rows: []rowText{}}
	for _, r := range p.Rows {
		row := rowText{
			Symbol: r.Document.ID, Title: r.Title, Type: r.Document.Types, Meeting: r.Document.Meeting,
			Under: r.Meeting, Languages: r.Languages, Links: r.Links,
		}
		for _, s := range r.Document.Symbols {
			row.Symbols = append(row.Symbols, s.String())
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// printPage prints the meetings of a meeting page and the documents it lists.
func printPage(w io.Writer, s screen, t *pageText, reader string) error {
	var out strings.Builder
	fmt.Fprintf(&out, "%-13s %s, %s\n", "meeting page", count(len(t.Meetings), "meeting"), count(len(t.Rows), "document"))
	fmt.Fprintf(&out, "%-13s %s\n", "reader", reader)
	for _, m := range t.Meetings {
		fmt.Fprintln(&out)
		for _, line := range meetingLines(s, m) {
			fmt.Fprintln(&out, line)
		}
	}
	for i, r := range t.Rows {
		fmt.Fprintln(&out)
		for _, line := range rowLines(s, i+1, r) {
			fmt.Fprintln(&out, line)
		}
	}
	_, err := fmt.Fprint(w, out.String())
	return err
}

// meetingLines sets one meeting: its name, then its id, place and days.
func meetingLines(s screen, m un.Meeting) []string {
	facts := []piece{{oneLine(cmp.Or(m.ID, "of a body that is not known")), green}}
	for _, fact := range []string{m.Place, days(m.Start, m.End)} {
		if fact != "" {
			facts = append(facts, piece{" · ", dim}, piece{oneLine(fact), plainStyle})
		}
	}
	lines := s.wrap("", piece{oneLine(cmp.Or(m.Name, m.ID)), bold})
	return append(lines, s.wrap("    ", facts...)...)
}

// days writes the days of a meeting.
func days(start, end un.Date) string {
	if start == end || end == "" {
		return string(start)
	}
	return string(start) + " to " + string(end)
}

// rowLines sets one listed document: its title, then its symbol, type, meeting
// and the languages the page offers.
func rowLines(s screen, number int, r rowText) []string {
	head := fmt.Sprintf("%2d. ", number)
	facts := []piece{{oneLine(cmp.Or(strings.Join(r.Symbols, " | "), r.Symbol, "no symbol")), green}}
	for _, fact := range []string{typeNames(r.Type), r.Meeting, strings.Join(r.Languages, " ")} {
		if fact != "" {
			facts = append(facts, piece{" · ", dim}, piece{oneLine(fact), plainStyle})
		}
	}
	lines := s.hang(head, piece{oneLine(cmp.Or(r.Title, r.Symbol)), bold})
	return append(lines, s.wrap(strings.Repeat(" ", len(head)), facts...)...)
}
