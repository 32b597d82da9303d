package paragraph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/paragraph"
	"travaux/search/un"
)

// ref is a reference with the words it stands on.
type ref struct{ kind, target, words string }

func TestSplitReferences(t *testing.T) {
	const (
		symbol, resolution, decision = "symbol", "resolution", "decision"
		annex, article, para         = "annex", "article", "paragraph"
	)
	tests := []struct {
		name, lang, text string
		want             []ref
	}{
		{"symbols", "en", "See A/79/7 and CAC/COSP/EG.1/2013/2/Corr.1 on trees.", []ref{{symbol, "A/79/7", "A/79/7"}, {symbol, "CAC/COSP/EG.1/2013/2/Corr.1", "CAC/COSP/EG.1/2013/2/Corr.1"}}},
		{"named body", "en", "In General Assembly resolution 58/4 trees are named.", []ref{{resolution, "A/RES/58/4", "58/4"}}},
		{"annex", "en", "The Convention (General Assembly resolution 55/25, annex II) names trees.", []ref{{resolution, "A/RES/55/25", "55/25"}, {annex, "A/RES/55/25, annex II", "annex II"}}},
		{"annex behind the date", "en", "In Assembly resolution 58/4 of 31 October 2003, annex, trees are named.", []ref{{resolution, "A/RES/58/4", "58/4"}, {annex, "A/RES/58/4, annex", "annex"}}},
		{"Security Council by its form", "en", "In resolution 1325 (2000) trees are named.", []ref{{resolution, "S/RES/1325(2000)", "1325 (2000)"}}},
		{"several of one body", "en", "Recalling General Assembly resolutions 48/218 B of 29 July 1994, 54/244 and 59/272 on trees, he spoke.", []ref{{resolution, "A/RES/48/218B", "48/218 B"}, {resolution, "A/RES/54/244", "54/244"}, {resolution, "A/RES/59/272", "59/272"}}},
		{"parts", "en", "General Assembly resolutions 51/211 A to E are about trees.", []ref{{resolution, "A/RES/51/211A-E", "51/211 A to E"}}},
		{"Roman session", "en", "In General Assembly resolution 1874 (S-IV) trees are named.", []ref{{resolution, "A/RES/1874(S-IV)", "1874 (S-IV)"}}},
		{"Economic and Social Council", "en", "Economic and Social Council resolution 2005/15 is about trees.", []ref{{resolution, "E/RES/2005/15", "2005/15"}}},
		{"Council by the form", "en", "Council resolution 2005/15 and Council resolution 1373 (2001) differ.", []ref{{resolution, "E/RES/2005/15", "2005/15"}, {resolution, "S/RES/1373(2001)", "1373 (2001)"}}},
		{"Human Rights Council", "en", "Human Rights Council resolution 23/21 names trees.", []ref{{resolution, "A/HRC/RES/23/21", "23/21"}}},
		{"unnamed body", "en", "In Conference resolution 4/2 trees are named.", []ref{{resolution, "4/2", "4/2"}}},
		{"another body in the sentence before", "en", "The General Assembly met. In resolution 4/2 trees are named.", []ref{{resolution, "4/2", "4/2"}}},
		{"its own", "en", "By its resolution 79/307, the General Assembly named trees.", []ref{{resolution, "A/RES/79/307", "79/307"}}},
		{"its own, several", "en", "In its resolutions 57/1 of 3 May 2002 and 59/2 the Economic and Social Council named trees.", []ref{{resolution, "E/RES/57/1", "57/1"}, {resolution, "E/RES/59/2", "59/2"}}},
		{"its own, named before", "en", "The Human Rights Council, having met in the garden behind the old house for three days, adopted its resolution 5/1 on trees.", []ref{{resolution, "A/HRC/RES/5/1", "5/1"}}},
		{"its own, of nobody", "en", "In its resolution 4/2 trees are named, which the General Assembly noted.", []ref{{resolution, "4/2", "4/2"}}},
		{"its own in French", "fr", "Dans sa résolution 79/307, l’Assemblée générale nomme des arbres.", []ref{{resolution, "A/RES/79/307", "79/307"}}},
		{"its own in Spanish", "es", "En su resolución 79/307, la Asamblea General nombra árboles.", []ref{{resolution, "A/RES/79/307", "79/307"}}},
		{"its own in Russian", "ru", "В своей резолюции 79/307 Генеральная Ассамблея назвала деревья.", []ref{{resolution, "A/RES/79/307", "79/307"}}},
		{"two of the Council in Russian", "ru", "Во исполнение резолюций 5/1 и 16/21 Совета по правам человека названы деревья.", []ref{{resolution, "A/HRC/RES/5/1", "5/1"}, {resolution, "A/HRC/RES/16/21", "16/21"}}},
		{"two in English", "en", "In accordance with resolutions 5/1 and 16/21 of the Human Rights Council, trees are named.", []ref{{resolution, "A/HRC/RES/5/1", "5/1"}, {resolution, "A/HRC/RES/16/21", "16/21"}}},
		{"decision", "en", "In its decision 60/551 the General Assembly named trees; Assembly decision 61/503 did too.", []ref{{decision, "A/DEC/60/551", "60/551"}, {decision, "A/DEC/61/503", "61/503"}}},
		{"article", "en", "Under article 46 and art. 63, para. 4 (g), trees are kept.", []ref{{article, "46", "article 46"}, {article, "63(4)(g)", "art. 63, para. 4 (g)"}}},
		{"paragraph of an article", "en", "In accordance with paragraph 13 of article 46 and article 5 (2), trees are kept.", []ref{{article, "46(13)", "paragraph 13 of article 46"}, {article, "5(2)", "article 5 (2)"}}},
		{"articles", "en", "Under articles 5, 7 and 9 to 11 trees are kept.", []ref{{article, "5", "articles 5"}, {article, "7", "7"}, {article, "9", "9 to 11"}, {article, "10", "9 to 11"}, {article, "11", "9 to 11"}}},
		{"article of a national code", "en", "Under article 156 of the Criminal Procedure Code trees are kept.", nil},
		{"no number of an article", "en", "This article 2.5 metres above, and the articles of trees, are none.", nil},
		{"paragraph", "en", "As said in paragraph 12 above and in paras. 5–7, 9 and 11 (a), trees grow.", []ref{{para, "12", "paragraph 12"}, {para, "5-7", "paras. 5–7"}, {para, "9", "9"}, {para, "11 (a)", "11 (a)"}}},
		{"paragraph of a document", "en", "Trees grow (see A/58/4, paras. 5-7, and A/79/7, para. 12 (a)).", []ref{{symbol, "A/58/4", "A/58/4"}, {para, "A/58/4, paras. 5-7", "paras. 5-7"}, {symbol, "A/79/7", "A/79/7"}, {para, "A/79/7, para. 12 (a)", "para. 12 (a)"}}},
		{"paragraph of a resolution", "en", "In paragraph 19 of its resolution 2793 (2025), the Council named trees.", []ref{{para, "S/RES/2793(2025), para. 19", "paragraph 19"}, {resolution, "S/RES/2793(2025)", "2793 (2025)"}}},
		{"paragraph of a convention's preamble", "en", "Trees grow in paragraph 3 of the Convention.", nil},
		{"supplement with its symbol", "en", "See Official Records of the General Assembly, Fifty-sixth Session, Supplement No. 32 (A/56/32).", []ref{{symbol, "A/56/32", "A/56/32"}}},
		{"supplement without", "en", "See Official Records of the General Assembly, Sixty-fifth Session, Supplement No. 32, on trees.", []ref{{symbol, "A/65/32", "Official Records of the General Assembly, Sixty-fifth Session, Supplement No. 32"}}},
		{"French", "fr", "Dans sa résolution 58/4, adoptée hier, la résolution 60/1 de l’Assemblée générale, le paragraphe 13 de l’article 46 et l’article 5, paragraphe 2 a), sont cités au paragraphe 7 ci-dessus.", []ref{{resolution, "58/4", "58/4"}, {resolution, "A/RES/60/1", "60/1"}, {article, "46(13)", "paragraphe 13 de l’article 46"}, {article, "5(2)(a)", "article 5, paragraphe 2 a)"}, {para, "7", "paragraphe 7"}}},
		{"Spanish", "es", "En la resolución 58/4 de la Asamblea General, anexo, el párrafo 13 del artículo 46 y los artículos 43 a 45 se mencionan (FCCC/SBI/1997/6, párr. 44 b)).", []ref{{resolution, "A/RES/58/4", "58/4"}, {article, "46(13)", "párrafo 13 del artículo 46"}, {article, "43", "artículos 43 a 45"}, {article, "44", "artículos 43 a 45"}, {article, "45", "artículos 43 a 45"}, {symbol, "FCCC/SBI/1997/6", "FCCC/SBI/1997/6"}, {para, "FCCC/SBI/1997/6, para. 44 (b)", "párr. 44 b)"}}},
		{"Russian", "ru", "В резолюции 58/4 Генеральной Ассамблеи, в пункте 13 статьи 46, статьях 43–45 и резолюции 1325 (2000) Совета Безопасности названы деревья.", []ref{{resolution, "A/RES/58/4", "58/4"}, {article, "46(13)", "пункте 13 статьи 46"}, {article, "43", "статьях 43–45"}, {article, "44", "статьях 43–45"}, {article, "45", "статьях 43–45"}, {resolution, "S/RES/1325(2000)", "1325 (2000)"}}},
		{"Arabic", "ar", "في قرار الجمعية العامة 58/4 والفقرة 13 من المادة 46 والمواد من 43 إلى 45 تذكر الأشجار.", []ref{{resolution, "A/RES/58/4", "58/4"}, {article, "46(13)", "الفقرة 13 من المادة 46"}, {article, "43", "المواد من 43 إلى 45"}, {article, "44", "المواد من 43 إلى 45"}, {article, "45", "المواد من 43 إلى 45"}}},
		{"Chinese", "zh", "大会第58/4号决议、第46条第13款、第四十三条和上文第12段提到树木。", []ref{{resolution, "A/RES/58/4", "58/4"}, {article, "46(13)", "第46条第13款"}, {article, "43", "第四十三条"}, {para, "12", "第12段"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			passages, _ := paragraph.Split(blocks("1. "+tt.text), tt.lang)
			if len(passages) != 1 {
				t.Fatalf("passages: %q", outline(passages))
			}
			if diff := cmp.Diff(tt.want, refsOf(passages[0]), cmp.AllowUnexported(ref{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func refsOf(p un.Passage) []ref {
	var got []ref
	for _, r := range p.References {
		got = append(got, ref{r.Kind, r.Target, p.Text[r.Start:r.End]})
	}
	return got
}

// The body that one paragraph tells holds for the same number in the others.
func TestSplitReferencesOfDocument(t *testing.T) {
	passages, _ := paragraph.Split(blocks(
		"1. In its resolution 58/4 the Assembly named trees.",
		"2. General Assembly resolution 58/4 is long; Human Rights Council resolution 23/21 is short, and General Assembly resolution 23/21 is another.",
		"3. Paragraph 3 of resolution 58/4 and resolution 23/21 are about trees.",
	), "en")
	want := [][]ref{
		{{"resolution", "A/RES/58/4", "58/4"}},
		{{"resolution", "A/RES/58/4", "58/4"}, {"resolution", "A/HRC/RES/23/21", "23/21"}, {"resolution", "A/RES/23/21", "23/21"}},
		{{"paragraph", "A/RES/58/4, para. 3", "Paragraph 3"}, {"resolution", "A/RES/58/4", "58/4"}, {"resolution", "23/21", "23/21"}},
	}
	var got [][]ref
	for _, p := range passages {
		got = append(got, refsOf(p))
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(ref{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Resolutions of a conference of parties have no symbol: they are given with the
// conference that the document tells, by its symbol or by its name.
func TestSplitReferencesOfConference(t *testing.T) {
	tests := []struct {
		name, lang string
		texts      []string
		want       []string
	}{
		{"symbol", "en", []string{"1. In its resolution 4/2 the Conference named trees (see CAC/COSP/2019/5).", "2. Paragraph 3 of resolution 4/2 is about oaks."}, []string{"CAC/COSP resolution 4/2", "CAC/COSP/2019/5", "CAC/COSP resolution 4/2, para. 3", "CAC/COSP resolution 4/2"}},
		{"name", "en", []string{"1. In decision 8/1 of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime trees are named."}, []string{"CTOC/COP decision 8/1"}},
		{"French", "fr", []string{"1. Dans sa résolution 4/2, la Conférence des États parties à la Convention des Nations Unies contre la corruption a cité des arbres."}, []string{"CAC/COSP resolution 4/2"}},
		{"Chinese", "zh", []string{"1. 《联合国反腐败公约》缔约国会议第4/2号决议提到树木。"}, []string{"CAC/COSP resolution 4/2"}},
		{"two conferences", "en", []string{"1. In Conference resolution 4/2 trees are named (CAC/COSP/2019/5, CTOC/COP/2018/3)."}, []string{"4/2", "CAC/COSP/2019/5", "CTOC/COP/2018/3"}},
		{"another body", "en", []string{"1. General Assembly resolution 58/4 and the Conference are named in CAC/COSP/2019/5."}, []string{"A/RES/58/4", "CAC/COSP/2019/5"}},
		{"no conference in the passage", "en", []string{"1. In resolution 4/2 trees are named.", "2. See CAC/COSP/2019/5 on trees."}, []string{"4/2", "CAC/COSP/2019/5"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			passages, _ := paragraph.Split(blocks(tt.texts...), tt.lang)
			var got []string
			for _, p := range passages {
				for _, r := range p.References {
					got = append(got, r.Target)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
