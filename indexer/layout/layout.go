// Package layout holds what a reader makes of a file: pages, and on them lines
// with their places. Readers fill it, the masthead and paragraph rooms read it;
// it knows nothing of either.
package layout

// Content is one file as read.
type Content struct {
	// Reader names what read the file, with its version: "pdf/1".
	Reader string `json:"reader"`
	// Pages are in reading order, never nil for a file that was read; a format
	// without pages (HTML, text) gives one page.
	Pages []Page `json:"pages"`
	// Language is a language the file itself declares (BCP 47), or empty. It is
	// a hint: files lie.
	Language string `json:"language,omitempty"`
	// Title is a title the file itself declares. A hint too.
	Title string `json:"title,omitempty"`
	// Warnings are sentences for the reader of the document.
	Warnings []string `json:"warnings,omitempty"`
	// Wanting names the program that would have read more of the file and is
	// not installed ("tesseract"), or the packages of data that the program lacks
	// ("tesseract-ocr-rus"); empty when nothing is left unread. Once it is there
	// the file is worth another reading.
	Wanting string `json:"wanting,omitempty"`
}

// HasText reports whether any page holds a line with text.
func (c *Content) HasText() bool {
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			if l.Text != "" {
				return true
			}
		}
	}
	return false
}

// Page is one page. Lengths are in PDF points (1/72 inch), the origin is the
// top left corner as the page is seen, y grows downwards.
type Page struct {
	Number int     `json:"number"`
	Width  float64 `json:"width,omitempty"`
	Height float64 `json:"height,omitempty"`
	// Reader names what read this page where that is not the file's reader:
	// "pdfium/1", "tesseract 5.3.0".
	Reader string `json:"reader,omitempty"`
	// OCR says that the text was recognised in a picture of the page, with
	// Confidence from 0 to 1.
	OCR        bool    `json:"ocr,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
	// Doubt says in a phrase why the text may not be what stands on the page
	// ("marks are drawn and no text is found"); empty for a sound page.
	Doubt string `json:"doubt,omitempty"`
	Lines []Line `json:"lines"`
}

// Line is one line of text in logical order, or, in formats without lines, one
// block (a paragraph, a heading, a table row).
type Line struct {
	Text string `json:"text"`
	// X, Y, W, H give the line's box; Y is its top. All zero in formats
	// without a layout.
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
	// Size is the font size in points most of the line is set in; 0: unknown.
	Size float64 `json:"size,omitempty"`
	// Bold and Italic say that all of the line is set so.
	Bold   bool `json:"bold,omitempty"`
	Italic bool `json:"italic,omitempty"`
	// Heading is the heading level the format itself declares (HTML h1 is 1,
	// DOCX Heading 1 is 1); 0: not declared.
	Heading int `json:"heading,omitempty"`
	// Block numbers the block (paragraph) of the page a line belongs to where
	// the format declares blocks; 0: not declared. Lines of one block belong
	// together, lines of two blocks do not.
	Block int `json:"block,omitempty"`
	// Row marks a row of a table; its cells are separated by tabs.
	Row bool `json:"row,omitempty"`
	// Raised are the parts of Text that are set smaller and above the line: the
	// marks of footnotes, in order.
	Raised []Span `json:"raised,omitempty"`
	// Links are the targets the format attaches to the line (HTML).
	Links []Link `json:"links,omitempty"`
}

// Span is a part of a line's text: bytes from Start up to End.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Link is one hyperlink of a line.
type Link struct {
	Text string `json:"text"`
	URL  string `json:"url"`
	// Cell is the number of the table cell it stands in, from 0.
	Cell int `json:"cell,omitempty"`
}
