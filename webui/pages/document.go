package pages

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"travaux/search"
	"travaux/search/un"
	"travaux/webui/reply"
)

// documentPage is one document for reading, in one language.
type documentPage struct {
	frame
	Symbol, ID, Heading string
	OtherSymbols        []string
	Types               []string
	Meeting             *meetingLink
	Date, DateISO       string
	Language            language
	Languages           []choiceOfLanguage
	Facts               []fact
	Files               []fileLink
	Family              []member
	Warnings            []string
	// Listed says that no file is held, Listings what meeting pages say of it.
	Listed   bool
	Listings []listing
	NoText   bool
	// Recognised says how much of the text was recognised in pictures.
	Recognised string
	// Corrected is what corrigenda change in no paragraph that is shown.
	Corrected []correction
	// Instead says that the text is in another language than was asked for.
	Instead string
	// Absent says that the paragraph asked for is not in the text.
	Absent string
	// Text is the document's text; it can be empty.
	Text     []passage
	Contents []contentsLine
	Parts    []choice
	// Continued is the path of headings that a later part goes on under.
	Continued string
	// Find is the form that marks words in the document.
	Find     findForm
	Matches  string
	NoMatch  bool
	HitLinks []hitLink
	// HitRest words the matches that have no link at the top.
	HitRest string
}

// choiceOfLanguage leads to another language version.
type choiceOfLanguage struct {
	language
	Link    string
	Current bool
}

// fact is one line of what is known of a document.
type fact struct{ Label, Value string }

// fileLink leads to an original.
type fileLink struct{ Name, Kind, Size, Link string }

// listing is what a meeting page says of a document.
type listing struct {
	Title   string
	Meeting meetingLink
}

// findForm marks words within the document.
type findForm struct {
	Action, Query string
	Kept          []field
	Clear         string
}

// Document answers GET /doc/SYMBOL. A spelling near to the canonical one leads
// to it, so that a document has one address.
func (p *Pages) Document(w http.ResponseWriter, r *http.Request) error {
	name := variable(r, "symbol")
	values, err := reply.Parameters(r)
	if err != nil {
		return err
	}
	view, err := p.config.Service.Document(r.Context(), name, values.Get("lang"), values.Get("q"))
	if err != nil {
		return err
	}
	if id := view.Rendition.Document.ID; id != name {
		target := p.links().Document(id)
		if r.URL.RawQuery != "" {
			target += "?" + values.Encode()
		}
		redirect(w, r, target)
		return nil
	}
	page := p.documentPage(view, values)
	return p.send(w, r, "document", page, view.Generation)
}

// Resolve answers GET /s/ANYTHING: a symbol in any spelling, a job number, a
// link to a UN site. It leads to the document.
func (p *Pages) Resolve(w http.ResponseWriter, r *http.Request) error {
	view, err := p.config.Service.Document(r.Context(), variable(r, "name"), "", "")
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-cache")
	http.Redirect(w, r, p.links().Document(view.Rendition.Document.ID), http.StatusFound)
	return nil
}

// redirect leads to the one address of a thing. A browser must ask again each
// time: which of two spellings is the thing's own can change with the
// collection, and redirects kept from two generations would make a circle.
func redirect(w http.ResponseWriter, r *http.Request, target string) {
	w.Header().Set("Cache-Control", "no-cache")
	http.Redirect(w, r, target, http.StatusMovedPermanently)
}

// documentPage words a document.
func (p *Pages) documentPage(view *search.DocumentView, values url.Values) documentPage {
	rendition := view.Rendition
	d := rendition.Document
	symbol := d.Symbol().String()
	page := documentPage{
		frame:      p.frame(d.Title),
		Symbol:     symbol,
		ID:         d.ID,
		Heading:    d.Title,
		Types:      typeLabels(d.Types),
		Date:       dateText(d.Date),
		DateISO:    string(d.Date),
		Language:   languageOf(rendition.Language),
		Facts:      facts(rendition),
		Files:      p.files(rendition.Files),
		Family:     p.members(view.Family, d.Title, ""),
		Warnings:   rendition.Warnings,
		Listed:     !rendition.Held(),
		Listings:   p.listings(d.Listings),
		NoText:     rendition.NoText,
		Recognised: recognised(rendition),
		Instead:    instead(values.Get("lang"), rendition),
	}
	if page.Heading == "" {
		page.Heading = d.ID
	}
	page.Title = strings.TrimSpace(d.ID + " " + d.Title)
	for _, s := range d.Symbols[min(1, len(d.Symbols)):] {
		page.OtherSymbols = append(page.OtherSymbols, s.String())
	}
	if m := view.Meeting; m != nil && m.ID != un.NoMeeting {
		page.Meeting = &meetingLink{Label: m.Name, Link: p.links().Meeting(m.ID)}
		if m.Name == "" {
			page.Meeting.Label = m.ID
		}
	}
	page.Canonical = p.links().Document(d.ID)
	// The box leads back to the search that the reader came from.
	page.Box.Query = values.Get("q")
	page.Find = p.findForm(d.ID, rendition.Language, values)
	p.fillText(&page, view, values)
	return page
}

