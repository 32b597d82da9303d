package paragraph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/paragraph"
	"travaux/search/un"
)

func TestCorrections(t *testing.T) {
	fix := func(anchor, place string, action un.Action, old, new, after string) un.Correction {
		return un.Correction{Anchor: anchor, Place: place, Action: action, Old: old, New: new, After: after}
	}
	replace, remove, insert := un.Replace, un.Delete, un.Insert
	tests := []struct {
		text string
		want []un.Correction
	}{
		// English
		{"Paragraph 12, line 3: for 2012 read 2013", []un.Correction{fix("para-12", "Paragraph 12, line 3", replace, "2012", "2013", "")}},
		{"Page 4, paragraph 7, second line\nFor oaks read elms.", []un.Correction{fix("para-7", "Page 4, paragraph 7, second line", replace, "oaks", "elms", "")}},
		{"Para. 5 (b), last sentence, for “ten oaks read twice” read “ten old oaks”", []un.Correction{fix("para-5", "Para. 5 (b), last sentence", replace, "ten oaks read twice", "ten old oaks", "")}},
		{"Annex I, paragraph 4 (b): Replace \"trees\" with \"the trees\"", []un.Correction{fix("annex-I-para-4", "Annex I, paragraph 4 (b)", replace, "trees", "the trees", "")}},
		{"In paragraph 9, substitute elms for oaks", []un.Correction{fix("para-9", "In paragraph 9", replace, "oaks", "elms", "")}},
		{"Paragraph 3\nDelete the words “and water”", []un.Correction{fix("para-3", "Paragraph 3", remove, "and water", "", "")}},
		{"Paragraph 8: delete", []un.Correction{fix("para-8", "Paragraph 8", remove, "", "", "")}},
		{"Delete paragraph 8.", []un.Correction{fix("para-8", "paragraph 8", remove, "", "", "")}},
		{"Paragraph 6, after “oaks” insert “and elms”", []un.Correction{fix("para-6", "Paragraph 6", insert, "", "and elms", "oaks")}},
		{"Paragraph 6: Insert the word new after old", []un.Correction{fix("para-6", "Paragraph 6", insert, "", "new", "old")}},
		{"The title should read\nThe care of trees", []un.Correction{fix("", "The title", replace, "", "The care of trees", "")}},
		{"Paragraph 14 should read as follows: The group met twice.", []un.Correction{fix("para-14", "Paragraph 14", replace, "", "The group met twice.", "")}},
		{"Paragraph 2, for the existing text substitute\nThe group met once.", []un.Correction{fix("para-2", "Paragraph 2", replace, "", "The group met once.", "")}},
		{"Paragraph 1\nFor *oaks* read *elms*\nParagraph 5 bis, line 2\nFor five read six", []un.Correction{
			fix("para-1", "Paragraph 1", replace, "oaks", "elms", ""), fix("para-5-bis", "Paragraph 5 bis, line 2", replace, "five", "six", ""),
		}},
		{"Paragraph 4\nLine 2: for oak read elm\nLine 7: delete “old”", []un.Correction{
			fix("para-4", "Paragraph 4, Line 2", replace, "oak", "elm", ""), fix("para-4", "Paragraph 4, Line 7", remove, "old", "", ""),
		}},
		{"Paragraphs 5 and 6: for oak read elm", []un.Correction{fix("", "Paragraphs 5 and 6", replace, "oak", "elm", "")}},
		{"2.4.1.3\nFor 2.4.1.2 read 2.4.1.1", []un.Correction{fix("para-2.4.1.3", "2.4.1.3", replace, "2.4.1.2", "2.4.1.1", "")}},
		{"6.8.5 (f) For oak read old oak", []un.Correction{fix("para-6.8.5", "6.8.5 (f)", replace, "oak", "old oak", "")}},
		{"2.9.3, second and third sentences\nFor the existing text substitute\nOaks are trees.", []un.Correction{fix("para-2.9.3", "2.9.3, second and third sentences", replace, "", "Oaks are trees.", "")}},
		{"2.9.4\nFourth sentence should read\nElms are trees.", []un.Correction{fix("para-2.9.4", "2.9.4, Fourth sentence", replace, "", "Elms are trees.", "")}},
		{"Page 6\n4.4 Replace \"2.4\" with \"2.5\".\n4.7 Replace \"2.6\" with \"2.7\".", []un.Correction{
			fix("para-4.4", "4.4", replace, "2.4", "2.5", ""), fix("para-4.7", "4.7", replace, "2.6", "2.7", ""),
		}},
		{"1.2.1 Definition of \"tree\"\nAfter means insert the first edition of\nFor oak/1 read oak/2", []un.Correction{
			fix("para-1.2.1", "1.2.1 Definition of \"tree\"", insert, "", "the first edition of", "means"), fix("para-1.2.1", "1.2.1 Definition of \"tree\"", replace, "oak/1", "oak/2", ""),
		}},
		{"1.2.2 Amend sub-paragraph \"(a)\" of the definition of trees to read as follows:\n\"(a) Oaks;\"", []un.Correction{fix("para-1.2.2", "1.2.2", replace, "", "(a) Oaks;", "")}},
		{"Figure 2.4.1, page 86, box 1\nFor oak read elm", []un.Correction{fix("", "Figure 2.4.1, page 86, box 1", replace, "oak", "elm", "")}},
		{"In article 6, paragraph 1, 8th line, add \"(3)\" after \"three\",", []un.Correction{fix("article-6-para-1", "In article 6, paragraph 1, 8th line", insert, "", "(3)", "three")}},
		{"In article 14, sub-paragraph (iii), 2nd line, the word \"oak\" should read \"elm\",", []un.Correction{fix("", "In article 14, sub-paragraph (iii), 2nd line", replace, "oak", "elm", "")}},
		{"In article 30, paragraph 1 (ii), 7th line, insert \"a\" between \"of\" and \"tree\"", []un.Correction{fix("article-30-para-1", "In article 30, paragraph 1 (ii), 7th line", insert, "", "a", "of")}},
		{"Annex II, page 2\nThe following sentence should be added at the end of the present text of Article V:\n\"Trees shall be watered.\"", []un.Correction{fix("", "Annex II, page 2", insert, "", "Trees shall be watered.", "")}},
		{"The present text of Article VII should be replaced by the following text:\nTrees shall be planted.", []un.Correction{fix("", "The present text of Article VII", replace, "", "Trees shall be planted.", "")}},
		{"Page 2, operative paragraph 5\nReplace the word “oaks” with the word “elms”.", []un.Correction{fix("para-5", "Page 2, operative paragraph 5", replace, "oaks", "elms", "")}},
		// French
		{"Paragraphe 12, ligne 3\nAu lieu de 2012, lire 2013", []un.Correction{fix("para-12", "Paragraphe 12, ligne 3", replace, "2012", "2013", "")}},
		{"Annexe II, par. 4 b) : Remplacer « chênes » par « ormes »", []un.Correction{fix("annex-II-para-4", "Annexe II, par. 4 b)", replace, "chênes", "ormes", "")}},
		{"Page 3, paragraphe 7, deuxième phrase : supprimer le mot « anciens »", []un.Correction{fix("para-7", "Page 3, paragraphe 7, deuxième phrase", remove, "anciens", "", "")}},
		{"Paragraphe 9 : Après les mots « les arbres », insérer « et l’eau »", []un.Correction{fix("para-9", "Paragraphe 9", insert, "", "et l’eau", "les arbres")}},
		{"Le titre doit se lire comme suit : Le soin des arbres", []un.Correction{fix("", "Le titre", replace, "", "Le soin des arbres", "")}},
		// Spanish
		{"Párrafo 12, línea 3\nDonde dice 2012 debe decir 2013", []un.Correction{fix("para-12", "Párrafo 12, línea 3", replace, "2012", "2013", "")}},
		{"Anexo I, párr. 4 b): Sustitúyase “robles” por “olmos”", []un.Correction{fix("annex-I-para-4", "Anexo I, párr. 4 b)", replace, "robles", "olmos", "")}},
		{"Página 2, párrafo 5: Suprímanse las palabras “y el agua”", []un.Correction{fix("para-5", "Página 2, párrafo 5", remove, "y el agua", "", "")}},
		{"Párrafo 6: Después de “robles”, añádase “y olmos”", []un.Correction{fix("para-6", "Párrafo 6", insert, "", "y olmos", "robles")}},
		// Russian
		{"Пункт 12, строка 3\nВместо 2012 следует читать 2013", []un.Correction{fix("para-12", "Пункт 12, строка 3", replace, "2012", "2013", "")}},
		{"Приложение I, пункт 4 b): заменить слова «старые дубы» словами «старые вязы»", []un.Correction{fix("annex-I-para-4", "Приложение I, пункт 4 b)", replace, "старые дубы", "старые вязы", "")}},
		{"Стр. 3, пункт 7: исключить слово «старые»", []un.Correction{fix("para-7", "Стр. 3, пункт 7", remove, "старые", "", "")}},
		{"Пункт 8: после слова «деревья» включить слова «и вода»", []un.Correction{fix("para-8", "Пункт 8", insert, "", "и вода", "деревья")}},
		// Arabic
		{"الفقرة ١٢، السطر ٣\nبدلا من ٢٠١٢ يقرأ ٢٠١٣", []un.Correction{fix("para-12", "الفقرة ١٢، السطر ٣", replace, "٢٠١٢", "٢٠١٣", "")}},
		{"المرفق الأول، الفقرة 4: يستعاض عن عبارة “الأشجار” بعبارة “الأشجار القديمة”", []un.Correction{fix("annex-I-para-4", "المرفق الأول، الفقرة 4", replace, "الأشجار", "الأشجار القديمة", "")}},
		{"الفقرة 7: تحذف كلمة “القديمة”", []un.Correction{fix("para-7", "الفقرة 7", remove, "القديمة", "", "")}},
		// Chinese
		{"第12段，第3行\n将“2012年”改为“2013年”", []un.Correction{fix("para-12", "第12段，第3行", replace, "2012年", "2013年", "")}},
		{"附件一，第4段：“橡树”应为“榆树”", []un.Correction{fix("annex-I-para-4", "附件一，第4段", replace, "橡树", "榆树", "")}},
		{"第7段：删除“古老的”", []un.Correction{fix("para-7", "第7段", remove, "古老的", "", "")}},
		{"第8段：在“树木”之后插入“和水”", []un.Correction{fix("para-8", "第8段", insert, "", "和水", "树木")}},
		// plain notices
		{"The present report is reissued for technical reasons.", nil},
		{"Paragraph 12 was adopted for two years and is to be read with care.", nil},
		{"Paragraph 2: for oak read elm and for five read six", nil},
		{"The members wished to delete nothing.", nil},
		{"Paragraph 2: insert “old” before “oaks”", nil},
		{"1.4.3 (c) (The correction does not concern the English version)", nil},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			passages := []un.Passage{{Anchor: "block-1", Type: un.Text, Text: tt.text}}
			paragraph.Corrections(passages)
			if diff := cmp.Diff(tt.want, passages[0].Corrections); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The place may stand in a heading or in the passage above, what is to be read in
// the one below; a paragraph below the head of an annex is the annex's.
func TestCorrectionsAcrossPassages(t *testing.T) {
	passages := []un.Passage{
		{Anchor: "heading-1", Type: un.HeadingPassage, Text: "Corrigendum"},
		{Anchor: "para-1", Number: "1", Type: un.Paragraph, Text: "Paragraph 12, line 3"},
		{Anchor: "block-1", Type: un.Text, Text: "For oaks read elms"},
		{Anchor: "heading-2", Type: un.HeadingPassage, Text: "Annex II"},
		{Anchor: "block-2", Type: un.Text, Text: "Paragraph 4: Delete “old”"},
		{Anchor: "heading-3", Type: un.HeadingPassage, Text: "Paragraph 5"},
		{Anchor: "block-3", Type: un.Text, Text: "The paragraph should read as follows:"},
		{Anchor: "block-4", Type: un.Text, Text: "5. The group met in the garden."},
		{Anchor: "note-1", Type: un.Footnote, Text: "Paragraph 9: delete “old”"},
	}
	paragraph.Corrections(passages)
	got := map[string][]un.Correction{}
	for _, p := range passages {
		if len(p.Corrections) > 0 {
			got[p.Anchor] = p.Corrections
		}
	}
	want := map[string][]un.Correction{
		"block-1": {{Anchor: "para-12", Place: "Paragraph 12, line 3", Action: un.Replace, Old: "oaks", New: "elms"}},
		"block-2": {{Anchor: "annex-II-para-4", Place: "Annex II, Paragraph 4", Action: un.Delete, Old: "old"}},
		"block-3": {{Anchor: "annex-II-para-5", Place: "Annex II, Paragraph 5, The paragraph", Action: un.Replace, New: "5. The group met in the garden."}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzCorrections(f *testing.F) {
	for _, s := range []string{
		"Paragraph 12, line 3: for 2012 read 2013", "Annex I\nParagraph 4 (b): delete", "Au lieu de « x », lire « y »", "Donde dice x debe decir y",
		"Пункт 3: вместо «а» следует читать «б»", "الفقرة ٣: تحذف كلمة “ا”", "第3段：将“甲”改为“乙”；删除“丙”", "Paragraphs 5 and 6 should read as follows:",
	} {
		f.Add(s, "For x read y")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		passages := []un.Passage{{Anchor: "heading-1", Type: un.HeadingPassage, Text: b}, {Anchor: "block-1", Type: un.Text, Text: a}, {Anchor: "block-2", Type: un.Text, Text: b}}
		paragraph.Corrections(passages)
		all := strings.Join(strings.Fields(a+" "+b+" "+b), " ")
		for _, p := range passages {
			for _, c := range p.Corrections {
				switch c.Action {
				case un.Replace, un.Delete, un.Insert:
				default:
					t.Fatalf("action %q", c.Action)
				}
				if c.Anchor != "" && c.Place == "" || c.Action == un.Replace && c.New == "" || c.Action == un.Insert && c.New == "" {
					t.Fatalf("%+v", c)
				}
				for _, s := range []string{c.Old, c.New, c.After} {
					if s := strings.Join(strings.Fields(s), " "); strings.ToValidUTF8(s, "") == s && !strings.Contains(all, s) {
						t.Fatalf("%q of %+v is not in the text", s, c)
					}
				}
			}
		}
	})
}
