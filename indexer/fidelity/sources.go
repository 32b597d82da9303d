package fidelity

import (
	"encoding/xml"
	"fmt"
	"html"
	"regexp"
	"strings"
)

// webPage writes paragraphs for the browser.
func webPage(t Typesetter, language string, paragraphs []string) string {
	var out strings.Builder
	direction := "ltr"
	if language == "ar" {
		direction = "rtl"
	}
	fmt.Fprintf(&out, "<!DOCTYPE html><html lang=%q dir=%q><meta charset=utf-8><title>%s</title>"+
		"<style>body{font:12pt %q;text-align:justify}</style>\n", language, direction, language, t.font(language))
	for _, p := range paragraphs {
		out.WriteString("<p>" + html.EscapeString(p) + "\n")
	}
	return out.String()
}

// openDocument writes paragraphs as a flat OpenDocument text for the office
// program.
func openDocument(t Typesetter, language string, paragraphs []string) string {
	const head = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'%[1]s'"/></office:font-face-decls>
<office:automatic-styles><style:style style:name="P" style:family="paragraph">
<style:paragraph-properties style:writing-mode="%[2]s" fo:text-align="justify" fo:margin-bottom="0.3cm"/>
<style:text-properties style:font-name="F" style:font-name-asian="F" style:font-name-complex="F" fo:font-size="12pt"
 style:font-size-asian="12pt" style:font-size-complex="12pt" fo:language="%[3]s" style:language-asian="zh" style:country-asian="CN"
 style:language-complex="ar" style:country-complex="SA"/>
</style:style></office:automatic-styles><office:body><office:text>
`
	mode := "lr-tb"
	if language == "ar" {
		mode = "rl-tb"
	}
	var out strings.Builder
	fmt.Fprintf(&out, head, t.font(language), mode, language)
	for _, p := range paragraphs {
		out.WriteString(`<text:p text:style-name="P">`)
		_ = xml.EscapeText(&out, []byte(p)) // a strings.Builder takes all
		out.WriteString("</text:p>\n")
	}
	return out.String() + "</office:text></office:body></office:document>\n"
}

// plainTeX writes paragraphs for plain XeTeX. Right-to-left paragraphs are
// turned by TeX--XeT, which wants to be told where several Latin words stand
// together.
func plainTeX(t Typesetter, language string, paragraphs []string) string {
	script := ""
	var out strings.Builder
	out.WriteString("\\nopagenumbers\\tolerance=9999\\emergencystretch=3em\\parskip=6pt\\parindent=0pt\\frenchspacing\n")
	switch language {
	case "ar":
		script = ":script=arab"
		out.WriteString("\\TeXXeTstate=1\n")
	case "zh":
		out.WriteString("\\XeTeXlinebreaklocale \"zh\"\\XeTeXlinebreakskip=0pt plus 1pt\n")
	}
	fmt.Fprintf(&out, "\\font\\body=%q at 12pt\\body\\baselineskip=18pt\n", t.font(language)+script)
	for _, p := range paragraphs {
		p = texSigns.ReplaceAllStringFunc(p, func(s string) string { return fmt.Sprintf("\\char\"%X ", s[0]) })
		if language == "ar" {
			p = "\\leavevmode\\beginR " + latinWords.ReplaceAllString(p, "\\beginL $0\\endL ") + "\\endR"
		}
		out.WriteString(p + "\\par\n")
	}
	return out.String() + "\\bye\n"
}

var (
	texSigns   = regexp.MustCompile(`[\\{}$&#^_%~]`)
	latinWords = regexp.MustCompile(`[A-Za-z][A-Za-z0-9./-]*(?: [A-Za-z][A-Za-z0-9./-]*)+`)
)
