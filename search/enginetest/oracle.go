package enginetest

import (
	"slices"
	"strconv"
	"strings"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
	"travaux/search/un"
)

// oracle answers plans by looking at every rendition and passage in turn. Texts
// are analysed once; their terms are numbers, for speed.
type oracle struct {
	analyze    func(language, text string) []Token
	renditions []seen
	vocabulary []string
	numbers    map[string]int
	// queries are the words of queries by language and text, fitting the terms
	// that leaves stand for.
	queries map[[2]string][]placed
	fitting map[string][]bool
}

// seen is a rendition with its texts analysed, and its values of fields: of the
// whole first, then of each passage.
type seen struct {
	un.Rendition
	title    read
	passages []read
	values   []map[string][]string
}

// say is what a part of a query says of one rendition or passage.
type say int

const (
	no say = iota
	yes
	nothing // only stop words: it asks for nothing
)

func newOracle(renditions []un.Rendition, analyze func(language, text string) []Token) *oracle {
	o := &oracle{analyze: analyze, numbers: map[string]int{}, queries: map[[2]string][]placed{}, fitting: map[string][]bool{}}
	for _, r := range renditions {
		s := seen{Rendition: r, title: o.read(r.Language, titleOf(r)), values: []map[string][]string{values(r, -1)}}
		for i, p := range r.Passages {
			s.passages = append(s.passages, o.read(languageOf(r, p), p.Text))
			s.values = append(s.values, values(r, i))
		}
		o.renditions = append(o.renditions, s)
	}
	return o
}

// values gives the values of all fields that are compared whole, each once.
func values(r un.Rendition, passage int) map[string][]string {
	out := map[string][]string{}
	for _, f := range schema.Fields() {
		all := valuesOf(f.Name, r, passage)
		slices.Sort(all)
		out[f.Name] = slices.Compact(all)
	}
	return out
}

// titleOf gives all titles of a rendition's document.
func titleOf(r un.Rendition) string {
	titles := []string{r.Document.Title}
	for _, l := range r.Document.Listings {
		if !slices.Contains(titles, l.Title) {
			titles = append(titles, l.Title)
		}
	}
	return strings.Join(titles, "\n")
}

func languageOf(r un.Rendition, p un.Passage) string {
	if p.Language != "" {
		return p.Language
	}
	return r.Language
}

// counted is the naive answer: the results by name and the facets.
type counted struct {
	results map[string]bool
	facets  map[string]map[string]int
}

// answer counts. A result of the document view is a document's id, one of the
// paragraph view "id language place".
func (o *oracle) answer(p search.Plan) counted {
	out := counted{results: map[string]bool{}, facets: map[string]map[string]int{}}
	for _, facet := range p.Facets {
		out.facets[facet] = map[string]int{}
	}
	countedOnce := map[[3]string]bool{} // facet, value and document
	visit := func(r *seen, passage int) {
		if p.Tree != nil && o.eval(p.Tree, r, passage) != yes {
			return
		}
		name := r.Document.ID
		if passage >= 0 {
			name += " " + r.Language + " " + strconv.Itoa(passage)
		}
		if passes(p.Filters, "", r, passage) {
			out.results[name] = true
		}
		for facet, counts := range out.facets {
			if !passes(p.Filters, facet, r, passage) {
				continue
			}
			for _, value := range r.values[passage+1][facet] {
				once := [3]string{facet, value, name}
				if passage >= 0 || !countedOnce[once] {
					counts[value]++
				}
				if passage < 0 {
					countedOnce[once] = true
				}
			}
		}
	}
	for i := range o.renditions {
		r := &o.renditions[i]
		if p.View == search.Documents {
			visit(r, -1)
			continue
		}
		for n := range r.Passages {
			visit(r, n)
		}
	}
	return out
}

// passes reports whether all choices but those of one facet are met.
func passes(chosen map[string][]string, except string, r *seen, passage int) bool {
	for facet, values := range chosen {
		if facet == except || len(values) == 0 {
			continue
		}
		if !slices.ContainsFunc(values, func(v string) bool { return has(facet, v, r, passage) }) {
			return false
		}
	}
	return true
}

