package main

import (
	"cmp"
	"fmt"
	"strings"

	"travaux/search"
	"travaux/search/schema"
	"travaux/search/un"
)

// printResult prints an answer for people.
func (p *program) printResult(res *search.Result, r search.Request) error {
	s := p.screen()
	var out strings.Builder
	for _, w := range res.Query.Warnings {
		fmt.Fprintf(p.stderr, "travaux: %s\n", oneLine(w))
	}
	fmt.Fprintln(&out, s.set(dim, total(res)+chosen(r)))
	if res.Total.Value == 0 {
		fmt.Fprintln(&out, s.set(dim, "fewer words or filters find more; theft OR fraud finds either word; travaux help query tells the rest"))
	}
	for i, h := range res.Hits {
		fmt.Fprintln(&out)
		for _, line := range hitLines(s, i+1, h, r.Language) {
			fmt.Fprintln(&out, line)
		}
	}
	for _, name := range schema.Facets() {
		if values, ok := res.Facets[name]; ok {
			printFacet(&out, s, name, values, res.FacetTotals[name])
		}
	}
	printAdvice(&out, s, res)
	if res.Next != "" && len(res.Hits) > 0 {
		fmt.Fprintf(&out, "\n%s\n", s.set(dim, "more: --cursor "+res.Next))
	}
	_, err := fmt.Fprint(p.stdout, out.String())
	return err
}

// chosen tells the filters of a request, which the query does not tell.
func chosen(r search.Request) string {
	var all strings.Builder
	for _, name := range schema.Facets() {
		if values := r.Filters[name]; len(values) > 0 {
			fmt.Fprintf(&all, ", %s %s", name, oneLine(strings.Join(values, " or ")))
		}
	}
	return all.String()
}

// total says how many results there are.
func total(res *search.Result) string {
	noun := "document"
	if res.View == search.Paragraphs {
		noun = "paragraph"
	}
	text := count(res.Total.Value, noun)
	if res.Total.Relation != "eq" {
		text = "about " + text
	}
	if res.Query.Interpreted != "" {
		text += ": " + oneLine(res.Query.Interpreted)
	}
	return text
}

// hitLines sets one hit: title, then symbol, type, meeting, date and languages,
// then its paragraphs.
func hitLines(s screen, number int, h search.Hit, language string) []string {
	head := fmt.Sprintf("%2d. ", number)
	indent := strings.Repeat(" ", len(head))
	lines := s.hang(head, piece{cmp.Or(h.Title, h.Symbol, h.ID), bold})
	facts := []piece{{cmp.Or(h.Symbol, h.ID), green}}
	for _, fact := range hitFacts(h, language) {
		facts = append(facts, piece{" · ", dim}, piece{fact, plainStyle})
	}
	lines = append(lines, s.wrap(indent, facts...)...)
	for _, par := range h.Paragraphs {
		lines = append(lines, paragraphLines(s, indent+"  ", par)...)
	}
	if h.More > 0 {
		lines = append(lines, indent+"  "+s.set(dim, fmt.Sprintf("and %s more", count(h.More, "paragraph"))))
	}
	if h.Explanation != nil {
		lines = append(lines, explanationLines(s, indent, h.Explanation)...)
	}
	for _, f := range h.Family {
		lines = append(lines, familyLines(s, indent, f)...)
	}
	return lines
}

// familyLines sets a member of a hit's family with its best paragraph.
func familyLines(s screen, indent string, f search.FamilyHit) []string {
	lines := s.wrap(indent, piece{"also ", dim}, piece{f.Symbol, green}, piece{" " + f.Title, plainStyle})
	for _, par := range f.Paragraphs {
		lines = append(lines, paragraphLines(s, indent+"  ", par)...)
	}
	if f.More > 0 {
		lines = append(lines, indent+"  "+s.set(dim, fmt.Sprintf("and %s more", count(f.More, "paragraph"))))
	}
	return lines
}

// hitFacts are what is known of a hit besides title and symbol.
func hitFacts(h search.Hit, language string) []string {
	var facts []string
	add := func(fact string) {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	var types []string
	for _, t := range h.Type {
		types = append(types, t.Label(language))
	}
	add(strings.Join(types, ", "))
	if h.Meeting != nil {
		add(cmp.Or(h.Meeting.Label, h.Meeting.ID))
	}
	add(string(h.Date))
	add(strings.Join(h.Languages, " "))
	switch {
	case !h.Held:
		add("text not held")
	case h.NoText:
		add("no text in the file")
	}
	return facts
}

// paragraphLines sets one paragraph, with its number and page before it.
func paragraphLines(s screen, indent string, par search.Paragraph) []string {
	var place []string
	if par.Number != "" {
		place = append(place, "para. "+par.Number)
	}
	if par.Page > 0 {
		place = append(place, fmt.Sprintf("p. %d", par.Page))
	}
	var pieces []piece
	if len(place) > 0 {
		pieces = append(pieces, piece{strings.Join(place, ", ") + "  ", dim})
	}
	for _, span := range par.Spans {
		switch {
		case !span.Match:
			pieces = append(pieces, piece{span.Text, plainStyle})
		case s.color:
			pieces = append(pieces, piece{span.Text, marked})
		default:
			pieces = append(pieces, piece{"*" + span.Text + "*", plainStyle})
		}
	}
	return s.wrap(indent, pieces...)
}

// sameWords reports whether a label only spells out a value: "Progress report"
// for progress_report.
func sameWords(label, value string) bool {
	return strings.EqualFold(label, strings.ReplaceAll(value, "_", " "))
}

// typeNames joins types as they are written in JSON.
func typeNames(types []un.Type) string {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = string(t)
	}
	return strings.Join(names, ", ")
}
