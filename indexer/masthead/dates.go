package masthead

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"travaux/search/un"
)

// monthNames lists the names of the twelve months as UN documents print them:
// English, French, Spanish, Russian (genitive and nominative), Arabic
// (each month has two names, printed together).
var monthNames = [12][]string{
	{"january", "janvier", "enero", "января", "январь", "كانون الثاني", "يناير"},
	{"february", "février", "febrero", "февраля", "февраль", "شباط", "فبراير"},
	{"march", "mars", "marzo", "марта", "март", "آذار", "مارس"},
	{"april", "avril", "abril", "апреля", "апрель", "نيسان", "أبريل"},
	{"may", "mai", "mayo", "мая", "май", "أيار", "مايو"},
	{"june", "juin", "junio", "июня", "июнь", "حزيران", "يونيه", "يونيو"},
	{"july", "juillet", "julio", "июля", "июль", "تموز", "يوليه", "يوليو"},
	{"august", "août", "agosto", "августа", "август", "آب", "أغسطس"},
	{"september", "septembre", "septiembre", "setiembre", "сентября", "сентябрь", "أيلول", "سبتمبر"},
	{"october", "octobre", "octubre", "октября", "октябрь", "تشرين الأول", "أكتوبر"},
	{"november", "novembre", "noviembre", "ноября", "ноябрь", "تشرين الثاني", "نوفمبر"},
	{"december", "décembre", "diciembre", "декабря", "декабрь", "كانون الأول", "ديسمبر"},
}

// months maps each folded name to its number.
var months = monthTable()

func monthTable() map[string]int {
	table := map[string]int{}
	for i, names := range monthNames {
		for _, n := range names {
			table[fold(n)] = i + 1
		}
	}
	return table
}

const (
	dayPattern  = `\d{1,2}(?:er|re|st|nd|rd|th|º|°|o)?`
	joinPattern = `(?:-|/|,|\bto\b|\band\b|\bau\b|\bet\b|\ba\b|\bal\b|\by\b|по|до|и|الى|و|&)`
)

var (
	monthPattern = `(?:` + monthAlternatives(fold) + `)(?:/(?:` + monthAlternatives(fold) + `))?\.?`
	// datePart is "10", "10-14", "14-18 and 21-23" with month and, maybe, year.
	datePart  = `(?:` + dayPattern + `(?: ?` + joinPattern + ` ?` + dayPattern + `)* ?,? ?(?:de |of )?` + monthPattern + `(?:,? ?(?:de |del )?\d{4})?)`
	datesRE   = regexp.MustCompile(`(?:^|[^\pL\d])((?:du |del |from |с |من )?` + datePart + `(?:(?: года| г\.)? ?` + joinPattern + ` ?(?:le |el |с )?` + datePart + `)*)(?:$|[^\pL\d])`)
	partRE    = regexp.MustCompile(`(` + dayPattern + `(?: ?` + joinPattern + ` ?` + dayPattern + `)*) ?,? ?(?:de |of )?(` + monthPattern + `)(?:,? ?(?:de |del )?(\d{4}))?`)
	yearRE    = regexp.MustCompile(`\d{4}`)
	numberRE  = regexp.MustCompile(`\d+`)
	chineseRE = regexp.MustCompile(`(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?(?: ?(?:至|到|-) ?(\d{1,2}) ?日)?`)
	// chineseTailRE finds the days that follow the first, "至18日和21日至23日", with
	// month and year where they change.
	chineseTailRE = regexp.MustCompile(`^ ?(?:至|到|-|和|及|,|以及) ?(?:(\d{4}) ?年)? ?(?:(\d{1,2}) ?月)? ?(\d{1,2}) ?日`)
	cutYearRE     = regexp.MustCompile(`\b(19|20) (\d\d)$`)
	monthRE       = regexp.MustCompile(`^(?:de )?(` + monthPattern + `),? ?(?:de |del )?(\d{4})(?: года| г\.)?$`)
)

// monthAlternatives joins the names of the months, each in the form that form
// gives it, for a regular expression.
func monthAlternatives(form func(string) string) string {
	var all []string
	for _, names := range monthNames {
		for _, n := range names {
			all = append(all, regexp.QuoteMeta(form(n)))
		}
	}
	// The longer first: "may" would hide "mayo".
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(all, "|")
}

// span is a date or a range of dates found in a folded text, with its place.
type span struct {
	start, end un.Date
	// from and to are byte offsets in the folded text.
	from, to int
}

// single reports whether the span is one day.
func (s span) single() bool { return s.start == s.end }

