package docx

import (
	"encoding/xml"

	"travaux/indexer/layout"
)

// A headerReference names a header of a section: that of its first, its even or
// (default) its other pages.
type headerReference struct{ pages, relation string }

// endSection keeps the headers of a section that are shown. Others stay in the
// file from its earlier lives, with the symbols of other documents.
func (w *walker) endSection() {
	for _, h := range w.header {
		if h.pages == "first" && !w.firstPage || h.pages == "even" && !w.doc.evenPages {
			continue
		}
		w.doc.headers = append(w.doc.headers, h.relation)
	}
	w.header, w.firstPage = nil, false
}

// evenAndOdd reports whether word/settings.xml gives even pages their own
// headers.
func evenAndOdd(settings []byte) bool {
	var in struct {
		Headers *xmlValue `xml:"evenAndOddHeaders"`
	}
	if len(settings) == 0 || xml.Unmarshal(settings, &in) != nil || in.Headers == nil {
		return false
	}
	return on(in.Headers.Value)
}

// on reads the value of a switch (ECMA-376 part 1, 22.9.2.7); a switch that is
// there without a value is on.
func on(value string) bool { return value != "0" && value != "false" && value != "off" }

// readHeader gives the lines of one header, none if it is broken.
func (d *document) readHeader(data []byte) []layout.Line {
	header := &document{styles: d.styles, numbering: d.numbering}
	w := &walker{doc: header}
	if err := w.run(data); err != nil {
		return nil
	}
	return header.lines
}

// headerLines gives the lines of the headers that are shown, in the order of the
// sections; what several of them say is given once.
func (d *document) headerLines(p *parts, main string) []layout.Line {
	parts := map[string]string{}
	for _, r := range p.targets(main, "header") {
		parts[r.id] = r.part
	}
	var lines []layout.Line
	read, said := map[string]bool{}, map[string]bool{}
	for _, id := range d.headers {
		if part := parts[id]; part != "" && !read[part] {
			read[part] = true
			for _, l := range d.readHeader(p.optional(part)) {
				if !said[l.Text] {
					said[l.Text] = true
					lines = append(lines, l)
				}
			}
		}
	}
	return lines
}
