package pdfium

import (
	"fmt"
	"strings"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

// Options bound a reading.
type Options struct {
	// MaxPages is the number of pages read, the rest is left out with a
	// warning; 0 means 5,000.
	MaxPages int
	// Only lists the pages to read, from 1; nil means all of them.
	Only []int
	// Pages is called once with the number of pages, before they are read.
	Pages func(n int)
}

const (
	defaultMaxPages = 5000
	maxChars        = 1 << 20 // of a page; none with text comes near
	maxWarnings     = 20
)

// Read reads the text of a PDF file with its places. A page that cannot be read
// is empty, with its doubt and a warning. The error wraps pdf.ErrEncrypted or
// pdf.ErrMalformed if the file is the cause.
func (e *Engine) Read(data []byte, opt Options) (*layout.Content, error) {
	if opt.MaxPages <= 0 {
		opt.MaxPages = defaultMaxPages
	}
	content := &layout.Content{Reader: Version, Pages: []layout.Page{}}
	err := e.with(data, func(d *document) error {
		only := opt.Only
		if only == nil {
			for n := range min(d.pages, opt.MaxPages) {
				only = append(only, n+1)
			}
			if d.pages > opt.MaxPages {
				warn(content, "only the first %d pages were read", opt.MaxPages)
			}
		}
		if opt.Pages != nil {
			opt.Pages(len(only))
		}
		for _, n := range only {
			if n < 1 || n > d.pages {
				continue
			}
			page, err := d.page(n)
			if err != nil {
				page.Doubt = "PDFium cannot read it"
				warn(content, "page %d cannot be read: %v", n, err)
			}
			content.Pages = append(content.Pages, page)
		}
		content.Title, content.Language = d.declared()
		return nil
	})
	if err != nil {
		return nil, err
	}
	return content, nil
}

func warn(c *layout.Content, format string, args ...any) {
	if len(c.Warnings) < maxWarnings {
		c.Warnings = append(c.Warnings, fmt.Sprintf(format, args...))
	}
}

// declared gives the title and the language that the file states.
func (d *document) declared() (title, language string) {
	if meta, err := d.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d.ref, Tag: "Title"}); err == nil {
		title = strings.TrimSpace(meta.Value)
	}
	if lang, err := d.FPDFCatalog_GetLanguage(&requests.FPDFCatalog_GetLanguage{Document: d.ref}); err == nil {
		language = lang.Language
	}
	return title, language
}

// page reads page n, from 1.
func (d *document) page(n int) (layout.Page, error) {
	page := layout.Page{Number: n, Lines: []layout.Line{}}
	loaded, err := d.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.ref, Index: n - 1})
	if err != nil {
		return page, err
	}
	ref := requests.Page{ByReference: &loaded.Page}
	defer func() { _, _ = d.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	view, err := d.view(ref)
	if err != nil {
		return page, err
	}
	page.Width, page.Height = view.width, view.height
	text, err := d.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return page, err
	}
	defer func() { _, _ = d.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	chars, err := d.chars(text.TextPage)
	if err != nil {
		return page, err
	}
	page.Lines = pdf.Arrange(view.glyphs(chars))
	marks := d.marks(ref, view, chars, page.Lines)
	page.Doubt = pdf.Doubt(page.Lines, marks)
	if pdf.Spaced(page.Doubt) { // PDFium has an opinion of its own about gaps
		page.Lines = view.lines(chars)
		page.Doubt = pdf.Doubt(page.Lines, marks)
	}
	return page, nil
}

// A char is one character as PDFium gives it, in the space of the page.
type char struct {
	code         rune // 0: without a meaning in Unicode
	x, y         float64
	right        float64    // of its box along the page's x axis
	matrix       [4]float64 // a, b, c, d of the text on the page
	size         float64    // before the matrix
	name         string     // of the font
	bold, italic bool
	generated    bool // a blank or line end that PDFium found in a gap
	unmapped     bool // the font says nothing about its meaning
}

func (d *document) chars(text references.FPDF_TEXTPAGE) ([]char, error) {
	count, err := d.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return nil, err
	}
	out := make([]char, 0, min(count.Count, maxChars))
	for i := range min(count.Count, maxChars) {
		c, err := d.char(text, i)
		if err != nil {
			return nil, err
		}
		if n := len(out); n > 0 && !c.generated {
			c.styleOf(out[n-1])
		}
		if !c.generated && c.name == "" {
			d.style(text, i, &c)
		}
		out = append(out, c)
	}
	return out, nil
}

// char reads all of a character but its style.
func (d *document) char(text references.FPDF_TEXTPAGE, i int) (c char, err error) {
	code, err := d.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
	if err != nil {
		return c, err
	}
	c.code = rune(code.Unicode)
	generated, err := d.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: text, Index: i})
	if err != nil {
		return c, err
	}
	if c.generated = generated.IsGenerated; c.generated {
		return c, nil
	}
	origin, err := d.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text, Index: i})
	if err != nil {
		return c, err
	}
	c.x, c.y = origin.X, origin.Y
	unmapped, err := d.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: text, Index: i})
	if err != nil {
		return c, err
	}
	c.unmapped = unmapped.HasUnicodeMapError
	box, err := d.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i})
	if err != nil {
		return c, err
	}
	c.right = float64(box.Rect.Right)
	size, err := d.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: text, Index: i})
	if err != nil {
		return c, err
	}
	c.size = size.FontSize
	m, err := d.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: text, Index: i})
	if err != nil {
		c.matrix = [4]float64{1, 0, 0, 1}
		return c, nil
	}
	c.matrix = [4]float64{float64(m.Matrix.A), float64(m.Matrix.B), float64(m.Matrix.C), float64(m.Matrix.D)}
	return c, nil
}

// styleOf takes the style of the character before, if this one goes on its
// word: asking for each would double the cost.
func (c *char) styleOf(before char) {
	if before.generated || before.code == ' ' || before.size != c.size || before.matrix != c.matrix {
		return
	}
	c.name, c.bold, c.italic = before.name, before.bold, before.italic
}

// style asks for name and style of a character's font. The flags are those of
// ISO 32000-1, table 123.
func (d *document) style(text references.FPDF_TEXTPAGE, i int, c *char) {
	info, err := d.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: text, Index: i})
	if err != nil {
		return
	}
	c.name = info.FontName
	name := strings.ToLower(c.name)
	c.bold = info.Flags&(1<<18) != 0 || strings.Contains(name, "bold") || strings.Contains(name, "black")
	c.italic = info.Flags&(1<<6) != 0 || strings.Contains(name, "italic") || strings.Contains(name, "oblique")
}
