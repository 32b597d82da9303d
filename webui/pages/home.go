package pages

import (
	"net/http"
	"net/url"

	"travaux/search"
	"travaux/search/un"
)

// homePage is the home page: the box, what the collection holds, where to begin.
type homePage struct {
	frame
	Figures []figure
	// Published is the day of the last index run.
	Published, PublishedISO string
	Notice                  string
	// Empty says that nothing is indexed yet.
	Empty    bool
	Examples []example
	Browse   []browse
}

// figure is one number about the collection.
type figure struct{ Value, Label string }

// example is a query worth trying.
type example struct{ Query, Meaning, Link string }

// browse is a facet with its largest values.
type browse struct {
	Label  string
	Values []browseValue
}

type browseValue struct{ Label, Count, Link string }

// browseSize is how many values of a facet the home page shows.
const browseSize = 8

// Home answers GET /. With a query it leads to the search page, so that
// addresses cut short go on working; other parameters mean nothing here.
func (p *Pages) Home(w http.ResponseWriter, r *http.Request) error {
	if r.URL.Query().Has("q") {
		http.Redirect(w, r, p.links().SearchForm()+"?"+r.URL.Query().Encode(), http.StatusFound)
		return nil
	}
	status, err := p.config.Service.Status(r.Context())
	if err != nil {
		return err
	}
	page := homePage{
		frame:   p.frame("Search the documents of meetings"),
		Figures: figures(status),
		Notice:  status.Notice,
		Empty:   status.Documents == 0,
	}
	page.Home = true
	page.Canonical = p.links().Root()
	if len(status.Published) >= len("2006-01-02") {
		page.PublishedISO = status.Published[:len("2006-01-02")]
		page.Published = dateText(un.Date(page.PublishedISO))
	}
	var facets map[string][]search.FacetValue
	if !page.Empty {
		result, err := p.config.Service.Search(r.Context(), search.Request{
			Facets: []string{"meeting", "type", "symbol", "year"}, FacetSize: browseSize, Limit: -1, Language: interfaceLanguage,
		})
		if err != nil {
			return err
		}
		facets = result.Facets
	}
	page.Browse = p.browse(facets)
	page.Examples = p.examples(facets)
	return p.send(w, r, "home", page, status.Generation, status.Published, status.Notice)
}

// figures words what a collection holds.
func figures(s search.Status) []figure {
	all := []figure{
		{number(s.Documents), "documents"},
		{number(s.Renditions), "language versions"},
		{number(s.Passages), "paragraphs and other passages"},
	}
	if listed := s.Documents - s.Held; listed > 0 {
		all = append(all, figure{number(listed), "known by title only"})
	}
	if s.Recognised > 0 {
		all = append(all, figure{number(s.Recognised), "read in pictures"})
	}
	if s.NoText > 0 {
		all = append(all, figure{number(s.NoText), "without text"})
	}
	return all
}

// browse gives the largest meetings, types and years as ways in.
func (p *Pages) browse(facets map[string][]search.FacetValue) []browse {
	var all []browse
	for _, f := range facetNames() {
		if f.Name == "symbol" || len(facets[f.Name]) == 0 {
			continue
		}
		b := browse{Label: f.Label}
		for _, v := range facets[f.Name] {
			if len(b.Values) == browseSize {
				break
			}
			if v.Value == un.NoMeeting {
				continue
			}
			link := p.links().SearchForm() + "?" + url.Values{f.Name: {v.Value}}.Encode()
			if f.Name == "meeting" {
				link = p.links().Meeting(v.Value)
			}
			b.Values = append(b.Values, browseValue{Label: v.Label, Count: number(v.Count), Link: link})
		}
		all = append(all, b)
	}
	return all
}

// examples gives queries that show what can be asked; those with a value take
// one that this collection holds.
func (p *Pages) examples(facets map[string][]search.FacetValue) []example {
	all := []example{
		{Query: "asset recovery", Meaning: "all the words, in any form"},
		{Query: `"mutual legal assistance"`, Meaning: "the words next to each other, in one paragraph"},
		{Query: "extradition OR surrender", Meaning: "either word"},
		{Query: "cooperation NOT technical", Meaning: "leave out a word"},
	}
	for _, f := range []struct{ name, meaning string }{
		{"symbol", "everything under a symbol"},
		{"meeting", "one meeting"},
		{"type", "one type of document"},
	} {
		for _, v := range facets[f.name] {
			// A symbol of one letter shows little of the tree.
			if v.Value == un.NoMeeting || f.name == "symbol" && v.Depth == 0 {
				continue
			}
			all = append(all, example{Query: "cooperation " + f.name + ":" + v.Value, Meaning: f.meaning})
			break
		}
	}
	for i := range all {
		all[i].Link = p.links().Query(all[i].Query)
	}
	return all
}
