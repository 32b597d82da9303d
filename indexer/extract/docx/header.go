package docx

import (
	"bytes"

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
	return bytes.Contains(settings, []byte("evenAndOddHeaders"))
}

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
	read := map[string]bool{}
	for _, id := range d.headers {
		if part := parts[id]; part != "" && !read[part] {
			read[part] = true
			for _, l := range d.readHeader(p.optional(part)) {
				if !contains(lines, l.Text) {
					lines = append(lines, l)
				}
			}
		}
	}
	return lines
}

func contains(lines []layout.Line, text string) bool {
	for _, l := range lines {
		if l.Text == text {
			return true
		}
	}
	return false
}
