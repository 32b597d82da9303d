package un

import "strings"

// Document is what is known of one work. One work has one symbol, the same in
// all its languages; the values here are those that one rendition's masthead
// (or one row of a meeting page) gives. An absent field is empty: nothing is
// invented.
type Document struct {
	// ID is the canonical symbol, else the note verbale's number
	// ("CU 2013/175"), else "file-" and 12 hexadecimal digits of the sha256.
	ID string `json:"id"`
	// Symbols are all symbols the document carries, the first one first
	// (empty for a document without a symbol).
	Symbols []Symbol `json:"symbols,omitempty"`
	Title   string   `json:"title,omitempty"`
	// Types holds the content type first, then the flags corrigendum,
	// addendum, revision.
	Types []Type `json:"types,omitempty"`
	// Origin is the origin line's type ("Note by the Secretariat").
	Origin Type `json:"origin,omitempty"`
	// Body is the body as its symbol begins: "CAC/COSP/EG.1", "A", "E/CN.3".
	Body string `json:"body,omitempty"`
	// Session is the session element of the symbol, else the ordinal session of
	// the masthead: "2013", "79", "ES-10".
	Session string `json:"session,omitempty"`
	// Meeting is the id of the meeting, or NoMeeting.
	Meeting string `json:"meeting,omitempty"`
	// Date is the masthead's date, ISO 8601, possibly cut to year or month.
	Date Date `json:"date,omitempty"`
	// Place, Start and End tell where and when the meeting was held, as the
	// masthead says.
	Place string `json:"place,omitempty"`
	Start Date   `json:"start,omitempty"`
	End   Date   `json:"end,omitempty"`
	// AgendaItem is the item number as printed, without the word "item":
	// "2", "3 (e)", "138 and 139".
	AgendaItem string `json:"agenda_item,omitempty"`
	// Distribution is general, limited, restricted, or empty.
	Distribution string `json:"distribution,omitempty"`
	// Listings are the rows of meeting pages that name the document.
	Listings []Listing `json:"listings,omitempty"`
}

// NoMeeting is the meeting id of a document whose meeting is not known.
const NoMeeting = "none"

// Symbol returns the document's first symbol; it is the zero Symbol when the
// document has none.
func (d Document) Symbol() Symbol {
	if len(d.Symbols) == 0 {
		return Symbol{}
	}
	return d.Symbols[0]
}

// Year returns the year of the masthead's date, else the year that the session
// element is or stands for, else 0.
func (d Document) Year() int {
	if y := d.Date.Year(); y != 0 {
		return y
	}
	if y := sessionYear(d.Session); y != 0 {
		return y
	}
	return d.Start.Year()
}

// Listing is one row of a meeting page.
type Listing struct {
	// Meeting is the id of the meeting whose page it is.
	Meeting string `json:"meeting"`
	// Title is the row's title as the page prints it.
	Title string `json:"title"`
	// Page is the path of the meeting page that was read.
	Page string `json:"page"`
}

// Rendition is one language version of a document, with its text.
type Rendition struct {
	Document Document `json:"document"`
	// Language is a BCP 47 tag: en, fr, es, ru, ar, zh; "und" when not known;
	// Listed for the placeholder of a document that is not held.
	Language string `json:"language"`
	// Original is the language the document was written in (BCP 47).
	Original string `json:"original,omitempty"`
	// Job is the canonical job number, "V.13-84042".
	Job string `json:"job,omitempty"`
	// Files are the files that hold this rendition; the first is the one whose
	// text is shown. It is empty for a document that is only listed.
	Files []File `json:"files,omitempty"`
	// Reader names what read the text, with its version: "pdf/1".
	Reader string `json:"reader,omitempty"`
	// Pages counts the pages of the first file.
	Pages    int      `json:"pages,omitempty"`
	Warnings []string `json:"warnings,omitempty"`
	// NoText says that the file was read and holds no text layer.
	NoText bool `json:"no_text,omitempty"`
	// Recognised counts the pages whose text was recognised in a picture, with
	// Confidence from 0 to 1, the mean over them.
	Recognised int       `json:"recognised,omitempty"`
	Confidence float64   `json:"confidence,omitempty"`
	Passages   []Passage `json:"-"`
}

// Held reports whether a file of the rendition is held; otherwise the document
// is known from a meeting page only.
func (r Rendition) Held() bool { return len(r.Files) > 0 }

// Key returns what the rendition is known by.
func (r Rendition) Key() RenditionKey {
	return RenditionKey{Document: r.Document.ID, Language: r.Language}
}

// RenditionKey names one rendition: the id of its document and its language.
type RenditionKey struct {
	Document string `json:"document"`
	Language string `json:"language"`
}

// Listed is the Language of the placeholder rendition of a document that is
// known from a meeting page only: no language, so that it never meets the key
// of a held rendition.
const Listed = ""

// File is one held original.
type File struct {
	SHA256 string `json:"sha256"`
	// Name is the base name under which it was found.
	Name string `json:"name"`
	// Media is its media type, "application/pdf".
	Media string `json:"media"`
	Size  int64  `json:"size"`
}

// Date is an ISO 8601 date, possibly cut short: "2013-11-25", "2013-11",
// "2013", or empty when not known.
type Date string

// Year returns the year, 0 when not known.
func (d Date) Year() int {
	if len(d) < 4 {
		return 0
	}
	y := 0
	for _, c := range d[:4] {
		if c < '0' || c > '9' {
			return 0
		}
		y = y*10 + int(c-'0')
	}
	return y
}

// Meeting is one session or meeting of a body.
type Meeting struct {
	// ID is body and session as in the symbol: "CAC/COSP/EG.1/2013", "A/79".
	ID string `json:"id"`
	// Aliases are further names: the catalogue's "em-2".
	Aliases []string `json:"aliases,omitempty"`
	Body    string   `json:"body"`
	Session string   `json:"session,omitempty"`
	// Ordinal is as in the catalogue: "2", "4r" (resumed fourth), "S-11".
	Ordinal string `json:"ordinal,omitempty"`
	Name    string `json:"name,omitempty"`
	Place   string `json:"place,omitempty"`
	Start   Date   `json:"start,omitempty"`
	End     Date   `json:"end,omitempty"`
}

// sessionYear returns the year a session element stands for, 0 when it is none.
func sessionYear(session string) int { return Date(session).Year() }

const (
	assignedPrefix = "file-"
	assignedDigits = 12
)

// AssignedID gives the id of a document that carries none of its own, from the
// sha256 of its file in hexadecimal: the same bytes have the same id everywhere.
func AssignedID(sha256 string) string {
	return assignedPrefix + sha256[:min(assignedDigits, len(sha256))]
}

// IsAssignedID reports whether an id is an assigned one.
func IsAssignedID(id string) bool {
	digits, ok := strings.CutPrefix(id, assignedPrefix)
	return ok && len(digits) == assignedDigits && strings.Trim(digits, "0123456789abcdef") == ""
}
