package docx_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/docx"
	"travaux/indexer/layout"
)

// A text box whose paragraph lost its end to a tracked change keeps its text.
func TestDeletedEndInTextBox(t *testing.T) {
	box := `<w:pict><w:txbxContent>` + p(`<w:rPr><w:del/></w:rPr>`, "in the box") + `</w:txbxContent></w:pict>`
	got := texts(t, pack(t, `<w:p><w:r>`+box+`<w:t>around it</w:t></w:r></w:p>`, nil))
	if diff := cmp.Diff([]string{"in the box", "around it"}, got); diff != "" {
		t.Error(diff)
	}
}

// A list may begin at nought.
func TestNumbersFromNought(t *testing.T) {
	if diff := cmp.Diff([]string{"0", "1", "2"}, numbered(t, "decimal", 0, 3)); diff != "" {
		t.Error(diff)
	}
}

// What a broken header says before it breaks off is read.
func TestBrokenHeader(t *testing.T) {
	const schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	c, err := docx.Read(pack(t, p("", "text")+`<w:sectPr><w:headerReference w:type="default" r:id="r1"/></w:sectPr>`, map[string]string{
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Type="` + schema + `header" Target="header1.xml"/></Relationships>`,
		"word/header1.xml":             `<w:hdr ` + namespace + `>` + p("", "A/79/876") + `<w:p></w:x>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Pages[0].Lines[0].Text; got != "A/79/876" || len(c.Warnings) != 1 {
		t.Errorf("first line %q, warnings %q", got, c.Warnings)
	}
}

// Parentheses put around a part of a formula move the marks behind them.
func TestRaisedInFormula(t *testing.T) {
	raised := run(`<w:vertAlign w:val="superscript"/>`, "1")
	got := lines(t, pack(t, `<w:p><m:f><m:num>`+run("", "a + b")+raised+`</m:num><m:den>`+run("", "c")+`</m:den></m:f></w:p>`, nil))
	if want := []layout.Span{{Start: 6, End: 7}}; len(got) != 1 || got[0].Text != "(a + b1)/c" || cmp.Diff(want, got[0].Raised) != "" {
		t.Errorf("got %+v", got)
	}
}

// BenchmarkPieces reads what takes its square in time where text is put together a
// piece at a time: a row of many cells, a paragraph of many formulas.
func BenchmarkPieces(b *testing.B) {
	const many = 20_000
	var cells, fractions strings.Builder
	for i := range many {
		text := strconv.FormatUint(uint64(i)*0x9e3779b97f4a7c15, 36)
		cells.WriteString(`<w:tc>` + p("", text) + `</w:tc>`)
		fractions.WriteString(`<m:f><m:num>` + run("", text+" + b") + `</m:num><m:den>` + run("", "c") + `</m:den></m:f>`)
	}
	for name, body := range map[string]string{
		"row": `<w:tbl><w:tr>` + cells.String() + `</w:tr></w:tbl>`, "formulas": `<w:p>` + fractions.String() + `</w:p>`,
	} {
		data := pack(b, body, nil)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := docx.Read(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
