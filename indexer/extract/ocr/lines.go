package ocr

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is a run of words of one line that belong together: tesseract joins
// what stands at one height, the two columns of a masthead included, and at times
// two lines of one column.
type piece []word

// columnGap is the gap between two words, in heights of the line, from which
// they stand in different columns. Justified text stays under 1.5.
const columnGap = 2.3

// pieces parts a page's words into lines, where one word stands under another,
// and where a gap says that another column begins. They keep tesseract's order,
// which is that of reading.
func pieces(words []word) []piece {
	var out []piece
	for start := 0; start < len(words); {
		end := start + 1
		for end < len(words) && words[end].line == words[start].line {
			end++
		}
		for _, row := range splitRows(words[start:end]) {
			out = append(out, splitColumns(row)...)
		}
		start = end
	}
	return out
}

// relined gives each piece's words a line of their own.
func relined(words []word) []word {
	out := make([]word, 0, len(words))
	for n, p := range pieces(words) {
		for _, w := range p {
			w.line = lineID{line: n}
			out = append(out, w)
		}
	}
	return out
}

func splitColumns(line piece) []piece {
	height := 0
	for _, w := range line {
		if hasLetter(w.text) {
			height = max(height, w.h)
		}
	}
	var out []piece
	start := 0
	for i := 1; i < len(line); i++ {
		if float64(gap(line[i-1], line[i])) > columnGap*float64(height) && height > 0 && !isListMark(line[start:i]) {
			out = append(out, line[start:i])
			start = i
		}
	}
	return append(out, line[start:])
}

// splitRows puts each word into the row whose last word it stands beside: rows
// may slope, but a word does not stand beside one it has nothing in common with.
func splitRows(line []word) []piece {
	var rows []piece
	for _, w := range line {
		row := slices.IndexFunc(rows, func(r piece) bool { return beside(r[len(r)-1], w) })
		if row < 0 {
			rows = append(rows, piece{w})
			continue
		}
		rows[row] = append(rows[row], w)
	}
	return rows
}

// beside reports whether two words share height, or one is a mark that is much
// smaller than the other and may stand above or below.
func beside(a, b word) bool {
	shared := min(a.bottom(), b.bottom()) - max(a.y, b.y)
	least, most := min(a.h, b.h), max(a.h, b.h)
	return shared*4 >= least || least*2 <= most && shared > -least
}

// gap is the white between two words side by side, in pixels.
func gap(a, b word) int {
	if a.x > b.x {
		a, b = b, a
	}
	return b.x - a.right()
}

// isListMark reports whether words are the number of a paragraph or the mark of
// an item, after which a tab leaves a gap: "12.", "(a)", "IV.".
func isListMark(words []word) bool {
	if !hasLetter(words[0].text) && !strings.ContainsAny(words[0].text, "•–—-*·§(") {
		return false
	}
	return len(words) == 1 && utf8.RuneCountInString(words[0].text) <= 6 ||
		len(words) == 2 && utf8.RuneCountInString(words[0].text)+utf8.RuneCountInString(words[1].text) <= 4
}

// box gives the smallest box around a piece.
func (p piece) box() (x, y, w, h int) {
	x, y = p[0].x, p[0].y
	right, bottom := p[0].right(), p[0].bottom()
	for _, word := range p[1:] {
		x, y = min(x, word.x), min(y, word.y)
		right, bottom = max(right, word.right()), max(bottom, word.bottom())
	}
	return x, y, right - x, bottom - y
}

// confidence is the mean over the characters of a piece, 0 to 1.
func (p piece) confidence() float64 { return confidence(p) }

func confidence(words []word) float64 {
	sum, n := 0.0, 0
	for _, w := range words {
		count := utf8.RuneCountInString(w.text)
		sum += float64(count) * w.confidence
		n += count
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// text writes the words of a piece in logical order.
func (p piece) text() string {
	words := slices.Clone(p)
	if p.rightToLeft() {
		orderRightToLeft(words)
	} else {
		slices.SortStableFunc(words, func(a, b word) int { return a.x - b.x })
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 && spaced(words[i-1], w) {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	text := oneAlphabet(b.String())
	if p.rightToLeft() {
		text = arabicMarks(text)
	}
	return text
}

// rightToLeft reports whether a piece has Arabic letters: UN documents in other
// scripts have none.
func (p piece) rightToLeft() bool {
	return slices.ContainsFunc(p, func(w word) bool { return isArabic(w.text) })
}

// orderRightToLeft puts words from right to left, and runs of words in Latin
// letters, with the numbers among them, from left to right.
func orderRightToLeft(words []word) {
	slices.SortStableFunc(words, func(a, b word) int { return b.right() - a.right() })
	for start := 0; start < len(words); {
		if !isLatin(words[start].text) {
			start++
			continue
		}
		end := start + 1
		for i := end; i < len(words) && !isArabic(words[i].text); i++ {
			if isLatin(words[i].text) {
				end = i + 1
			}
		}
		slices.Reverse(words[start:end])
		start = end
	}
}

// arabicMarks writes the marks of Arabic, which the model takes for those of
// Latin that look like them reversed.
func arabicMarks(text string) string {
	in := []rune(text)
	for i, r := range in {
		if i == 0 || !unicode.Is(unicode.Arabic, in[i-1]) {
			continue
		}
		switch r {
		case ',':
			in[i] = '،'
		case ';':
			in[i] = '؛'
		case '?':
			in[i] = '؟'
		}
	}
	return string(in)
}

// spaced reports whether a space parts two words in reading order. Chinese has
// none; tesseract parts its characters all the same.
func spaced(a, b word) bool {
	if b.glued {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(a.text)
	first, _ := utf8.DecodeRuneInString(b.text)
	if isHan(last) || isHan(first) {
		white := float64(gap(a, b)) / float64(min(a.h, b.h))
		return isHan(last) != isHan(first) && unicode.IsLetter(last) && unicode.IsLetter(first) && white > 0.25
	}
	return true
}

func isHan(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65
}

func isArabic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) })
}

func isLatin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
