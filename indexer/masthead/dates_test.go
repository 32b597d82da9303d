package masthead_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/masthead"
	"travaux/search/un"
)

// The same meetings as the six languages print them: across days, months and
// years, in two parts, with the place before or behind.
func TestPlaceAndDatesForms(t *testing.T) {
	type want struct {
		Place      string
		Start, End un.Date
	}
	tests := []struct {
		start, end un.Date
		in         map[string]string // line to place
	}{
		{"2015-06-01", "2015-06-05", map[string]string{
			"Vienna, 1-5 June 2015": "Vienna", "Vienna, 1–5 June 2015": "Vienna", "1 to 5 June 2015, Vienna": "Vienna", "Vienna, 1 - 5 June 2015 *": "Vienna", "Vienna, from 1 to 5 June 2015": "Vienna", "VIENNA, 1-5 JUNE 2015": "VIENNA",
			"Vienne, 1er-5 juin 2015": "Vienne", "Vienne, du 1er au 5 juin 2015": "Vienne", "Vienne, 1er au 5 juin 2015": "Vienne", "Viena, 1 a 5 de junio de 2015": "Viena", "Viena, 1º a 5 de junio de 2015": "Viena", "Viena, del 1 al 5 de junio de 2015": "Viena",
			"Вена, 1–5 июня 2015 года": "Вена", "Вена, 1-5 июня 2015 г.": "Вена", "فيينا، 1-5 حزيران/يونيه 2015": "فيينا", "فيينا، من 1 إلى 5 حزيران/يونيه 2015": "فيينا", "فيينا، ١-٥ حزيران/يونيه ٢٠١٥": "فيينا", "فيينا، 1 إلى 5 حزيران/يونيو 2015": "فيينا",
			"2015年6月1日至5日，维也纳": "维也纳", "2015 年 6 月 1 日至 5 日，维也纳": "维也纳", "维也纳，2015年6月1日至5日": "维也纳", "2015年6月1日-5日,维也纳": "维也纳",
		}},
		{"2022-02-28", "2022-04-01", map[string]string{
			"Geneva, 28 February–1 April 2022": "Geneva", "Geneva, 28 February to 1 April 2022": "Geneva", "28 February–1 April 2022": "", "Genève, 28 février-1er avril 2022": "Genève", "Genève, 28 février - 1er avril 2022": "Genève", "Ginebra, 28 de febrero a 1 de abril de 2022": "Ginebra",
			"28 de febrero a 1 de abril de 2022": "", "Женева, 28 февраля — 1 апреля 2022 года": "Женева", "28 февраля – 1 апреля 2022 года": "", "جنيف، 28 شباط/فبراير - 1 نيسان/أبريل 2022": "جنيف", "28 شباط/فبراير - 1 نيسان/أبريل 2022": "", "2022年2月28日至4月1日，日内瓦": "日内瓦", "2022年2月28日至4月1日": "",
		}},
		{"2024-07-25", "2025-07-30", map[string]string{
			"25 July 2024–30 July 2025": "", "25 July 2024 to 30 July 2025": "", "25 juillet 2024-30 juillet 2025": "", "25 de julio de 2024 a 30 de julio de 2025": "", "25 июля 2024 года — 30 июля 2025 года": "", "25 تموز/يوليه 2024 - 30 تموز/يوليه 2025": "", "2024年7月25日至2025年7月30日": "",
		}},
		{"2025-12-28", "2026-01-02", map[string]string{
			"Lima, 28 December 2025–2 January 2026": "Lima", "Lima, 28 December–2 January 2026": "Lima", "Lima, 28 décembre 2025-2 janvier 2026": "Lima", "Lima, 28 de diciembre de 2025 a 2 de enero de 2026": "Lima", "Лима, 28 декабря 2025 года — 2 января 2026 года": "Лима", "ليما، 28 كانون الأول/ديسمبر 2025 - 2 كانون الثاني/يناير 2026": "ليما", "2025年12月28日至2026年1月2日，利马": "利马",
		}},
		{"2025-07-14", "2025-07-23", map[string]string{
			"New York, 14–18 and 21–23 July 2025": "New York", "14–18 and 21–23 July": "-", "New York, 14-18 et 21-23 juillet 2025": "New York", "Nueva York, 14 a 18 y 21 a 23 de julio de 2025": "Nueva York", "Нью-Йорк, 14–18 и 21–23 июля 2025 года": "Нью-Йорк", "نيويورك، ١٤-١٨ و ٢١-٢٣ تموز/يوليه ٢٠٢٥": "نيويورك", "نيويورك، 14-18 و21-23 تموز/يوليه 2025": "نيويورك", "2025年7月14日至18日和21日至23日，纽约": "纽约",
		}},
		{"2025-05-19", "2025-06-05", map[string]string{
			"New York, 19–23, 28 and 29 May and 5 June 2025": "New York", "New York, 19-23, 28 et 29 mai et 5 juin 2025": "New York", "Nueva York, 19 a 23, 28 y 29 de mayo y 5 de junio de 2025": "Nueva York", "Нью-Йорк, 19–23, 28 и 29 мая и 5 июня 2025 года": "Нью-Йорк", "نيويورك، 19-23 و 28 و 29 أيار/مايو و 5 حزيران/يونيه 2025": "نيويورك", "2025年5月19日至23日、28日和29日及6月5日，纽约": "纽约",
		}},
		{"2013-11-25", "2013-11-26", map[string]string{
			"Panama City, 25-26 NOVEMBER 2013": "Panama City", "Panama City, 25 and 26 November 2013": "Panama City", "Panama, 25 et 26 novembre 2013": "Panama", "Ciudad de Panamá, 25 y 26 de noviembre de 2013": "Ciudad de Panamá", "Панама, 25 и 26 ноября 2013 года": "Панама", "مدينة بنما، 25 و 26 تشرين الثاني/نوفمبر 2013": "مدينة بنما", "2013年11月25日和26日，巴拿马城": "巴拿马城",
			"St. Petersburg, Russian Federation, 25–26 November 2013": "St. Petersburg, Russian Federation", "Dubái (Emiratos Árabes Unidos), 25 y 26 de noviembre de 2013": "Dubái (Emiratos Árabes Unidos)", "Sharm el-Sheikh, Egypt, 25–26 November 2013": "Sharm el-Sheikh, Egypt", "شرم الشيخ، مصر، 25 و26 تشرين الثاني/نوفمبر 2013": "شرم الشيخ، مصر", "2013年11月25日至26日，埃及沙姆沙伊赫": "埃及沙姆沙伊赫",
		}},
		{"2015-06-01", "2015-06-01", map[string]string{
			"Geneva, 1 June 2015": "Geneva", "Genève, 1er juin 2015": "Genève", "Ginebra, 1 de junio de 2015": "Ginebra", "Женева, 1 июня 2015 года": "Женева", "جنيف، 1 حزيران/يونيه 2015": "جنيف", "2015年6月1日，日内瓦": "日内瓦",
		}},
	}
	for _, tt := range tests {
		for in, place := range tt.in {
			var got want
			var ok bool
			got.Place, got.Start, got.End, ok = masthead.PlaceAndDates(in)
			if place == "-" {
				if ok {
					t.Errorf("%s: read as %v, but it has no year", in, got)
				}
				continue
			}
			if diff := cmp.Diff(want{place, tt.start, tt.end}, got); diff != "" || !ok {
				t.Errorf("%s (-want +got):\n%s", in, diff)
			}
		}
	}
}

