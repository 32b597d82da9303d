package pages

import (
	"net/http"

	"travaux/search"
)

// helpPage tells what can be asked, from the one table that all help texts print.
type helpPage struct {
	frame
	Operators, Fields, Parameters []helpRow
	// Facets are the fields whose values can be chosen, as parameters.
	Facets []helpRow
	// Base is that of all addresses, API the address of an answer as JSON.
	Base, API string
}

// helpRow is an example with its meaning; Link asks it, Values are all that may
// be asked for.
type helpRow struct {
	Example, Meaning, Link string
	Values                 string
}

// Help answers GET /help.
func (p *Pages) Help(w http.ResponseWriter, r *http.Request) error {
	help := p.config.Service.Help()
	page := helpPage{frame: p.frame("What can be asked"), Base: p.config.Base, API: p.config.Base + "/api/v1/search?" + search.Request{Query: "asset recovery", Facets: []string{"meeting", "year"}}.Values().Encode()}
	page.Canonical = p.links().Help()
	for _, o := range help.Operators {
		page.Operators = append(page.Operators, helpRow{Example: o.Example, Meaning: o.Help, Link: p.links().Query(o.Example)})
	}
	for _, f := range help.Fields {
		page.Fields = append(page.Fields, helpRow{Example: f.Example, Meaning: f.Help, Link: p.links().Query(f.Example), Values: oneOf(f.Values)})
		if f.Facet {
			page.Facets = append(page.Facets, helpRow{Example: f.Name, Meaning: f.Help})
		}
	}
	for _, q := range help.Parameters {
		page.Parameters = append(page.Parameters, helpRow{Example: q.Name, Values: q.Values, Meaning: q.Help})
	}
	return p.send(w, r, "help", page)
}
