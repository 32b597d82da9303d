// Package params stands in for the request codec of package search.
package params

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"travaux/search"
)

var filters = []string{"meeting", "symbol", "body", "type", "lang", "kind", "year"}

// ParseRequest reads a request from URL parameters.
func ParseRequest(v url.Values) (search.Request, error) {
	r := search.Request{Filters: map[string][]string{}}
	known := map[string]bool{"q": true, "view": true, "facets": true, "sort": true, "limit": true, "cursor": true}
	for _, f := range filters {
		known[f] = true
		for _, value := range v[f] {
			if value != "" {
				r.Filters[f] = append(r.Filters[f], value)
			}
		}
	}
	for name := range v {
		if !known[name] {
			return r, fmt.Errorf("unknown parameter %s: %w", name, search.ErrInvalid)
		}
	}
	r.Query, r.View, r.Sort, r.Cursor = v.Get("q"), search.View(v.Get("view")), search.Sort(v.Get("sort")), v.Get("cursor")
	if f := v.Get("facets"); f != "" {
		r.Facets = strings.Split(f, ",")
	}
	if l := v.Get("limit"); l != "" {
		n, err := strconv.Atoi(l)
		if err != nil || n > search.MaxLimit {
			return r, fmt.Errorf("limit %s: %w", l, search.ErrInvalid)
		}
		r.Limit = n
	}
	return r, nil
}

// Values writes a request as URL parameters.
func Values(r search.Request) url.Values {
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
	set("facets", strings.Join(r.Facets, ","))
	if r.Limit != 0 {
		v.Set("limit", strconv.Itoa(r.Limit))
	}
	for name, values := range r.Filters {
		v[name] = values
	}
	return v
}
