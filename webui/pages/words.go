package pages

import (
	"slices"
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
	switch {
	case code == un.Listed, code == "und":
		return language{Code: "und", Name: "Language not known", Dir: "auto"}
	case code == "ar":
		return language{Code: code, Name: un.LanguageLabel(code, code), Dir: "rtl"}
	case !languageTag(code):
		return language{Code: "und", Name: code, Dir: "auto"}
	default:
		return language{Code: code, Name: un.LanguageLabel(code, code), Dir: "ltr"}
	}
}

// languageTag reports whether a code may stand in a lang attribute: a language
// of two or three letters, with subtags or without (BCP 47).
func languageTag(code string) bool {
	primary, _, _ := strings.Cut(code, "-")
	if len(primary) < 2 || len(primary) > 3 {
		return false
	}
	return strings.Trim(code, "-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// languagesOf gives languages in the order of the UN's language bar: by their
// English names, العربية 中文 English Français Русский Español; others follow.
func languagesOf(codes []string) []language {
	bar := []string{"ar", "zh", "en", "fr", "ru", "es"}
	sorted := slices.Clone(codes)
	slices.SortStableFunc(sorted, func(a, b string) int { return place(bar, a) - place(bar, b) })
	var all []language
	for _, code := range sorted {
		all = append(all, languageOf(code))
	}
	return all
}

// place gives the place of a value in a list, the list's length when it is not
// in it.
func place(list []string, value string) int {
	if i := slices.Index(list, value); i >= 0 {
		return i
	}
	return len(list)
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
		{"state", "State"},
		{"article", "Article cited"},
		{"cites", "Document cited"},
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
	case search.ByParagraph:
		return "As printed"
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
	return []string{
		"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December",
	}
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
		labels = append(labels, t.Label(interfaceLanguage))
	}
	return labels
}

// kindLabels names kinds of passage.
func kindLabels(kinds []un.Kind) []string {
	var labels []string
	for _, k := range kinds {
		labels = append(labels, k.Label(interfaceLanguage))
	}
	return labels
}

// oneOf lists the values there are, empty where they are without number.
func oneOf(values []string) string { return strings.Join(values, ", ") }
