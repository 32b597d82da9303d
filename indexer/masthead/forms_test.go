package masthead_test

import (
	"testing"

	"travaux/indexer/masthead"
	"travaux/search/un"
)

// head makes a document whose symbol tells no session, with one line of header.
func head(line string) masthead.Masthead {
	return masthead.Parse(flat("United Nations", "E/CN.4/109", "Distr.: General", "2 June 1948", "Original: English", "Commission on the Matter", line, "A title", proseEN))
}

func TestSessionForms(t *testing.T) {
	for in, want := range map[string]string{
		"Third session":                                           "3",
		"Twenty-first session":                                    "21",
		"FORTY-EIGHTH SESSION":                                    "48",
		"One hundred and third session":                           "103",
		"Hundred and thirty-second session":                       "132",
		"Resumed tenth session":                                   "10",
		"Reconvened sixty-second session":                         "62",
		"Eightieth year":                                          "80",
		"2025 session":                                            "2025",
		"Session of 1980":                                         "1980",
		"Annual session 2025":                                     "2025",
		"Tenth emergency special session":                         "ES-10",
		"Twenty-fourth special session":                           "S-24",
		"42nd session":                                            "42",
		"Dixième session extraordinaire d’urgence":                "ES-10",
		"Vingt-quatrième session extraordinaire":                  "S-24",
		"Décimo período extraordinario de sesiones de emergencia": "ES-10",
		"Десятая чрезвычайная специальная сессия":    "ES-10",
		"الدورة الاستثنائية الطارئة العاشرة":         "ES-10",
		"第十届紧急特别会议":                                  "ES-10",
		"Première session":                           "1",
		"Vingt et unième session":                    "21",
		"Soixante-dixième session":                   "70",
		"Soixante-dix-neuvième session":              "79",
		"Quatre-vingtième session":                   "80",
		"Quatre-vingt-unième session":                "81",
		"Quatre-vingt-quinzième session":             "95",
		"Tercer período de sesiones":                 "3",
		"Cuadragésimo octavo período de sesiones":    "48",
		"Decimoctavo período de sesiones":            "18",
		"Septuagésimo noveno período de sesiones":    "79",
		"Шестая сессия":                              "6",
		"Тридцать четвертая сессия":                  "34",
		"Восьмидесятая сессия":                       "80",
		"Сто третья сессия":                          "103",
		"Двадцать пятое совещание":                   "25",
		"الدورة الأولى":                              "1",
		"الدورة الثامنة عشرة":                        "18",
		"الدورة التاسعة والسبعون":                    "79",
		"الاجتماع الخامس والعشرون":                   "25",
		"第六届会议":                                      "6",
		"第三十四届会议":                                    "34",
		"第一百零三届会议":                                   "103",
		"Report of the Group on its third session":   "",
		"Sixty years after":                          "",
		"The third session was held in the old hall": "",
	} {
		if got := head(in).Session; got != want {
			t.Errorf("%s: session %q, want %q", in, got, want)
		}
	}
}

func TestMeetingForms(t *testing.T) {
	for _, tt := range []struct {
		in, place  string
		start, end un.Date
	}{
		{"Vienna, 25-26 November 2013", "Vienna", "2013-11-25", "2013-11-26"},
		{"Sharm el-Sheikh, Egypt, 13–17 December 2021", "Sharm el-Sheikh, Egypt", "2021-12-13", "2021-12-17"},
		{"St. Petersburg, Russian Federation, 2-6 November 2015", "St. Petersburg, Russian Federation", "2015-11-02", "2015-11-06"},
		{"Geneva, 28 January-1 February 2008", "Geneva", "2008-01-28", "2008-02-01"},
		{"Geneva, 30 November 2020-2 March 2021", "Geneva", "2020-11-30", "2021-03-02"},
		{"Geneva, 30 November-2 March 2021", "Geneva", "2020-11-30", "2021-03-02"},
		{"Vienna, 14–18 and 21–23 July 2025", "Vienna", "2025-07-14", "2025-07-23"},
		{"New York, 19–23, 28 and 29 May and 5 June 2025", "New York", "2025-05-19", "2025-06-05"},
		{"Vienna, 27 and 28 August 2018", "Vienna", "2018-08-27", "2018-08-28"},
		{"2 to 5 June 2025, New York", "New York", "2025-06-02", "2025-06-05"},
		{"10–14 February 2025", "", "2025-02-10", "2025-02-14"},
		{"25 July 2024–30 July 2025", "", "2024-07-25", "2025-07-30"},
		{"Geneva, 11 July 1994", "Geneva", "1994-07-11", "1994-07-11"},
		{"Vienne, 1er-5 juin 2015", "Vienne", "2015-06-01", "2015-06-05"},
		{"Genève, 8-19 février 2010", "Genève", "2010-02-08", "2010-02-19"},
		{"Viena, 1 a 5 de junio de 2015", "Viena", "2015-06-01", "2015-06-05"},
		{"El Cairo (Egipto), 29 de abril a 8 de mayo de 1995", "El Cairo (Egipto)", "1995-04-29", "1995-05-08"},
		{"Вена, 1-5 июня 2015 года", "Вена", "2015-06-01", "2015-06-05"},
		{"4–15 ноября 2019 года", "", "2019-11-04", "2019-11-15"},
		{"عمان، ١٠-١٤ كانون الأول/ديسمبر ٢٠٠٦", "عمان", "2006-12-10", "2006-12-14"},
		{"2015年6月1日至5日，维也纳", "维也纳", "2015-06-01", "2015-06-05"},
		{"2025年5月28日至6月1日，维也纳", "维也纳", "2025-05-28", "2025-06-01"},
		{"31 November 20255", "", "", ""},
		{"Vienna, in the spring of 2015", "", "", ""},
		{"as decided on 3 and 4 May 2015", "", "", ""},
	} {
		m := head(tt.in)
		if m.Place != tt.place || m.Start != tt.start || m.End != tt.end {
			t.Errorf("%s: %q %s..%s, want %q %s..%s", tt.in, m.Place, m.Start, m.End, tt.place, tt.start, tt.end)
		}
	}
}

