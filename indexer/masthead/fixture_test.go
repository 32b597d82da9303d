package masthead_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
	"travaux/search/un"
)

// flat makes content without places, as text files and web pages give it.
func flat(lines ...string) *layout.Content {
	p := layout.Page{Number: 1}
	for i, l := range lines {
		p.Lines = append(p.Lines, layout.Line{Text: l, Block: i + 1})
	}
	return &layout.Content{Reader: "test/1", Pages: []layout.Page{p}}
}

// at makes a line with its place; W follows from the length of the text.
func at(x, y, size float64, text string) layout.Line {
	text, bold := strings.CutPrefix(text, "!")
	return layout.Line{Text: text, X: x, Y: y, W: float64(len([]rune(text))) * size * 0.5, H: size, Size: size, Bold: bold}
}

// sheetOf makes content of one page of lines with places, and of pages that
// follow with the given running head each.
func sheetOf(lines []layout.Line, heads ...string) *layout.Content {
	c := &layout.Content{Reader: "test/1", Pages: []layout.Page{{Number: 1, Width: 612, Height: 792, Lines: lines}}}
	for i, h := range heads {
		c.Pages = append(c.Pages, layout.Page{Number: i + 2, Width: 612, Height: 792, Lines: []layout.Line{
			at(60, 40, 10, h), at(60, 90, 10, "Text of the page that goes on here for the whole width of the column."),
		}})
	}
	return c
}

// facts are the fields of a masthead as a test writes them down.
type facts struct {
	Symbols, Distribution, Language, Original, Session, Body, Place, Item, ItemTitle, Title, Types, Origin, Job string
	Date, Start, End                                                                                            un.Date
	Reissued                                                                                                    bool
}

func factsOf(m masthead.Masthead) facts {
	var symbols, types []string
	for _, s := range m.Symbols {
		symbols = append(symbols, s.String())
	}
	for _, t := range m.Types {
		types = append(types, string(t))
	}
	return facts{
		Symbols: strings.Join(symbols, " | "), Distribution: m.Distribution, Language: m.Language, Original: m.Original,
		Session: m.Session, Body: m.BodyName, Place: m.Place, Item: m.AgendaItem, ItemTitle: m.AgendaTitle, Title: m.Title,
		Types: strings.Join(types, " "), Origin: string(m.Origin), Job: m.Job,
		Date: m.Date, Start: m.Start, End: m.End, Reissued: m.Reissued,
	}
}

