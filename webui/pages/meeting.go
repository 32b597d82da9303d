package pages

import (
	"net/http"
	"strings"

	"travaux/search"
)

// meetingPage is a meeting with its documents by type.
type meetingPage struct {
	frame
	ID, Name, Place, Period string
	Count                   string
	Aliases                 string
	Groups                  []meetingGroup
	// All is the search for the meeting's documents.
	All string
}

type meetingGroup struct {
	Label     string
	Documents []hit
}

// Meeting answers GET /meeting/ID. An alias leads to the meeting's own id.
func (p *Pages) Meeting(w http.ResponseWriter, r *http.Request) error {
	id := variable(r, "id")
	view, err := p.config.Service.Meeting(r.Context(), id, interfaceLanguage)
	if err != nil {
		return err
	}
	if view.Meeting.ID != id {
		redirect(w, r, p.links().Meeting(view.Meeting.ID))
		return nil
	}
	m := view.Meeting
	page := meetingPage{
		frame:   p.frame(m.Name),
		ID:      m.ID,
		Name:    m.Name,
		Place:   m.Place,
		Period:  period(m.Start, m.End),
		Count:   count(view.Total, "document", "documents"),
		Aliases: strings.Join(m.Aliases, ", "),
		All:     p.links().Search(search.Request{Filters: map[string][]string{"meeting": {m.ID}}}),
	}
	if page.Name == "" {
		page.Name, page.Title = m.ID, m.ID
	}
	page.Box.Kept = []field{{"meeting", m.ID}}
	page.Canonical = p.links().Meeting(m.ID)
	for _, g := range view.Groups {
		documents := p.hits(g.Documents, search.Request{})
		for i := range documents {
			// The page says once whose meeting it is.
			documents[i].Meeting = nil
		}
		page.Groups = append(page.Groups, meetingGroup{Label: g.Label, Documents: documents})
	}
	return p.send(w, r, "meeting", page, view.Generation)
}
