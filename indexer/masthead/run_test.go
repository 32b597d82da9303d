package masthead_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// paragraphs makes content of text files, whose lines follow each other without
// a blank line between: each list is one run of lines.
func paragraphs(runs ...[]string) *layout.Content {
	p := layout.Page{Number: 1}
	for i, run := range runs {
		for _, l := range run {
			p.Lines = append(p.Lines, layout.Line{Text: l, Block: i + 1})
		}
	}
	return &layout.Content{Reader: "test/1", Pages: []layout.Page{p}}
}

// Text files have whole heads without a blank line: only the words tell where
// one title ends and the next begins.
func TestParseRunOfLines(t *testing.T) {
	type want struct{ Body, Item, ItemTitle, Title, Types, Place, Start, End, Job string }
	tests := []struct {
		name string
		in   []string
		want want
	}{
		{
			"a provisional agenda ends before its items",
			[]string{
				"United Nations   ", "Conference of the Parties   Distr.: General ", "to the Convention ", "19 August 2031 ", "  on Trees Original: English ",
				"Ninth session ", "Port of Spain, Trinidad and Tobago, 2-6 November 2031 ", "  Provisional agenda and annotations ", "Matters of organization: ",
				"(a)  Opening of the ninth session; ", "(b)  Adoption of the agenda; ", "Planting of trees. ", "V.31-05911 (E)    030931    040931 ",
			},
			want{"Conference of the Parties to the Convention on Trees", "", "", "Provisional agenda and annotations", "annotated_agenda", "Port of Spain, Trinidad and Tobago", "2031-11-02", "2031-11-06", "V.31-05911"},
		},
		{
			"the title of an agenda goes on in small letters",
			[]string{
				"Naciones Unidas", "CAC/COSP/2031/1", "Conferencia de las Partes", "Distr. general", "3 de julio de 2031", "Español", "Original: inglés",
				"Noveno período de sesiones", "Lima, 1 a 5 de noviembre de 2031", "Programa provisional anotado y organización", "de los trabajos propuesta", "Apertura del período de sesiones", "Aprobación del programa",
			},
			want{"Conferencia de las Partes", "", "", "Programa provisional anotado y organización de los trabajos propuesta", "annotated_agenda", "Lima", "2031-11-01", "2031-11-05", ""},
		},
		{
			"the title begins with the words of the agenda item's",
			[]string{
				"Nations Unies", "A/S-41/4", "Assemblée générale", "Distr. générale", "31 mars 2031", "Français Original: anglais", "V.31-01865 (F) 120431 130431",
				"Quarante et unième session extraordinaire", "Point 5 de l’ordre du jour provisoire", "Travaux de la Commission des arbres sur les forêts",
				"Travaux de la Commission des arbres sur les forêts des îles et des montagnes prévus pour 2032", "Note du Secrétaire général", "Le Secrétaire général a l’honneur de transmettre le texte.",
			},
			want{"Assemblée générale", "5", "Travaux de la Commission des arbres sur les forêts", "Travaux de la Commission des arbres sur les forêts des îles et des montagnes prévus pour 2032", "note_by_secretariat", "", "", "", "V.31-01865"},
		},
		{
			"both titles run over two lines",
			[]string{
				"United Nations", "A/S-41/4", "General Assembly", "Distr.: General", "31 March 2031", "Original: English", "Forty-first special session", "Item 5 of the provisional agenda",
				"Work of the Commission on Trees", "on forests", "Work of the Commission on Trees", "on forests of islands and mountains", "Note by the Secretary-General",
			},
			want{"General Assembly", "5", "Work of the Commission on Trees on forests", "Work of the Commission on Trees on forests of islands and mountains", "note_by_secretariat", "", "", "", ""},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := factsOf(masthead.Parse(paragraphs(tt.in)))
			got := want{f.Body, f.Item, f.ItemTitle, f.Title, f.Types, f.Place, string(f.Start), string(f.End), f.Job}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
