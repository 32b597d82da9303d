package docx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/docx"
	"travaux/indexer/layout"
)

const namespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// pack makes a document of a body and further parts.
func pack(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	all := map[string]string{
		"word/document.xml": `<w:document ` + namespace + `><w:body>` + body + `</w:body></w:document>`,
	}
	for name, text := range parts {
		all[name] = text
	}
	for name, text := range all {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func p(properties, text string) string {
	return `<w:p><w:pPr>` + properties + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func lines(t *testing.T, data []byte) []layout.Line {
	t.Helper()
	c, err := docx.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return c.Pages[0].Lines
}

func TestRead(t *testing.T) {
	styles := `<w:styles ` + namespace + `>
		<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
		<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>
		<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H _Ch_G"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="HSub"><w:name w:val="sub"/><w:basedOn w:val="HCh"/></w:style></w:styles>`
	tests := []struct {
		name, body string
		want       []layout.Line
	}{
		{"paragraphs", p("", "one") + p("", "two"), []layout.Line{{Text: "one", Block: 1}, {Text: "two", Block: 2}}},
		{
			"headings", p(`<w:pStyle w:val="H2"/>`, "by name") + p(`<w:pStyle w:val="HSub"/>`, "by base") + p(`<w:outlineLvl w:val="2"/>`, "by itself"),
			[]layout.Line{{Text: "by name", Heading: 2, Block: 1}, {Text: "by base", Heading: 1, Block: 2}, {Text: "by itself", Heading: 3, Block: 3}},
		},
		{
			"runs and tabs", `<w:p><w:r><w:t>A</w:t></w:r><w:r><w:t>/79/876</w:t><w:tab/><w:t>page</w:t></w:r></w:p>`,
			[]layout.Line{{Text: "A/79/876 page", Block: 1}},
		},
		{"deleted and hidden text", `<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>` +
			`<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>`, []layout.Line{{Text: "new", Block: 1}}},
		{
			"table", `<w:tbl><w:tr><w:tc>` + p("", "a") + p("", "b") + `</w:tc><w:tc>` + p("", "c") + `</w:tc></w:tr></w:tbl>`,
			[]layout.Line{{Text: "a b\tc", Block: 1, Row: true}},
		},
		{
			"a frame is no table", `<w:tbl><w:tr><w:tc>` + p("", "") + `</w:tc><w:tc>` + p("", "a") + p("", "b") + `</w:tc></w:tr></w:tbl>`,
			[]layout.Line{{Text: "a", Block: 1}, {Text: "b", Block: 2}},
		},
		{
			"nested table in a frame", `<w:tbl><w:tr><w:tc>` + p("", "a") + `<w:tbl><w:tr><w:tc>` + p("", "x") + `</w:tc><w:tc>` + p("", "y") +
				`</w:tc></w:tr></w:tbl>` + p("", "") + `</w:tc></w:tr></w:tbl>`,
			[]layout.Line{{Text: "a", Block: 1}, {Text: "x\ty", Row: true, Block: 2}},
		},
		{
			"text box once", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + p("", "boxed") +
				`</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + p("", "boxed") + `</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			[]layout.Line{{Text: "boxed", Block: 1}},
		},
		{"empty", "", []layout.Line{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := lines(t, pack(t, tt.body, map[string]string{"word/styles.xml": styles}))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The expected numbers are those Word prints for these definitions (ECMA-376
// part 1, 17.9).
func TestAutomaticNumbers(t *testing.T) {
	numbering := `<w:numbering ` + namespace + `>
	<w:abstractNum w:abstractNumId="1">
		<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
		<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
		<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
	</w:abstractNum>
	<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
	<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
	<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
	<w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num>
	<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>
	</w:numbering>`
	styles := `<w:styles ` + namespace + `><w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/>` +
		`<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>`
	item := func(id, level, text string) string {
		return p(`<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+id+`"/></w:numPr>`, text)
	}
	body := item("5", "0", "a") + item("5", "1", "b") + item("5", "1", "c") + item("5", "2", "d") +
		p(`<w:pStyle w:val="Para"/>`, "by style") + item("5", "1", "e") + item("6", "0", "same list") +
		item("7", "0", "bullet") + item("8", "0", "anew") + item("8", "0", "on") +
		p(`<w:pStyle w:val="Para"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`, "none")
	want := []string{
		"1. a", "(a) b", "(b) c", "1.i d", "2. by style", "(a) e", "3. same list", "• bullet", "10. anew", "11. on", "none",
	}
	var got []string
	for _, l := range lines(t, pack(t, body, map[string]string{"word/numbering.xml": numbering, "word/styles.xml": styles})) {
		got = append(got, l.Text)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestHeadersAndNotes(t *testing.T) {
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>` +
		`<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="/word/header2.xml"/>` +
		`<Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header3.xml"/></Relationships>`
	header := `<w:hdr ` + namespace + `>` + p("", "A/79/876") + `</w:hdr>`
	notes := `<w:footnotes ` + namespace + `><w:footnote w:type="separator" w:id="-1">` + p("", "line") + `</w:footnote>` +
		`<w:footnote w:id="2">` + p("", "See A/1.") + `</w:footnote></w:footnotes>`
	body := `<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
		`<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:headerReference w:type="even" r:id="r3"/>` +
		`<w:headerReference w:type="first" r:id="r2"/><w:titlePg/></w:sectPr>`
	got := lines(t, pack(t, body, map[string]string{
		"word/_rels/document.xml.rels": rels, "word/header1.xml": header, "word/header2.xml": header,
		"word/header3.xml": strings.ReplaceAll(header, "876", "1"), "word/footnotes.xml": notes,
	}))
	want := []layout.Line{{Text: "A/79/876", Block: 1}, {Text: "Text 1", Block: 2, Raised: []layout.Span{{Start: 5, End: 6}}}, {Text: "1 See A/1.", Block: 3, Raised: []layout.Span{{Start: 0, End: 1}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	many := map[string]string{}
	for i := range 2001 {
		many["word/media/"+strings.Repeat("x", i%50+1)+string(rune('a'+i/50))] = ""
	}
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"no archive", []byte("PK\x03\x04 nothing"), docx.ErrMalformed},
		{"no body", pack(t, "", map[string]string{"word/document.xml": "<unclosed"}), docx.ErrMalformed},
		{"nested too deep", pack(t, strings.Repeat("<w:p>", 300), nil), docx.ErrMalformed},
		{"an encrypted container", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), docx.ErrEncrypted},
		{"too many parts", pack(t, "", many), docx.ErrTooLarge},
		{"a bomb", pack(t, strings.Repeat("<w:p/>", 2<<20), nil), docx.ErrTooLarge},
	}
	for _, tt := range tests {
		if _, err := docx.Read(tt.data); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
}

func TestTextBeforeABreakIsKept(t *testing.T) {
	c, err := docx.Read(pack(t, p("", "kept")+"<w:p><w:r><w:t>half</w:x>", nil))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Pages[0].Lines) == 0 || c.Pages[0].Lines[0].Text != "kept" || len(c.Warnings) != 1 {
		t.Errorf("got %+v", c)
	}
}

func FuzzBody(f *testing.F) {
	f.Add([]byte(p("", "one") + `<w:tbl><w:tr><w:tc>` + p(`<w:outlineLvl w:val="9"/>`, "x") + `</w:tc></w:tr></w:tbl>`))
	f.Add([]byte(`</w:tc></w:tr></w:tbl><w:tr><w:footnote w:type="x"><w:del>`))
	f.Add([]byte(`<w:p>` + begin + instruction(" TOC ") + separate + `<m:f><m:num><m:r><m:t>a b</m:t></m:r></m:num><m:den/></m:f>` + end + run(`<w:vertAlign w:val="superscript"/>`, "1")))
	f.Add([]byte(`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%%2)"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>` + p(`<w:numPr><w:numId w:val="1"/></w:numPr>`, "x")))
	f.Fuzz(func(t *testing.T, body []byte) {
		parts := map[string]string{"word/numbering.xml": string(body), "word/styles.xml": string(body), "word/footnotes.xml": string(body)}
		c, err := docx.Read(pack(t, string(body), parts))
		if err != nil {
			return
		}
		for i, l := range c.Pages[0].Lines {
			if l.Text == "" || l.Block != i+1 {
				t.Errorf("line %d: %+v", i, l)
			}
			for _, mark := range l.Raised {
				if mark.Start < 0 || mark.End > len(l.Text) || mark.Start >= mark.End {
					t.Errorf("line %d: mark %+v in %q", i, mark, l.Text)
				}
			}
		}
	})
}

// An even page's header is shown only where the settings switch such headers on.
func TestHeadersOfEvenPages(t *testing.T) {
	const schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" Type="` + schema + `header" Target="header1.xml"/>` +
		`<Relationship Id="r2" Type="` + schema + `settings" Target="settings.xml"/></Relationships>`
	body := p("", "text") + `<w:sectPr><w:headerReference w:type="even" r:id="r1"/></w:sectPr>`
	for settings, want := range map[string]bool{"": false, `<w:evenAndOddHeaders/>`: true, `<w:evenAndOddHeaders w:val="1"/>`: true, `<w:evenAndOddHeaders w:val="0"/>`: false, `<w:evenAndOddHeaders w:val="false"/>`: false} {
		got := lines(t, pack(t, body, map[string]string{
			"word/_rels/document.xml.rels": rels, "word/header1.xml": `<w:hdr ` + namespace + `>` + p("", "A/79/876") + `</w:hdr>`,
			"word/settings.xml": `<w:settings ` + namespace + `>` + settings + `</w:settings>`,
		}))
		if shown := len(got) > 0 && got[0].Text == "A/79/876"; shown != want {
			t.Errorf("with %q: header shown %t", settings, shown)
		}
	}
}
