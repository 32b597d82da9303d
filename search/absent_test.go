package search_test

import (
	"strings"
	"testing"

	"travaux/search"
)

// A value that is none at all is told from one that nothing in the collection
// has.
func TestAbsentValuesAreTold(t *testing.T) {
	s := service(t)
	for _, test := range []struct {
		r    search.Request
		want string
	}{
		{search.Request{Query: "state:Atlantis"}, "there is no State “Atlantis”"},
		{search.Request{Query: "state:Kenya"}, "nothing in the collection has state:KEN"},
		{search.Request{Query: "assets -state:Atlantis"}, "there is no State “Atlantis”"},
		{search.Request{Filters: map[string][]string{"state": {"Atlantis"}}}, "there is no State “Atlantis”"},
		{search.Request{Query: "meeting:tea-party"}, "no meeting “tea-party” is known"},
		{search.Request{Query: "meeting:CAC/COSP/2013"}, "nothing in the collection has meeting:CAC/COSP/2013"},
		{search.Request{Query: "body:XYZ"}, "no body “XYZ” is known"},
		{search.Request{Query: "body:E/CN.15"}, "nothing in the collection has body:E/CN.15"},
		{search.Request{Query: "type:poem"}, "there is no type of document “poem”"},
		{search.Request{Query: "type:resolution"}, "nothing in the collection has type:resolution"},
		{search.Request{Filters: map[string][]string{"kind": {"riddle"}}}, "there is no kind of paragraph “riddle”"},
		{search.Request{Query: "year:1901"}, "nothing in the collection has year:1901"},
		{search.Request{Query: "assets"}, ""},
	} {
		got := strings.Join(ask(t, s, test.r).Query.Warnings, "\n")
		if (got == "") != (test.want == "") || !strings.HasPrefix(got, test.want) {
			t.Errorf("%q %v: warnings %q, want %q", test.r.Query, test.r.Filters, got, test.want)
		}
	}
}
