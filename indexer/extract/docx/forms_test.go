package docx_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/docx"
	"travaux/indexer/layout"
)

func texts(t *testing.T, data []byte) []string {
	t.Helper()
	var all []string
	for _, l := range lines(t, data) {
		all = append(all, l.Text)
	}
	return all
}

// numbered makes a document with a paragraph for each number of one level in a
// format.
func numbered(t *testing.T, format string, start, count int) []string {
	t.Helper()
	numbering := `<w:numbering ` + namespace + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="` +
		strconv.Itoa(start) + `"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
	body := strings.Repeat(p(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, "x"), count)
	var all []string
	for _, line := range texts(t, pack(t, body, map[string]string{"word/numbering.xml": numbering})) {
		all = append(all, strings.TrimSuffix(line, ") x"))
	}
	return all
}

// The expected numbers are those of ECMA-376 part 1, 17.18.59, and of Word.
func TestNumberFormats(t *testing.T) {
	for _, tt := range []struct {
		format string
		start  int
		want   string
	}{
		{"decimalZero", 9, "09 10"},
		{"upperRoman", 3, "III IV"},
		{"lowerRoman", 89, "lxxxix xc"},
		{"lowerLetter", 26, "z aa"},
		{"upperLetter", 53, "AAA BBB"},
		{"ordinal", 11, "11th 12th"},
		{"ordinal", 21, "21st 22nd"},
		{"cardinalText", 20, "Twenty Twenty-one"},
		{"ordinalText", 30, "Thirtieth Thirty-first"},
		{"russianLower", 9, "и к"},
		{"russianUpper", 1, "А Б"},
		{"arabicAlpha", 3, "ت ث"},
		{"arabicAbjad", 3, "ج د"},
		{"chineseCounting", 10, "十 十一"},
		{"chineseCountingThousand", 20, "二十 二十一"},
		{"chineseCountingThousand", 105, "一百零五 一百零六"},
		{"japaneseCounting", 110, "百十 百十一"},
		{"chineseLegalSimplified", 10, "壹拾 壹拾壹"},
		{"ideographDigital", 10, "一〇 一一"},
		{"ideographTraditional", 1, "甲 乙"},
		{"decimalFullWidth", 10, "１０ １１"},
		{"decimalEnclosedCircleChinese", 20, "⑳ 21"},
		{"hebrew2", 22, "ת תא"},
		{"thaiNumbers", 9, "๙ ๑๐"},
		{"numberInDash", 5, "- 5 -|- 6 -"},
		{"neverHeardOf", 5, "5 6"},
	} {
		want := strings.Fields(tt.want)
		if strings.Contains(tt.want, "|") {
			want = strings.Split(tt.want, "|")
		}
		if diff := cmp.Diff(want, numbered(t, tt.format, tt.start, 2)); diff != "" {
			t.Errorf("%s from %d (-want +got):\n%s", tt.format, tt.start, diff)
		}
	}
}

// Levels restart below those above them unless told otherwise; a style may name
// the list and the level be tied to it; a definition may stand in for a style.
func TestLevels(t *testing.T) {
	numbering := `<w:numbering ` + namespace + `>
	<w:abstractNum w:abstractNumId="1">
		<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Chapter"/><w:lvlText w:val="%1."/></w:lvl>
		<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:pStyle w:val="Para"/><w:suff w:val="nothing"/><w:lvlText w:val="%2. "/></w:lvl>
		<w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
		<w:lvl w:ilvl="3"><w:numFmt w:val="none"/><w:lvlText w:val="Annex"/></w:lvl>
		<w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
	</w:abstractNum>
	<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Lists"/></w:abstractNum>
	<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
	style := func(id, properties string) string {
		return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + id + `"/><w:pPr>` + properties + `</w:pPr></w:style>`
	}
	styles := `<w:styles ` + namespace + `>` + style("Chapter", `<w:numPr><w:numId w:val="1"/></w:numPr>`) +
		style("Para", `<w:numPr><w:numId w:val="1"/></w:numPr>`) +
		`<w:style w:type="numbering" w:styleId="Lists"><w:name w:val="Lists"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
	of := func(style, text string) string { return p(`<w:pStyle w:val="`+style+`"/>`, text) }
	body := of("Chapter", "one") + of("Para", "a") + of("Para", "b") + of("Chapter", "two") + of("Para", "c") +
		p(`<w:pStyle w:val="Para"/><w:numPr><w:ilvl w:val="2"/></w:numPr>`, "legal") +
		p(`<w:numPr><w:ilvl w:val="3"/><w:numId w:val="2"/></w:numPr>`, "named") +
		p(`<w:numPr><w:ilvl w:val="4"/><w:numId w:val="1"/></w:numPr>`, "point") +
		`<w:tbl><w:tr><w:tc>` + of("Para", "") + `</w:tc><w:tc>` + p("", "cell") + `</w:tc></w:tr></w:tbl>`
	want := []string{"I. one", "1.a", "2.b", "II. two", "3.c", "2.1 legal", "Annex named", "• point", "4.\tcell"}
	if diff := cmp.Diff(want, texts(t, pack(t, body, map[string]string{"word/numbering.xml": numbering, "word/styles.xml": styles}))); diff != "" {
		t.Error(diff)
	}
}

func run(properties, text string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

const (
	begin    = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`
	separate = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	end      = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
)

