package enginetest

import (
	"slices"
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/un"
)

// whatAsksForNothingIsSaid expects a warning that holds the given words, or that
// nothing has a value; and neither for "".
func whatAsksForNothingIsSaid(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("Recovery of the goods.").kind(un.Lesson).made(),
		doc("A/79/2").in("fr").says("La procédure.").made(),
	)
	for text, want := range map[string]string{
		"":                    "",
		"the recovery":        "",
		"recovery -the":       "",
		"the of and":          "“the”, “of”, “and”: too common to be looked for in texts in English",
		`"of the"`:            "", // looked for as it stands
		"title:the lang:en":   "“the”: too common to be looked for in texts in English",
		"-la":                 "“la”: too common to be looked for in texts in French",
		`"..."`:               "no word to look for in “...”",
		"lang:EN Kind:Lesson": "",
		"税":                   "",
		"税收":                  "",
		"lang:english":        "lang:english",
		"symbol:A/79/":        "",
		"symbol:A/7":          "symbol:A/7",
		"goods -type:nonsuch": "type:nonsuch",
		"para:77":             "para:77",
		"year:1900..1910":     "year:1900..1910",
	} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			got := told(answer(t, e, plan(t, view, text)))
			if (got == "") != (want == "") || !strings.Contains(got, want) {
				t.Errorf("%s, %s: warnings %q, want %q", text, view, got, want)
			}
		}
	}
	for name, value := range map[string]string{"type": "nonsuch", "kind": "nonsuch", "meeting": "em-99"} {
		p := plan(t, search.Documents, "goods")
		p.Filters = map[string][]string{name: {value}}
		if got := told(answer(t, e, p)); got != name+":"+value {
			t.Errorf("%s %s chosen: warnings %q", name, value, got)
		}
	}
}

// told are the warnings of an answer and the values that nothing has.
func told(a *search.Answer) string {
	all := slices.Clone(a.Warnings)
	for _, f := range a.Absent {
		all = append(all, f.String())
	}
	return strings.Join(all, "\n")
}
