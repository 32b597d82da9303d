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
	`|\b(?:` + dayOfMonth + `(?: (?:de )?` + anyMonth + `)? ?(?:-|\x{2013}|\x{2014}|to|a|au|and|et|y) ?)?` + dayOfMonth + ` (?:de )?` + anyMonth + ` (?:de )?\d{4}(?: года| г\.)?`)

// surelyRE is what shows that a line holds a masthead run together.
var surelyRE = regexp.MustCompile(`(?i)\bdistr\.? ?:? ?[[:alpha:]]|\boriginal ?: ?` + languagePattern + `|` + languagePattern + ` only\b`)

// sureOf returns the parts of a line that surely are a masthead's.
func sureOf(text string) [][]int {
	low := strings.ToLower(text)
	if !strings.Contains(low, "distr") && !strings.Contains(low, "original") && !strings.Contains(low, " only") {
		return nil // most lines
	}
	return surelyRE.FindAllStringIndex(text, -1)
}

// cutAnchors cuts a line that holds several parts of a masthead into these parts
// and what stands between; a line that holds one is returned as it is.
func cutAnchors(text string) []string {
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		return []string{text} // "[Original: French]" stands over an annex
	}
	if sure := sureOf(text); sure != nil && len(text) > 20 {
		at, last := anchorRE.FindAllStringIndex(text, -1), sure[len(sure)-1]
		for _, m := range at {
			if m[0] <= last[0] && last[0] < m[1] {
				last = m
			}
		}
		return joinPlaces(cutAt(text, surerThan(text, at, last[1]), last))
	}
	if len(text) > 40 && opensRun(text) {
		return joinPlaces(cutAt(text, datesRuns(text), []int{0, 0}))
	}
	var out []string
	for _, part := range cutScripts(text) {
		for _, named := range cutSymbols(part) {
			out = append(out, cutSession(named)...)
		}
	}
	return out
}

// cutSession cuts the session off the name of the body before it: "Commission on
// Trees Reconvened sixty-second session".
func cutSession(text string) []string {
	if len(text) > 160 || !bodyRE.MatchString(fold(text)) {
		return []string{text}
	}
	from, to := sessionRun(text)
	if from <= 0 || to < len(text) || !isName(strings.TrimSpace(text[:from])) {
		return []string{text}
	}
	return []string{strings.TrimSpace(text[:from]), text[from:]}
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
// symbols that stand before the last part that surely is a masthead's, or right
// behind it; what stands between is cut as cutRun does.
func cutAt(text string, at [][]int, sure []int) []string {
	for _, f := range un.FindSymbols(text) {
		if f.End <= sure[0] || strings.Trim(text[min(sure[1], f.Start):f.Start], " *") == "" {
			at = append(at, []int{f.Start, f.End})
		}
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
		for _, part := range cutRun(text[end:m[0]]) {
			add(part)
		}
		add(text[m[0]:m[1]])
		end = m[1]
	}
	for _, part := range cutRun(text[end:]) {
		add(part)
	}
	return out
}

// surerThan leaves out the dates behind the last part that surely is a masthead's
// that may be of a title: "Letter dated 9 January 2031", "held from 12 to 14 May
// 2031". The dates of a meeting follow its place or its session.
func surerThan(text string, at [][]int, sure int) [][]int {
	return slices.DeleteFunc(at, func(m []int) bool {
		dates, ok := findDates(fold(text[m[0]:m[1]]))
		if m[0] < sure || !ok || strings.TrimSpace(text[sure:m[0]]) == "" {
			return false
		}
		return dates.single() || endsSmall(text[:m[0]]) || heldInRE.MatchString(text[:m[0]])
	})
}

// heldInRE finds a place at the end of a text that a sentence names: "held in
// Vienna".
var heldInRE = regexp.MustCompile(`(?:^| )(?:in|at|à|au|en|в|во|في) (?:[\p{Lu}][^ ,]* ?){1,3},? ?$`)

// endsSmall reports whether the last word of a text is written small, as the
// words are that tie a date to a sentence.
func endsSmall(text string) bool {
	text = strings.TrimRight(text, " ")
	word := []rune(text[strings.LastIndexByte(text, ' ')+1:])
	return len(word) > 0 && unicode.IsLower(word[0]) && unicode.IsLetter(word[len(word)-1])
}

// datesRuns returns the places of the ranges of dates in a line.
func datesRuns(text string) [][]int {
	var out [][]int
	for _, m := range anchorRE.FindAllStringIndex(text, -1) {
		if dates, ok := findDates(fold(text[m[0]:m[1]])); ok && !dates.single() && !endsSmall(text[:m[0]]) && strings.LastIndexByte(text[:m[0]], '(') <= strings.LastIndexByte(text[:m[0]], ')') {
			out = append(out, m)
		}
	}
	return out
}

// seatRE finds the place behind a name that runs into it: a city with the country
// in parentheses, or one where the United Nations have a seat.
var seatRE = regexp.MustCompile(`.{12,} ((?:(?:(?:El|La|Los|San|Santa|Port|Puerto|Abu|Buenos|Addis|Kuala|Punta|Cape|New) )?\p{Lu}[\p{L}-]+ \(\p{Lu}[^()]+\)|Vienna|Vienne|Viena|Вена|Geneva|Genève|Ginebra|Женева|New York|Nueva York|Нью-Йорк|Nairobi|Найроби|Bangkok|Бангкок|Bonn|Бонн|Paris|París|Париж|Rome|Roma|Рим|Montreal|Montréal|Монреаль|Santiago|Addis Ababa|Addis-Abeba|Addis Abeba|Beirut|Beyrouth),)$`)

// joinPlaces joins the pieces "Bonn," and "6 a 17 de noviembre de 2017" to the
// line they were cut out of.
func joinPlaces(parts []string) []string {
	for i := 0; i+1 < len(parts); i++ {
		if !strings.HasSuffix(parts[i], ",") {
			continue
		}
		name := ""
		if m := seatRE.FindStringSubmatchIndex(parts[i]); m != nil {
			name, parts[i] = parts[i][:m[2]], parts[i][m[2]:]
		}
		if len(parts[i]) < 80 && meetingLine(parts[i]+" "+parts[i+1]) {
			parts[i] += " " + parts[i+1]
			parts = slices.Delete(parts, i+1, i+2)
		}
		if name = strings.TrimRight(name, " "); name != "" {
			parts = slices.Insert(parts, i, name)
			i++
		}
	}
	return parts
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
