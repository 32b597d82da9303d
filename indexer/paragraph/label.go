package paragraph

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/indexer/masthead"
)

// label is a paragraph number as printed at the beginning of a line.
type label struct {
	number string // "12", "5 bis", "13.8"
	prefix string // what stands before the last component: "13." of "13.8"
	value  int    // the last component
	suffix string // bis, ter ...
	glued  bool   // printed against the text or with a doubtful mark
	item   bool   // printed with the word "Item" before it
	text   string // what follows
}

var (
	plainLabel  = regexp.MustCompile(`^\[?(\d{1,4})(?:\s?(bis|ter|quater|quinquies))?\s?[.．。]\]?(?:\s+|$)`)
	gluedLabel  = regexp.MustCompile(`^(\d{1,3})[.．]([\p{Lu}\p{Han}\p{Arabic}"“«(])`)
	commaLabel  = regexp.MustCompile(`^(\d{1,3})[,;-] +\p{Lu}`)
	dottedLabel = regexp.MustCompile(`^(\d{1,3}[A-Z]?\.(?:(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\.){0,2})(\d{1,3})\.?\s+[^\d\s.,%]`)
	// ocrLabel reads the numbers of scanned pages: l. for 1., 1O. for 10.
	ocrLabel    = regexp.MustCompile(`^(l|[lIO]?\d[lIO\d]?[lIO]?|[lIO]\d{1,2})\.\s+\p{L}`)
	arabicLabel = regexp.MustCompile(`^(?:(\d{1,4})\s*[-–—‐−]\s*|[-–—‐−]\s*(\d{1,4})\s+|\.\s?(\d{1,4})\s+|(\d{1,4})\s*[.)]\s*)`)
	itemLabel   = regexp.MustCompile(`^(?i:item|point|tema|пункт|البند|议程项目|项目)\s?(\d{1,3})\s?(?:[.:：]\s*|\s)`)
	hanLabel    = regexp.MustCompile(`^(\d{1,4})\s?[.．、]\s*`)
)

// paragraphLabel reads the number at the beginning of a line. Numbers are read
// in western, Arabic-Indic and fullwidth digits.
func paragraphLabel(text, lang string) (label, bool) {
	if !mayNumber(text) {
		return label{}, false
	}
	folded := masthead.WesternDigits(text)
	if m := dottedLabel.FindStringSubmatchIndex(folded); m != nil {
		v, err := strconv.Atoi(folded[m[4]:m[5]])
		if err == nil {
			_, size := utf8.DecodeLastRuneInString(folded[:m[1]])
			return label{number: folded[m[2]:m[5]], prefix: folded[m[2]:m[3]], value: v, text: tail(text, folded, m[1]-size)}, true
		}
	}
	if l, ok := matchLabel(itemLabel, text, folded); ok && l.text != "" {
		l.item = true
		return l, true
	}
	switch {
	case lang == "ar":
		if l, ok := matchLabel(arabicLabel, text, folded); ok && l.text != "" && !startsWithDigit(l.text) {
			return l, true
		}
	case lang == "zh":
		if l, ok := matchLabel(hanLabel, text, folded); ok && !startsWithDigit(l.text) {
			return l, true
		}
	}
	if m := plainLabel.FindStringSubmatchIndex(folded); m != nil {
		l := label{number: folded[m[2]:m[3]], text: tail(text, folded, m[1])}
		l.value, _ = strconv.Atoi(l.number)
		if m[4] >= 0 {
			l.suffix = folded[m[4]:m[5]]
			l.number += " " + l.suffix
		}
		return l, l.value > 0
	}
	for _, re := range []*regexp.Regexp{gluedLabel, commaLabel} {
		if m := re.FindStringSubmatchIndex(folded); m != nil {
			l := label{number: folded[m[2]:m[3]], glued: true, text: tail(text, folded, m[3]+1)}
			if r, size := utf8.DecodeRuneInString(folded[m[3]:]); r == '．' {
				l.text = tail(text, folded, m[3]+size)
			}
			l.value, _ = strconv.Atoi(l.number)
			return l, l.value > 0
		}
	}
	if m := ocrLabel.FindStringSubmatch(folded); m != nil {
		number := strings.NewReplacer("l", "1", "I", "1", "O", "0").Replace(m[1])
		l := label{number: number, glued: true, text: tail(text, folded, len(m[1])+1)}
		l.value, _ = strconv.Atoi(number)
		return l, l.value > 0
	}
	return label{}, false
}

