package enginetest

import (
	"fmt"
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/un"
)

func exactWordsAreNotStemmed(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("The States Parties met.").made(),
		doc("A/79/2").says("A State party stated its case.").made(),
		doc("A/79/3").title("Réunion des États").in("fr").says("La réunion était brève.").made(),
		doc("A/79/4").in("ru").says("Всё ещё не найдено. Мой доклад.").made(),
		doc("A/79/5").in("zh").says("反腐败公约缔约国会议").made(),
		doc("A/79/6").in("ar").says("الـمـوجودات المسروقة").made(),
		doc("A/79/7").in("fr").says("L’État n’a qu'aujourd’hui répondu.").made(),
		doc("A/79/8").in("es").says("Encuentro de İstanbul, GROẞE Halle.").made(),
	)
	check(t, e, search.Documents, map[string][]string{
		"states":                {"A/79/1", "A/79/2"},
		"=states":               {"A/79/1"},
		"=STATE":                {"A/79/2"},
		`="states parties"`:     {"A/79/1"},
		`="state parties"`:      {},
		"=the":                  {"A/79/1"}, // a stop word
		`="la reunion"`:         {"A/79/3"}, // accents may be left off
		"title:=etats":          {"A/79/3"},
		"title:=etat":           {},
		"=все":                  {"A/79/4"},
		`"еще не"`:              {"A/79/4"}, // stop words in a row
		`"не еще"`:              {},
		"=мой":                  {"A/79/4"},
		"=мои":                  {},
		"=腐":                    {"A/79/5"},
		"腐":                     {"A/79/5"},
		"腐败公":                   {"A/79/5"},
		"=الموجودات":            {"A/79/6"},
		"-=states lang:en":      {"A/79/2"},
		"反腐*":                   {"A/79/5"}, // words end nowhere in Chinese
		"反败*":                   {},
		`"腐"`:                   {"A/79/5"},
		"=État":                 {"A/79/7"}, // without its article
		"=l'etat":               {"A/79/7"}, // whichever apostrophe
		`="n'a qu’aujourd'hui"`: {"A/79/7"},
		"éta*":                  {"A/79/3", "A/79/7"},
		"istanbul":              {"A/79/8"},
		"=ISTANBUL":             {"A/79/8"},
		"İsta*":                 {"A/79/8"},
		"=große":                {"A/79/8"},
	})
}

func wordsThatStandForOthers(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").title("Recovered assets").says("The recovery of assets was slow.").made(),
		doc("A/79/2").says("Goods are recovered; see A/79/1 and reports.").made(),
		doc("A/79/3").says("Record of the organisation.").made(),
		doc("A/79/4").in("ru").says("Восстановление прав.").made(),
		doc("A/79/5").says("Organization and disorganization.").made(),
	)
	check(t, e, search.Documents, map[string][]string{
		"recover*":          {"A/79/1", "A/79/2"},
		"rec*":              {"A/79/1", "A/79/2", "A/79/3"},
		"REC*RY":            {"A/79/1"},
		"record*":           {"A/79/3"},
		"organi?ation":      {"A/79/3", "A/79/5"},
		"organi*ation*":     {"A/79/3", "A/79/5"},
		"title:recover*":    {"A/79/1"},
		"восст*":            {"A/79/4"},
		"recovry~":          {"A/79/1"},
		"rceovery~1":        {"A/79/1"}, // neighbours swapped
		"recvry~1":          {},
		"recvry~2":          {"A/79/1", "A/79/3"}, // record as well
		"nothinglikeit*":    {},
		"-nothing* lang:ru": {"A/79/4"},
		"-recover* lang:en": {"A/79/3", "A/79/5"},
	})
	for text, want := range map[string]string{
		"recover*":                "The «recovery» of assets was slow.",
		"recovry~1":               "The «recovery» of assets was slow.",
		"=assets":                 "The recovery of «assets» was slow.",
		"assets NEAR/2 =recovery": "The «recovery» of «assets» was slow.",
	} {
		a := answer(t, e, plan(t, search.Paragraphs, text+" symbol:A/79/1"))
		if len(a.Hits) != 1 {
			t.Fatalf("%s: %d hits", text, len(a.Hits))
		}
		if got := marked(a.Hits[0].Paragraphs[0].Spans); got != want {
			t.Errorf("%s marks %q, want %q", text, got, want)
		}
	}
}

// marked writes a text with what matches between guillemets.
func marked(spans []search.Span) string {
	var out strings.Builder
	for _, s := range spans {
		if s.Match {
			out.WriteString("«" + s.Text + "»")
			continue
		}
		out.WriteString(s.Text)
	}
	return out.String()
}

