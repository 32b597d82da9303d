package pages

import (
	"maps"
	"slices"
	"strings"

	"travaux/search"
	"travaux/search/un"
)

// facet is one group of filters.
type facet struct {
	Name, Label string
	// First are the values seen at once, Rest those behind "more".
	First, Rest []facetValue
	// More is the link that asks for more values, empty when all are there.
	More string
	// Tree says that values stand under each other.
	Tree bool
	// Years is set for the facet with a form for a range of years.
	Years *yearForm
	// Chosen says that a value of the facet is chosen, Open that its values are
	// seen at once.
	Chosen, Open bool
}

// facetValue is one filter: a link that chooses it, or takes it back.
type facetValue struct {
	// Label is what is shown, Full what is read out and shown on hovering.
	Label, Full, Count, Link string
	// ID is set where it tells more than the label does: the symbol of a
	// meeting or body.
	ID       string
	Lang     string
	Selected bool
	Children []facetValue
	// Open says that the value or one under it is chosen, or is the only one.
	Open bool
}

// chip is a chosen value that can be taken back.
type chip struct{ Facet, Label, Link string }

// yearForm asks for a range of years.
type yearForm struct {
	Action string
	Kept   []field
}

// facetShown is how many values of a facet are seen at once.
const facetShown = 10

// isTree tells the facets whose values stand under each other.
func isTree(name string) bool { return name == "symbol" || name == "article" || name == "cites" }

// aboutParagraphs tells the facets of what single paragraphs say.
func aboutParagraphs(name string) bool {
	return name == "kind" || name == "state" || name == "article" || name == "cites"
}

// toggle gives the request with a value of a facet chosen, or taken back when
// it is chosen already, at the first page.
func toggle(r search.Request, name, value string) search.Request {
	old := r.Filters[name]
	r.Filters = maps.Clone(r.Filters)
	if r.Filters == nil {
		r.Filters = map[string][]string{}
	}
	r.Cursor = ""
	if !slices.Contains(old, value) {
		r.Filters[name] = append(slices.Clone(old), value)
		return r
	}
	left := slices.DeleteFunc(slices.Clone(old), func(v string) bool { return v == value })
	if len(left) == 0 {
		delete(r.Filters, name)
		return r
	}
	r.Filters[name] = left
	return r
}

// facets gives the groups of filters beside the results.
func (p *Pages) facets(asked search.Request, result *search.Result) []facet {
	var all []facet
	for _, f := range facetNames() {
		values := result.Facets[f.Name]
		if len(values) == 0 {
			continue
		}
		group := facet{Name: f.Name, Label: f.Label, Chosen: len(asked.Filters[f.Name]) > 0}
		group.Tree = isTree(f.Name)
		group.Open = group.Chosen || !aboutParagraphs(f.Name)
		if group.Tree {
			group.First, group.Rest = cut(p.tree(asked, f.Name, values))
		} else {
			group.First, group.Rest = cut(p.row(asked, f.Name, values))
		}
		if result.FacetTotals[f.Name] > len(values) && len(asked.Facets) == 0 {
			full := asked
			full.Facets, full.Cursor = []string{f.Name}, ""
			group.More = p.links().Search(full)
		}
		if f.Name == "year" {
			group.Years = p.yearForm(asked)
		}
		all = append(all, group)
	}
	return all
}

// cut keeps the first values, and every chosen one, in sight.
func cut(values []facetValue) (first, rest []facetValue) {
	for _, v := range values {
		// One value alone behind "more" would take as much room as itself.
		if len(first) < facetShown || v.Open || len(values) == facetShown+1 {
			first = append(first, v)
			continue
		}
		rest = append(rest, v)
	}
	return first, rest
}

// row gives values that stand beside each other.
func (p *Pages) row(asked search.Request, name string, values []search.FacetValue) []facetValue {
	var all []facetValue
	for _, v := range values {
		all = append(all, p.facetValue(asked, name, v))
	}
	return all
}

// facetValue gives one value with its link.
func (p *Pages) facetValue(asked search.Request, name string, v search.FacetValue) facetValue {
	value := facetValue{
		Label:    v.Label,
		Count:    number(v.Count),
		Link:     p.links().Search(toggle(asked, name, v.Value)),
		Selected: v.Selected,
		Open:     v.Selected,
	}
	switch {
	case name == "lang":
		l := languageOf(v.Value)
		value.Label, value.Lang = l.Name, l.Code
	case name == "meeting" || name == "body":
		value.Label = capital(v.Label)
		if v.Value != un.NoMeeting && v.Value != v.Label {
			value.ID = v.Value
		}
	case v.Label == "":
		value.Label = v.Value
	}
	value.Full = value.Label
	return value
}

// tree puts the values of a tree facet under their parents. A value whose
// parent was not given stands at the root. Where there is but one way to go
// from the root, the tree is open.
func (p *Pages) tree(asked search.Request, name string, values []search.FacetValue) []facetValue {
	given := map[string]bool{}
	for _, v := range values {
		given[v.Value] = true
	}
	t := tree{pages: p, asked: asked, name: name, under: map[string][]search.FacetValue{}}
	for _, v := range values {
		parent := v.Parent
		if !given[parent] || parent == v.Value {
			parent = ""
		}
		t.under[parent] = append(t.under[parent], v)
	}
	all := t.branch("")
	for level := all; len(level) == 1; level = level[0].Children {
		level[0].Open = true
	}
	return all
}

// tree holds the values of a tree facet by their parents.
type tree struct {
	pages *Pages
	asked search.Request
	name  string
	under map[string][]search.FacetValue
}

// branch gives the values under a parent, each with its own branch.
func (t tree) branch(parent string) []facetValue {
	var all []facetValue
	for _, v := range t.under[parent] {
		value := t.pages.facetValue(t.asked, t.name, v)
		if short, ok := strings.CutPrefix(value.Label, parent); ok && parent != "" && len(short) > 1 {
			value.Label = strings.TrimLeft(short, "/.")
		}
		if v.Value != "" {
			value.Children = t.branch(v.Value)
		}
		for _, child := range value.Children {
			value.Open = value.Open || child.Open
		}
		all = append(all, value)
	}
	return all
}

// chips gives every chosen value with the link that takes it back.
func (p *Pages) chips(asked search.Request, counted map[string][]search.FacetValue) []chip {
	var all []chip
	for _, f := range facetNames() {
		for _, chosen := range asked.Filters[f.Name] {
			label := chosen
			for _, v := range counted[f.Name] {
				if v.Value == chosen && v.Label != "" {
					label = v.Label
				}
			}
			if f.Name == "lang" {
				label = languageOf(chosen).Name
			}
			all = append(all, chip{
				Facet: f.Label,
				Label: strings.Replace(label, "..", "–", 1),
				Link:  p.links().Search(toggle(asked, f.Name, chosen)),
			})
		}
	}
	return all
}

// yearForm keeps everything but the years.
func (p *Pages) yearForm(asked search.Request) *yearForm {
	rest := asked
	rest.Cursor, rest.Facets = "", nil
	rest.Filters = maps.Clone(asked.Filters)
	delete(rest.Filters, "year")
	return &yearForm{Action: p.links().SearchForm(), Kept: fields(rest.Values())}
}
