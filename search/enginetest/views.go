package enginetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// check asks the queries in a view and compares the results without regard to
// their order where ordered is not wanted.
func check(t *testing.T, e search.Engine, view search.View, want map[string][]string) {
	t.Helper()
	for text, names := range want {
		if diff := cmp.Diff(sorted(names), sorted(ask(t, e, view, text))); diff != "" {
			t.Errorf("%s, %s view (-want +got):\n%s", text, view, diff)
		}
	}
}

func andIsOfTheView(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("Measures against theft.", "The recovery of goods.").made(),
		doc("A/79/2").says("Theft and the recovery of goods.").made(),
		doc("A/79/3").says("Theft alone.").made(),
	)
	check(t, e, search.Documents, map[string][]string{
		"theft recovery":       {"A/79/1", "A/79/2"},
		"theft AND recovery":   {"A/79/1", "A/79/2"},
		"theft OR recovery":    {"A/79/1", "A/79/2", "A/79/3"},
		"thefts recoveries":    {"A/79/1", "A/79/2"},
		"theft nothing":        {},
		"(theft OR x) measure": {"A/79/1"},
	})
	check(t, e, search.Paragraphs, map[string][]string{
		"theft recovery":    {"A/79/2 en 1"},
		"theft OR recovery": {"A/79/1 en 1", "A/79/1 en 2", "A/79/2 en 1", "A/79/3 en 1"},
	})
}

func notIsOfTheView(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("Measures against theft.", "The recovery of goods.").made(),
		doc("A/79/2").says("Theft alone.").made(),
	)
	check(t, e, search.Documents, map[string][]string{
		"theft -recovery":    {"A/79/2"},
		"theft NOT recovery": {"A/79/2"},
		"-recovery":          {"A/79/2"},
		"-(theft recovery)":  {"A/79/2"},
		"NOT NOT recovery":   {"A/79/1"},
	})
	check(t, e, search.Paragraphs, map[string][]string{
		"theft -recovery": {"A/79/1 en 1", "A/79/2 en 1"},
		"-recovery":       {"A/79/1 en 1", "A/79/2 en 1"},
	})
}

func languagesNeverCombine(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("The fight against theft.").made(),
		doc("A/79/1").in("fr").says("La lutte contre le vol.").made(),
		doc("A/79/2").in("fr").says("Le vol des biens culturels.").made(),
		doc("A/79/3").in("ru").says("Возвращение ещё не найденных активов.").made(),
		doc("A/79/4").in("zh").says("资产追回和国际合作。").made(),
		doc("A/79/5").in("ar").says("استرداد الموجودات المسروقة").made(),
		doc("A/79/6").in("es").says("La recuperación de los activos económicos.").made(),
	)
	check(t, e, search.Documents, map[string][]string{
		"theft vol":        {},
		"theft OR vol":     {"A/79/1", "A/79/2"},
		"theft -vol":       {"A/79/1"}, // the English text says nothing of "vol"
		"vol -theft":       {"A/79/1", "A/79/2"},
		"возвращения":      {"A/79/3"},
		"еще":              {}, // a stop word, whichever way it is written
		"资产":               {"A/79/4"},
		"资产追回":             {"A/79/4"},
		"追资":               {},
		"الموجودات":        {"A/79/5"},
		"economico":        {"A/79/6"},
		"biens culturels":  {"A/79/2"},
		"активы найденный": {"A/79/3"},
	})
	check(t, e, search.Paragraphs, map[string][]string{"theft OR vol": {"A/79/1 en 1", "A/79/1 fr 1", "A/79/2 fr 1"}})
}

func phraseStaysInOneParagraph(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("They asked for prompt return.").made(),
		doc("A/79/2").says("The reply was prompt.", "Return is voluntary.").made(),
		doc("A/79/3").says("Return, prompt and whole.").made(),
		doc("A/79/4").says("The prevention of corruption.").made(),
		doc("A/79/5").says("Prevention and punishment of corruption.").made(),
	)
	for _, view := range []search.View{search.Documents, search.Paragraphs} {
		suffix := ""
		if view == search.Paragraphs {
			suffix = " en 1"
		}
		check(t, e, view, map[string][]string{
			`"prompt return"`:            {"A/79/1" + suffix},
			`"prompt returns"`:           {"A/79/1" + suffix},
			`"return prompt"`:            {"A/79/3" + suffix},
			`"prevention of corruption"`: {"A/79/4" + suffix},
			"prompt-return":              {"A/79/1" + suffix},
		})
	}
}

func stopWordsAskForNothing(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("Recovery is slow.").made(),
		doc("A/79/2").in("fr").says("La procédure.").made(),
	)
	for _, view := range []search.View{search.Documents, search.Paragraphs} {
		suffix := [2]string{}
		if view == search.Paragraphs {
			suffix = [2]string{" en 1", " fr 1"}
		}
		check(t, e, view, map[string][]string{
			"the recovery":       {"A/79/1" + suffix[0]},
			"recovery -the":      {"A/79/1" + suffix[0]},
			"the":                {},
			"la procédure":       {"A/79/2" + suffix[1]},
			"la recovery":        {},
			"the OR recovery":    {"A/79/1" + suffix[0]},
			"the lang:en":        {"A/79/1" + suffix[0]},
			"(the OR a) lang:en": {"A/79/1" + suffix[0]},
		})
	}
}

