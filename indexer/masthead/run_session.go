package masthead

import "strings"

// gatherings are the folded words that a session is named by.
var gatherings = foldedSet("session", "sesiones", "reunion", "meeting", "сессия", "совещание", "الدورة", "الاجتماع")

// possessives are the folded words before a session that a sentence or a title
// names.
var possessives = foldedSet("its", "their", "the", "el", "los", "le", "les", "sa", "leur", "la", "de", "su", "sus", "del", "ее", "его", "их", "своей", "на", "в", "о")

// A session is named by so many words before the word for it, and behind it:
// "resumed one hundred and twenty-third emergency special session (resumed)".
const (
	beforeSession  = 7
	behindSession  = 4
	longestSession = beforeSession + 1 + behindSession
	// sessionTries is how many words for it are looked at: the session of a masthead
	// is among the first, further ones are of titles and text.
	sessionTries = 4
)

// sessionRun finds the session inside a text run together: the longest run of
// words around the word for it that names one.
func sessionRun(text string) (from, to int) {
	words := wordsOf(text)
	tried := 0
	for k, w := range words {
		if tried == sessionTries {
			break
		}
		if !gatherings[strings.Trim(fold(text[w[0]:w[1]]), ",.*")] {
			continue
		}
		tried++
		for i := max(0, k-beforeSession); i <= k; i++ {
			if i > 0 && possessives[fold(text[words[i-1][0]:words[i-1][1]])] {
				continue // "at its sixth session" is of a title
			}
			for j := min(len(words)-1, k+behindSession); j >= k; j-- {
				if sessionOf(fold(strings.TrimRight(text[words[i][0]:words[j][1]], ",*"))) != "" {
					return words[i][0], words[j][1]
				}
			}
		}
	}
	return -1, -1
}

// opensRun reports whether a line that nothing surely shows to be a masthead is a
// run of its lower lines: it begins with a session and holds more than it.
func opensRun(text string) bool {
	head := text[:min(len(text), 160)]
	if words := wordsOf(head); len(words) > longestSession {
		head = head[:words[longestSession-1][1]]
	}
	from, to := sessionRun(head)
	return from == 0 && len(text)-to > 10
}
