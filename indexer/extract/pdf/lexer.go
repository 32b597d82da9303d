package pdf

import (
	"bytes"
	"strconv"
)

// An operand is one operand of a content operator. Only the field of its kind
// is set.
type operand struct {
	kind operandKind
	num  float64
	str  string // the bytes of a string, or a name without its slash
	list []operand
	dict map[string]operand
}

type operandKind uint8

const (
	kindNull operandKind = iota
	kindNumber
	kindString
	kindName
	kindArray
	kindDict
	kindOperator // a keyword: the operator itself, or true, false
	kindEnd      // ] or >>
)

// maxNesting bounds arrays and dictionaries inside each other, and maxOperands
// what may stand before one operator (ISO 32000-1 annex C asks for far less).
const (
	maxNesting  = 32
	maxOperands = 1 << 16
)

// A lexer reads the operators of a content stream with their operands. It never
// fails: bytes that make no sense are passed over.
type lexer struct {
	data []byte
	pos  int
}

// next gives the next operator and its operands; ok is false at the end. An
// inline image comes back as the operator "BI" with the image passed over.
func (l *lexer) next(args []operand) (op string, _ []operand, ok bool) {
	args = args[:0]
	for {
		t, more := l.token(0)
		if !more {
			return "", args, false
		}
		switch t.kind {
		case kindEnd:
			continue
		case kindOperator:
			if t.str == "BI" {
				l.skipImage()
			}
			return t.str, args, true
		}
		if len(args) < maxOperands {
			args = append(args, t)
		}
	}
}

// token gives the next operand or keyword.
func (l *lexer) token(depth int) (operand, bool) {
	l.skipSpace()
	if l.pos >= len(l.data) {
		return operand{}, false
	}
	c := l.data[l.pos]
	switch {
	case c == '/':
		l.pos++
		return operand{kind: kindName, str: l.name()}, true
	case c == '(':
		return operand{kind: kindString, str: l.literal()}, true
	case c == '<' && l.peek(1) == '<':
		l.pos += 2
		return l.dictionary(depth), true
	case c == '<':
		return operand{kind: kindString, str: l.hex()}, true
	case c == '[':
		l.pos++
		return l.array(depth), true
	case c == ']' || c == '}' || c == '{' || c == ')':
		l.pos++
		return operand{kind: kindEnd, str: string(c)}, true
	case c == '>':
		l.pos++
		if l.peek(0) == '>' {
			l.pos++
		}
		return operand{kind: kindEnd, str: ">>"}, true
	}
	return l.word(), true
}

func (l *lexer) peek(n int) byte {
	if l.pos+n < len(l.data) {
		return l.data[l.pos+n]
	}
	return 0
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		if c == '%' {
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
			continue
		}
		if !isSpace(c) {
			return
		}
		l.pos++
	}
}

// word reads a number or a keyword.
func (l *lexer) word() operand {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	w := l.data[start:l.pos]
	if n, ok := number(w); ok {
		return operand{kind: kindNumber, num: n}
	}
	return operand{kind: kindOperator, str: string(w)}
}

// number reads a PDF number, forgiving what readers forgive: a doubled sign and
// a minus in the middle, which ends it.
func number(w []byte) (float64, bool) {
	if len(w) == 0 || !(w[0] == '+' || w[0] == '-' || w[0] == '.' || w[0] >= '0' && w[0] <= '9') {
		return 0, false
	}
	if n, ok := plainNumber(w); ok {
		return n, true
	}
	for len(w) > 1 && w[0] == '-' && w[1] == '-' {
		w = w[1:]
	}
	if i := bytes.LastIndexByte(w, '-'); i > 0 {
		w = w[:i]
	}
	n, err := strconv.ParseFloat(string(w), 64)
	if err != nil || n > 1e12 || n < -1e12 {
		return 0, len(w) > 0 && isNumeric(w)
	}
	return n, true
}

// plainNumber reads the numbers that make up nearly all of a page: up to 15
// digits, with a point perhaps.
func plainNumber(w []byte) (float64, bool) {
	negative := w[0] == '-'
	if negative {
		w = w[1:]
	}
	if len(w) == 0 || len(w) > 15 {
		return 0, false
	}
	var n int64
	scale := 1.0
	point := false
	for _, c := range w {
		switch {
		case c >= '0' && c <= '9':
			n = n*10 + int64(c-'0')
			if point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		default:
			return 0, false
		}
	}
	if negative {
		n = -n
	}
	return float64(n) / scale, true
}

func isNumeric(w []byte) bool {
	for _, c := range w {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' {
			return false
		}
	}
	return true
}

func (l *lexer) name() string {
	start := l.pos
	escaped := false
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	raw := l.data[start:l.pos]
	if !escaped {
		return string(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexValue(raw[i+1]) >= 0 && hexValue(raw[i+2]) >= 0 {
			out = append(out, byte(hexValue(raw[i+1])<<4|hexValue(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return string(out)
}

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2).
func (l *lexer) literal() string {
	l.pos++ // the opening parenthesis
	var out []byte
	for depth := 1; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos++
				return string(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		case '\r':
			if l.peek(1) == '\n' {
				l.pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return string(out)
}

// escape appends what the backslash at pos stands for and leaves pos on the
// last byte of the sequence.
func (l *lexer) escape(out []byte) []byte {
	l.pos++
	c := l.peek(0)
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r':
		if l.peek(1) == '\n' {
			l.pos++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := int(c - '0')
	for range 2 {
		d := l.peek(1)
		if d < '0' || d > '7' {
			break
		}
		n = n<<3 | int(d-'0')
		l.pos++
	}
	return append(out, byte(n))
}

func (l *lexer) hex() string {
	l.pos++ // <
	var out []byte
	high := -1
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		if c == '>' {
			l.pos++
			break
		}
		v := hexValue(c)
		switch {
		case v < 0:
		case high < 0:
			high = v
		default:
			out = append(out, byte(high<<4|v))
			high = -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return string(out)
}

func (l *lexer) array(depth int) operand {
	out := operand{kind: kindArray}
	if depth >= maxNesting {
		return out
	}
	for {
		t, ok := l.token(depth + 1)
		if !ok || t.kind == kindEnd {
			return out
		}
		if out.list == nil {
			out.list = make([]operand, 0, 16)
		}
		if len(out.list) < maxOperands {
			out.list = append(out.list, t)
		}
	}
}

func (l *lexer) dictionary(depth int) operand {
	out := operand{kind: kindDict, dict: map[string]operand{}}
	if depth >= maxNesting {
		return out
	}
	for {
		key, ok := l.token(depth + 1)
		if !ok || key.kind == kindEnd {
			return out
		}
		value, ok := l.token(depth + 1)
		if !ok || value.kind == kindEnd {
			return out
		}
		if key.kind == kindName && len(out.dict) < maxOperands {
			out.dict[key.str] = value
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
