package analysis_test

import "testing"

// TestEnglishWordsMeet tells which words are forms of one another and which only
// look so.
func TestEnglishWordsMeet(t *testing.T) {
	a := analyzers(t)
	term := func(word string) string {
		tokens := a.Analyze("en", word)
		if len(tokens) != 1 {
			t.Fatalf("%s gives %v", word, tokens)
		}
		return tokens[0].Term
	}
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"recovery", "recoveries", true},
		{"organisation", "organizations", true},
		{"International", "internationally", true},
		{"Universities", "university", true},
		{"responsible", "responsibilities", true},
		{"armed", "arm", true},
		{"international", "internal", false},
		{"united", "unit", false},
		{"nations", "national", false},
		{"university", "universal", false},
		{"organs", "organization", false},
		{"arms", "armed", false},
		{"execution", "executive", false},
		{"responsible", "response", false},
		{"minors", "minorities", false},
	} {
		if got := term(test.a) == term(test.b); got != test.same {
			t.Errorf("%s and %s: one term %t, want %t", test.a, test.b, got, test.same)
		}
	}
}
