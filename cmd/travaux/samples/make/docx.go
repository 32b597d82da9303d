package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"strings"

	"travaux/cmd/travaux/samples/source"
)

// writeDOCX writes a source as a word processor would: headings by style,
// paragraph numbers by automatic numbering (so they are not in the text), the
// masthead in a table, the symbol in the header of pages after the first.
func writeDOCX(src, out string) error {
	file, err := os.Open(src)
	if err != nil {
		return err
	}
	defer file.Close()
	doc, err := source.Parse(file)
	if err != nil {
		return err
	}

	w := &docxWriter{doc: doc}
	body := w.body()
	parts := []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", fmt.Sprintf(coreProps, escape(doc.Title), escape(doc.Language))},
		{"word/document.xml", fmt.Sprintf(documentPart, body)},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", fmt.Sprintf(stylesPart, escape(doc.Language))},
		{"word/numbering.xml", w.numbering()},
		{"word/header1.xml", fmt.Sprintf(headerPart, paragraph("Header", "", doc.Head))},
		{"word/footer1.xml", fmt.Sprintf(footerPart, paragraph("Footer", "", doc.Mark, doc.Job))},
		{"word/footer2.xml", fmt.Sprintf(footerPart, w.foot()+paragraph("Footer", "", doc.Mark))},
	}

	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, part := range parts {
		f, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := f.Write([]byte(part.content)); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, buf.Bytes(), 0o644)
}

// docxWriter turns blocks into the paragraphs of a document part.
type docxWriter struct {
	doc *source.Document
	// starts holds the first number of each numbered list begun so far. A list
	// goes on through headings; one that begins again is another list.
	starts []int
	last   int
}

func (w *docxWriter) body() string {
	var b strings.Builder
	var masthead, table []source.Block
	for _, block := range w.doc.Blocks {
		if block.Part == "masthead" || block.Part == "distr" {
			masthead = append(masthead, block)
			continue
		}
		if masthead != nil {
			b.WriteString(mastheadTable(masthead))
			masthead = nil
		}
		if block.Tag == "tr" {
			table = append(table, block)
			continue
		}
		b.WriteString(rows(table))
		table = nil
		if block.Part != "foot" {
			b.WriteString(w.block(block))
		}
	}
	b.WriteString(rows(table))
	return b.String()
}

func (w *docxWriter) block(b source.Block) string {
	switch {
	case b.Tag == "h1":
		return paragraph("Title", "", b.Text)
	case b.Tag == "h2" && b.Number != "":
		return paragraph("Heading1", "", b.Number, b.Text)
	case b.Tag == "h2":
		return paragraph("Heading1", "", b.Text)
	case b.Tag == "h3" && b.Number != "":
		return paragraph("Heading2", "", b.Number, b.Text)
	case b.Tag == "h3":
		return paragraph("Heading2", "", b.Text)
	case b.Part == "meeting" || b.Class == "origin":
		return paragraph("Masthead", "", b.Text)
	}
	return w.numbered(b)
}

// numbered writes a paragraph of the text, with its number as an item of a list.
func (w *docxWriter) numbered(b source.Block) string {
	level := map[string]int{"sub": 1, "subsub": 2}[b.Class]
	var n int
	if level == 0 {
		if _, err := fmt.Sscanf(b.Number, "%d.", &n); err != nil {
			return paragraph("Normal", "", b.Text)
		}
		if n != w.last+1 || len(w.starts) == 0 {
			w.starts = append(w.starts, n)
		}
		w.last = n
	}
	list := fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, len(w.starts))
	return paragraph("Normal", list, b.Text)
}

// numbering declares one list a start.
func (w *docxWriter) numbering() string {
	var b strings.Builder
	left := "("
	if w.doc.Language == "es" || w.doc.Language == "fr" {
		left = ""
	}
	fmt.Fprintf(&b, numberingHead, left, left)
	for i, start := range w.starts {
		fmt.Fprintf(&b, numberingList, i+1, start)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

// foot writes the notes at the foot of the first page.
func (w *docxWriter) foot() string {
	var b strings.Builder
	for _, block := range w.doc.Blocks {
		if block.Part == "foot" {
			b.WriteString(paragraph("Footer", "", block.Text))
		}
	}
	return b.String()
}

// mastheadTable lays out "United Nations" and the symbol over the body's name
// and the lines of distribution, date and original language.
func mastheadTable(blocks []source.Block) string {
	text := map[string]string{}
	var distr string
	for _, b := range blocks {
		if b.Part == "distr" {
			distr += paragraph("Normal", "", b.Text)
		} else {
			text[b.Class] = paragraph("Masthead", "", b.Text)
		}
	}
	row := func(left, right string) string { return "<w:tr>" + cell(left) + cell(right) + "</w:tr>" }
	return table(2, row(text["un"], text["symbol"])+row(text["body"], distr))
}

// rows writes a table of the text.
func rows(blocks []source.Block) string {
	if len(blocks) == 0 {
		return ""
	}
	var b strings.Builder
	for _, block := range blocks {
		b.WriteString("<w:tr>")
		for text := range strings.SplitSeq(block.Text, "\t") {
			b.WriteString(cell(paragraph("Normal", "", text)))
		}
		b.WriteString("</w:tr>")
	}
	return table(1+strings.Count(blocks[0].Text, "\t"), b.String())
}

// table wraps rows. An empty paragraph follows: a table cannot end a document.
func table(columns int, rows string) string {
	return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>` +
		strings.Repeat(`<w:gridCol/>`, columns) + `</w:tblGrid>` + rows + `</w:tbl><w:p/>`
}

func cell(content string) string {
	return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>` + content + `</w:tc>`
}

// paragraph writes one paragraph of a style; texts are parted by tabs.
func paragraph(style, properties string, texts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>`, style, properties)
	for i, text := range texts {
		if i > 0 {
			b.WriteString(`<w:r><w:tab/></w:r>`)
		}
		fmt.Fprintf(&b, `<w:r><w:t xml:space="preserve">%s</w:t></w:r>`, escape(text))
	}
	b.WriteString(`</w:p>`)
	return b.String()
}

func escape(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // a bytes.Buffer takes every write
	}
	return b.String()
}
