package masthead

import (
	"travaux/indexer/layout"
	"travaux/search/un"
)

// Masthead is what stands at the head of one document. A field the document
// does not have, or that cannot be read, is empty; nothing is guessed.
type Masthead struct {
	// Symbols are the document's own: the first is the one printed first, joint
	// symbols ("A/79/885-S/2025/230") follow. Symbols it only cites are not here.
	Symbols []un.Symbol
	// Distribution is general, limited or restricted.
	Distribution string
	// Date is the masthead's date; of a cover page without one, the year of the
	// imprint.
	Date un.Date
	// Language is the language of this rendition (BCP 47), "und" when not told.
	Language string
	// Original is the language the document was written in; of several the
	// first.
	Original string
	// Body and Subsidiary are the first symbol's; Session is its session
	// element, else the number or year of the session line.
	Body, Subsidiary, Session string
	// BodyName is the body that meets, as printed.
	BodyName string
	// Place, Start and End tell where and when it meets.
	Place      string
	Start, End un.Date
	// AgendaItem is the item's number as printed but in European digits, "3 (e)",
	// "138 and 139", and AgendaTitle the item's title.
	AgendaItem, AgendaTitle string
	// Title is the document's own, its parts joined by ": ", without the agenda
	// item's title, the origin line and the marks of footnotes: of a resolution what
	// stands behind its number, of a draft what stands below the line that tells who
	// puts it forward, of a letter the line that tells date and writer. It is the
	// agenda item's title where the document has none of its own.
	Title string
	// Types and Origin are those of TypeOf.
	Types  []un.Type
	Origin un.Type
	// Job is the job number, "V.13-84042".
	Job string
	// Reissued says that the symbol bears the asterisk of a document issued
	// again.
	Reissued bool
	// Confidence tells for each field that was found, by its name in lower case
	// ("symbol", "agenda_item"), how sure it is: 0 to 1. Of the values with a
	// confidence of at least 0.5, 0.7 and 0.9 at least that share is right, measured
	// on the documents of testdata/truth.tsv.
	Confidence map[string]float64
}

// Parse reads the masthead off a file's first pages. It works on lines with
// places (PDF, scans) and without (DOCX, HTML, text), and never on the file's
// name. It never fails: content without a masthead gives an empty one with the
// language of its text.
func Parse(c *layout.Content) Masthead {
	m := Masthead{Language: "und", Confidence: map[string]float64{}}
	if c == nil {
		return m
	}
	s := newSheet(c)
	s.readSymbols(&m)
	s.readBlock(&m)
	s.readLanguage(&m, c.Language)
	s.readMeeting(&m)
	s.readAgenda(&m)
	s.readTitle(&m)
	s.readRecord(&m)
	m.readHeld()
	s.readJob(&m)
	return m
}

// set notes how sure a field is that was found.
func (m *Masthead) set(field string, sure float64) { m.Confidence[field] = sure }
