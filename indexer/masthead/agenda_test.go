package masthead_test

import (
	"testing"

	"travaux/indexer/masthead"
)

// The number of the agenda item, as the six languages print it.
func TestParseAgendaItem(t *testing.T) {
	tests := map[string]string{
		"Item 2 of the provisional agenda*": "2", "Agenda item 165": "165", "Agenda items 117 and 18": "117 and 18", "Items 117 and 18": "117 and 18", "Agenda items 32, 60, 61, 69, 71, 84, and 132": "32, 60, 61, 69, 71, 84, and 132",
		"Item 3 (b) (iii) of the provisional agenda": "3 (b) (iii)", "Item 18 of the preliminary list*": "18", "Item 19 (b) of the annotated agenda**": "19 (b)", "Provisional agenda item 5": "5", "Item 5 (a) and (c) of the provisional agenda*": "5 (a) and (c)",
		"Items 3 and 4 of the provisional agenda": "3 and 4", "Agenda items 2 (a) and (b)": "2 (a) and (b)", "Items 8–10 of the provisional agenda": "8–10", "Agenda items 8 to 10": "8 to 10", "AGENDA ITEM 83": "83", "Agenda item 4:": "4",
		"Point 2 de l’ordre du jour provisoire*": "2", "Points 82 et 18 de l’ordre du jour": "82 et 18", "Point 3 b) iii) de l’ordre du jour provisoire": "3 b) iii)", "Point 18 de la liste préliminaire*": "18", "Points 32, 60 et 61 de l’ordre du jour": "32, 60 et 61", "Point 5 a) et c) de l’ordre du jour provisoire": "5 a) et c)",
		"Tema 165 del programa": "165", "Tema 3 b) iii) del programa provisional*": "3 b) iii)", "Temas 117 y 18 del programa": "117 y 18", "Tema 18 de la lista preliminar*": "18", "Temas 32, 60 y 61 del programa": "32, 60 y 61", "Temas 9, 10, 11 del programa": "9, 10, 11",
		"Пункт 2 предварительной повестки дня*": "2", "Пункты 117 и 18 повестки дня": "117 и 18", "Пункт 3 b) iii) предварительной повестки дня": "3 b) iii)", "Пункт 18 первоначального перечня*": "18", "Пункт 19 b) аннотированной повестки дня": "19 b)", "Пункты 32, 60 и 61 повестки дня": "32, 60 и 61", "Пункт 5 (a) предварительной повестки дня": "5 (a)",
		"البند 2 من جدول الأعمال المؤقت*": "2", "البند ٢ من جدول الأعمال المؤقت*": "2", "البندان 117 و 18 من جدول الأعمال": "117 و 18", "البندان 117 و18 من جدول الأعمال": "117 و18", "البند 3 (ب) من جدول الأعمال المؤقت": "3 (ب)", "البند 18 من القائمة الأولية*": "18", "البنود 32 و 60 و 61 من جدول الأعمال": "32 و 60 و 61", "البند 3 (ب) ’3‘ من جدول الأعمال المؤقت": "3 (ب) ’3‘",
		"临时议程项目2": "2", "临时议程*项目2": "2", "临时议程项目 2": "2", "议程项目117和18": "117和18", "临时议程项目3(b)(iii)": "3(b)(iii)", "议程项目32、60和61": "32、60和61", "暂定项目表**项目18": "18", "初步清单*项目18": "18", "议程项目3 (b)": "3 (b)", "临时议程* 项目5(a)和(c)": "5(a)和(c)",
	}
	for in, want := range tests {
		m := masthead.Parse(flat("United Nations", "A/CONF.941/12", "Distr.: General", "1 March 2031", "Original: English", "Third session", "Lima, 2–6 June 2031", in, "Trees of the plains"))
		if m.AgendaItem != want {
			t.Errorf("%s: agenda item %q, want %q", in, m.AgendaItem, want)
		}
	}
	for _, in := range []string{"Item 2 of the list below was deleted", "Agenda items", "Point 2 of the plan", "Tema 2 de la reunión", "项目2", "2. Item of the agenda"} {
		m := masthead.Parse(flat("United Nations", "A/CONF.941/12", "Distr.: General", "1 March 2031", "Original: English", "Third session", "Lima, 2–6 June 2031", in, "Trees of the plains"))
		if m.AgendaItem != "" {
			t.Errorf("%s: agenda item %q", in, m.AgendaItem)
		}
	}
}