// instead says that a rendition is in another language than the one asked for,
// which is not held.
func instead(asked string, r un.Rendition) string {
	if asked == "" || asked == r.Language || !r.Held() {
		return ""
	}
	text := "Not held in " + un.LanguageLabel(asked, interfaceLanguage) + "."
	if shown := languageOf(r.Language); shown.Code != "und" {
		text += " This is the text in " + un.LanguageLabel(shown.Code, interfaceLanguage) + "."
	}
	return text
}

// otherLanguages leads to the language versions, the same paragraph in each: its
// number and so its anchor are the same.
func (p *Pages) otherLanguages(view *search.DocumentView, para, anchor string) []choiceOfLanguage {
	var all []choiceOfLanguage
	for _, l := range languagesOf(view.Languages) {
		kept := url.Values{"lang": {l.Code}}
		target := ""
		if anchor != "" {
			kept.Set("para", para)
			target = "#" + url.PathEscape(anchor)
		}
		all = append(all, choiceOfLanguage{
			language: l,
			Link:     p.links().Document(view.Rendition.Document.ID) + "?" + kept.Encode() + target,
			Current:  l.Code == view.Rendition.Language,
		})
	}
	return all
}

// facts lists what is known of a rendition, leaving out what is not.
func facts(r un.Rendition) []fact {
	d := r.Document
	original := ""
	if r.Original != "" {
		original = languageOf(r.Original).Name
	}
	pages := ""
	if r.Pages > 0 {
		pages = number(r.Pages)
	}
	var all []fact
	for _, f := range []fact{
		{"Body", d.Body},
		{"Session", d.Session},
		{"Agenda item", d.AgendaItem},
		{"Place", d.Place},
		{"Held", period(d.Start, d.End)},
		{"Distribution", capital(d.Distribution)},
		{"Original language", original},
		{"Job number", r.Job},
		{"Pages", pages},
		{"Read by", r.Reader},
		{"Recognised in pictures", recognised(r)},
	} {
		if f.Value != "" {
			all = append(all, f)
		}
	}
	return all
}

// recognised says how many pages were read in pictures of them, and how surely;
// it is empty when none was.
func recognised(r un.Rendition) string {
	if r.Recognised == 0 {
		return ""
	}
	pages := count(r.Recognised, "page", "pages")
	if r.Recognised < r.Pages {
		pages = number(r.Recognised) + " of " + count(r.Pages, "page", "pages")
	}
	return pages + ", confidence " + strconv.Itoa(int(100*r.Confidence+0.5)) + " %"
}

// files leads to the originals, the one whose text is shown first.
func (p *Pages) files(files []un.File) []fileLink {
	var all []fileLink
	for _, f := range files {
		all = append(all, fileLink{Name: f.Name, Kind: fileKind(f.Media), Size: size(f.Size), Link: p.links().File(f.SHA256)})
	}
	return all
}

// listings words the rows of meeting pages.
func (p *Pages) listings(rows []un.Listing) []listing {
	var all []listing
	for _, row := range rows {
		all = append(all, listing{Title: row.Title, Meeting: meetingLink{Label: row.Meeting, Link: p.links().Meeting(row.Meeting)}})
	}
	return all
}

// findForm marks other words in the same document.
func (p *Pages) findForm(id, lang string, values url.Values) findForm {
	form := findForm{Action: p.links().Document(id), Query: values.Get("q")}
	if lang != un.Listed {
		form.Kept = []field{{"lang", lang}}
	}
	form.Clear = form.Action
	if len(form.Kept) > 0 {
		form.Clear = withParameter(form.Action, "lang", lang)
	}
	return form
}

// fileKind names a media type in a word.
func fileKind(media string) string {
	switch media {
	case "application/pdf":
		return "PDF"
	case "text/html":
		return "HTML"
	case "text/plain":
		return "Text"
	case "application/msword":
		return "DOC"
	case "application/rtf":
		return "RTF"
	case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return "DOCX"
	default:
		return "File"
	}
}

// size writes a number of bytes for reading.
func size(bytes int64) string {
	switch {
	case bytes >= 1<<20:
		return strconv.FormatFloat(float64(bytes)/(1<<20), 'f', 1, 64) + " MB"
	case bytes >= 1<<10:
		return strconv.FormatInt(bytes>>10, 10) + " KB"
	default:
		return count(int(bytes), "byte", "bytes")
	}
}
