package masthead

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/un"
)

const languagePattern = `(?:English|Anglais|Ingl[eé]s|French|Fran[cç]ais|Franc[eé]s|Spanish|Espagnol|Espa[nñ]ol|Russian|Russe|Ruso|Русский|Arabic|Arabe|Árabe|Chinese|Chinois|Chino)`

const dayOfMonth = `\d{1,2}(?:er|º|°)?`

var anyMonth = `(?:` + monthAlternatives(strings.ToLower) + `|` + monthAlternatives(fold) + `)`

// anchorRE finds, in a line run together, the parts that make a masthead.
var anchorRE = regexp.MustCompile(`(?i)` +
	`\bdistr?\.? ?:? ?(?:general|générale|generale|limited|limitée|limitee|limitada|restricted|restreinte|reservada)\b` +
	`|(?:` + languagePattern + ` )?\boriginal ?: ?` + languagePattern + `(?:(?:/|, ?| and | et | y )` + languagePattern + `)*` +
	`|\b` + languagePattern + `(?:, ` + languagePattern + `)*(?:,? and ` + languagePattern + `)? only\b` +
	`|\b(?:(?:GE|V|K|NA)\. ?)?\d{2}-\d{5}\*?(?: \([A-Z]\))?(?: (?-i:[A-Z]{2})\b)?(?: \d{6}){0,2}` +
	`|\*\d{7}\*` +
	`|\b(?:` + dayOfMonth + `(?: (?:de )?` + anyMonth + `)? ?(?:-|\x{2013}|\x{2014}|to|a|au|and|et|y) ?)?` + dayOfMonth + ` (?:de )?` + anyMonth + ` (?:de )?\d{4}`)

// surelyRE is what shows that a line holds a masthead run together.
var surelyRE = regexp.MustCompile(`(?i)\bdistr\.? ?:? ?[[:alpha:]]|\boriginal ?: ?` + languagePattern + `|` + languagePattern + ` only\b`)

// cutAnchors cuts a line that holds several parts of a masthead into these parts
// and what stands between; a line that holds one is returned as it is.
func cutAnchors(text string) []string {
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		return []string{text} // "[Original: French]" stands over an annex
	}
	if sure := surelyRE.FindAllStringIndex(text, -1); sure != nil && len(text) > 20 {
		return cutAt(text, anchorRE.FindAllStringIndex(text, -1), sure[len(sure)-1][0])
	}
	var out []string
	for _, part := range cutScripts(text) {
		out = append(out, cutSymbols(part)...)
	}
	return out
}

// cutScripts cuts the Latin beginning or end off a line in another script, when
// that is a part of the masthead: its block is in English in Arabic, Chinese and
// Russian documents, and the columns may come as one line.
func cutScripts(text string) []string {
	other := func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Cyrillic, unicode.Han) }
	first, last := strings.IndexFunc(text, other), strings.LastIndexFunc(text, other)
	if first < 0 || len(text) > 300 {
		return []string{text}
	}
	_, width := utf8.DecodeRuneInString(text[last:])
	start, middle, end := strings.Trim(text[:first], " "), text[first:last+width], strings.Trim(text[last+width:], " ")
	if !ofBlock(start) {
		start, middle = "", text[:last+width]
	}
	if !ofBlock(end) {
		middle, end = text[len(text)-len(strings.TrimPrefix(text, start)):], ""
	}
	return slices.DeleteFunc([]string{start, strings.Trim(middle, " "), end}, func(s string) bool { return s == "" })
}

// ofBlock reports whether a text is a line of the masthead's block.
func ofBlock(text string) bool {
	folded := fold(text)
	return lineDate(folded) != "" || distrRE.MatchString(folded) || originalRE.MatchString(folded) || languagesOf(folded) != nil || onlySymbols(text)
}

// cutAt cuts a text at the borders of the given parts, and at those of the
// symbols that stand before the place from where it surely is a masthead.
func cutAt(text string, at [][]int, sure int) []string {
	if len(at) == 0 {
		return []string{text}
	}
	for _, f := range un.FindSymbols(text[:sure]) {
		at = append(at, []int{f.Start, f.End})
	}
	slices.SortFunc(at, func(a, b []int) int { return a[0] - b[0] })
	var out []string
	add := func(s string) {
		if s = strings.Trim(s, " "); s != "" {
			out = append(out, s)
		}
	}
	end := 0
	for _, m := range at {
		if m[0] < end {
			continue
		}
		add(text[end:m[0]])
		add(text[m[0]:m[1]])
		end = m[1]
	}
	add(text[end:])
	return out
}

// cutSymbols cuts symbols off a line that has them beside a name, as the first
// lines of mastheads do when their columns come as one: "United Nations A/79/1".
func cutSymbols(text string) []string {
	whole := []string{text}
	if len(text) > 120 || strings.Count(text, "/") == 0 {
		return whole
	}
	found := un.FindSymbols(text)
	if len(found) == 0 {
		return whole
	}
	first, last := found[0], found[len(found)-1]
	before, after := strings.Trim(text[:first.Start], " "), strings.Trim(text[last.End:], " *")
	if before != "" && after != "" || !isName(before) || !isName(after) || !onlySymbols(text[first.Start:last.End]) {
		return whole
	}
	return slices.DeleteFunc([]string{before, strings.TrimSpace(text[first.Start:last.End]), after}, func(s string) bool { return s == "" })
}

// isName reports whether a text may be a name beside the symbol: a few words,
// all with a capital but for the small ones; nothing is a name too.
func isName(text string) bool {
	words := strings.Fields(text)
	if len(words) > 8 || strings.ContainsAny(text, ".,;:()[]0123456789*/\"") {
		return false
	}
	for _, w := range words {
		switch fold(w) {
		case "of", "the", "and", "for", "on", "to", "des", "de", "la", "le", "les", "et", "pour", "sur", "y", "del", "los", "las", "para", "по", "и":
			continue
		case "see", "voir", "vease", "cf", "document", "documents", "documento", "документ", "in", "annex", "item", "resolution":
			return false
		}
		if r := []rune(w)[0]; unicode.IsLower(r) || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}