func titlesCountForDocuments(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").title("Asset recovery").says("Nothing of it here.").made(),
		doc("A/79/2").title("Other matters").says("Asset recovery is spoken of.").made(),
	)
	check(t, e, search.Documents, map[string][]string{
		"asset recovery":         {"A/79/1", "A/79/2"},
		"asset nothing":          {"A/79/1"},
		"title:asset":            {"A/79/1"},
		`title:"asset recovery"`: {"A/79/1"},
		`title:"recovery asset"`: {},
		"-title:asset":           {"A/79/2"},
	})
	check(t, e, search.Paragraphs, map[string][]string{
		"asset recovery": {"A/79/2 en 1"},
		"title:asset":    {"A/79/1 en 1"},
	})
}

func fieldsSelect(t *testing.T, m Maker) {
	first := doc("CAC/COSP/EG.1/2013/2").on("2013-09-10").says("Alpha.", "Beta.").kind(un.GoodPractice).cites("symbol", "A/RES/58/4").cites("resolution", "S/RES/1325(2000)").cites("article", "46(13)").cites("article", "2(f)(i)").names("PAN").made()
	first.Document.AgendaItem, first.Document.Distribution, first.Document.Origin = "3 (e)", "general", un.TypeNoteBySecretariat
	second := doc("A/79/7").on("2024-05").says("Alpha.").made()
	second.Document.Distribution = "limited"
	e := published(t, m, first, second, doc("A/79/8").in("fr").on("2025").says("Alpha.").made())
	const one, two, three = "CAC/COSP/EG.1/2013/2", "A/79/7", "A/79/8"
	check(t, e, search.Documents, map[string][]string{
		"":                           {one, two, three},
		"symbol:cac/cosp":            {one},
		"symbol:CAC/COSP/EG.1/2013":  {one},
		"symbol:A/79":                {two, three},
		"symbol:A/7":                 {},
		"meeting:CAC/COSP/EG.1/2013": {one},
		"body:a":                     {two, three},
		"session:79":                 {two, three},
		"type:" + string(second.Document.Types[0]): {one, two, three},
		"origin:note_by_secretariat":               {one},
		"lang:fr":                                  {three},
		"year:2013":                                {one},
		"year:2013..2024":                          {one, two},
		"year:2024..":                              {two, three},
		"year:..2013":                              {one},
		"date:2013-09-10":                          {one},
		"date:2013-09-11..":                        {two, three},
		"date:2024":                                {two},
		"date:..2013":                              {one},
		"date:2024-05-20..":                        {two, three}, // it may have been on a later day
		"date:2024-05-20":                          {two},
		"date:..2024-04-30":                        {one},
		"lang:(fr OR es) OR year:(2013 OR 2012)":   {one, three},
		`agenda:"3 (e)"`:                           {one},
		"distribution:limited":                     {two},
		"kind:good_practice":                       {one},
		"para:2":                                   {one},
		"article:46":                               {one},
		"article:46(13)":                           {one},
		"article:4":                                {},
		"article:2(F)":                             {one},
		`article:"2 (f)"`:                          {one},
		"article:2(f)(i)":                          {one},
		"state:pan":                                {one},
		"-state:PAN":                               {two, three},
		"cites:A/RES/58/4/Add.1":                   {},
		"cites:S/RES/1325":                         {one},
		"cites:S/RES/1325(2000)":                   {one},
		"cites:S/RES/132":                          {},
		"cites:a/res/58/4":                         {one},
		"cites:A/RES/58":                           {one},
		"-lang:fr -year:2013":                      {two},
		"alpha (lang:fr OR year:2013)":             {one, three},
	})
	check(t, e, search.Paragraphs, map[string][]string{
		"symbol:cac/cosp":    {one + " en 1", one + " en 2"},
		"kind:good_practice": {one + " en 2"},
		"para:2":             {one + " en 2"},
		"alpha article:46":   {},
		"beta article:46":    {one + " en 2"},
	})
}

func symbolsInTextsAreWhole(t *testing.T, m Maker) {
	e := published(t, m,
		doc("E/2019/1").says("See A/79/1, paragraph 3.").made(),
		doc("E/2019/2").says("See (A/79/12) and page 79, 1 of it.").made(),
		doc("E/2019/3").says("See A/RES/58/4 and S/RES/1723(2006).").made(),
		doc("E/2019/4").in("fr").says("Voir A/79/1.").made(),
		doc("E/2019/5").in("zh").says("见A/79/1号文件。").made(),
		doc("E/2019/6").in("ru").says("См. документ A/79/1.").made(),
	)
	check(t, e, search.Documents, map[string][]string{
		"A/79/1":           {"E/2019/1", "E/2019/4", "E/2019/5", "E/2019/6"},
		"a/79/1":           {"E/2019/1", "E/2019/4", "E/2019/5", "E/2019/6"},
		`"see A/79/1"`:     {"E/2019/1"},
		"A/79/12":          {"E/2019/2"},
		"58/4":             {"E/2019/3"},
		"A/RES/58/4":       {"E/2019/3"},
		"S/RES/1723(2006)": {"E/2019/3"},
		"A/58/4":           {},
	})
}