func instruction(s string) string { return `<w:r><w:instrText>` + s + `</w:instrText></w:r>` }

func TestText(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"the result of a field", `<w:p>` + begin + instruction(" REF _Ref1 \\h ") + separate + run("", "para. 5") + end + run("", " above") + `</w:p>`, "para. 5 above"},
		{"a field in a field", `<w:p>` + begin + instruction(" IF ") + begin + instruction(" PAGE ") + separate + run("", "9") + end + separate + run("", "shown") + end + `</w:p>`, "shown"},
		{"a field that never ends", `<w:p>` + begin + instruction(" REF x ") + `</w:p>` + p("", "kept"), "kept"},
		{"a simple field", `<w:p><w:fldSimple w:instr=" SEQ a ">` + run("", "3") + `</w:fldSimple></w:p>`, "3"},
		{"contents", `<w:p>` + begin + instruction(` TOC \o `) + separate + run("", "I.") + `<w:r><w:tab/></w:r>` + run("", "Introduction") + `<w:r><w:tab/></w:r>` + run("", "3") + `</w:p><w:p>` + run("", "II.") + end + `</w:p>` + p("", "text"), "I. Introduction ...... 3|II.|text"},
		{"symbols", `<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>` + run(`<w:rFonts w:ascii="Symbol"/>`, "&#xF062;") + `</w:p>`, "α✓β"},
		{"a deleted paragraph end", p(`<w:rPr><w:del w:id="1"/></w:rPr>`, "one ") + p("", "two"), "one two"},
		{"old properties", p(`<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`, "plain"), "plain"},
		{"a deleted row", `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>` + p("", "gone") + `</w:tc></w:tr><w:tr><w:tc>` + p("", "here") + `</w:tc></w:tr></w:tbl>`, "here"},
		{"moved text", `<w:p><w:moveFrom>` + run("", "from") + `</w:moveFrom><w:moveTo>` + run("", "to") + `</w:moveTo></w:p>`, "to"},
		{"a text box", `<w:p>` + run("", "before ") + `<w:r><w:pict><v:textbox><w:txbxContent>` + p("", "boxed") + `</w:txbxContent></v:textbox></w:pict></w:r>` + run("", "behind") + `</w:p>`, "boxed|before behind"},
		{"the only form", `<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "old"},
		{"two choices", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Choice><w:t>b</w:t></mc:Choice><mc:Fallback><w:t>c</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "a"},
		{"a placeholder", `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + run("", "Click here") + `</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>` + run("", "filled in") + `</w:sdtContent></w:sdt></w:p>`, "filled in"},
		{"ruby", `<w:p><w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "漢"},
		{"soft and hard hyphens", `<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>ordi&#xAD;nate follow</w:t><w:noBreakHyphen/><w:t>up</w:t></w:r></w:p>`, "coordinate follow-up"},
		{"right to left", `<w:p><w:pPr><w:bidi/></w:pPr>` + run(`<w:rtl/>`, "الجمعية العامة") + `</w:p>`, "الجمعية العامة"},
		{"a fraction", `<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f></m:oMath></w:p>`, "(a+b)/c"},
		{"powers and roots", `<w:p><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>=</m:t></m:r><m:rad><m:deg/><m:e><m:r><m:t>y+1</m:t></m:r></m:e></m:rad></m:oMath></w:p>`, "x^2=√(y+1)"},
		{"a sum", `<w:p><m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:d><m:e><m:r><m:t>k</m:t></m:r></m:e></m:d></m:e></m:nary></m:oMath></w:p>`, "∑_(i=1)^n (k)"},
		{"merged cells", `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>` + p("", "a") + `</w:tc><w:tc>` + p("", "b") + `</w:tc></w:tr>` +
			`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>` + p("", "") + `</w:tc><w:tc>` + p("", "c") + `</w:tc><w:tc>` + p("", "d") + `</w:tc></w:tr></w:tbl>`, "a\t\tb|\t\tc\td"},
		{"drawn text", `<w:p><w:r><a:p><a:r><a:t>in a shape</a:t></a:r></a:p></w:r></w:p>`, "in a shape"},
	}
	for _, tt := range tests {
		if got := strings.Join(texts(t, pack(t, tt.body, nil)), "|"); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Hidden text is left out where the run, its style or the paragraph's style
// hides it.
func TestHiddenByStyle(t *testing.T) {
	styles := `<w:styles ` + namespace + `><w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Away"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
	body := `<w:p>` + run(`<w:rStyle w:val="Gone"/>`, "hidden") + run(`<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>`, "shown") + `</w:p>` +
		p(`<w:pStyle w:val="Away"/>`, "hidden too")
	if diff := cmp.Diff([]string{"shown"}, texts(t, pack(t, body, map[string]string{"word/styles.xml": styles}))); diff != "" {
		t.Error(diff)
	}
}

func TestLooksAndLinks(t *testing.T) {
	const schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	rels := `<Relationships><Relationship Id="r1" Type="` + schema + `hyperlink" Target="https://example.org/a" TargetMode="External"/></Relationships>`
	body := `<w:p>` + run(`<w:b/>`, "bold") + run(`<w:b/><w:vertAlign w:val="superscript"/>`, "2") + `</w:p>` +
		`<w:p><w:hyperlink r:id="r1">` + run("<w:i/>", "there") + `</w:hyperlink>` + run("", " or ") + begin + instruction(` HYPERLINK "https://example.org/b" `) + separate + run("", "here") + end + `</w:p>`
	want := []layout.Line{
		{Text: "bold2", Block: 1, Bold: true, Raised: []layout.Span{{Start: 4, End: 5}}},
		{Text: "there or here", Block: 2, Links: []layout.Link{{Text: "there", URL: "https://example.org/a"}, {Text: "here", URL: "https://example.org/b"}}},
	}
	if diff := cmp.Diff(want, lines(t, pack(t, body, map[string]string{"word/_rels/document.xml.rels": rels}))); diff != "" {
		t.Error(diff)
	}
}

// Endnotes count in Roman figures unless the document says otherwise; the first
// page's header comes first and page numbers of headers are left out; what the
// footers say stands last.
func TestNotesAndMargins(t *testing.T) {
	const schema = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	rel := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + schema + kind + `" Target="` + target + `"/>`
	}
	parts := map[string]string{
		"word/_rels/document.xml.rels": `<Relationships>` + rel("h1", "header", "header1.xml") + rel("h2", "header", "header2.xml") + rel("f1", "footer", "footer1.xml") + `</Relationships>`,
		"word/header1.xml":             `<w:hdr ` + namespace + `><w:p>` + run("", "A/1 ") + begin + instruction(" PAGE ") + separate + run("", "7") + end + `</w:p></w:hdr>`,
		"word/header2.xml":             `<w:hdr ` + namespace + `>` + p("", "United Nations") + `</w:hdr>`,
		"word/footer1.xml":             `<w:ftr ` + namespace + `>` + p("", "V.31-00001 (E)") + `</w:ftr>`,
		"word/footnotes.xml":           `<w:footnotes ` + namespace + `><w:footnote w:id="1">` + p("", "below") + p("", "and on") + `</w:footnote></w:footnotes>`,
		"word/endnotes.xml":            `<w:endnotes ` + namespace + `><w:endnote w:id="1">` + p("", "behind") + `</w:endnote></w:endnotes>`,
		"word/settings.xml":            `<w:settings ` + namespace + `><w:footnotePr><w:numFmt w:val="chicago"/><w:numStart w:val="2"/></w:footnotePr></w:settings>`,
	}
	body := `<w:p>` + run("", "text") + `<w:r><w:footnoteReference w:id="1"/></w:r>` + run("", " more") + `<w:r><w:endnoteReference w:id="1"/></w:r></w:p>` +
		`<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/><w:footerReference w:type="default" r:id="f1"/><w:titlePg/></w:sectPr>`
	want := []string{"United Nations", "A/1", "text † more i", "† below", "and on", "i behind", "V.31-00001 (E)"}
	if diff := cmp.Diff(want, texts(t, pack(t, body, parts))); diff != "" {
		t.Error(diff)
	}
}

// A level's text before each paragraph can make much of little.
func TestTextIsBounded(t *testing.T) {
	numbering := `<w:numbering ` + namespace + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="` +
		strings.Repeat("x", 1000) + `"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
	var body strings.Builder
	for i := range 70_000 {
		body.WriteString(`<w:p w:id="` + strconv.Itoa(i*7919+1) + `"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>`)
	}
	_, err := docx.Read(pack(t, body.String(), map[string]string{"word/numbering.xml": numbering}))
	if err == nil || !strings.Contains(err.Error(), "too large") {
		t.Errorf("got %v", err)
	}
}