func has(field, value string, r *seen, passage int) bool {
	if field == "year" {
		from, to, _ := query.Years(value)
		y := r.Document.Year()
		return y != 0 && from <= y && y <= to
	}
	return slices.Contains(r.values[passage+1][field], value)
}

// valuesOf gives the values of a field of a rendition (passage < 0) or passage.
func valuesOf(field string, r un.Rendition, passage int) []string {
	d := r.Document
	switch field {
	case "meeting":
		if d.Meeting == "" {
			return []string{un.NoMeeting}
		}
		return []string{d.Meeting}
	case "symbol":
		var out []string
		for _, s := range d.Symbols {
			out = append(out, s.Prefixes()...)
		}
		return out
	case "body":
		return nonEmpty(d.Body)
	case "type":
		var out []string
		for _, t := range d.Types {
			out = append(out, string(t))
		}
		return out
	case "lang":
		return nonEmpty(r.Language)
	case "year":
		if y := d.Year(); y != 0 {
			return []string{strconv.Itoa(y)}
		}
	case "kind", "para", "state", "article", "cites":
		var out []string
		for i, p := range r.Passages {
			if passage >= 0 && passage != i {
				continue
			}
			out = append(out, passageValues(field, p)...)
		}
		return out
	}
	return nil
}

func passageValues(field string, p un.Passage) (out []string) {
	switch field {
	case "para":
		return nonEmpty(strings.ToLower(p.Number))
	case "kind":
		for _, k := range p.Kinds {
			out = append(out, string(k.Value))
		}
	case "state":
		return slices.Clone(p.States)
	case "article":
		for _, r := range p.References {
			if r.Kind == "article" {
				out = append(out, r.Target)
				for i, c := range r.Target {
					if c == '(' {
						out = append(out, r.Target[:i])
					}
				}
			}
		}
	case "cites":
		for _, r := range p.References {
			target, _, _ := strings.Cut(r.Target, ",")
			if s, err := un.ParseSymbol(target); err == nil && r.Kind != "article" {
				out = append(out, beginnings(s.Key())...)
			}
		}
	}
	return out
}

// beginnings gives a symbol and all that it begins with up to a slash or a year
// in brackets, from its match key, as symbols are written.
func beginnings(key string) (out []string) {
	for i := range len(key) + 1 {
		if i < len(key) && key[i] != '/' && key[i] != '(' {
			continue
		}
		beginning := key[:i]
		if s, err := un.ParseSymbol(beginning); err == nil {
			beginning = s.String()
		}
		out = append(out, beginning)
	}
	return out
}

func nonEmpty(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

func (o *oracle) eval(n query.Node, r *seen, passage int) say {
	switch n := n.(type) {
	case query.Field:
		if n.Name == "title" {
			return o.says(query.TextOf(n), &r.title)
		}
		if has(n.Name, n.Value, r, passage) {
			return yes
		}
		return no
	case query.Not:
		return [...]say{no: yes, yes: no, nothing: nothing}[o.eval(n.Node, r, passage)]
	case query.And:
		all := nothing
		for _, c := range n.Nodes {
			switch o.eval(c, r, passage) {
			case no:
				return no
			case yes:
				all = yes
			}
		}
		return all
	case query.Or:
		any := nothing
		for _, c := range n.Nodes {
			switch s := o.eval(c, r, passage); {
			case s == yes:
				return yes
			case s == no:
				any = no
			}
		}
		return any
	}
	return o.text(n, r, passage)
}

// text says whether a leaf's words stand in a passage, or anywhere in a rendition.
func (o *oracle) text(leaf query.Node, r *seen, passage int) say {
	if passage >= 0 {
		return o.says(leaf, &r.passages[passage])
	}
	result := o.says(leaf, &r.title)
	for i := range r.passages {
		if o.says(leaf, &r.passages[i]) == yes {
			return yes
		}
	}
	return result
}
