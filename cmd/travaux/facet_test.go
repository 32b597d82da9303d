package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
)

func TestFacetsStandAsTrees(t *testing.T) {
	value := func(name, parent string) search.FacetValue { return search.FacetValue{Value: name, Parent: parent} }
	in := []search.FacetValue{value("A", ""), value("E", ""), value("E/CN.7", "E"), value("A/79", "A"), value("A/80", "A"), value("A/79/1", "A/79"), value("S/2024", "S")}
	var got []string
	for _, v := range asTree(in) {
		got = append(got, v.Value)
	}
	if diff := cmp.Diff([]string{"A", "A/79", "A/79/1", "A/80", "E", "E/CN.7", "S/2024"}, got); diff != "" {
		t.Error(diff)
	}
}
