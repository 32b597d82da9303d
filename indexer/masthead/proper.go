package masthead

import (
	"regexp"
	"strings"
	"unicode"

	"travaux/search/un"
)

var (
	// adoptionRE finds the number of a resolution or decision before its title:
	// "59/25. Human rights and climate change".
	adoptionRE = regexp.MustCompile(`^(?:(?:Resolution|Decision|Résolution|Décision|Resolución|Decisión|Резолюция|Решение|القرار|المقرر|第)? ?(?:E?S-)?\d{1,4}/(?:\d{1,4}|[A-Z]{2,5}\.\d{1,3}) ?[A-Z]?[.:]|(?:E?S-)?\d{1,4}/\d{1,4} ?[A-Z]? ?[-–—]|第 ?\d{1,4}/\d{1,4} ?号(?:决议|决定)) ?(\S.*)$`)
	// adopterRE finds the line that tells which body adopted a text, on what
	// report and when, or who puts a draft before it.
	adopterRE = regexp.MustCompile(unmarked(`^(?:(?:resolution|decision)s? (?:\d{1,4}/\d{1,4} )?adopted (?:by|on|at)|adopted (?:by|on|at|without)|(?:resolution|decision|résolution|décision) (?:adoptee|prise) (?:par|le)|adoptee? (?:par|a|le)|(?:resolucion|decision) (?:aprobada|adoptada) (?:por|el)|(?:aprobada|adoptada) por|(?:резолюция|решение),? принят\pL+|принят\pL+ |(?:قرار|مقرر) اتخذ|الذي اتخذ|التي اتخذ|اتخذ)` +
		`|^\p{Han}{2,30}(?:\d{1,2}年|\d{4}年|第)?.{0,30}通过(?:的)?(?:决议|决定)?$` +
		`|^(?:revised )?draft (?:resolution|decision)s? (?:submitted|proposed|recommended|prepared) |^projet de (?:resolution|decision) (?:presente|propose|soumis)|^proyecto de (?:resolucion|decision) (?:presentado|propuesto)|^проект (?:резолюции|решения),? (?:представл|предложен)\pL+|^(?:مشروع) (?:قرار|مقرر) (?:مقدم|مقترح)|提出的?(?:订正)?(?:决议|决定)草案$`))
	// sponsorsRE finds the end of a list of the States that put a draft.
	sponsorsRE = regexp.MustCompile(unmarked(`: (?:(?:revised )?draft (?:resolution|decision)|projet de (?:resolution|decision)(?: revise)?|proyecto de (?:resolucion|decision)(?: revisado)?|(?:пересмотренный )?проект (?:резолюции|решения)|مشروع (?:قرار|مقرر)(?: منقح)?|(?:订正)?(?:决议|决定)草案)$|^.*[:：](?:订正)?(?:决议|决定)草案$`))
	// subjectRE finds the label before the subject of a circular.
	subjectRE = regexp.MustCompile(`(?i)(?:^|: )(?:subject|objet|asunto|тема|الموضوع|事由)(?: ?[:：]) ?(\S.*)$`)
)

// properTitles keeps of the titles below a masthead those that are the
// document's own: the title behind the number of a resolution without the line
// that tells who adopted it, the line that says of what date and from whom a
// letter is, the subject of a circular.
func properTitles(titles []block, sym un.Symbol) []block {
	if adopted(sym) {
		titles = adoptedTitle(titles)
	}
	for i, b := range titles {
		if i > 0 && isPiece(b.folded) {
			return titles[i : i+1]
		}
		if found := subjectRE.FindStringSubmatch(b.text); found != nil {
			b.text, b.folded = found[1], fold(found[1])
			return []block{b}
		}
	}
	return titles
}

// adoptedTitle leaves out the number and the lines about the adoption.
func adoptedTitle(titles []block) []block {
	for i, b := range titles {
		if found := adoptionRE.FindStringSubmatch(b.text); found != nil {
			b.text, b.folded = found[1], fold(found[1])
			return append([]block{b}, titles[i+1:]...)
		}
	}
	var own []block
	for _, b := range titles {
		if !isAdopter(b.folded) {
			own = append(own, b)
		}
	}
	return own
}

// isAdopter reports whether a folded block tells who adopts a text or puts it
// forward, and nothing of what it is about.
func isAdopter(folded string) bool {
	return adopterRE.MatchString(folded) || sponsorsRE.MatchString(folded)
}

// isPiece reports whether a folded block is the title of a piece of writing that
// is a document of its own below any agenda item: a letter, a note verbale, a
// statement of an organization.
func isPiece(folded string) bool {
	switch firstType(contentRules, un.Symbol{}, folded) {
	case un.TypeLetter, un.TypeNoteVerbale, un.TypeCommunication, un.TypeNGOStatement:
		return true
	}
	return observationsRE.MatchString(folded)
}

// observationsRE finds what a treaty body concludes on the report of a State.
var observationsRE = regexp.MustCompile(unmarked(`^(?:(?:draft |provisional )?concluding observations|observations finales|observaciones finales|заключительные замечания|(?:ال)?ملاحظات (?:ال)?ختامية|.{0,60}的结论性意见|结论性意见)`))

// rubbish reports whether a text is what a scanner made of a title it could not
// read: no better than nothing. Two words in five, of three or more, are none that
// anyone writes; or it is the name of a file.
func rubbish(text string) bool {
	words, odd := 0, 0
	for _, w := range strings.Fields(text) {
		words++
		if oddWord(w) {
			odd++
		}
	}
	switch {
	case words > 2:
		return odd*5 >= words*2
	case words == 1:
		return strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Han) })
	}
	return odd == words
}

// oddWord reports whether no language has a word like this: a capital behind a
// small letter inside it, or four letters of the Latin alphabet in small type without a
// vowel, or signs among the letters.
func oddWord(w string) bool {
	w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	runes := []rune(w)
	letters, vowels, small := 0, 0, 0
	for i, r := range runes {
		if strings.ContainsRune(`\^~|<>{}=€£#`, r) {
			return true
		}
		if !unicode.Is(unicode.Latin, r) {
			continue
		}
		letters++
		if strings.ContainsRune("aeiouyw", foldedLetter(r)) {
			vowels++
		}
		if unicode.IsLower(r) {
			small++
		}
		if i > 0 && unicode.IsUpper(r) && unicode.IsLower(runes[i-1]) && !camel(runes[:i]) {
			return true
		}
	}
	return letters >= 4 && vowels == 0 && small*2 > letters
}

// camel reports whether a capital may follow the beginning of a word: "McDonald",
// "DaSilva", "UNDPs" have none; names of that make begin with a capital.
func camel(before []rune) bool {
	return unicode.IsUpper(before[0]) && len(before) >= 2 && len(before) <= 10 && unicode.IsLower(before[1])
}

func foldedLetter(r rune) rune {
	for _, f := range fold(string(r)) {
		return f
	}
	return r
}
