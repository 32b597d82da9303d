package masthead_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// onePageLine makes content of a page that is one line, as web pages carry texts.
func onePageLine(text string) *layout.Content {
	return &layout.Content{Reader: "test/1", Pages: []layout.Page{{Number: 1, Lines: []layout.Line{{Text: text, Block: 1}}}}}
}

// A first page that came as one line is cut into its parts: session, place and
// dates, agenda item, title, origin, text.
func TestParseOneLine(t *testing.T) {
	type want struct{ Symbols, Date, Language, Body, Session, Item, Place, Start, End, Title, Types string }
	tests := []struct {
		name, in string
		want     want
	}{
		{
			"english", "1 United Nations A/CONF.941/12 Conference on Trees Distr.: General 20 May 2031 Original: English Third session Lima (Peru), 5–9 June 2031 Item 2 of the provisional agenda* Review of plantations Terms of reference of the group on plantations Note by the Secretariat I. Introduction 1. In its resolution 3/1 the Conference",
			want{"A/CONF.941/12", "2031-05-20", "en", "Conference on Trees", "3", "2", "Lima (Peru)", "2031-06-05", "2031-06-09", "Terms of reference of the group on plantations", "terms_of_reference"},
		},
		{
			"english, name and block interleaved, session on a second line", "United Nations CAC/COSP/2031/5\n\nConference of the Parties Distr.: General 23 September 2031 to the Convention Original: English on Trees\n\nNinth session Lima, 1–5 December 2031 Item 5 (b) of the provisional agenda* Seeds\n\nActivities of the Group on Seeds\n\nNote by the Secretariat\n\nI. Introduction",
			want{"CAC/COSP/2031/5", "2031-09-23", "en", "Conference of the Parties to the Convention on Trees", "2031", "5 (b)", "Lima", "2031-12-01", "2031-12-05", "Activities of the Group on Seeds", "note_by_secretariat"},
		},
		{
			"french, apostrophes lost", "1 Nations Unies A/98/832 Assemblée générale Distr. générale 9 avril 2044 Français Original : anglais Quatre-vingt-dix-huitième session Point 125 de l ordre du jour Plantation d arbres Projet de programme de travail Note du Secrétaire général I. Introduction 1. L Assemblée générale",
			want{"A/98/832", "2044-04-09", "fr", "Assemblée générale", "98", "125", "", "", "", "Projet de programme de travail", "work_programme"},
		},
		{
			"spanish, the ordinal came apart", "1 Naciones Unidas CTOC/COP/2031/14 Conferencia de los Árboles Distr. general 20 de mayo de 2031 Español Original: inglés 13 er período de sesiones Viena, 5 a 9 de junio de 2031 Tema 2 a) del programa provisional Cuestiones de organización Programa provisional y anotaciones Nota de la Secretaria Ejecutiva I. Programa provisional 1. Apertura",
			want{"CTOC/COP/2031/14", "2031-05-20", "es", "Conferencia de los Árboles", "2031", "2 a)", "Viena", "2031-06-05", "2031-06-09", "Programa provisional y anotaciones", "annotated_agenda"},
		},
		{
			"spanish, the place runs into the name", "1 NACIONES UNIDAS A/CONF.941/4 Distr. general 4 de mayo de 2031 Español Original: inglés Reunión de las Partes en el Protocolo sobre los Árboles Dubái (Emiratos Árabes Unidos), 1 a 5 de junio de 2031 Cuestiones que se examinarán Nota de la Secretaría I. Introducción 1. En las secciones",
			want{"A/CONF.941/4", "2031-05-04", "es", "Reunión de las Partes en el Protocolo sobre los Árboles", "", "", "Dubái (Emiratos Árabes Unidos)", "2031-06-01", "2031-06-05", "Cuestiones que se examinarán", "note_by_secretariat"},
		},
		{
			"russian", "Организация Объединенных Наций CAC/COSP/2031/9 Конференция по деревьям Distr.: General 12 July 2031 Russian Original: English Седьмая сессия Вена, 20-24 июня 2031 года Пункт 5 c) предварительной повестки дня Семена Доклад Конференции о работе ее седьмой сессии, проведенной в Вене 20-24 июня 2031 года Содержание Стр. I. Введение",
			want{"CAC/COSP/2031/9", "2031-07-12", "ru", "Конференция по деревьям", "2031", "5 c)", "Вена", "2031-06-20", "2031-06-24", "Доклад Конференции о работе ее седьмой сессии, проведенной в Вене 20-24 июня 2031 года", "report_of_meeting"},
		},
		{
			"verbatim record without a block", "Nations Unies A/96/PV.82 Assemblée générale Quatre-vingt-seizième session 82e séance plénière Vendredi 9 décembre 2041, à 15 heures New York Documents officiels Ce procès-verbal contient le texte des déclarations.",
			want{Symbols: "A/96/PV.82", Date: "2041-12-09", Language: "fr", Body: "-", Session: "96", Start: "2041-12-09", End: "2041-12-09", Title: "-", Types: "verbatim_record"},
		},
		{
			"a letter: its date is no part of the block", "United Nations A/98/718-S/2043/21 General Assembly Security Council Distr.: General 10 January 2043 Original: English General Assembly Ninety-eighth session Agenda items 62, 80 and 110 Trees of the plains Letter dated 9 January 2043 from the Permanent Representative of Peru to the United Nations addressed to the Secretary-General I write to inform you of the trees.",
			want{"A/98/718 | S/2043/21", "2043-01-10", "en", "-", "98", "62, 80 and 110", "", "", "", "Letter dated 9 January 2043 from the Permanent Representative of Peru to the United Nations addressed to the Secretary-General", "letter"},
		},
		{
			"arabic, a run of lines", "الأمــم المتحـدة\nA/C.5/97/L.37\nالجمعية العامة\nDistr.: Limited\n10 June 2043\nArabic\nOriginal: English\nالدورة السابعة والتسعون\nاللجنة الخامسة\nالبند 158 (ب) من جدول الأعمال\nتمويل غرس الأشجار في السهول\nفيجي*: مشروع قرار\nتمويل غرس الأشجار\nإن الجمعية العامة،",
			want{"A/C.5/97/L.37", "2043-06-10", "ar", "الجمعية العامة", "97", "158 (ب)", "", "", "", "تمويل غرس الأشجار", "draft_resolution"},
		},
		{
			"chinese, a committee above the title", "联合国\nCRC/C/PER/CO/9\n树木公约\nDistr.: General\n6 March 2031\nChinese\nOriginal: English\n树木权利委员会\n关于秘鲁第九次定期报告的结论性意见*\n一、导言\n1. 委员会审议了报告。",
			want{"CRC/C/PER/CO/9", "2031-03-06", "zh", "-", "", "", "", "", "", "关于秘鲁第九次定期报告的结论性意见", ""},
		},
		{
			"a table written with bars", "|Nations Unies |A/CONF.941/2 | |\n| |Conférence sur les arbres |Distr. générale |\n| | |12 avril 2031 |\n| | |Français |\n| | |Original: anglais |\nTroisième session\nLima, 24-28 juin 2031\nPoint 4 de l'ordre du jour provisoire\nSemences\nProjet de mandat du groupe\nNote du Secrétariat\nRésumé\nOn trouvera dans le présent rapport un aperçu des méthodes.",
			want{"A/CONF.941/2", "2031-04-12", "fr", "Conférence sur les arbres", "3", "4", "Lima", "2031-06-24", "2031-06-28", "Projet de mandat du groupe", "note_by_secretariat"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := onePageLine(tt.in)
			if lines := strings.Split(tt.in, "\n"); len(lines) > 1 {
				c = paragraphs(lines)
			}
			f := factsOf(masthead.Parse(c))
			got := want{f.Symbols, string(f.Date), f.Language, f.Body, f.Session, f.Item, f.Place, string(f.Start), string(f.End), f.Title, f.Types}
			if tt.want.Body == "-" {
				got.Body = "-"
			}
			if tt.want.Title == "-" {
				got.Title = "-"
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
