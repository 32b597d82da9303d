package analysis

import "unicode/utf8"

// scanner finds the words of a text, by the rules of UAX #29 but for these: a
// colon parts words; a full stop joins only the letters of an abbreviation
// ("U.N.") and the two parts of a decimal number; a comma joins only groups of
// three digits; what is written without blanks (Han, kana, Thai, Lao, Khmer,
// Burmese) goes character by character, and no letter is passed over.
type scanner struct {
	text string
	at   int
}

// span is where a word stands, and of which sort it is by its first character:
// letter, digit, ideograph or syllable.
type span struct {
	from, to int
	sort     class
}

// next gives the next word; ok is false at the end of the text.
func (s *scanner) next() (w span, ok bool) {
	for s.at < len(s.text) {
		c, size := s.peek(s.at)
		switch c {
		case letter, digit:
			w = span{s.at, s.wordEnd(s.at, c), c}
		case connector:
			end, first := s.connected(s.at)
			if first == gap {
				s.at = end
				continue
			}
			w = span{s.at, s.wordEnd(end, first), first}
		case ideograph, syllable:
			w = span{s.at, s.marks(s.at + size), c}
		default:
			s.at += size
			continue
		}
		s.at = w.to
		return w, true
	}
	return span{}, false
}

// peek gives class and size of the character at a place; behind the text is a gap.
func (s *scanner) peek(at int) (class, int) {
	if at >= len(s.text) {
		return gap, 0
	}
	if c := s.text[at]; c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	r, size := utf8.DecodeRuneInString(s.text[at:])
	return classOf(r), size
}

// marks passes the marks at a place.
func (s *scanner) marks(at int) int {
	for {
		c, size := s.peek(at)
		if c != mark {
			return at
		}
		at += size
	}
}

// connected passes connectors and gives what word they begin; gap for none.
func (s *scanner) connected(at int) (end int, first class) {
	for {
		c, size := s.peek(at)
		switch c {
		case connector, mark:
			at += size
		case letter, digit:
			return at, c
		default:
			return at, gap
		}
	}
}

// wordEnd gives where the word ends that goes on at a place with a character of a
// class.
func (s *scanner) wordEnd(at int, c class) int {
	part, last := at, c // where the part between two dots begins, and the class of the last letter or digit
	for at < len(s.text) {
		c, size := s.peek(at)
		switch c {
		case letter, digit:
			last = c
		case mark, connector:
		case apostrophe:
			if next, _ := s.peek(at + size); last != letter || next != letter {
				return at
			}
			part = at + size
		case dot:
			if !s.joins(part, at, last) {
				return at
			}
			part = at + size
		case comma:
			if last != digit || !s.thousands(at) {
				return at
			}
			part = at + size
		default:
			return at
		}
		at += size
	}
	return at
}

// joins reports whether the dot at a place is within an abbreviation or a decimal
// number; part is where the letters or digits before it begin.
func (s *scanner) joins(part, at int, last class) bool {
	next, size := s.peek(at + 1)
	if next != last {
		return false
	}
	if last == letter {
		_, before := s.peek(part)
		after, _ := s.peek(at + 1 + size)
		return part+before == at && after != letter && after != digit && after != mark
	}
	end := at + 1
	for c, size := s.peek(end); c == digit; c, size = s.peek(end) {
		end += size
	}
	return !(s.isByte(part-1, '.') && s.digitBefore(part-1)) && !(s.isByte(end, '.') && s.digitAt(end+1))
}

// thousands reports whether exactly three digits follow the comma at a place.
func (s *scanner) thousands(at int) bool {
	return s.digitAt(at+1) && s.digitAt(at+2) && s.digitAt(at+3) && !s.digitAt(at+4)
}

func (s *scanner) isByte(at int, c byte) bool { return at >= 0 && at < len(s.text) && s.text[at] == c }

func (s *scanner) digitAt(at int) bool { return at < len(s.text) && isDigit(s.text[at]) }

func (s *scanner) digitBefore(at int) bool { return at > 0 && isDigit(s.text[at-1]) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
