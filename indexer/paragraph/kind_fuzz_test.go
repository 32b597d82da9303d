package paragraph_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/indexer/paragraph"
	"travaux/search/un"
)

var fuzzSeeds = []struct{ lang, text string }{
	{"en", "The Committee, at its 5th meeting, adopted the agenda and requested the Secretariat to report; some speakers recommended that States share their good practices (New Zealand);"},
	{"en", "See A/58/4, paras. 5-7, General Assembly resolutions 51/211 A to E and 1874 (S-IV), annex II, art. 46, para. 13 (a), articles 5, 7 and 9 to 11."},
	{"fr", "Le Groupe de travail a prié le Secrétariat d’établir un rapport; le paragraphe 13 de l’article 46 et la résolution 58/4 de l’Assemblée générale."},
	{"es", "La Comisión decidió que los Estados deberían compartir sus buenas prácticas (FCCC/SBI/1997/6, párr. 44 b))."},
	{"ru", "Конференция постановила, что государствам-участникам следует делиться успешными видами практики; пункт 13 статьи 46, резолюция 1325 (2000)."},
	{"ar", "قررت اللجنة أن تطلب إلى الأمانة؛ قرار الجمعية العامة 58/4 والفقرة 13 من المادة 46 والمواد من 43 إلى 45."},
	{"zh", "会议建议缔约国分享其良好做法；大会第58/4号决议、第四十六条第13款和上文第12段。"},
}

// FuzzSplitKinds holds what is said of any text to be well formed.
func FuzzSplitKinds(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s.lang, s.text)
	}
	f.Fuzz(func(t *testing.T, lang, text string) {
		passages, _ := paragraph.Split(blocks("#Recommendations and lessons learned", text), lang)
		for _, p := range passages {
			seen := map[un.Kind]bool{}
			for _, m := range p.Kinds {
				if seen[m.Value] {
					t.Errorf("%s twice", m.Value)
				}
				seen[m.Value] = true
				if utf8.ValidString(p.Text) && !utf8.ValidString(m.Cue) {
					t.Errorf("cue %q cut within a letter", m.Cue)
				}
				if !strings.Contains("body state speaker", m.By) {
					t.Errorf("by %q", m.By)
				}
			}
		}
	})
}

// FuzzSplitReferences holds the places of references to the text, and apart.
func FuzzSplitReferences(f *testing.F) {
	for _, s := range fuzzSeeds {
		f.Add(s.lang, s.text)
	}
	f.Fuzz(func(t *testing.T, lang, text string) {
		passages, _ := paragraph.Split(blocks(text), lang)
		for _, p := range passages {
			checkReferences(t, p)
		}
	})
}

func checkReferences(t *testing.T, p un.Passage) {
	t.Helper()
	end := 0
	for i, r := range p.References {
		if r.Target == "" || r.Kind == "" || r.Start < 0 || r.End > len(p.Text) || r.Start > r.End {
			t.Fatalf("reference %+v in a text of %d bytes", r, len(p.Text))
		}
		if r.End == 0 {
			continue // from a footnote
		}
		if utf8.ValidString(p.Text) && (!utf8.ValidString(p.Text[r.Start:r.End]) || strings.TrimSpace(p.Text[r.Start:r.End]) == "") {
			t.Errorf("place %q of %+v", p.Text[r.Start:r.End], r)
		}
		same := i > 0 && r.Start == p.References[i-1].Start && r.End == p.References[i-1].End
		if r.Start < end && !same {
			t.Errorf("%+v crosses the one before it in %q", r, p.Text)
		}
		end = max(end, r.End)
	}
}
