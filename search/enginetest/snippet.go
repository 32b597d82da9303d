package enginetest

import (
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/un"
)

const filler = "The secretariat informed the meeting of its budget and of the premises in which it works. "

// farMatchesMakeFragments: words that stand far apart are shown in parts, each with
// whole words, and what is between them is a gap.
func farMatchesMakeFragments(t *testing.T, m Maker) {
	long := "Theft was reported by many. " + strings.Repeat(filler, 8) + "There was also fraud in two cases. " + strings.Repeat(filler, 8) + "Smuggling ended it all."
	e := published(t, m, doc("A/79/1").says(long, "Theft and fraud. "+strings.Repeat(filler, 9)).made(),
		doc("A/79/2").in("zh").says(strings.Repeat("秘书处向会议通报了预算情况。", 20)+"盗窃案件增加。"+strings.Repeat("秘书处向会议通报了预算情况。", 20)+"欺诈行为。").made(),
		doc("A/79/3").in("ar").says("وردت تقارير عن السرقة. "+strings.Repeat("أبلغت الأمانة الاجتماع بميزانيتها. ", 20)+"وهناك احتيال.").made(),
	)
	for text, want := range map[string]int{
		"theft fraud smuggling lang:en": 3,
		"theft smuggling lang:en":       2,
		"smuggling lang:en":             1,
		"theft fraud budget -smuggling": 1,
		"盗窃 欺诈":                         2,
		"السرقة احتيال":                 2,
	} {
		a := answer(t, e, plan(t, search.Paragraphs, text))
		if len(a.Hits) != 1 {
			t.Errorf("%s: %d hits", text, len(a.Hits))
			continue
		}
		spans := a.Hits[0].Paragraphs[0].Spans
		parts := fragments(spans)
		if len(parts) != want {
			t.Errorf("%s: %d fragments, want %d: %s", text, len(parts), want, marked(spans))
		}
		for _, part := range parts {
			if !strings.Contains(part, " ") && a.Hits[0].Paragraphs[0].Language != "zh" || part != strings.TrimSpace(part) {
				t.Errorf("%s: a fragment is cut badly: %q", text, part)
			}
		}
		for _, s := range spans {
			if s.Gap && strings.Trim(s.Text, " …") != "" {
				t.Errorf("%s: a gap says %q", text, s.Text)
			}
		}
	}
}

// valuesAreMarked: what was found by a field or a filter shows why.
func valuesAreMarked(t *testing.T, m Maker) {
	text := "Following article 46 and resolution 58/4, the Group recommended that Panama act."
	at := func(words string) (int, int) { i := strings.Index(text, words); return i, i + len(words) }
	b := doc("A/79/1").says(text).kind(un.Recommendation).cites("article", "46(13)").cites("resolution", "A/RES/58/4")
	p := &b.r.Passages[0]
	p.Kinds[0].Cue = "the group recommended"
	p.References[0].Start, p.References[0].End = at("article 46")
	p.References[1].Start, p.References[1].End = at("resolution 58/4")
	b.names("PAN")
	e := published(t, m, b.made(), doc("A/79/2").says("Nothing.").made())
	for text, want := range map[string]string{
		"article:46":                      "Following «article 46» and resolution 58/4, the Group recommended that Panama act.",
		"cites:A/RES/58":                  "Following article 46 and «resolution 58/4», the Group recommended that Panama act.",
		"cites:A/RES/58/4 article:46 act": "Following «article 46» and «resolution 58/4», the Group recommended that Panama «act».",
		"kind:recommendation":             "Following article 46 and resolution 58/4, «the Group recommended» that Panama act.",
		"kind:recommendation -article:9":  "Following article 46 and resolution 58/4, «the Group recommended» that Panama act.",
		"para:1":                          text,
	} {
		a := answer(t, e, plan(t, search.Paragraphs, text))
		if len(a.Hits) == 0 {
			t.Errorf("%s finds nothing", text)
			continue
		}
		if got := marked(a.Hits[0].Paragraphs[0].Spans); got != want {
			t.Errorf("%s marks %q", text, got)
		}
	}
	filtered := search.Plan{View: search.Documents, Sort: search.ByRelevance, Limit: 10, Language: "en", Filters: map[string][]string{"article": {"46"}}}
	filtered.Marks = query.Exact{Text: "Panama"}
	a := answer(t, e, filtered)
	if want := "Following «article 46» and resolution 58/4, the Group recommended that «Panama» act."; len(a.Hits) != 1 || marked(a.Hits[0].Paragraphs[0].Spans) != want {
		t.Errorf("a filter marks %+v", a.Hits)
	}
}
