package indexer

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
	"travaux/indexer/page"
	"travaux/indexer/paragraph"
	"travaux/search/un"
)

// Meetings tells to which meeting a document belongs.
type Meetings interface {
	// MeetingOf gives the id of the document's meeting, un.NoMeeting when it is
	// not known.
	MeetingOf(d un.Document) string
}

// Analyser returns an Analyse that reads meeting pages, mastheads and
// paragraphs with the rooms of this package.
func Analyser(meetings Meetings) Analyse {
	return func(c *layout.Content, f un.File) Understood {
		p, isPage := page.Parse(c)
		if isPage {
			if listed := listedDocuments(p, meetings); len(listed) > 0 {
				return Understood{Listed: listed}
			}
		}
		r := rendition(c, f, isPage)
		r.Document.Meeting = meetings.MeetingOf(r.Document)
		return Understood{Rendition: &r}
	}
}

// rendition makes what is known of a document from its content. A page that
// lists sessions has no masthead, whatever its lines look like.
func rendition(c *layout.Content, f un.File, isPage bool) un.Rendition {
	r := un.Rendition{
		Language: "und", Reader: c.Reader, Pages: len(c.Pages), Files: []un.File{f},
		Warnings: slices.Clone(c.Warnings),
	}
	r.Recognised, r.Confidence = recognised(c)
	if !c.HasText() {
		r.NoText = true
		r.Document = un.Document{ID: un.AssignedID(f.SHA256), Title: givenTitle(c, f)}
		return r
	}
	var m masthead.Masthead
	if isPage {
		m.Language = cmp.Or(masthead.Parse(c).Language, "und")
	} else {
		m = masthead.Parse(c)
	}
	r.Document, r.Language, r.Original, r.Job = document(m), m.Language, m.Original, m.Job
	if len(r.Document.Symbols) == 0 {
		r.Document.ID = un.AssignedID(f.SHA256)
		if r.Document.Title == "" {
			r.Document.Title = givenTitle(c, f)
		}
	}
	var warnings []string
	r.Passages, warnings = paragraph.Split(c, r.Language)
	if slices.Contains(r.Document.Types, un.TypeCorrigendum) {
		paragraph.Corrections(r.Passages)
	}
	r.Warnings = append(r.Warnings, warnings...)
	return r
}

// recognised counts the pages whose text was recognised in a picture, with the
// mean of its confidence over them.
func recognised(c *layout.Content) (pages int, confidence float64) {
	for _, p := range c.Pages {
		if p.OCR {
			pages++
			confidence += p.Confidence
		}
	}
	return pages, confidence / float64(max(pages, 1))
}

// document is what a masthead tells of its document.
func document(m masthead.Masthead) un.Document {
	d := un.Document{
		Symbols: slices.Clone(m.Symbols), Title: m.Title, Types: m.Types, Origin: m.Origin,
		Session: m.Session, Date: m.Date, Place: m.Place, Start: m.Start, End: m.End,
		AgendaItem: m.AgendaItem, Distribution: m.Distribution,
	}
	if len(d.Symbols) == 0 {
		d.Body = strings.Trim(m.Body+"/"+m.Subsidiary, "/")
		return d
	}
	if m.Reissued && d.Symbols[0].Reissue == "" {
		d.Symbols[0].Reissue = "*"
	}
	d.ID, d.Body = d.Symbols[0].String(), d.Symbols[0].BodyPath()
	return d
}

// givenTitle is what a document without a title of its own is called: as its
// file says, else as its file is named, the words of the name parted so that each
// is found. PDF files rarely say it truly.
func givenTitle(c *layout.Content, f un.File) string {
	if c.Title != "" && f.Media != "application/pdf" {
		return c.Title
	}
	return strings.TrimSpace(strings.ReplaceAll(strings.TrimSuffix(f.Name, filepath.Ext(f.Name)), "_", " "))
}

// listedDocuments are the documents that a meeting page lists with a symbol or a
// number, each once.
func listedDocuments(p page.Page, meetings Meetings) []un.Document {
	var docs []un.Document
	at := map[string]int{}
	for _, row := range p.Rows {
		d := row.Document
		if d.ID == "" {
			continue // a list of participants, say: nothing can ask for it
		}
		i, ok := at[d.ID]
		if !ok {
			if d.Meeting == "" {
				d.Meeting = meetings.MeetingOf(d)
			}
			if m := meetingOf(p, d.Meeting); m != nil {
				d.Place, d.Start, d.End = m.Place, m.Start, m.End
			}
			i = len(docs)
			at[d.ID] = i
			docs = append(docs, d)
		}
		listing := un.Listing{Meeting: row.Meeting, Title: row.Title}
		if !slices.Contains(docs[i].Listings, listing) {
			docs[i].Listings = append(docs[i].Listings, listing)
		}
	}
	return docs
}

// meetingOf is the meeting of that id among those a page tells of.
func meetingOf(p page.Page, id string) *un.Meeting {
	i := slices.IndexFunc(p.Meetings, func(m un.Meeting) bool { return m.ID == id })
	if i < 0 {
		return nil
	}
	return &p.Meetings[i]
}
