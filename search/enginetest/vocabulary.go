package enginetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// wordsAreTold: the walk over words gives each once, in the exact form, with
// the number of passages and titles that have it.
func wordsAreTold(t *testing.T, m Maker) {
	write(t, m, search.Change{Put: []un.Rendition{
		doc("A/79/1").title("Recovery of assets").says("Assets, and again ASSETS.", "The asset.").made(),
		doc("A/79/2").in("fr").title("Récupération").says("L’État et la récupération; voir A/79/1.").made(),
	}})
	write(t, m, search.Change{Put: []un.Rendition{
		doc("A/79/3").in("ru").says("Ещё один актив.").made(),
		doc("A/79/4").says("Assets.").made(),
	}})
	e := opened(t, m)
	for prefix, want := range map[string][]string{
		"asset":  {"asset 1", "assets 3"},
		"Assets": {"assets 3"},
		"rec":    {"recovery 1", "recuperation 2"},
		"récup":  {"recuperation 2"},
		"ета":    {},
		"éta":    {"etat 1"},
		"еще":    {"еще 1"},
		"zz":     {},
	} {
		if diff := cmp.Diff(want, words(t, e, prefix)); diff != "" {
			t.Errorf("words beginning with %q (-want +got):\n%s", prefix, diff)
		}
	}
	all := words(t, e, "")
	for _, want := range []string{"a 1", "the 1", "актив 1", "asset 1"} {
		if !slices.Contains(all, want) {
			t.Errorf("words %q lack %q", all, want)
		}
	}
	if slices.Contains(all, "a/79/1 1") {
		t.Error("a symbol is told as a word")
	}
	stop := errors.New("enough")
	if err := e.Words(context.Background(), "", func(search.Word) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error %v of the walk, want that of visit", err)
	}
}

// words gives the words that begin with a prefix as "word count".
func words(t *testing.T, e search.Engine, prefix string) []string {
	t.Helper()
	out := []string{}
	err := e.Words(context.Background(), prefix, func(w search.Word) error {
		out = append(out, fmt.Sprintf("%s %d", w.Text, w.Count))
		return nil
	})
	if err != nil {
		t.Fatalf("words %q: %v", prefix, err)
	}
	return out
}

// goneWordsAreNotTold: what only removed documents had is no word any more.
func goneWordsAreNotTold(t *testing.T, m Maker) {
	gone := doc("A/79/2").title("Recovering").says("Recovered recovery.").made()
	write(t, m, search.Change{Put: []un.Rendition{
		doc("A/79/1").says("Recovery.").made(), gone, doc("A/79/3").says("Other.", "Matters.", "Of.", "Interest.").made(),
	}})
	write(t, m, search.Change{Drop: []un.RenditionKey{gone.Key()}})
	e := opened(t, m)
	if diff := cmp.Diff([]string{"recovery 1"}, words(t, e, "recov")); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
	near, err := e.WordsNear(context.Background(), "recoverd", 2, 10)
	if diff := cmp.Diff([]search.Word{{Text: "recovery", Count: 1, Distance: 1}}, near); err != nil || diff != "" {
		t.Errorf("near words: %v (-want +got):\n%s", err, diff)
	}
}

// nearWordsByDistance: near words come nearest first, then by their count.
func nearWordsByDistance(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").title("Recovery").says("recovery", "recovers", "record").made(),
		doc("A/79/2").says("recovery of the recovered; see A/RECOVERY/1").made(),
		doc("A/79/3").in("es").says("recobró, recuperación").made(),
	)
	for _, test := range []struct {
		word            string
		distance, limit int
		want            []search.Word
	}{
		{"recovery", 0, 5, []search.Word{{Text: "recovery", Count: 3, Distance: 0}}},
		{"Recovrey", 0, 5, nil},
		{"Recovrey", 1, 5, []search.Word{{Text: "recovery", Count: 3, Distance: 1}}}, // neighbours swapped
		{"recover", 1, 5, []search.Word{{Text: "recovery", Count: 3, Distance: 1}, {Text: "recovers", Count: 1, Distance: 1}}},
		{"recover", 2, 3, []search.Word{{Text: "recovery", Count: 3, Distance: 1}, {Text: "recovers", Count: 1, Distance: 1}, {Text: "recovered", Count: 1, Distance: 2}}},
		{"recover", 2, 1, []search.Word{{Text: "recovery", Count: 3, Distance: 1}}},
		{"recuperacoin", 1, 5, []search.Word{{Text: "recuperacion", Count: 1, Distance: 1}}},
		{"nothinglike", 2, 5, nil},
	} {
		got, err := e.WordsNear(context.Background(), test.word, test.distance, test.limit)
		if err != nil {
			t.Fatalf("near %q: %v", test.word, err)
		}
		if len(got) == 0 {
			got = nil
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("near %q at %d (-want +got):\n%s", test.word, test.distance, diff)
		}
	}
}

