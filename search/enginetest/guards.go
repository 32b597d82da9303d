package enginetest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"travaux/search"
)

// dearSearchesEnd: what passes a bound ends as too expensive, with a sentence,
// and leaves others unharmed; what nobody waits for ends as such.
func dearSearchesEnd(t *testing.T, m Maker) {
	b := doc("A/79/1")
	for range 3000 {
		b.says("Theft and fraud.")
	}
	write(t, m, search.Change{Put: append(Synthetic(10, 2), b.says("Smuggling.").made())})
	e, err := m.Tight()
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for _, text := range []string{"theft", `"theft and fraud"`, "theft NEAR/3 fraud", "the* OR fra*"} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			_, err := e.Search(context.Background(), plan(t, view, text))
			if !errors.Is(err, search.ErrTooExpensive) {
				t.Errorf("%s, %s: error %v, want ErrTooExpensive", text, view, err)
			} else if !strings.Contains(err.Error(), " ") {
				t.Errorf("%s, %s: %q gives no reason", text, view, err)
			}
		}
	}
	check(t, e, search.Documents, map[string][]string{"smuggling": {"A/79/1"}})
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := e.Search(gone, plan(t, search.Documents, "smuggling")); !errors.Is(err, context.Canceled) {
		t.Errorf("nobody waits: error %v, want context.Canceled", err)
	}
}