// findDates finds the first date or range of dates with a year in a folded
// text. Ranges are read as UN documents write them: "25-26 november 2013",
// "28 january-1 february 2008", "14-18 and 21-23 july 2025", "1 a 5 de junio de
// 2015", "2015年6月1日至5日"; days without month or year take those that follow.
func findDates(folded string) (span, bool) {
	if !yearRE.MatchString(folded) {
		return span{}, false // most lines
	}
	if m := chineseRE.FindStringSubmatchIndex(folded); m != nil {
		return chineseDates(folded, m)
	}
	for at := 0; at < len(folded); {
		m := datesRE.FindStringSubmatchIndex(folded[at:])
		if m == nil {
			return span{}, false
		}
		text := folded[at+m[2] : at+m[3]]
		if s, ok := westernDates(text); ok {
			s.from, s.to = at+m[2], at+m[3]
			return s, true
		}
		at += m[3]
	}
	return span{}, false
}

// westernDates reads the parts of one matched range.
func westernDates(text string) (span, bool) {
	parts := partRE.FindAllStringSubmatch(text, -1)
	years := make([]int, len(parts))
	for i, following := len(parts)-1, 0; i >= 0; i-- {
		if y := number(parts[i][3]); y != 0 {
			following = y
		}
		years[i] = following
	}
	var days []un.Date
	for i, p := range parts {
		month := monthNumber(p[2])
		if p[3] == "" && month > monthNumber(parts[len(parts)-1][2]) {
			years[i]-- // "30 november-2 march 2020" leaves the first year out
		}
		for _, n := range numberRE.FindAllString(p[1], -1) {
			days = append(days, isoDate(years[i], month, number(n)))
		}
	}
	if len(days) == 0 || slices.Contains(days, "") {
		return span{}, false
	}
	// A right-to-left text may come with its days reversed.
	return span{start: slices.Min(days), end: slices.Max(days)}, true
}

// monthNumber returns the number of a month, 0 when it is none; "x/y" is a month
// with both its Arabic names.
func monthNumber(name string) int {
	name = strings.TrimSuffix(name, ".")
	if m, ok := months[name]; ok {
		return m
	}
	first, _, _ := strings.Cut(name, "/")
	return months[first]
}

// chineseDates reads one match of chineseRE and the days that follow it.
func chineseDates(text string, m []int) (span, bool) {
	num := func(i int) int {
		if m[2*i] < 0 {
			return 0
		}
		return number(text[m[2*i]:m[2*i+1]])
	}
	y, mo := num(1), num(2)
	days := []un.Date{isoDate(y, mo, num(3))}
	if num(4) > 0 {
		days = append(days, isoDate(y, mo, num(4)))
	}
	end := m[1]
	for {
		tail := chineseTailRE.FindStringSubmatch(text[end:])
		if tail == nil {
			break
		}
		y, mo = cmp.Or(number(tail[1]), y), cmp.Or(number(tail[2]), mo)
		days = append(days, isoDate(y, mo, number(tail[3])))
		end += len(tail[0])
	}
	if slices.Contains(days, "") {
		return span{}, false
	}
	return span{start: slices.Min(days), end: slices.Max(days), from: m[0], to: end}, true
}

// isoDate writes a date, empty when it is none a UN document can have, or none of
// the calendar.
func isoDate(year, month, day int) un.Date {
	if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); t.Day() != day || t.Month() != time.Month(month) || year < 1945 || year > 2099 {
		return ""
	}
	return un.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
}

// longestDate is the length, in bytes, of the longest line that is a date, with
// both names of an Arabic month and brackets around it.
const longestDate = 80

// lineDate reads a folded line that is one date and nothing else: a day, or a
// month with its year.
func lineDate(folded string) un.Date {
	if len(folded) > longestDate {
		return ""
	}
	folded = cutYearRE.ReplaceAllString(strings.Trim(folded, " .,;*[]()"), "$1$2")
	if s, ok := findDates(folded); ok && s.single() {
		if before, after := folded[:s.from], folded[s.to:]; before == "" && yearWord(after) {
			return s.start
		}
		return ""
	}
	if m := monthRE.FindStringSubmatch(folded); m != nil {
		if d := isoDate(number(m[2]), monthNumber(m[1]), 1); d != "" {
			return d[:7]
		}
	}
	return ""
}

// yearWord reports whether a text is nothing but the word for "year" that
// follows a year in Russian.
func yearWord(s string) bool {
	s = strings.Trim(s, " .,")
	return s == "" || s == "года" || s == "г" || s == "год"
}

// number reads a decimal number, 0 when it is none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