// namesAreTold: every document is told once with its titles, listed ones too.
func namesAreTold(t *testing.T, m Maker) {
	e := published(t, m,
		doc("CAC/COSP/2013/3").title("Asset recovery").on("2013-09-10").says("One.").made(),
		doc("CAC/COSP/2013/3").title("Recouvrement d’avoirs").in("fr").on("2013-09-10").says("Un.").made(),
		doc("CAC/COSP/2013/9").title("A listed paper").listed("CAC/COSP/2013").made(),
		doc("A/79/1").says("No title.").made(),
	)
	got := map[string]search.Names{}
	err := e.Names(context.Background(), func(n search.Names) error {
		if _, twice := got[n.ID]; twice {
			t.Errorf("%s is told twice", n.ID)
		}
		slices.SortFunc(n.Titles, func(a, b search.Title) int { return len(a.Text) - len(b.Text) })
		got[n.ID] = n
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]search.Names{
		"CAC/COSP/2013/3": {
			ID: "CAC/COSP/2013/3", Date: "2013-09-10", Meeting: "CAC/COSP/2013",
			Titles: []search.Title{{Text: "Asset recovery", Language: "en"}, {Text: "Recouvrement d’avoirs", Language: "fr"}},
		},
		"CAC/COSP/2013/9": {ID: "CAC/COSP/2013/9", Meeting: "CAC/COSP/2013", Titles: []search.Title{{Text: "A listed paper"}}},
		"A/79/1":          {ID: "A/79/1", Meeting: "A/79"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// nearSymbols: the nearest of the same series come first.
func nearSymbols(t *testing.T, m Maker) {
	e := published(t, m,
		doc("CAC/COSP/2013/3").says("One.").made(),
		doc("CAC/COSP/2013/13").says("One.").made(),
		doc("CAC/COSP/2013/3/Corr.1").says("One.").made(),
		doc("CAC/COSP/2015/3").says("One.").made(),
		doc("A/RES/58/4").says("One.").made(),
		doc("E/CN.15/2013/3").says("One.").made(),
	)
	for asked, want := range map[string][]string{
		"CAC/COSP/2013/33":   {"CAC/COSP/2013/3", "CAC/COSP/2013/13"},
		"CAC/COSP/2014/3":    {"CAC/COSP/2013/3", "CAC/COSP/2015/3"},
		"A/RSE/58/4":         {"A/RES/58/4"},
		"a/res/58/5":         {"A/RES/58/4"},
		"QQQ/999":            {},
		"":                   {},
		"CAC/COSP/2013/3":    {"CAC/COSP/2013/3", "CAC/COSP/2013/3/Corr.1"},
		"CAC/COPS/2013/3":    {"CAC/COSP/2013/3", "CAC/COSP/2013/13"},
		"E/CN15/2013/3":      {"E/CN.15/2013/3"},
		"A/RES/58/4/Add.1":   {"A/RES/58/4"},
		"CAC/COSP/2013/3/C1": {"CAC/COSP/2013/3", "CAC/COSP/2013/3/Corr.1"},
	} {
		got, err := e.Near(context.Background(), asked, 2)
		if err != nil {
			t.Fatalf("near %s: %v", asked, err)
		}
		if len(want) < 2 {
			got = got[:min(len(want), len(got))]
		}
		if diff := cmp.Diff(want, append([]string{}, got...)); diff != "" {
			t.Errorf("near %s (-want +got):\n%s", asked, diff)
		}
	}
}