func TestItemForms(t *testing.T) {
	for in, want := range map[string]string{
		"Item 2 of the provisional agenda":            "2",
		"Item 3 (e) of the provisional agenda*":       "3 (e)",
		"Item 3 (b) (iii) of the provisional agenda":  "3 (b) (iii)",
		"Items 138 and 139 of the preliminary list**": "138 and 139",
		"Agenda items 32 (a) and 110":                 "32 (a) and 110",
		"Agenda items 14, 32, 60 and 132":             "14, 32, 60 and 132",
		"Item 19 (b) of the annotated agenda**":       "19 (b)",
		"Point 2 de l’ordre du jour provisoire":       "2",
		"Point 15 a) de l'ordre du jour":              "15 a)",
		"Tema 165 del programa":                       "165",
		"Tema 3 b) del programa provisional*":         "3 b)",
		"Пункт 2 предварительной повестки дня":        "2",
		"Пункт 3 a) повестки дня":                     "3 a)",
		"البند 2 من جدول الأعمال المؤقت":              "2",
		"البند ٣ (أ) من جدول الأعمال":                 "3 (أ)",
		"临时议程项目2":                                     "2",
		"议程项目3(a)":                                    "3(a)",
		"Item 3 was then discussed by the Group":      "",
		"under agenda item 116 (c) of the list":       "",
	} {
		if got := head(in).AgendaItem; got != want {
			t.Errorf("%s: item %q, want %q", in, got, want)
		}
	}
}

func TestMastheadDates(t *testing.T) {
	for in, want := range map[string]un.Date{
		"13 August 2025": "2025-08-13", "5 July2013": "2013-07-05", "23 mai 1980": "1980-05-23", "1er mars 2024": "2024-03-01",
		"13 de septiembre de 2023": "2023-09-13", "1º de diciembre de 2009": "2009-12-01", "25 July 19 84": "1984-07-25",
		"12 марта 2020 года": "2020-03-12", "2015年6月1日": "2015-06-01", "٢٧ كانون الأول/ديسمبر ٢٠٠٦": "2006-12-27", "March 2023": "2023-03",
		"~9 September 1971": "1971-09", "31 Smarch 2020": "", "40 June 2020": "",
	} {
		m := masthead.Parse(flat("United Nations", "A/85/1", "Distr.: General", in, "Original: English", "Title of it", proseEN))
		if m.Date != want {
			t.Errorf("%s: date %q, want %q", in, m.Date, want)
		}
	}
}