const (
	proseEN = "The present report gives an account of the work that was done by the group since its last meeting and of the steps that are to be taken on the matter by the States parties."
	proseFR = "Le présent rapport rend compte des travaux qui ont été menés par le groupe depuis sa dernière réunion et des mesures que les États doivent prendre sur cette question dans les pays."
	proseES = "El presente informe da cuenta de la labor que realizó el grupo desde su última reunión y de las medidas que los Estados parte han de adoptar sobre esta cuestión en los países."
	proseRU = "В настоящем докладе представлена информация о работе, проделанной группой после ее предыдущего совещания, и о мерах, которые следует принять государствам-участникам."
	proseAR = "يقدم هذا التقرير عرضا للأعمال التي قام بها الفريق منذ اجتماعه السابق وللتدابير التي ينبغي أن تتخذها الدول الأطراف في هذا الشأن."
	proseZH = "本报告介绍了工作组自上次会议以来开展的工作以及缔约国就此事项应当采取的各项措施，并提出了供审议的问题和建议。"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name string
		in   *layout.Content
		want facts
	}{
		{
			name: "english, places, template of the day",
			in: sheetOf([]layout.Line{
				at(123, 47, 14, "United Nations"), at(440, 40, 10, "CAC/COSP/WG.2/2031/3"),
				at(123, 70, 20, "!Conference of the Parties"), at(397, 79, 10, "Distr.: General"),
				at(397, 90, 10, "4 July 2031"), at(123, 91, 20, "!to the Convention"), at(397, 114, 10, "Original: English"),
				at(60, 204, 12, "!Working Group on Recovery"), at(60, 219, 10, "!Twenty-first meeting"), at(60, 231, 10, "Vienna, 30 June–2 July 2031"),
				at(60, 243, 10, "Item 3 (b) of the provisional agenda*"), at(60, 255, 10, "!Forum for the discussion of lessons"),
				at(123, 285, 14, "!Progress made in implementing the mandates of"), at(123, 301, 14, "!the Working Group"),
				at(123, 330, 12, "!Note by the Secretariat"), at(147, 370, 10, proseEN),
				at(123, 690, 9, "* CAC/COSP/WG.2/2031/1."), at(65, 740, 10, "V.31-01234 (E) 080731 090731"), at(65, 753, 10, "*3101234*"),
			}, "CAC/COSP/WG.2/2031/3"),
			want: facts{
				Symbols: "CAC/COSP/WG.2/2031/3", Distribution: "general", Date: "2031-07-04", Language: "en", Original: "en", Session: "2031",
				Body: "Working Group on Recovery", Place: "Vienna", Start: "2031-06-30", End: "2031-07-02", Item: "3 (b)",
				ItemTitle: "Forum for the discussion of lessons", Title: "Progress made in implementing the mandates of the Working Group",
				Types: "progress_report", Origin: "note_by_secretariat", Job: "V.31-01234",
			},
		},
		{
			name: "french, no places",
			in: flat("Nations Unies", "CAC/COSP/2031/7/Corr.1", "Conférence des Parties", "Distr. limitée", "1er mars 2031", "Français", "Original : anglais",
				"Quatorzième session", "Vienne, 28 avril-2 mai 2031", "Point 5 a) de l’ordre du jour provisoire", "Assistance technique",
				"Rapport de la Conférence sur les travaux de sa quatorzième session", "Rectificatif", proseFR, "V.31-00077 (F) 050331 060331"),
			want: facts{
				Symbols: "CAC/COSP/2031/7/Corr.1", Distribution: "limited", Date: "2031-03-01", Language: "fr", Original: "en", Session: "2031",
				Body: "Conférence des Parties", Place: "Vienne", Start: "2031-04-28", End: "2031-05-02", Item: "5 a)", ItemTitle: "Assistance technique",
				Title: "Rapport de la Conférence sur les travaux de sa quatorzième session", Types: "report_of_meeting corrigendum", Job: "V.31-00077",
			},
		},
		{
			name: "spanish, no places, no session in the symbol",
			in: flat("Naciones Unidas", "A/AC.260/31", "Asamblea General", "Distr. general", "11 de junio de 2001", "Español", "Original: francés",
				"Comité Especial encargado de la labor", "Tercer período de sesiones", "Viena, 1 a 5 de octubre de 2001", "Tema 4 del programa provisional*",
				"Propuestas", "Nota de la Secretaría", proseES),
			want: facts{
				Symbols: "A/AC.260/31", Distribution: "general", Date: "2001-06-11", Language: "es", Original: "fr", Session: "3",
				Body: "Comité Especial encargado de la labor", Place: "Viena", Start: "2001-10-01", End: "2001-10-05", Item: "4",
				ItemTitle: "Propuestas", Title: "Propuestas", Types: "note_by_secretariat", Origin: "note_by_secretariat",
			},
		},
		{
			name: "russian, english block",
			in: flat("Организация Объединенных Наций", "E/CN.15/2031/4", "Экономический и Социальный Совет", "Distr.: General", "12 February 2031", "Russian", "Original: English",
				"Комиссия по предупреждению", "Сороковая сессия", "Вена, 20–24 мая 2031 года", "Пункт 6 предварительной повестки дня*", "Тенденции",
				"Мировое положение", "Записка Секретариата", proseRU, "V.31-00555 (R) 120331 130331"),
			want: facts{
				Symbols: "E/CN.15/2031/4", Distribution: "general", Date: "2031-02-12", Language: "ru", Original: "en", Session: "2031",
				Body: "Комиссия по предупреждению", Place: "Вена", Start: "2031-05-20", End: "2031-05-24", Item: "6", ItemTitle: "Тенденции",
				Title: "Мировое положение", Types: "note_by_secretariat", Origin: "note_by_secretariat", Job: "V.31-00555",
			},
		},
		{
			name: "arabic, columns in one line, presentation forms, eastern digits",
			in: flat("CAC/COSP/2031/9 ﺍﻷﻣﻢ ﺍﳌﺘﺤﺪﺓ", "Distr.: General", "27 December 2030 مؤتمر الدول الأطراف", "Arabic", "Original: English",
				"الدورة الثالثة والعشرون", "عمان، ١٠-١٤ كانون الأول/ديسمبر ٢٠٣١", "البند ٢ من جدول الأعمال المؤقت", "تنظيم الأعمال", "تقرير الأمين العام", proseAR),
			want: facts{
				Symbols: "CAC/COSP/2031/9", Distribution: "general", Date: "2030-12-27", Language: "ar", Original: "en", Session: "2031",
				Body: "مؤتمر الدول الأطراف", Place: "عمان", Start: "2031-12-10", End: "2031-12-14", Item: "2", ItemTitle: "تنظيم الأعمال", Title: "تنظيم الأعمال",
				Types: "report_of_sg", Origin: "report_of_sg",
			},
		},
		{
			name: "chinese",
			in: flat("联合国", "CTOC/COP/WG.3/2031/2", "缔约方会议", "Distr.: Limited", "3 April 2031", "Chinese", "Original: English",
				"国际合作工作组", "第十二次会议", "2031年5月28日至6月1日，维也纳", "临时议程*项目4", "其他事项", "引渡工作", "秘书处编写的背景文件", proseZH, "V.31-02222 (C) GZ 120431 130431"),
			want: facts{
				Symbols: "CTOC/COP/WG.3/2031/2", Distribution: "limited", Date: "2031-04-03", Language: "zh", Original: "en", Session: "2031",
				Body: "国际合作工作组", Place: "维也纳", Start: "2031-05-28", End: "2031-06-01", Item: "4", ItemTitle: "其他事项", Title: "引渡工作",
				Types: "background_document", Origin: "background_document", Job: "V.31-02222",
			},
		},
		{
			name: "old style of the 1990s, second column read last",
			in: sheetOf([]layout.Line{
				at(72, 60, 14, "!UNITED"), at(72, 76, 14, "!NATIONS"), at(150, 122, 18, "!General Assembly"),
				at(72, 245, 12, "Thirty-first session"), at(72, 259, 12, "Agenda item 83"),
				at(515, 62, 36, "!A"), at(407, 128, 12, "Distr."), at(407, 142, 12, "LIMITED"), at(407, 169, 12, "A/C.3/31/L.7"), at(407, 183, 12, "28 May 1976"), at(407, 211, 12, "ORIGINAL: FRENCH"),
				at(150, 380, 12, "ELIMINATION OF ALL FORMS OF INTOLERANCE"), at(150, 420, 12, "Albania and Austria: draft resolution"), at(90, 460, 12, "The General Assembly,"), at(90, 480, 12, proseEN),
			}),
			want: facts{
				Symbols: "A/C.3/31/L.7", Distribution: "limited", Date: "1976-05-28", Language: "en", Original: "fr", Session: "31", Body: "General Assembly",
				Item: "83", ItemTitle: "ELIMINATION OF ALL FORMS OF INTOLERANCE", Title: "ELIMINATION OF ALL FORMS OF INTOLERANCE", Types: "draft_resolution",
			},
		},
		{
			name: "joint symbols side by side, issued again",
			in: flat("United Nations", "A/85/101*-S/2031/44*", "General Assembly", "Security Council", "Distr.: General", "2 February 2031", "Original: English",
				"Agenda items 14, 32 and 110", "Letter dated 1 February 2031 from the Permanent Representative of Northland", "I have the honour to refer to document A/84/7-S/2030/3.", proseEN,
				"* Reissued for technical reasons on 9 February 2031."),
			want: facts{
				Symbols: "A/85/101 | S/2031/44", Distribution: "general", Date: "2031-02-02", Language: "en", Original: "en", Session: "85", Body: "General Assembly",
				Item: "14, 32 and 110", Title: "Letter dated 1 February 2031 from the Permanent Representative of Northland", Types: "letter", Reissued: true,
			},
		},
		{
			name: "joint symbols below each other",
			in: flat("UNITED NATIONS", "General Assembly", "Security Council", "Distr.", "GENERAL", "A/52/999", "S/1998/888", "17 March 1998", "ORIGINAL: ENGLISH",
				"Fifty-second session", "Agenda item 43", "THE SITUATION IN NORTHLAND", "Report of the Secretary-General", proseEN),
			want: facts{
				Symbols: "A/52/999 | S/1998/888", Distribution: "general", Date: "1998-03-17", Language: "en", Original: "en", Session: "52", Body: "General Assembly",
				Item: "43", ItemTitle: "THE SITUATION IN NORTHLAND", Title: "THE SITUATION IN NORTHLAND", Types: "report_of_sg", Origin: "report_of_sg",
			},
		},
		{
			name: "an asterisk that calls another footnote is no reissue",
			in: flat("United Nations", "A/85/6*", "General Assembly", "Distr.: General", "2 March 2031", "Original: English", "Eighty-fifth session", "Budget", proseEN,
				"* The present document will be replaced by a fuller one."),
			want: facts{
				Symbols: "A/85/6", Distribution: "general", Date: "2031-03-02", Language: "en", Original: "en", Session: "85", Body: "General Assembly", Title: "Budget",
			},
		},
		{
			name: "conference room paper without distribution",
			in: flat("CAC/COSP/IRG/2031/CRP.4", "8 May 2031", "English only", "Implementation Review Group", "Reconvened twelfth session", "Vienna, 14-18 and 21-23 May 2031", "Agenda item 4",
				"Survey of the States that replied", proseEN),
			want: facts{
				Symbols: "CAC/COSP/IRG/2031/CRP.4", Date: "2031-05-08", Language: "en", Session: "2031", Body: "Implementation Review Group", Place: "Vienna",
				Start: "2031-05-14", End: "2031-05-23", Item: "4", ItemTitle: "Survey of the States that replied", Title: "Survey of the States that replied",
				Types: "conference_room_paper",
			},
		},
		{
			name: "symbol in two lines, remarks in the head",
			in: flat("ADVANCE UNEDITED VERSION", "CAC/COSP/IRG/2031/1/", "Add.3", "Conference of the Parties", "Distr.: General", "4 July 2031", "Original: English",
				"Implementation Review Group", "Resumed sixth session", "Executive summary", proseEN),
			want: facts{
				Symbols: "CAC/COSP/IRG/2031/1/Add.3", Distribution: "general", Date: "2031-07-04", Language: "en", Original: "en", Session: "2031",
				Body: "Implementation Review Group", Title: "Executive summary", Types: "executive_summary addendum",
			},
		},
		{
			name: "resolution",
			in: sheetOf([]layout.Line{
				at(123, 47, 14, "United Nations"), at(470, 40, 10, "A/RES/85/1"), at(123, 70, 20, "!General Assembly"), at(397, 79, 10, "Distr.: General"), at(397, 90, 10, "28 September 2030"),
				at(60, 204, 10, "!Eighty-fifth session"), at(60, 216, 10, "Agenda item 128"), at(123, 250, 14, "!Resolution adopted by the General Assembly"), at(123, 265, 14, "!on 21 September 2030"),
				at(123, 290, 10, "[without reference to a Main Committee (A/85/L.1)]"), at(102, 320, 12, "!85/1. Declaration on the anniversary"), at(147, 350, 10, "The General Assembly,"), at(147, 370, 10, proseEN),
			}),
			want: facts{
				Symbols: "A/RES/85/1", Distribution: "general", Date: "2030-09-28", Language: "en", Session: "85", Body: "General Assembly", Item: "128",
				Title: "Declaration on the anniversary", Types: "resolution",
			},
		},
		{
			name: "summary record",
			in: flat("United Nations", "CCPR/C/SR.4453", "International Covenant on Civil and Political Rights", "Distr.: General", "15 March 2031", "Original: English", "Human Rights Committee",
				"132nd session", "Summary record of the 4453rd meeting", "Held at the Palais Wilson, Geneva, on Monday, 12 March 2031, at 3 p.m.", "Chair: Ms. Serrão", proseEN),
			want: facts{
				Symbols: "CCPR/C/SR.4453", Distribution: "general", Date: "2031-03-15", Language: "en", Original: "en", Session: "132", Body: "Human Rights Committee",
				Title: "Summary record of the 4453rd meeting", Types: "summary_record", Place: "Geneva", Start: "2031-03-12", End: "2031-03-12",
			},
		},
		{
			name: "verbatim record",
			in:   flat("United Nations", "S/PV.9999", "Security Council", "Eighty-sixth year", "9999th meeting", "Monday, 3 March 2031, 10 a.m.", "New York", proseEN),
			want: facts{Symbols: "S/PV.9999", Date: "2031-03-03", Language: "en", Title: "9999th meeting", Types: "verbatim_record", Body: "Security Council", Place: "New York", Start: "2031-03-03", End: "2031-03-03"},
		},
		{
			name: "cover of official records",
			in: sheetOf([]layout.Line{
				at(480, 60, 10, "E/2031/30-E/CN.15/2031/13"), at(113, 194, 20, "!United Nations"), at(113, 255, 28, "!Commission on Prevention"), at(113, 330, 20, "!Report on the fortieth session"),
				at(113, 352, 20, "!(2 December 2030 and 20–24 May 2031)"), at(113, 600, 20, "!Economic and Social Council"), at(113, 640, 14, "!Official Records, 2031"), at(113, 655, 14, "!Supplement No. 10"),
			}, "United Nations • Vienna, 2031", "E/2031/30-E/CN.15/2031/13"),
			want: facts{
				Symbols: "E/2031/30 | E/CN.15/2031/13", Date: "2031", Language: "en", Session: "2031", Body: "Commission on Prevention", Title: "Report on the fortieth session",
				Start: "2030-12-02", End: "2031-05-24", Types: "report_of_meeting",
			},
		},
		{
			name: "everything in one line",
			in:   flat("Naciones Unidas CAC/COSP/2031/15 Conferencia de los Estados Parte Distr. general 1º de diciembre de 2031 Español Original: inglés V.31-08541 (S) 180132 190132 *3108541*", proseES),
			want: facts{
				Symbols: "CAC/COSP/2031/15", Distribution: "general", Date: "2031-12-01", Language: "es", Original: "en", Session: "2031", Body: "Conferencia de los Estados Parte", Job: "V.31-08541",
			},
		},
		{
			name: "a scan's misreadings",
			in:   flat("UNITED NATIONS", "General Assembly", "Dis cr.", "GENERAL", "A./39/1O1", "25 July 19 84", "ORIGINAL: ENGLISH", "Thirty-ninth session", "Item 108 of the provisional agenda*", "MATTERS", "84-I7984 1304q (E)", proseEN),
			want: facts{
				Symbols: "A/39/101", Distribution: "general", Date: "1984-07-25", Language: "en", Original: "en", Session: "39", Body: "General Assembly",
				Item: "108", ItemTitle: "MATTERS", Title: "MATTERS", Job: "84-17984",
			},
		},
		{
			name: "symbol in the running heads only",
			in: sheetOf([]layout.Line{at(123, 47, 14, "United Nations"), at(397, 79, 10, "Distr.: General"), at(397, 90, 10, "4 July 2031"), at(123, 200, 14, "!A title"), at(147, 370, 10, proseEN)},
				"CAC/COSP/2031/3", "CAC/COSP/2031/3", "CAC/COSP/2031/3"),
			want: facts{Symbols: "CAC/COSP/2031/3", Distribution: "general", Date: "2031-07-04", Language: "en", Session: "2031", Title: "A title"},
		},
		{
			name: "each word placed on its own",
			in: sheetOf([]layout.Line{
				{Text: "JIU/NOTE/2031/1", X: 304, Y: 177, W: 129, H: 1, Size: 1.2},
				{Text: "March", X: 306, Y: 192, W: 33, H: 1, Size: 1.2},
				{Text: "2031", X: 342, Y: 192, W: 27, H: 1, Size: 1.2},
				at(19, 210, 13, "!MEASURES FOR THE MATTER"), at(21, 327, 9, proseEN),
			}),
			want: facts{Symbols: "JIU/NOTE/2031/1", Date: "2031-03", Language: "en", Session: "2031", Title: "MEASURES FOR THE MATTER"},
		},
		{
			name: "note verbale",
			in:   flat("CU 2031/12", "Note verbale", proseEN, "3 March 2031"),
			want: facts{Symbols: "CU 2031/12", Date: "2031-03-03", Language: "en", Session: "2031", Title: "Note verbale", Types: "note_verbale"},
		},
		{
			name: "no masthead, symbols cited",
			in:   flat("Guide to the pledges database", "Reports such as A/HRC/26/4 are listed. "+proseEN, "See also A/HRC/WG.6/1/FIN/4.", "A/HRC/8/24, para. 7", "4 March 2022"),
			want: facts{Language: "en"},
		},
		{name: "nothing at all", in: &layout.Content{Pages: []layout.Page{{Number: 1}}}, want: facts{Language: "und"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, factsOf(masthead.Parse(tt.in))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseNil(t *testing.T) {
	if got := masthead.Parse(nil); got.Language != "und" || len(got.Symbols) != 0 {
		t.Errorf("masthead of nothing: %+v", got)
	}
}

func TestConfidence(t *testing.T) {
	m := masthead.Parse(flat("United Nations", "A/85/1", "Distr.: General", "2 March 2031", "Original: English", "Title of it", proseEN))
	for _, field := range []string{"symbol", "date", "distribution", "language", "original", "title", "session"} {
		if c := m.Confidence[field]; c <= 0 || c > 1 {
			t.Errorf("confidence of %s is %v", field, c)
		}
	}
	for _, field := range []string{"job", "place", "agenda_item"} {
		if _, ok := m.Confidence[field]; ok {
			t.Errorf("confidence of %s, which the document does not have", field)
		}
	}
}
