package enginetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/un"
)

// resembling gives the candidates for a text, by symbol, language and number.
func resembling(t *testing.T, e search.Engine, sample search.Sample) []string {
	t.Helper()
	found, err := e.Resembling(context.Background(), sample)
	if err != nil {
		t.Fatalf("resembling: %v", err)
	}
	var out []string
	for _, c := range found.Passages {
		out = append(out, c.Rendition.Document+" "+c.Rendition.Language+" "+c.Passage.Number)
	}
	slices.Sort(out)
	return out
}

// wholeSamplesAreFound: whoever has all the words in their order is given, however
// common the words, in whatever case and signs.
func wholeSamplesAreFound(t *testing.T, m Maker) {
	var renditions []un.Rendition
	for i := range 30 { // texts with the same words in other orders
		renditions = append(renditions, doc(fmt.Sprintf("A/79/%d", i+10)).says("The report of the Group to the States on the work of the States and to the Group.").made())
	}
	e := published(t, m, append(renditions,
		doc("A/79/1").says("It was to the work of the Group, and the end.").made(),
		doc("A/79/2").in("fr").says("L’État et la Cour; à l'État de la Cour.").made(),
		doc("A/79/3").in("zh").says("会议注意到缔约国会议的工作。").made(),
		doc("A/79/4").in("ru").says("Всё, что было в нём и на нём.").made(),
		doc("A/79/5").in("ar").says("في عمل الدول وفي عمل اللجنة").made(),
	)...)
	for sample, want := range map[string]string{
		"TO THE “WORK” of the":    "A/79/1 en 1",
		"la cour a l’etat":        "A/79/2 fr 1",
		"缔约国会议":                   "A/79/3 zh 1",
		"все что было в нем":      "A/79/4 ru 1",
		"عمل الدول وفي":           "A/79/5 ar 1",
		"the Group to the States": "A/79/10 en 1",
	} {
		if got := resembling(t, e, search.Sample{Text: sample, Limit: 100}); !slices.Contains(got, want) {
			t.Errorf("%s: %q, want %q among them", sample, got, want)
		}
	}
}

// oldestSamplesFirst: of more than the limit the oldest that hold the whole sample
// are given, and it is said that there are more.
func oldestSamplesFirst(t *testing.T, m Maker) {
	var renditions []un.Rendition
	for i := range 20 {
		renditions = append(renditions, doc(fmt.Sprintf("A/79/%d", i+1)).on(un.Date(fmt.Sprintf("20%02d-01-01", 40-i))).says("Urges States to return assets.").made())
	}
	e := published(t, m, renditions...)
	found, err := e.Resembling(context.Background(), search.Sample{Text: "urges states to return assets", Limit: 3})
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Passages) != 3 || !found.Cut {
		t.Fatalf("%d candidates, cut %v; want 3 of more", len(found.Passages), found.Cut)
	}
	slices.SortFunc(found.Passages, func(a, b search.Candidate) int { return a.Age - b.Age })
	for i, want := range []string{"A/79/20", "A/79/19", "A/79/18"} {
		if got := found.Passages[i].Rendition.Document; got != want {
			t.Errorf("candidate %d is %s, want %s", i, got, want)
		}
	}
	if got := resembling(t, e, search.Sample{Text: "urges states to return assets", Limit: 30, Filters: map[string][]string{"year": {"2030"}}}); !slices.Equal(got, []string{"A/79/11 en 1"}) {
		t.Errorf("with a filter %q", got)
	}
}

// partsOfSamplesAreFound: a sample over two paragraphs finds both, and one with
// words changed its source.
func partsOfSamplesAreFound(t *testing.T, m Maker) {
	first := "Recalls that confiscated property shall be returned to its prior legitimate owners without undue delay"
	second := "Invites the secretariat to prepare an analytical paper on guardianship of seized livestock and vessels"
	renditions := Synthetic(40, 3)
	e := published(t, m, append(renditions, doc("A/90/1").says(first+".", second+".").made(), doc("A/90/2").says("Nothing of it.").made())...)
	for _, sample := range []string{
		first + ". " + second + ".",
		strings.Join(strings.Fields(first)[7:], " ") + ". " + strings.Join(strings.Fields(second)[:8], " "),
		strings.NewReplacer("confiscated", "forfeited", "undue", "any", "analytical", "short").Replace(first + second),
	} {
		got := resembling(t, e, search.Sample{Text: sample, Limit: 100})
		for _, want := range []string{"A/90/1 en 1", "A/90/1 en 2"} {
			if !slices.Contains(got, want) {
				t.Errorf("%s: %q, want %q among them", sample, got, want)
			}
		}
	}
	for _, sample := range []string{"", "!", "xylophone quasar"} {
		if got := resembling(t, e, search.Sample{Text: sample, Limit: 100}); len(got) > 0 {
			t.Errorf("%q resembles %q", sample, got)
		}
	}
}

// manySamplesAreSaid: of more passages that nearly hold a sample than are given it
// is said that there are more.
func manySamplesAreSaid(t *testing.T, m Maker) {
	const held = 600
	b := doc("A/79/1")
	for i := range held {
		b.says(fmt.Sprintf("Urges State%d to return confiscated assets to their prior legitimate owners.", i))
	}
	e := published(t, m, b.made())
	for _, limit := range []int{10, 2 * held} {
		found, err := e.Resembling(context.Background(), search.Sample{Text: "urges us to return confiscated assets to their prior legitimate owners", Limit: limit})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(found.Passages); n == 0 || n < held && !found.Cut {
			t.Errorf("limit %d: %d of %d are given, cut %v", limit, n, held, found.Cut)
		}
	}
}

// wordsAreWeighed: the words of a text with the passages that have them, in any of
// their forms.
func wordsAreWeighed(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("Assets are returned.", "The asset.").made(),
		doc("A/79/2").in("fr").says("Les avoirs.").made(),
		doc("A/79/3").in("zh").says("资产追回").made(),
	)
	for _, test := range []struct {
		language, text string
		want           []search.WordCount
	}{
		{"en", "The asset, of assets: return nothing!", []search.WordCount{{Word: "asset", Count: 2, With: 2, Texts: 2}, {Word: "return", Count: 1, With: 1, Texts: 2}}},
		{"fr", "l'avoir", []search.WordCount{{Word: "avoir", Count: 1, With: 1, Texts: 1}}},
		{"en", "avoirs", nil},
	} {
		got, err := e.Weigh(context.Background(), test.language, test.text)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got { // the article may belong to the word or not
			got[i].Word = strings.TrimPrefix(got[i].Word, "l'")
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %+v, want %+v", test.text, got, test.want)
		}
	}
}
