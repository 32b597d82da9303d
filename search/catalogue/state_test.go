package catalogue_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"travaux/search/catalogue"
)

func codesIn(text, lang string) []string {
	var codes []string
	for _, f := range catalogue.FindStates(text, lang) {
		codes = append(codes, f.Code)
	}
	return codes
}

func TestStates(t *testing.T) {
	count := map[string]int{}
	for _, s := range catalogue.States() {
		count[s.Status]++
		for _, lang := range []string{"en", "fr", "es", "ru", "ar", "zh"} {
			for _, name := range []string{s.Name(lang), s.FormalName(lang)} {
				if name == "" || strings.TrimSpace(name) != name || strings.ContainsAny(name, "'\t|") {
					t.Errorf("%s in %s: name %q", s.Code, lang, name)
				}
			}
		}
	}
	if count[catalogue.Member] != 193 || count[catalogue.NonMember] != 4 {
		t.Errorf("%d Members and %d other States, want 193 and 4", count[catalogue.Member], count[catalogue.NonMember])
	}
	if s, ok := catalogue.StateOf("IRN"); !ok || s.Name("en") != "Iran (Islamic Republic of)" || s.FormalName("fr-CH") != "la République islamique d’Iran" || s.Name("de") != s.Name("en") {
		t.Errorf("IRN is %+v", s)
	}
	if got := catalogue.Shipped().StateLabel("PAN", "ru"); got != "Панама" {
		t.Errorf("StateLabel(PAN, ru) = %q", got)
	}
	if got := catalogue.Shipped().StateLabel("XYZ", "ru"); got != "XYZ" {
		t.Errorf("StateLabel of an unknown code = %q", got)
	}
}

// Every name of every State is found, whole and as that State, alone and in a
// sentence.
func TestFindStatesByAllNames(t *testing.T) {
	around := map[string][2]string{
		"en": {"the speaker of ", " said"}, "fr": {"ainsi que ", " hier"}, "es": {"así como ", " ayer"},
		"ru": {"а также ", " вчера"}, "ar": {"في ", " أمس"}, "zh": {"以及", "的代表"},
	}
	for _, s := range catalogue.States() {
		for lang, words := range around {
			for _, name := range s.Forms(lang) {
				if strings.ContainsAny(name, "(（") {
					continue
				}
				text := words[0] + name + words[1]
				found := catalogue.FindStates(text, lang)
				if len(found) != 1 || found[0].Code != s.Code {
					t.Errorf("%s: %q gives %v, want %s", lang, text, found, s.Code)
				}
			}
		}
	}
}

