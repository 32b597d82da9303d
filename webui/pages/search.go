package pages

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"travaux/search"
	"travaux/webui/reply"
)

// searchPage is the page of results.
type searchPage struct {
	frame
	// Problem is set when the query could not be answered.
	Problem     *problem
	Interpreted string
	Warnings    []string
	Advice      advice
	// Count words the number of results.
	Count      string
	Views      []choice
	Sorts      []choice
	Paragraphs bool // the paragraph view
	Chips      []chip
	ClearAll   string
	Facets     []facet
	Chosen     int // the number of chosen values
	Hits       []hit
	Pages      paging
	// Nothing says that the search found nothing.
	Nothing bool
	// Wider is the same query without filters.
	Wider string
}

// problem tells why a query was not answered, and where in it.
type problem struct {
	Heading, Message string
	// Before, At and After are the query cut at the character at fault; At is
	// empty at the query's end.
	Before, At, After string
	Column            int
}

// choice is one of several ways to see the same results.
type choice struct {
	Label, Link string
	Current     bool
}

// How many values of a facet are asked for, and how many when a reader wants
// more: a tree of symbols can have as many values as there are documents.
const (
	facetSize     = 40
	facetSizeMore = 500
)

// Search answers GET /search.
func (p *Pages) Search(w http.ResponseWriter, r *http.Request) error {
	values, err := reply.Parameters(r)
	if err != nil {
		return err
	}
	if target, ok := p.yearRange(values); ok {
		http.Redirect(w, r, target, http.StatusFound)
		return nil
	}
	back := values[backParameter]
	values.Del(backParameter)
	asked, err := search.ParseRequest(values)
	if err != nil {
		return err
	}
	result, err := p.config.Service.Search(r.Context(), withFacets(asked))
	if err != nil {
		return p.refuse(w, r, asked, err)
	}
	page := p.searchPage(asked)
	p.fill(&page, asked, result)
	page.Pages = p.paging(asked, result.Next, back)
	return p.send(w, r, "search", page, result.Generation)
}

// withFacets is the request that fills a page: every facet counted, further
// down when a reader asked for more of one.
func withFacets(asked search.Request) search.Request {
	full := asked
	full.Facets, full.FacetSize = nil, facetSize
	if asked.Language == "" {
		full.Language = interfaceLanguage
	}
	if len(asked.Facets) > 0 {
		full.FacetSize = facetSizeMore
	}
	for _, f := range facetNames() {
		full.Facets = append(full.Facets, f.Name)
	}
	return full
}

// yearRange turns the two fields of the year form, in whichever order they were
// filled in, into a year filter.
func (p *Pages) yearRange(values url.Values) (string, bool) {
	if !values.Has("from") && !values.Has("to") {
		return "", false
	}
	from, to := strings.TrimSpace(values.Get("from")), strings.TrimSpace(values.Get("to"))
	values.Del("from")
	values.Del("to")
	if from != "" && to != "" && from > to {
		from, to = to, from
	}
	switch {
	case from == "" && to == "":
	case from == to:
		values.Set("year", from)
	default:
		values.Set("year", from+".."+to)
	}
	return p.links().SearchForm() + "?" + values.Encode(), true
}

// searchPage starts the page of a request: what it shows with or without an
// answer.
func (p *Pages) searchPage(asked search.Request) searchPage {
	title := asked.Query
	if title == "" {
		title = "All documents"
	}
	page := searchPage{frame: p.frame(title), Paragraphs: asked.View == search.Paragraphs}
	page.Box = box{Query: asked.Query, Kept: kept(asked)}
	return page
}

// kept are the parameters a new query keeps: filters, view and order, not the
// place in the results.
func kept(asked search.Request) []field {
	asked.Query, asked.Cursor, asked.Facets = "", "", nil
	return fields(asked.Values())
}

