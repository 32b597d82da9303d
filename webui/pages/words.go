package pages

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search"
	"travaux/search/un"
)

// language is a language with its name in itself and its direction.
type language struct{ Code, Name, Dir string }

// languageOf gives the name and direction of a language by its BCP 47 tag.
func languageOf(code string) language {
	l := language{Code: code, Name: code, Dir: "ltr"}
	switch code {
	case "ar":
		l.Name, l.Dir = "العربية", "rtl"
	case "zh":
		l.Name = "中文"
	case "en":
		l.Name = "English"
	case "fr":
		l.Name = "Français"
	case "ru":
		l.Name = "Русский"
	case "es":
		l.Name = "Español"
	case "de":
		l.Name = "Deutsch"
	case "", "und":
		l.Code, l.Name, l.Dir = "und", "Language not known", "auto"
	}
	return l
}

// languagesOf gives languages in the order the UN lists its six.
func languagesOf(codes []string) []language {
	var all []language
	for _, code := range []string{"ar", "zh", "en", "fr", "ru", "es"} {
		for _, c := range codes {
			if c == code {
				all = append(all, languageOf(c))
			}
		}
	}
	for _, c := range codes {
		switch c {
		case "ar", "zh", "en", "fr", "ru", "es":
		default:
			all = append(all, languageOf(c))
		}
	}
	return all
}

// facetNames are the facets in the order they are shown, with their headings.
func facetNames() []facetName {
	return []facetName{
		{"meeting", "Meeting"},
		{"symbol", "Symbol"},
		{"type", "Document type"},
		{"body", "Body"},
		{"year", "Year"},
		{"lang", "Language"},
		{"kind", "What a paragraph does"},
	}
}

type facetName struct{ Name, Label string }

// sortLabel names an order of results.
func sortLabel(s search.Sort) string {
	switch s {
	case search.Newest:
		return "Newest"
	case search.Oldest:
		return "Oldest"
	case search.BySymbol:
		return "Symbol"
	default:
		return "Relevance"
	}
}

// passageLabel names a passage that has no number.
func passageLabel(t un.PassageType) string {
	switch t {
	case un.HeadingPassage:
		return "Heading"
	case un.Summary:
		return "Summary"
	case un.Footnote:
		return "Footnote"
	case un.Table:
		return "Table"
	default:
		return "Text"
	}
}

// results words a total: "1,234 documents", "about 1,200 paragraphs".
func results(t search.Total, v search.View) string {
	one, many := "document", "documents"
	if v == search.Paragraphs {
		one, many = "paragraph", "paragraphs"
	}
	text := count(t.Value, one, many)
	if t.Relation == "about" {
		return "about " + text
	}
	return text
}

// count words a number of things.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// number writes a number with its thousands apart.
func number(n int) string {
	digits := strconv.Itoa(n)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 && digits[i-1] != '-' {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}

// dateText writes an ISO date for reading: "25 November 2013", "November 2013".
func dateText(d un.Date) string {
	parts := strings.Split(string(d), "-")
	if len(parts) < 2 {
		return string(d)
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil || month < 1 || month > 12 {
		return string(d)
	}
	text := months()[month-1] + " " + parts[0]
	if len(parts) < 3 {
		return text
	}
	return strings.TrimPrefix(parts[2], "0") + " " + text
}

func months() []string {
	return []string{"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December"}
}

// period words a meeting's dates: "25 November 2013 to 29 November 2013".
func period(start, end un.Date) string {
	if end == "" || end == start {
		return dateText(start)
	}
	if start == "" {
		return dateText(end)
	}
	from, to := strings.Split(string(start), "-"), strings.Split(string(end), "-")
	if len(from) == 3 && len(to) == 3 && from[0] == to[0] {
		if from[1] == to[1] {
			return strings.TrimPrefix(from[2], "0") + "–" + dateText(end)
		}
		return strings.TrimSuffix(dateText(start), " "+from[0]) + " – " + dateText(end)
	}
	return dateText(start) + " – " + dateText(end)
}

// plain makes words of a snake_case name: "good_practice" is "Good practice".
func plain(name string) string {
	return capital(strings.ReplaceAll(name, "_", " "))
}

// capital begins a text with a capital letter.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// sentence makes an error's text a sentence.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	return strings.TrimRight(capital(text), ".") + "."
}

// typeLabels names document types.
func typeLabels(types []un.Type) []string {
	var labels []string
	for _, t := range types {
		labels = append(labels, plain(string(t)))
	}
	return labels
}

// kindLabels names kinds of passage.
func kindLabels(kinds []un.Kind) []string {
	var labels []string
	for _, k := range kinds {
		labels = append(labels, plain(string(k)))
	}
	return labels
}
