package analysis

// mostParts is of how many parts a compound is also looked for as one word.
const mostParts = 4

// compoundEnd gives where the compound ends whose first part is a word that the
// scanner has just given, 0 when it is none. Its parts are words with one hyphen
// between them.
func (s *scanner) compoundEnd(first span) int {
	ahead, end, parts := scanner{s.text, first.to}, 0, 1
	for {
		c, size := ahead.peek(ahead.at)
		if c != hyphen {
			break
		}
		if next, _ := ahead.peek(ahead.at + size); next != letter && next != digit {
			break
		}
		part, _ := ahead.next()
		end = part.to
		parts++
	}
	if parts > mostParts {
		return 0
	}
	return end
}

// onlyDigits reports whether a text has digits and no letters.
func onlyDigits(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0x80 || asciiClass[c] == letter {
			return false
		}
	}
	return true
}

// numberEnd gives where the number ends that begins at a place and is written of
// several: "46(13)", "2(f)", "25-05391", "12.11.2013"; 0 when it is none.
func numberEnd(text string, at int) int {
	end := digitsEnd(text, at)
	if end == at {
		return 0
	}
	if grouped := groupsEnd(text, end); grouped > end {
		return grouped
	}
	last := end
	for {
		c, size := (&scanner{text: text}).peek(last)
		if c != hyphen && c != dot {
			break
		}
		next := digitsEnd(text, last+size)
		if next == last+size {
			break
		}
		last = next
	}
	if c, _ := (&scanner{text: text}).peek(last); last == end || c == letter || onlyDot(text[end:last]) {
		return 0
	}
	return last
}

// onlyDot reports whether what follows a number's first digits makes it a decimal
// number, which is one word anyway.
func onlyDot(rest string) bool {
	return rest[0] == '.' && digitsEnd(rest, 1) == len(rest)
}

func digitsEnd(text string, at int) int {
	for at < len(text) && isDigit(text[at]) {
		at++
	}
	return at
}

// groupsEnd passes groups of few letters and digits in brackets.
func groupsEnd(text string, at int) int {
	const longest = 4
	for at < len(text) && text[at] == '(' {
		end := at + 1
		for end < len(text) && text[end] < 0x80 && (asciiClass[text[end]] == letter || asciiClass[text[end]] == digit) {
			end++
		}
		if n := end - at - 1; n == 0 || n > longest || end == len(text) || text[end] != ')' {
			break
		}
		at = end + 1
	}
	return at
}
