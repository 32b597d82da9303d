package un

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// startsWord reports whether a symbol may begin at i: a letter with no Latin or
// Cyrillic letter, digit or slash before it, unless a link to a document or an
// opening of one stands there. Chinese and Arabic write symbols without a blank.
func startsWord(s string, i int) bool {
	if c := s[i]; !isUpper(c) && !isLower(c) {
		return false
	}
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	switch {
	case r == '/' || r == '=':
		return linkBefore(s[:i])
	case r == '.' || r == '_' || r == '@' || r == '\\':
		return false
	case unicode.IsDigit(r):
		return false
	case unicode.IsLetter(r):
		return !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek)
	}
	return true
}

// linkBefore reports whether a link to a document by its symbol ends here.
func linkBefore(s string) bool {
	s = strings.ToLower(s[max(0, len(s)-24):])
	if strings.HasSuffix(s, "ds=") || strings.HasSuffix(s, "symbol=") {
		return true
	}
	for _, host := range []string{"undocs.org/", "docs.un.org/"} {
		i := strings.LastIndex(s, host)
		if i < 0 {
			continue
		}
		rest := s[i+len(host):]
		return rest == "" || len(rest) == 3 && rest[2] == '/'
	}
	return false
}

// matchHead reads the head of a known series at the start of a text, up to and
// with its slash. It gives the head and the length; 0 when there is none.
func matchHead(s string) (head string, n int) {
	end := 0
	for end < len(s) && end < 12 && (isUpper(s[end]) || isLower(s[end]) || end > 0 && (isDigit(s[end]) || s[end] == '.' || s[end] == '-')) {
		end++
	}
	if end == 0 {
		return "", 0
	}
	head, n = s[:end], end
	if strings.HasPrefix(s[n:], " ") {
		n++
	}
	if !strings.HasPrefix(s[n:], "/") {
		return "", 0
	}
	if !knownHead(head, s[n+1:]) {
		return "", 0
	}
	return head, n + 1
}

// knownHead reports whether a head begins a series of the body table. Small
// letters count for heads of several letters with their second part only: no one
// means the Security Council by "s/".
func knownHead(head, rest string) bool {
	if _, _, ok := sessionGlued(head); ok {
		return head == strings.ToUpper(head)
	}
	second := strings.TrimLeft(rest, " ")
	if i := strings.IndexAny(second, "/ ("); i >= 0 {
		second = second[:i]
	}
	body, used, fam := bodyOf([]string{head, second, ""})
	if used == 0 && head == "UNODC" {
		return true
	}
	if used == 0 || fam == pressSeries || fam == foreignSeries {
		return false
	}
	return head == strings.ToUpper(head) || strings.Contains(body, "/") && len(head) > 2
}
