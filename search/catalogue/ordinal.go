package catalogue

import (
	"fmt"
	"strings"
)

// ordinalSession names the nth session in a language; kind is empty, S for a
// special session or ES for an emergency special session. English spells the
// number out as documents do, the others write digits.
func ordinalSession(n int, kind, lang string) string {
	if len(lang) > 2 {
		lang = lang[:2]
	}
	form, ok := sessionForms[lang]
	number := any(n)
	if !ok {
		form, number = [3]string{"%s session", "%s special session", "%s emergency special session"}, Ordinal(n)
	}
	if lang == "fr" && n == 1 {
		return strings.Replace(fmt.Sprintf(form[formOf(kind)], n), "1e", "1re", 1)
	}
	return fmt.Sprintf(form[formOf(kind)], number)
}

// formOf gives the place of a kind of session in sessionForms.
func formOf(kind string) int {
	switch kind {
	case "S":
		return 1
	case "ES":
		return 2
	}
	return 0
}

// sessionForms are the words for a session, a special and an emergency special
// session by language; "" is English.
var sessionForms = map[string][3]string{
	"fr": {"%de session", "%de session extraordinaire", "%de session extraordinaire d’urgence"},
	"es": {"%d.º período de sesiones", "%d.º período extraordinario de sesiones", "%d.º período extraordinario de sesiones de emergencia"},
	"ru": {"%d-я сессия", "%d-я специальная сессия", "%d-я чрезвычайная специальная сессия"},
	"ar": {"الدورة %d", "الدورة الاستثنائية %d", "الدورة الاستثنائية الطارئة %d"},
	"zh": {"第%d届会议", "第%d届特别会议", "第%d届紧急特别会议"},
}

// Ordinal spells an ordinal number out in English, up to 999: "seventy-ninth".
func Ordinal(n int) string {
	if n <= 0 || n > 999 {
		return fmt.Sprintf("%dth", n)
	}
	ones := [...]string{
		"zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
		"thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
	}
	tens := [...]string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	hundreds := [...]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	if n >= 100 {
		if n%100 == 0 {
			return hundreds[n/100] + " hundredth"
		}
		return hundreds[n/100] + " hundred and " + Ordinal(n%100)
	}
	switch {
	case n < 20:
		return ones[n]
	case n%10 == 0:
		return strings.TrimSuffix(tens[n/10], "y") + "ieth"
	}
	return tens[n/10] + "-" + ones[n%10]
}
