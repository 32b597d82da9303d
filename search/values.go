package search

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"travaux/search/schema"
)

// Values gives the request as URL parameters, named as the flags of `travaux
// search`. What has its zero value is left out; a limit below none is "0".
// FacetSize is the caller's affair and no parameter.
func (r Request) Values() url.Values {
	v := url.Values{}
	set := func(name, value string) {
		if value != "" {
			v.Set(name, value)
		}
	}
	set("q", r.Query)
	set("view", string(r.View))
	set("sort", string(r.Sort))
	set("cursor", r.Cursor)
	set("language", r.Language)
	set("facets", strings.Join(r.Facets, ","))
	r.facetPageValues(v)
	if r.Explain {
		v.Set("explain", "true")
	}
	if r.Limit != 0 {
		v.Set("limit", strconv.Itoa(max(r.Limit, 0)))
	}
	for name, values := range r.Filters {
		for _, value := range values {
			v.Add(name, value)
		}
	}
	return v
}

// ParseRequest reads what Values writes. Empty values are as good as none.
// Errors: ErrInvalid for an unknown name, a name given twice that may be given
// once, or a value that cannot be.
func ParseRequest(v url.Values) (Request, error) {
	r := Request{}
	for _, name := range sortedNames(v) {
		values := slices.DeleteFunc(slices.Clone(v[name]), func(s string) bool { return s == "" })
		if len(values) == 0 && known(name) {
			continue
		}
		if slices.Contains(schema.Facets(), name) {
			if r.Filters == nil {
				r.Filters = map[string][]string{}
			}
			r.Filters[name] = values
			continue
		}
		if slices.Contains(facetParameters(), name) {
			continue // they may be about the facets that are counted
		}
		if len(values) > 1 {
			return Request{}, fmt.Errorf("%s is given %d times, expected once: %w", name, len(values), ErrInvalid)
		}
		if err := r.set(name, strings.Join(values, "")); err != nil {
			return Request{}, err
		}
	}
	for _, name := range facetParameters() {
		if err := r.PageFacets(name, v[name]); err != nil {
			return Request{}, err
		}
	}
	return r, r.check()
}

func sortedNames(v url.Values) []string {
	names := make([]string, 0, len(v))
	for name := range v {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func known(name string) bool {
	var r Request
	return slices.Contains(schema.Facets(), name) || slices.Contains(facetParameters(), name) || name == "limit" || r.set(name, "") == nil
}

func (r *Request) set(name, value string) error {
	switch name {
	case "q":
		r.Query = value
	case "view":
		r.View = View(value)
	case "sort":
		r.Sort = Sort(value)
	case "cursor":
		r.Cursor = value
	case "language":
		r.Language = value
	case "facets":
		if value != "" {
			r.Facets = strings.Split(value, ",")
		}
	case "explain":
		explain, err := strconv.ParseBool(cmp.Or(value, "false"))
		if err != nil {
			return fmt.Errorf("explain %q: expected true or false: %w", value, ErrInvalid)
		}
		r.Explain = explain
	case "limit":
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			return fmt.Errorf("limit %q: expected a number from 0 to %d: %w", value, MaxLimit, ErrInvalid)
		}
		if r.Limit = n; n == 0 {
			r.Limit = -1
		}
	default:
		return fmt.Errorf("parameter %q is not known: %w", name, ErrInvalid)
	}
	return nil
}

// check looks at everything but the query and the cursor.
func (r Request) check() error {
	if !slices.Contains([]View{"", Documents, Paragraphs}, r.View) {
		return fmt.Errorf("view %q: expected documents or paragraphs: %w", r.View, ErrInvalid)
	}
	if r.Sort != "" && !slices.Contains(Sorts(), r.Sort) {
		return fmt.Errorf("sort %q: expected one of %s: %w", r.Sort, joined(Sorts()), ErrInvalid)
	}
	if r.Limit > MaxLimit {
		return fmt.Errorf("limit %d: expected at most %d: %w", r.Limit, MaxLimit, ErrInvalid)
	}
	if err := r.checkFacets(); err != nil {
		return err
	}
	return r.checkFilters()
}

// joined lists values for a sentence.
func joined[V ~string](values []V) string {
	var names []string
	for _, v := range values {
		names = append(names, string(v))
	}
	return strings.Join(names, ", ")
}