func TestDistribution(t *testing.T) {
	for in, want := range map[string]string{
		"Distr.: General": "general", "Distr. GÉNÉRALE": "general", "DISTR. LIMITED": "limited", "Distr.: Limitada": "limited", "Distr. limitée": "limited",
		"Distr. RESTRICTED": "restricted", "Dist. GENERAL": "general", "Dis cr. GENERALE": "general", "UNRESTRICTED": "general", "RESTRICTED": "restricted",
		"General": "",
	} {
		m := masthead.Parse(flat("United Nations", "A/85/1", in, "3 May 2031", "Original: English", "Title of it", proseEN))
		if m.Distribution != want {
			t.Errorf("%s: distribution %q, want %q", in, m.Distribution, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, tt := range []struct {
		name           string
		lines          []string
		want, original string
	}{
		{"own line above the original's", []string{"Russian", "Original: English", proseRU}, "ru", "en"},
		{"own and original in one line", []string{"Chinese Original: English", proseZH}, "zh", "en"},
		{"named in french", []string{"Original: anglais", proseFR}, "fr", "en"},
		{"old spelling", []string{"ENGLISH", "ORIGINAL:  FRENCH", proseEN}, "en", "fr"},
		{"several originals", []string{"Original: Arabic/English/French/", proseEN}, "en", "ar"},
		{"only one language", []string{"English only", proseEN}, "en", ""},
		{"an annex in another language", []string{"English", "Original: Arabic", proseEN, proseEN}, "en", "ar"},
		{"a line that lies about the script", []string{"English", "Original: Russian", proseRU, proseRU}, "ru", "ru"},
		{"no line at all", []string{proseES}, "es", ""},
		{"portuguese is none of the six", []string{"O relatório que a Comissão apresentou não foi aprovado pela maioria dos Estados e para uma decisão ao longo do ano em que os membros da reunião não estavam."}, "pt", ""},
		{"too little text", []string{"12", "+"}, "und", ""},
	} {
		m := masthead.Parse(flat(append([]string{"A/85/1", "Distr.: General", "3 May 2031"}, tt.lines...)...))
		if m.Language != tt.want || m.Original != tt.original {
			t.Errorf("%s: %q from %q, want %q from %q", tt.name, m.Language, m.Original, tt.want, tt.original)
		}
	}
}

func TestPlaceAndDates(t *testing.T) {
	tests := []struct {
		in, place  string
		start, end un.Date
	}{
		{"Panama City, 25-26 November 2013", "Panama City", "2013-11-25", "2013-11-26"},
		{"PANAMA CITY, 25-26 NOVEMBER 2013", "PANAMA CITY", "2013-11-25", "2013-11-26"},
		{"Vienna, from 2 to 6 June 2014", "Vienna", "2014-06-02", "2014-06-06"},
		{"St. Petersburg, Russian Federation, 2-6 November 2015", "St. Petersburg, Russian Federation", "2015-11-02", "2015-11-06"},
		{"15-17 June 2022", "", "2022-06-15", "2022-06-17"},
		{"22 October 2012", "", "2012-10-22", "2012-10-22"},
		{"28 January-1 February 2008", "", "2008-01-28", "2008-02-01"},
		{"Vienna, 29 - 30 May 2019", "Vienna", "2019-05-29", "2019-05-30"},
		{"Vienna, 31 August – 2 September 2020 (am)", "Vienna", "2020-08-31", "2020-09-02"},
		{"Sharm el-Sheikh (Egipto), 13 a 17 de diciembre de 2021", "Sharm el-Sheikh (Egipto)", "2021-12-13", "2021-12-17"},
		{"Вена, 1-5 июня 2015 года", "Вена", "2015-06-01", "2015-06-05"},
		{"2015年6月1日至5日，维也纳", "维也纳", "2015-06-01", "2015-06-05"},
		{"عمان، ١٠-١٤ كانون الأول/ديسمبر ٢٠٠٦", "عمان", "2006-12-10", "2006-12-14"},
		{"see decision 4 of 2012", "", "", ""},
		{"the report of 4 May 2012 was adopted", "", "", ""},
	}
	for _, tt := range tests {
		place, start, end, ok := masthead.PlaceAndDates(tt.in)
		if place != tt.place || start != tt.start || end != tt.end || ok != (tt.start != "") {
			t.Errorf("PlaceAndDates(%q) = %q, %s, %s, %t", tt.in, place, start, end, ok)
		}
	}
}

func TestPartOf(t *testing.T) {
	tests := []struct {
		in   string
		want masthead.Part
	}{
		{"United Nations", masthead.Name},
		{"Asamblea General", masthead.Name},
		{"English only", masthead.Name},
		{"United Nations    S/PV.9000", masthead.Mark},
		{"Distr.:", masthead.Mark},
		{"Original : anglais", masthead.Mark},
		{"27 марта 2031 года", masthead.Mark},
		{"Seventy-seventh year", masthead.Gathering},
		{"2031年6月1日至5日，维也纳", masthead.Gathering},
		{"Tema 14 c) del programa", masthead.Item},
		{"Distr.: General 24 October 2031 Original: English", masthead.Mark},
		{"Draft report", masthead.NoPart},
		{"The Group held its session in Vienna.", masthead.NoPart},
		{"see E/CN.4/2031/1, para. 4", masthead.NoPart},
		{"", masthead.NoPart},
	}
	for _, tt := range tests {
		if got := masthead.PartOf(tt.in); got != tt.want {
			t.Errorf("PartOf(%q) = %d, want %d", tt.in, got, tt.want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for text, want := range map[string]int{
		"quarante-huitième": 48, "الثاني عشر": 12, "3rd": 3, "cuadragésimo octavo": 48, "тридцать четвертая": 34, "one hundred and third": 103,
		"premier": 1, "chapter": 0, "": 0, "the third": 0,
	} {
		if got := masthead.Ordinal(text); got != want {
			t.Errorf("Ordinal(%q) = %d, want %d", text, got, want)
		}
	}
}