// fields gives parameters as hidden fields, in a fixed order.
func fields(values url.Values) []field {
	var all []field
	for _, name := range slices.Sorted(maps.Keys(values)) {
		for _, v := range values[name] {
			all = append(all, field{name, v})
		}
	}
	return all
}

// fill puts an answer into the page.
func (p *Pages) fill(page *searchPage, asked search.Request, result *search.Result) {
	page.Interpreted = result.Query.Interpreted
	for _, warning := range result.Query.Warnings {
		page.Warnings = append(page.Warnings, sentence(warning))
	}
	page.Count = results(result.Total, asked.View)
	page.Views = p.views(asked)
	page.Sorts = p.sorts(asked)
	page.Chips = p.chips(asked, result.Facets)
	page.Chosen = len(page.Chips)
	page.Facets = p.facets(asked, result)
	page.Hits = p.hits(result.Hits, asked)
	page.Nothing = result.Total.Value == 0
	bare := asked
	bare.Filters, bare.Cursor = nil, ""
	page.ClearAll = p.links().Search(bare)
	if page.Nothing && page.Chosen > 0 {
		page.Wider = page.ClearAll
	}
	page.Advice = p.advice(asked, result.Suggestions)
}

// views gives the two views of the same query.
func (p *Pages) views(asked search.Request) []choice {
	var all []choice
	for _, v := range []struct {
		view  search.View
		label string
	}{{search.Documents, "Documents"}, {search.Paragraphs, "Paragraphs"}} {
		other := asked
		other.View, other.Cursor = v.view, ""
		if v.view == search.Documents {
			other.View = ""
		}
		current := asked.View == v.view || asked.View == "" && v.view == search.Documents
		all = append(all, choice{Label: v.label, Link: p.links().Search(other), Current: current})
	}
	return all
}

// sorts gives the orders of results.
func (p *Pages) sorts(asked search.Request) []choice {
	var all []choice
	for _, s := range search.Sorts() {
		// Of documents the order of paragraphs is that of symbols, and of paragraphs
		// that of symbols is the order in which they are printed.
		if s == search.ByParagraph && asked.View != search.Paragraphs || s == search.BySymbol && asked.View == search.Paragraphs {
			continue
		}
		other := asked
		other.Sort, other.Cursor = s, ""
		if s == search.ByRelevance {
			other.Sort = ""
		}
		current := asked.Sort == s || asked.Sort == "" && s == search.ByRelevance || asked.Sort == search.BySymbol && s == search.ByParagraph
		all = append(all, choice{Label: sortLabel(s), Link: p.links().Search(other), Current: current})
	}
	return all
}

// refuse shows a query that cannot be answered on the search page, the query
// kept and pointed into. Other errors are not the query's and go on up.
func (p *Pages) refuse(w http.ResponseWriter, r *http.Request, asked search.Request, err error) error {
	page := p.searchPage(asked)
	var wrong *search.QueryError
	switch {
	case errors.As(err, &wrong):
		page.Problem = pointAt(wrong)
	case errors.Is(err, search.ErrTooExpensive):
		page.Problem = &problem{Heading: "This query would cost too much", Message: sentence(reply.Reason(err))}
	default:
		return err
	}
	page.Title = page.Problem.Heading
	body, err := p.render("search", page)
	if err != nil {
		return err
	}
	status := http.StatusUnprocessableEntity
	if wrong != nil {
		status = http.StatusBadRequest
	}
	reply.SendError(w, r, status, reply.Content{Type: htmlType, Body: body})
	return nil
}

// pointAt cuts a query at the character where its reading failed.
func pointAt(e *search.QueryError) *problem {
	runes := []rune(e.Query)
	at := min(max(e.Column-1, 0), len(runes))
	end := min(at+1, len(runes))
	return &problem{
		Heading: "This query cannot be read",
		Message: sentence(e.Message),
		Before:  string(runes[:at]),
		At:      string(runes[at:end]),
		After:   string(runes[end:]),
		Column:  e.Column,
	}
}
