package schema_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/schema"
)

func TestFacets(t *testing.T) {
	want := []string{"meeting", "symbol", "body", "type", "lang", "year", "kind", "state", "article", "cites"}
	if diff := cmp.Diff(want, schema.Facets()); diff != "" {
		t.Error(diff)
	}
}

func TestFieldsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range schema.Fields() {
		if seen[f.Name] {
			t.Errorf("%s is declared twice", f.Name)
		}
		seen[f.Name] = true
		if f.Help == "" || !strings.HasPrefix(f.Example, f.Name+":") {
			t.Errorf("%s: help %q, example %q", f.Name, f.Help, f.Example)
		}
		if got, ok := schema.Lookup(strings.ToUpper(f.Name)); !ok || got.Name != f.Name {
			t.Errorf("Lookup(%q) = %v, %v", strings.ToUpper(f.Name), got, ok)
		}
	}
	if _, ok := schema.Lookup("nothing"); ok {
		t.Error("Lookup found a field that is not declared")
	}
}
