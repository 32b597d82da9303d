package docx

import (
	"encoding/xml"
	"slices"
	"strings"

	"travaux/indexer/layout"
)

// A pageReference names a header or footer of a section: that of its first, its
// even or (default) its other pages.
type pageReference struct {
	pages, relation string
	footer          bool
}

// startSection takes what belongs to the properties of a section.
func (w *walker) startSection(t xml.StartElement) bool {
	switch name := t.Name.Local; name {
	case "headerReference", "footerReference":
		w.section = append(w.section, pageReference{value(t, "type"), value(t, "id"), name == "footerReference"})
	case "titlePg":
		w.firstPage = on(value(t, "val"))
	default:
		return false
	}
	return true
}

// endSection keeps the headers of a section that are shown, the first page's
// before the others. Those that are not shown stay in the file from its earlier
// lives, with the symbols of other documents.
func (w *walker) endSection() {
	slices.SortStableFunc(w.section, func(a, b pageReference) int { return boolRank(b.pages == "first") - boolRank(a.pages == "first") })
	for _, h := range w.section {
		if h.pages == "first" && !w.firstPage || h.pages == "even" && !w.doc.settings.evenPages {
			continue
		}
		w.doc.headers = append(w.doc.headers, h)
	}
	w.section, w.firstPage = nil, false
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// on reads the value of a switch (ECMA-376 part 1, 22.9.2.7); a switch that is
// there without a value is on.
func on(value string) bool { return value != "0" && value != "false" && value != "off" }

// readMargin gives the lines of one header or footer; of a broken one those before
// the break.
func (d *document) readMargin(data []byte) []layout.Line {
	margin := &document{styles: d.styles, numbering: d.numbering, settings: d.settings}
	w := &walker{doc: margin, margin: true}
	if err := w.read(data); err != nil {
		d.warnings = append(d.warnings, "a header or footer breaks off: "+err.Error())
	}
	return margin.lines
}

// marginLines gives the lines of the headers, or of the footers, that are shown,
// in the order of the sections; what several of them say is given once.
func (d *document) marginLines(p *parts, main string, footer bool) []layout.Line {
	kind := "header"
	if footer {
		kind = "footer"
	}
	parts := map[string]string{}
	for _, r := range p.targets(main, kind) {
		parts[r.id] = r.part
	}
	var lines []layout.Line
	read, said := map[string]bool{}, map[string]bool{}
	for _, h := range d.headers {
		part := parts[h.relation]
		if h.footer != footer || part == "" || read[part] {
			continue
		}
		read[part] = true
		for _, l := range d.readMargin(p.optional(part)) {
			if !said[l.Text] && strings.Trim(l.Text, " .-–—/|") != "" {
				said[l.Text] = true
				lines = append(lines, l)
			}
		}
	}
	return lines
}