// Lines that name no meeting.
func TestPlaceAndDatesNone(t *testing.T) {
	for _, in := range []string{
		"Letter dated 9 January 2031 from the Permanent Representative", "Budget for the period from 1 July 2030 to 30 June 2031", "Adopted by the Council on 3 March 2031", "See A/58/4 of 3 March 2031",
		"1 July 2030 to 30 June 2031 of the plan", "Resolution 12 (2031) of 3 March 2031", "2031", "March 2031", "on 3–5 trees, 2031",
	} {
		if place, start, end, ok := masthead.PlaceAndDates(in); ok {
			t.Errorf("%s: read as %q, %s to %s", in, place, start, end)
		}
	}
}

// A day that no calendar has is no date.
func TestDaysOfNoCalendar(t *testing.T) {
	for _, in := range []string{"Vienna, 29-31 November 2013", "Vienna, 27 February to 29 February 2015", "2015年6月30日至31日，维也纳", "Vienna, 0-4 June 2015"} {
		if place, start, end, ok := masthead.PlaceAndDates(in); ok {
			t.Errorf("%s: read as %q, %s to %s", in, place, start, end)
		}
	}
	if _, start, end, ok := masthead.PlaceAndDates("Vienna, 27-29 February 2016"); !ok || start != "2016-02-27" || end != "2016-02-29" {
		t.Errorf("a leap year's February: %s to %s, %v", start, end, ok)
	}
}