func TestFindStates(t *testing.T) {
	for _, tt := range []struct {
		name, lang, text string
		want             []string
	}{
		{"inside longer names", "en", "Equatorial Guinea, Guinea-Bissau, Papua New Guinea and Guinea", []string{"GNQ", "GNB", "PNG", "GIN"}},
		{"two Congos", "en", "The Congo and the Democratic Republic of the Congo", []string{"COG", "COD"}},
		{"two Koreas", "en", "The Democratic People’s Republic of Korea and the Republic of Korea", []string{"PRK", "KOR"}},
		{"Niger and Nigeria", "en", "Niger, Nigeria’s neighbour, not Niger State nor the Niger Delta", []string{"NER", "NGA"}},
		{"Dominica", "en", "Dominica and the Dominican Republic", []string{"DMA", "DOM"}},
		{"Irelands", "en", "Ireland, Northern Ireland and the United Kingdom of Great Britain and Northern Ireland", []string{"IRL", "GBR"}},
		{"brackets", "en", "Bolivia (Plurinational State of), Iran (Islamic Republic of), Netherlands (Kingdom of the)", []string{"BOL", "IRN", "NLD"}},
		{"former names", "en", "Turkey, Swaziland, Cape Verde, Burma, Zaire, the USSR and Yugoslavia", []string{"TUR", "SWZ", "CPV", "MMR", "COD", "SUN", "YUG"}},
		{"the former Yugoslav Republic", "en", "The former Yugoslav Republic of Macedonia, and North Macedonia", []string{"MKD", "MKD"}},
		{"capitals", "en", "CHAD AND JORDAN", []string{"TCD", "JOR"}},
		{"small letters", "en", "a turkey, china plates, a jordan almond and guinea pigs", nil},
		{"inside words", "en", "Omani, Malians, Romanian, Chadian and the Indian Ocean", nil},
		{"waters, cities and money", "en", "the South China Sea, Lake Chad, the Gulf of Guinea, Mexico City, Panama City, 5 million United States dollars", nil},
		{"Georgia of the United States", "en", "Atlanta, Georgia; Georgia State University; South Georgia", nil},
		{"persons", "en", "Mr. Jordan and Ms. Chad met", nil},
		{"European Union", "en", "The European Union and its member States", nil},
		{"possessive and line end", "en", "Sri\nLanka’s plan and Côte d'Ivoire's law", []string{"LKA", "CIV"}},
		{"French elision", "fr", "l’Italie, d’Égypte et de la République démocratique du Congo", []string{"ITA", "EGY", "COD"}},
		{"Maurice", "fr", "Maurice a déclaré que Maurice Duplessis et Jean Maurice étaient absents", []string{"MUS"}},
		{"French waters", "fr", "le lac Tchad, le golfe de Guinée et 3 millions de dollars des États-Unis", nil},
		{"Spanish", "es", "la India, el Níger, los Países Bajos y la Ciudad de México", []string{"IND", "NER", "NLD"}},
		{"Russian cases", "ru", "Германией, Китаю, в Египте, Российскую Федерацию, Южного Судана, Нидерландах и Нигера", []string{"DEU", "CHN", "EGY", "RUS", "SSD", "NLD", "NER"}},
		{"Russian hyphens", "ru", "представитель Корейской Народно-Демократической Республики и Коста-Рики", []string{"PRK", "CRI"}},
		{"Russian money", "ru", "5 млн долл. США и 3 долларов США", nil},
		{"Russian pronoun", "ru", "Того, что сделано, мало", nil},
		{"Arabic prefixes", "ar", "وتونس وبالعراق للأردن والصين لمصر", []string{"TUN", "IRQ", "JOR", "CHN", "EGY"}},
		{"Arabic finance is not Mali", "ar", "دعم مالي وتقني في مالي", []string{"MLI"}},
		{"Arabic Maghreb", "ar", "بلدان المغرب العربي والمغرب", []string{"MAR"}},
		{"Oman and Amman", "ar", "عُمان وعمّان", []string{"OMN"}},
		{"Chinese", "zh", "印度尼西亚、索马里、南苏丹、刚果民主共和国和尼日利亚", []string{"IDN", "SOM", "SSD", "COD", "NGA"}},
		{"Chinese traps", "zh", "沿海地区、印度洋、约旦河和几内亚湾", nil},
		{"another language", "und", "Deutschland und France", []string{"FRA"}},
	} {
		if diff := cmp.Diff(tt.want, codesIn(tt.text, tt.lang)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// usage are the States whose short names in the United Nations differ from
// Unicode's (CLDR), by language: other names ("Holy See"), other spellings
// ("Kenya" in Spanish) and added words ("Myanmar (Burma)").
var usage = map[string]string{
	"en": "ATG BIH COD COG KNA MMR PSE STP TTO VCT",
	"fr": "COD COG FSM KNA MDA MMR PSE SLV VCT",
	"es": "BGD BHR BRN BTN COG FJI GNB KNA MDA MLI MMR PLW PNG PSE VAT",
	"ru": "COD COG MMR PSE",
	"ar": "BRN COD COG DOM ECU GAB GNB KNA LKA MDV MMR PSE STP SWZ TLS VAT",
	"zh": "PSE",
}

// TestStateNamesAgainstCLDR holds the names against Unicode's: all States apart
// from those of usage have one name in common, so that a slip of the pen shows.
func TestStateNamesAgainstCLDR(t *testing.T) {
	for lang, known := range usage {
		namer := display.Regions(language.MustParse(lang))
		var differ []string
		for _, s := range catalogue.States() {
			theirs := func(f string) bool { return strings.EqualFold(f, namer.Name(language.MustParseRegion(s.Code))) }
			if s.Status != catalogue.Former && !slices.ContainsFunc(s.Forms(lang), theirs) {
				differ = append(differ, s.Code)
			}
		}
		slices.Sort(differ)
		if diff := cmp.Diff(strings.Fields(known), differ); diff != "" {
			t.Errorf("%s: names that differ from CLDR's (-want +got):\n%s", lang, diff)
		}
	}
}

func FuzzFindStates(f *testing.F) {
	f.Add("the Republic of Guinea-Bissau and Côte d’Ivoire’s law", "en")
	f.Add("в Корейской Народно-Демократической Республике", "ru")
	f.Add("وجمهورية الكونغو الديمقراطية في مالي", "ar")
	f.Add("刚果（金）和几内亚比绍", "zh")
	f.Fuzz(func(t *testing.T, text, lang string) {
		end := 0
		for _, s := range catalogue.FindStates(text, lang) {
			if s.Start < end || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%+v behind %d in %q", s, end, text)
			}
			if _, ok := catalogue.StateOf(s.Code); !ok {
				t.Errorf("code %q", s.Code)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
				t.Errorf("%+v cuts a letter", s)
			}
			end = s.End
		}
	})
}