// mayNumber tells from the first rune whether a line can begin with a number: most
// lines cannot, and are asked no further.
func mayNumber(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(r) || strings.ContainsRune("[lIO-–—‐−.iptPTпПا议项", r)
}

func matchLabel(re *regexp.Regexp, text, folded string) (label, bool) {
	m := re.FindStringSubmatchIndex(folded)
	if m == nil {
		return label{}, false
	}
	for i := 2; i+1 < len(m); i += 2 {
		if m[i] < 0 {
			continue
		}
		l := label{number: folded[m[i]:m[i+1]], text: tail(text, folded, m[1])}
		l.value, _ = strconv.Atoi(l.number)
		return l, l.value > 0
	}
	return label{}, false
}

// tail gives what of text stands after the first n bytes of its folded form;
// folding changes single runes only, so runes are counted.
func tail(text, folded string, n int) string {
	runes := utf8.RuneCountInString(folded[:n])
	for i := range text {
		if runes == 0 {
			return strings.TrimSpace(text[i:])
		}
		runes--
	}
	return ""
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

var (
	subLabel  = regexp.MustCompile(`^(?:[(（](?:\p{L}{1,2}|[ivxlc]{1,6}|\d{1,3})[)）]|[a-zA-Z]\)|[ivxlc]{1,6}\)|\d{1,3}\)|[’‘']\d{1,2}[’‘']|[•▪●○◦–—\-·►➢✓*])(?:\s|\p{Arabic}|\p{Han})`)
	onlyLabel = regexp.MustCompile(`^(?:\[?\d{1,4}(?:\s?(?:bis|ter))?[.．]|\d{1,3}[A-Z]?\.(?:(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\.){0,2}\d{1,3}\.?|[(（][\p{L}\d]{1,6}[)）]|[\p{L}\d]{1,4}\)|[IVXLC]{1,6}\.|[A-Z]\.|[•▪●○◦–—\-·►➢✓*]|[٠-٩]{1,4}\s?-|\d{1,4}\s?-|(?:Chapter|Part|Annex|Rule|Article) [IVXLC\d]{1,6}\.?)$`)
	noteMark  = regexp.MustCompile(`^(?:\d{1,3}|[*∗†‡]{1,4}|[a-z])$`)
)

// isSubItem reports whether a line begins a sub-paragraph or an item: (a), (i),
// a), i), a bullet, a dash, or the side of a vote.
func isSubItem(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	if unicode.IsLetter(r) {
		head := text[:min(len(text), 2*maxItemLabel)]
		return strings.Contains(head, ")") && subLabel.MatchString(text) || strings.ContainsAny(text, ":：") && voteLabel.MatchString(text)
	}
	return subLabel.MatchString(masthead.WesternDigits(text))
}

// maxItemLabel is how many runes the label of an item may have, with its bracket.
const maxItemLabel = 7

// voteLabel opens the list of those who voted alike.
var voteLabel = regexp.MustCompile(`^(?i:in favou?r|against|abstaining|abstentions?|(?:ont voté|votent) pour|(?:ont voté|votent) contre|se sont abstenus|s['’]abstiennent|votos? a favor|votos? en contra|abstenciones|голосовали за|голосовали против|воздержались|المؤيدون|المعارضون|الممتنعون|赞成|反对|弃权)\s?[:：]`)

// labelOnly reports whether a piece of a line is nothing but a label.
func labelOnly(text string) bool {
	if noteMark.MatchString(text) && !strings.ContainsAny(text, "*∗†‡") {
		return false // a bare figure may be a table's
	}
	if m := voteLabel.FindString(text); m != "" && m == text {
		return true
	}
	return onlyLabel.MatchString(masthead.WesternDigits(text))
}

// isNoteMark reports whether a piece may be the call of a footnote.
func isNoteMark(text string) bool { return noteMark.MatchString(text) }
