package catalogue_test

import (
	"testing"

	"travaux/search/catalogue"
)

func TestStateNamed(t *testing.T) {
	for name, want := range map[string]string{
		"PAN": "PAN", "pan": "PAN", "Panama": "PAN", "panamá": "PAN", "巴拿马": "PAN", "Панама": "PAN", "بنما": "PAN",
		"France": "FRA", "la République française": "FRA", "république  française": "FRA",
		"Iran (Islamic Republic of)": "IRN", "the Islamic Republic of Iran": "IRN",
		"Côte d'Ivoire": "CIV", "cote d’ivoire": "CIV", "Lao People's Democratic Republic": "LAO",
		"Guinea": "GIN", "Equatorial Guinea": "GNQ", "Congo": "COG",
		"Atlantis": "", "": "", "European Union": "",
	} {
		got, ok := catalogue.Shipped().StateNamed(name)
		if got.Code != want || ok != (want != "") {
			t.Errorf("%q: %q, %v; want %q", name, got.Code, ok, want)
		}
	}
}
