package analysis

import (
	"strings"

	"travaux/search/un"
)

// found is a stretch of a text that has a term of its own beside those of its
// words.
type found struct {
	from, to int
	term     string
}

// nextSymbol gives the first document symbol of a text from a place on: its match
// key is the term. Its words are kept, so that "58/4" finds A/RES/58/4; but who
// looks for A/79/1 finds neither A/79/12 nor what only has a 79 and a 1.
func nextSymbol(text string, at int) (found, bool) {
	for {
		slash := strings.IndexByte(text[at:], '/')
		if slash < 0 {
			return found{}, false
		}
		from, to := symbolRun(text, at, at+slash)
		if term := symbolTerm(text[from:to]); term != "" {
			return found{from, to, term}, true
		}
		at = max(to, at+slash+1)
	}
}

// symbolRun gives the run of characters that symbols are made of around a slash.
func symbolRun(text string, begin, slash int) (from, to int) {
	for from = slash; from > begin && ofSymbol(text[from-1]); from-- {
	}
	for to = slash; to < len(text) && ofSymbol(text[to]); to++ {
	}
	for to > from && strings.IndexByte(".-/(&", text[to-1]) >= 0 {
		to--
	}
	for to > from && text[to-1] == ')' && strings.Count(text[from:to], ")") > strings.Count(text[from:to], "(") {
		to--
	}
	return from, to
}

func ofSymbol(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || strings.IndexByte("/.-()&", c) >= 0
}

// symbolTerm gives the term of a run that is a symbol, else nothing. Without a
// slash and a digit none is.
func symbolTerm(run string) string {
	const longest = 100
	if len(run) > longest || strings.IndexByte(run, '/') <= 0 || !strings.ContainsAny(run, "0123456789") {
		return ""
	}
	s, err := un.ParseSymbol(run)
	if err != nil {
		return ""
	}
	return strings.ToLower(s.Key())
}
