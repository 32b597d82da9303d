package page

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// languageOf gives the BCP 47 tag for the codes and names by which pages call a
// language: "EN", "E", "SP", "CH", "French". Single letters count in capitals
// only. It is empty for any other word.
func languageOf(word string) string {
	word = strings.Trim(word, ".,;:()[]")
	switch word {
	case "A":
		return "ar"
	case "C":
		return "zh"
	case "E":
		return "en"
	case "F":
		return "fr"
	case "R":
		return "ru"
	case "S":
		return "es"
	}
	switch strings.ToLower(word) {
	case "ar", "ara":
		return "ar"
	case "ch", "zh", "chi", "cn":
		return "zh"
	case "en", "eng":
		return "en"
	case "fr", "fre":
		return "fr"
	case "ru", "rus":
		return "ru"
	case "sp", "es", "spa":
		return "es"
	}
	return masthead.LanguageNamed(word)
}

// splitCodes parts two-letter codes that lost their blanks: "ENFRSP".
func splitCodes(word string) []string {
	var codes []string
	for len(word) >= 2 {
		if languageOf(word[:2]) == "" || word[:2] != strings.ToUpper(word[:2]) {
			return nil
		}
		codes = append(codes, word[:2])
		word = word[2:]
	}
	if word != "" {
		return nil
	}
	return codes
}

var wordForm = regexp.MustCompile(`\pL+`)

// namedLanguages gives the languages a cell names.
func namedLanguages(cell string) []string {
	var all []string
	for _, w := range wordForm.FindAllString(cell, -1) {
		if l := languageOf(w); l != "" && !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return all
}

// onlyLanguages reports whether a cell names languages and nothing else but the
// kind of file and "only".
func onlyLanguages(cell string) bool {
	found := false
	for _, w := range wordForm.FindAllString(cell, -1) {
		switch {
		case languageOf(w) != "":
			found = true
		case !slices.Contains([]string{"pdf", "doc", "docx", "word", "only", "and", "et", "y"}, strings.ToLower(w)):
			return false
		}
	}
	return found || strings.Trim(cell, "-–— ") == ""
}

// marks are what stands behind a title: dashes for languages that are wanting,
// names of those there are.
type marks struct {
	dashes int
	names  []string
}

var dashTail = regexp.MustCompile(`(?:^|\s)([-–—](?:\s*[-–—])*)$`)

// cutMarks takes the marks of languages off the end of a title: dashes, which
// text made of a page may glue together, or names of languages. A single dash is
// a mark too, a single name is part of the title.
func cutMarks(text string) (title string, m marks) {
	title = strings.TrimSpace(text)
	for {
		loc := dashTail.FindStringSubmatchIndex(title)
		if loc == nil {
			break
		}
		m.dashes += utf8.RuneCountInString(strings.Join(strings.Fields(title[loc[2]:loc[3]]), ""))
		title = strings.TrimSpace(title[:loc[0]])
	}
	words := strings.Fields(title)
	tail := len(words)
	for tail > 0 && (languageOf(words[tail-1]) != "" && words[tail-1] == strings.ToUpper(words[tail-1]) || isDash(words[tail-1])) {
		tail--
	}
	if len(words)-tail > 1 {
		for _, w := range words[tail:] {
			if l := languageOf(w); l != "" {
				m.names = append(m.names, l)
			}
		}
		title = strings.Join(words[:tail], " ")
	}
	return title, m
}

func isDash(s string) bool { return strings.Trim(s, "-–—") == "" }

var onlyForm = regexp.MustCompile(`(?i)\(((?:english|french|spanish|russian|arabic|chinese|and|,|\s)+) only\)`)

// mark notes what the marks behind a title tell of languages. Dashes tell how
// many are wanting, not which; only when all columns have one, or none is left
// open by the title, is anything known.
func (e *entry) mark(m marks, cols columns) {
	for _, name := range m.names {
		e.offer(name, "")
	}
	if only := onlyForm.FindStringSubmatch(e.title()); only != nil {
		for _, name := range namedLanguages(only[1]) {
			e.offer(name, "")
		}
		return
	}
	open := len(cols.languages) - m.dashes
	if m.dashes > 0 && open == 1 && cols.languages[0] == "en" {
		e.offer("en", "") // the language a document is never without
	}
}

// offer notes that the page offers a language, and at which address.
func (e *entry) offer(lang, address string) {
	if !slices.Contains(e.languages, lang) {
		e.languages = append(e.languages, lang)
	}
	if address == "" {
		return
	}
	if e.links == nil {
		e.links = map[string]string{}
	}
	if _, taken := e.links[lang]; !taken {
		e.links[lang] = address
	}
}

var fileLanguage = regexp.MustCompile(`(?i)(?:[-_](ar|en|es|fr|ru|zh|[aefrsc])|\d([aefrsc]))\.(?:pdf|docx?|html?)(?:[?#].*)?$|/(ar|en|es|fr|ru|zh)/`)

// linked notes the addresses of a row's links: the language is that of the cell,
// of the link's text, or of the file's name.
func (e *entry) linked(l layout.Line, cols columns) {
	for _, link := range l.Links {
		if link.URL == "" || strings.HasPrefix(link.URL, "#") || strings.HasPrefix(link.URL, "mailto:") {
			continue
		}
		lang := cols.at(link.Cell)
		if lang == "" {
			lang = languageOf(strings.TrimSpace(link.Text))
		}
		if lang == "" && !e.addressees(link.URL) {
			lang = languageOfFile(link.URL)
		}
		if lang != "" {
			e.offer(lang, link.URL)
		}
	}
}

// addressees reports whether the letter at the end of a file's name is that of the
// addressees of a note verbale, "CU 2022/5(A)", and no language's.
func (e *entry) addressees(address string) bool {
	m := fileLanguage.FindStringSubmatch(address)
	return m != nil && e.note.Symbol.Paren != "" && strings.EqualFold(m[1]+m[2], e.note.Symbol.Paren)
}

// withoutLinks takes the names of languages that lead to files off the end of a
// title.
func withoutLinks(title string, links []layout.Link) string {
	for _, link := range slices.Backward(links) {
		text := strings.TrimSpace(link.Text)
		rest, ok := strings.CutSuffix(title, text)
		if text == "" || !ok || languageOf(text) == "" {
			break
		}
		title = strings.TrimRight(rest, " ,;|/–—-")
	}
	return title
}

// languageOfFile tells the language of a file by its name or its permalink.
func languageOfFile(address string) string {
	m := fileLanguage.FindStringSubmatch(address)
	if m == nil {
		return ""
	}
	code := m[1] + m[2] + m[3]
	if len(code) == 1 {
		return languageOf(strings.ToUpper(code))
	}
	return languageOf(code)
}
