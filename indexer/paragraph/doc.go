// Package paragraph makes passages of a document's lines: numbered paragraphs,
// headings, summaries, footnotes, tables and unnumbered blocks, each with its
// anchor, pages, heading path, kinds and references.
//
//	passages, warnings := paragraph.Split(content, "en")
//	passages[0].Anchor // "para-1"
//
// The rules are those of the UN Editorial Manual: paragraphs carry consecutive
// arabic numbers through the whole document, the same in all languages; they
// may begin again in annexes; headings, summaries and letters have none. So it
// is the sequence, not the look of a number, that tells a paragraph from a
// heading or an item of a list.
package paragraph