func nearCountsWords(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("The recovery of stolen assets is slow.", "Theft.").made(),
		doc("A/79/2").says("Assets were lost; their recovery is slow.").made(),
		doc("A/79/3").says("Recovery.", "Assets.").made(),
		doc("A/79/4").in("fr").says("Le recouvrement d’avoirs volés.").made(),
		doc("A/79/5").in("zh").says("资产的追回和国际合作。").made(),
		doc("A/79/6").says("Assets upon assets.").made(),
	)
	for _, view := range []search.View{search.Documents, search.Paragraphs} {
		suffix := ""
		if view == search.Paragraphs {
			suffix = " en 1"
		}
		one, two := "A/79/1"+suffix, "A/79/2"+suffix
		check(t, e, view, map[string][]string{
			"asset NEAR/3 recovery":                          {one},
			"recovery NEAR/3 asset":                          {one},
			"asset NEAR/2 recovery":                          {},
			"asset NEAR/4 recovery":                          {one, two},
			"asset NEAR recovery":                            {one, two},
			`"stolen assets" NEAR/2 recovery`:                {one},
			"asset* NEAR/4 =recovery":                        {one, two},
			"(asset OR goods) NEAR/3 recovery":               {one},
			"recovery NEAR/1 of":                             {one}, // a stop word counts beside others
			"recovery NEAR/3 asset NEAR/3 slow":              {one},
			"asset NEAR/4 recovery -stolen":                  {two},
			"asset NEAR/4 recovery NEAR/4 nothing":           {},
			"assets NEAR/1 asset*":                           {}, // no word is beside itself
			"assets NEAR/2 asset*":                           {"A/79/6" + suffix},
			"theft NEAR/9 recovery":                          {},
			"recover* NEAR/9 (theft OR stolen OR lost) slow": {one, two},
		})
	}
	check(t, e, search.Documents, map[string][]string{
		"recouvrement NEAR/2 avoir": {"A/79/4"},
		"资产 NEAR/2 追回":              {"A/79/5"},
		"资产 NEAR/4 国际":              {},
		"资产 NEAR/5 国际":              {"A/79/5"},
	})
}

// manyWordsAreCut: a pattern that stands for more words than are taken says so
// and takes the most frequent.
func manyWordsAreCut(t *testing.T, m Maker) {
	var rare []string
	for i := range 2000 {
		rare = append(rare, fmt.Sprintf("wide%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676))
	}
	e := published(t, m,
		doc("A/79/1").says(strings.Join(rare, " ")).made(),
		doc("A/79/2").says("widespread").made(),
		doc("A/79/3").says("widespread", "widespread again").made(),
	)
	a := answer(t, e, plan(t, search.Documents, "wide*"))
	if got := strings.Join(a.Warnings, "\n"); !strings.Contains(got, "wide* stands for more than") {
		t.Errorf("warnings %q, want one on the limit", got)
	}
	if got := strings.Join(answer(t, e, plan(t, search.Documents, "-wide*")).Warnings, "\n"); !strings.Contains(got, "not excluded") {
		t.Errorf("warnings %q, want one on what is not excluded", got)
	}
	check(t, e, search.Documents, map[string][]string{"wide*": {"A/79/1", "A/79/2", "A/79/3"}})
	if a := answer(t, e, plan(t, search.Documents, "widesp*")); len(a.Warnings) > 0 {
		t.Errorf("warnings %q where one word fits", a.Warnings)
	}
	if a := answer(t, e, plan(t, search.Documents, "wide* NEAR/2 again")); len(a.Warnings) != 1 {
		t.Errorf("warnings %q, want one whatever the number of languages", a.Warnings)
	}
}

// goneWordsAreNotTaken: words that only removed documents had push none out.
func goneWordsAreNotTaken(t *testing.T, m Maker) {
	var gone []string
	for i := range 2000 {
		gone = append(gone, fmt.Sprintf("wide%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676))
	}
	text := strings.Join(gone, " ")
	stays := doc("A/79/1").says("Wider still.").made()
	write(t, m, search.Change{Put: []un.Rendition{stays, doc("A/79/2").says(text, text).made(), doc("A/79/3").says("Other.", "Matters.", "Of.", "Interest.").made()}})
	write(t, m, search.Change{Drop: []un.RenditionKey{{Document: "A/79/2", Language: "en"}}})
	e := opened(t, m)
	for _, text := range []string{"wide*", "widar~2"} {
		a := answer(t, e, plan(t, search.Documents, text))
		if a.Total.Value != 1 || len(a.Warnings) > 0 {
			t.Errorf("%s: total %d, warnings %q", text, a.Total.Value, a.Warnings)
		}
	}
}
