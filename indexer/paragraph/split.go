package paragraph

import (
	"regexp"

	"travaux/indexer/layout"
	"travaux/search/un"
)

// Split makes the passages of a document from its lines, in reading order,
// footnotes last. lang is the rendition's language (BCP 47). The warnings are
// sentences about the numbering: a number left out, a number printed twice.
// Running heads, page numbers, contents and the masthead are in no passage. It
// never fails: what it cannot place becomes an unnumbered block.
func Split(c *layout.Content, lang string) (passages []un.Passage, warnings []string) {
	if c == nil {
		return nil, nil
	}
	d := newDocument(c, lang)
	d.markFurniture()
	d.markNotes()
	d.markContents()
	d.markMasthead()
	notes := d.notes()
	d.takeCalls(notes)
	blocks := d.tables(d.mend(d.blocks()))
	parts := d.boundaries(blocks)
	d.unit = d.unitOf(blocks, parts)
	warnings = d.number(blocks, parts)
	b := newBuilder(d, blocks, parts)
	for i := range blocks {
		b.add(i)
	}
	b.footnotes(notes)
	k := newKinds(lang)
	for i := range b.out {
		p := &b.out[i]
		p.Language = languageOf(p.Text, lang)
		named := statesIn(p.Text, p.Language)
		p.States = statesOf(named)
		p.Kinds = k.of(*p, named)
		p.References = referencesOf(p.Text)
		notesCited(p)
	}
	d.tellConference(b.out)
	tellBodies(b.out)
	return b.out, warnings
}

// mend takes a block that only seemed to begin with a label or an indent back
// into the block before it, when that breaks off in the middle of a sentence
// and the line has no number.
func (d *document) mend(blocks []block) []block {
	out := blocks[:0]
	for _, b := range blocks {
		if len(out) > 0 && !b.gap && !b.labelled && !b.table && d.continues(out[len(out)-1], b) {
			last := &out[len(out)-1]
			last.lines = append(last.lines, b.lines...)
			continue
		}
		out = append(out, b)
	}
	return out
}

func (d *document) continues(a, b block) bool {
	if a.table || !a.last().placed() || a.last().sheet != b.first().sheet {
		return false
	}
	return startsLower(b.first().text) && !isSubItem(b.first().text) && d.full(a.last()) && !ends(a.last().text)
}

var annotatedTitle = regexp.MustCompile(`(?i)^(?:annotated (?:provisional )?agenda|provisional annotated agenda|ordre du jour.{0,30}annoté|(?:programa|temario).{0,20}anotado|аннотированная.{0,30}повестка|جدول الأعمال.{0,20}المشروح|附加说明的.{0,6}议程|.{0,4}议程.{0,4}说明)`)

// unitOf says what the document's own numbers count. In an annotated agenda
// they are items.
func (d *document) unitOf(blocks []block, parts []boundary) string {
	for i := 0; i < min(len(blocks), 6); i++ {
		if blocks[i].first().sheet == blocks[0].first().sheet && len(blocks[i].lines) < 4 && annotatedTitle.MatchString(blocks[i].text(d.words)) {
			return "item"
		}
	}
	return "para"
}
