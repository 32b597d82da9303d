package search

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"travaux/search/schema"
)

// The parameters of a request that say more of single facets. A value is
// "state:name", for one facet, or "name", for all that the request counts.
const (
	facetOrder  = "facet-order"
	facetPrefix = "facet-prefix"
	facetOffset = "facet-offset"
	facetLimit  = "facet-limit"
)

func facetParameters() []string {
	return []string{facetOrder, facetPrefix, facetOffset, facetLimit}
}

// facetPageValues writes the pages of facets, each with its facet's name.
func (r Request) facetPageValues(v url.Values) {
	for _, name := range schema.Facets() {
		page := r.FacetPages[name]
		add := func(parameter, value string) {
			if value != "" && value != "0" {
				v.Add(parameter, name+":"+value)
			}
		}
		add(facetOrder, string(page.Order))
		if page.Prefix != "" {
			v.Add(facetPrefix, name+":"+page.Prefix)
		}
		add(facetOffset, strconv.Itoa(page.Offset))
		add(facetLimit, strconv.Itoa(page.Limit))
	}
}

// PageFacets reads values of a parameter that says more of single facets
// ("facet-order", "facet-prefix", "facet-offset", "facet-limit"), the facets to
// count being known already.
// Errors: ErrInvalid.
func (r *Request) PageFacets(parameter string, values []string) error {
	for _, value := range values {
		if value == "" {
			continue
		}
		names := r.Facets
		if name, rest, ok := strings.Cut(value, ":"); ok && slices.Contains(schema.Facets(), name) {
			names, value = []string{name}, rest
		}
		if len(names) == 0 {
			return fmt.Errorf("%s %q: expected the facet's name before it, as in state:%s, or facets that are counted: %w", parameter, value, value, ErrInvalid)
		}
		for _, name := range names {
			page := r.FacetPages[name]
			if err := page.set(parameter, value); err != nil {
				return err
			}
			if page == (FacetPage{}) {
				continue
			}
			if r.FacetPages == nil {
				r.FacetPages = map[string]FacetPage{}
			}
			r.FacetPages[name] = page
		}
	}
	return nil
}

func (p *FacetPage) set(parameter, value string) error {
	switch parameter {
	case facetOrder:
		p.Order = FacetOrder(value)
		return nil
	case facetPrefix:
		p.Prefix = value
		return nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 {
		return fmt.Errorf("%s %q: expected a number from 0: %w", parameter, value, ErrInvalid)
	}
	if parameter == facetOffset {
		p.Offset = n
	} else {
		p.Limit = n
	}
	return nil
}

func (r Request) checkFacets() error {
	for _, name := range r.Facets {
		if !slices.Contains(schema.Facets(), name) {
			return fmt.Errorf("facet %q: expected one of %s: %w", name, strings.Join(schema.Facets(), ", "), ErrInvalid)
		}
	}
	for name, page := range r.FacetPages {
		if !slices.Contains(schema.Facets(), name) {
			return fmt.Errorf("page of facet %q: expected one of %s: %w", name, strings.Join(schema.Facets(), ", "), ErrInvalid)
		}
		if !slices.Contains([]FacetOrder{"", ByCount, ByName}, page.Order) {
			return fmt.Errorf("%s %q: expected count or name: %w", facetOrder, page.Order, ErrInvalid)
		}
		if page.Offset < 0 || page.Limit < 0 {
			return fmt.Errorf("page of facet %s: offset and limit cannot be below 0: %w", name, ErrInvalid)
		}
	}
	return nil
}
