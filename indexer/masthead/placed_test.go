package masthead_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// wording is what one language prints in a masthead.
type wording struct {
	tag, un, body, organ, distr, date, own, original, session, meeting, place, item, number, itemTitle, title, origin, summary string
}

// wordings are the same masthead in the six languages.
var wordings = []wording{
	{"en", "United Nations", "Conference on Trees", "General Assembly", "Distr.: General", "20 March 2031", "", "Original: English", "Sixth session", "Vienna, 1–5 June 2031", "Vienna", "Item 2 of the provisional agenda*", "2", "Planting of trees", "Terms of reference of the group on seeds", "Note by the Secretariat", "Summary"},
	{"fr", "Nations Unies", "Conférence sur les arbres", "Assemblée générale", "Distr. générale", "20 mars 2031", "Français", "Original : anglais", "Sixième session", "Vienne, 1er-5 juin 2031", "Vienne", "Point 2 de l’ordre du jour provisoire*", "2", "Plantation d’arbres", "Mandat du groupe sur les semences", "Note du Secrétariat", "Résumé"},
	{"es", "Naciones Unidas", "Conferencia sobre los Árboles", "Asamblea General", "Distr. general", "20 de marzo de 2031", "Español", "Original: inglés", "Sexto período de sesiones", "Viena, 1 a 5 de junio de 2031", "Viena", "Tema 2 del programa provisional*", "2", "Plantación de árboles", "Mandato del grupo sobre semillas", "Nota de la Secretaría", "Resumen"},
	{"ru", "Организация Объединенных Наций", "Конференция по деревьям", "Генеральная Ассамблея", "Distr.: General", "20 March 2031", "Russian", "Original: English", "Шестая сессия", "Вена, 1–5 июня 2031 года", "Вена", "Пункт 2 предварительной повестки дня*", "2", "Посадка деревьев", "Круг ведения группы по семенам", "Записка Секретариата", "Резюме"},
	{"ar", "الأمم المتحدة", "مؤتمر الأشجار", "الجمعية العامة", "Distr.: General", "20 March 2031", "Arabic", "Original: English", "الدورة السادسة", "فيينا، ١-٥ حزيران/يونيه ٢٠٣١", "فيينا", "البند ٢ من جدول الأعمال المؤقت*", "2", "غرس الأشجار", "اختصاصات الفريق المعني بالبذور", "مذكرة من الأمانة", "ملخص"},
	{"zh", "联合国", "树木会议", "大会", "Distr.: General", "20 March 2031", "Chinese", "Original: English", "第六届会议", "2031年6月1日至5日，维也纳", "维也纳", "临时议程*项目2", "2", "植树", "种子小组职权范围", "秘书处的说明", "内容提要"},
}

// vienna sets a masthead as Vienna does: the block in the right column, which
// stands beside the name of the body.
func vienna(w wording) []layout.Line {
	lines := []layout.Line{
		at(123, 47, 14, w.un), at(440, 40, 10, "A/CONF.941/12"), at(123, 72, 16, "!"+w.body), at(397, 79, 10, w.distr), at(397, 91, 10, w.date),
	}
	if w.own != "" {
		lines = append(lines, at(397, 103, 10, w.own))
	}
	return append(lines, at(397, 115, 10, w.original),
		at(60, 204, 10, "!"+w.session), at(60, 216, 10, w.meeting), at(60, 228, 10, w.item), at(60, 240, 10, "!"+w.itemTitle),
		at(123, 290, 14, "!"+w.title), at(123, 320, 12, "!"+w.origin), at(140, 350, 10, "!"+w.summary), at(60, 720, 8, "* A/CONF.941/1."), at(60, 740, 8, "V.31-01966 (E) 270331 300331"))
}

// geneva sets a masthead as Geneva did in the 1990s: emblem and initial above, the
// words of the block below each other.
func geneva(w wording) []layout.Line {
	distr := map[string][2]string{"fr": {"Distr.", "GÉNÉRALE"}, "es": {"Distr.", "GENERAL"}}[w.tag]
	if distr[0] == "" {
		distr = [2]string{"Distr.", "GENERAL"}
	}
	lines := []layout.Line{
		at(97, 55, 13, "!"+w.un), at(514, 57, 34, "!A"), at(171, 113, 16, "!"+w.organ), at(408, 120, 11, distr[0]), at(408, 133, 11, distr[1]),
		at(408, 159, 11, "A/CONF.941/12"), at(408, 172, 11, w.date),
	}
	if w.own != "" {
		lines = append(lines, at(408, 185, 11, w.own))
	}
	return append(lines, at(408, 198, 11, w.original), at(92, 231, 11, w.body), at(92, 244, 11, w.session), at(92, 257, 11, w.meeting), at(92, 270, 11, w.item),
		at(200, 330, 11, "!"+w.itemTitle), at(180, 360, 11, "!"+w.title), at(220, 390, 11, "!"+w.origin), at(260, 430, 11, "!"+w.summary), at(92, 718, 11, "GE.31-13644 (E) 270331"))
}

// newYork sets a masthead as New York does: names of body and session at the
// margin, the title set in and larger.
func newYork(w wording) []layout.Line {
	lines := []layout.Line{
		at(123, 47, 14, w.un), at(460, 40, 20, "A/CONF.941/12*"), at(123, 72, 20, "!"+w.organ), at(420, 79, 10, w.distr), at(420, 91, 10, w.date),
	}
	if w.own != "" {
		lines = append(lines, at(420, 103, 10, w.own))
	}
	return append(lines, at(420, 115, 10, w.original),
		at(60, 180, 10, "!"+w.body), at(60, 192, 10, "!"+w.session), at(60, 204, 10, w.meeting), at(60, 216, 10, w.item), at(60, 228, 10, "!"+w.itemTitle),
		at(123, 290, 14, "!"+w.title), at(123, 320, 12, "!"+w.origin), at(140, 350, 10, "!"+w.summary), at(60, 730, 8, "* Reissued for technical reasons on 7 April 2031."), at(60, 750, 8, "31-01966* (E) 270331"))
}

// mirrored sets a page as Arabic has it: from right to left.
func mirrored(lines []layout.Line) []layout.Line {
	for i := range lines {
		lines[i].X = 612 - lines[i].X - lines[i].W
	}
	return lines
}

// The same masthead as three offices set it, in six languages.
func TestParsePlacedInSixLanguages(t *testing.T) {
	for office, set := range map[string]func(wording) []layout.Line{"vienna": vienna, "geneva": geneva, "new york": newYork} {
		for _, w := range wordings {
			t.Run(office+" "+w.tag, func(t *testing.T) {
				lines := set(w)
				if w.tag == "ar" {
					lines = mirrored(lines)
				}
				m := masthead.Parse(sheetOf(lines))
				want := masthead.Masthead{
					Distribution: "general", Date: "2031-03-20", Language: w.tag, Original: "en", Body: "A", Subsidiary: "CONF.941", Session: "6", BodyName: w.body, Place: w.place,
					Start: "2031-06-01", End: "2031-06-05", AgendaItem: w.number, AgendaTitle: w.itemTitle, Title: w.title, Reissued: office == "new york",
				}
				got := m
				got.Symbols, got.Types, got.Origin, got.Job, got.Confidence = nil, nil, "", "", nil
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				if contentType(m.Types) != "terms_of_reference" || m.Origin != "note_by_secretariat" {
					t.Errorf("types %v, origin %q", m.Types, m.Origin)
				}
			})
		}
	}
}
