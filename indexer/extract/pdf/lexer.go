package pdf

// An operand is one operand of a content operator. Only the field of its kind
// is set.
type operand struct {
	kind operandKind
	num  float64
	str  string    // the bytes of a string, or a name without its slash
	list []operand // what an array holds; keys and values of a dictionary by turns
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
	data    []byte
	pos     int
	items   []operand // room for the arrays before one operator
	texts   arena
	scratch []byte // the string being read
}

// next gives the next operator and its operands, which last until the next
// call; ok is false at the end. An inline image comes back as the operator "BI"
// with the image passed over.
func (l *lexer) next(args []operand) (op string, _ []operand, ok bool) {
	args, l.items = args[:0], l.items[:0]
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
		return l.composite(kindDict, depth), true
	case c == '<':
		return operand{kind: kindString, str: l.hex()}, true
	case c == '[':
		l.pos++
		return l.composite(kindArray, depth), true
	case c == ']' || c == '}' || c == '{' || c == ')':
		l.pos++
		return operand{kind: kindEnd}, true
	case c == '>':
		l.pos++
		if l.peek(0) == '>' {
			l.pos++
		}
		return operand{kind: kindEnd}, true
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
	for l.pos < len(l.data) && byteKinds[l.data[l.pos]] == 0 {
		l.pos++
	}
	w := l.data[start:l.pos]
	if n, ok := number(w); ok {
		return operand{kind: kindNumber, num: n}
	}
	return operand{kind: kindOperator, str: l.texts.text(w)}
}

func (l *lexer) name() string {
	start := l.pos
	escaped := false
	for l.pos < len(l.data) && byteKinds[l.data[l.pos]] == 0 {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	raw := l.data[start:l.pos]
	if !escaped {
		return l.texts.text(raw)
	}
	out := l.scratch[:0]
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexValue(raw[i+1]) >= 0 && hexValue(raw[i+2]) >= 0 {
			out = append(out, byte(hexValue(raw[i+1])<<4|hexValue(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	l.scratch = out
	return l.texts.text(out)
}

// composite reads what stands up to the bracket that closes an array or a
// dictionary. Those of an operator share one piece of memory; those inside
// others, which are rare, have their own.
func (l *lexer) composite(kind operandKind, depth int) operand {
	switch {
	case depth >= maxNesting:
		return operand{kind: kind}
	case depth > 0:
		return operand{kind: kind, list: l.rest(nil, depth)}
	}
	start := len(l.items)
	l.items = l.rest(l.items, depth)
	return operand{kind: kind, list: l.items[start:len(l.items):len(l.items)]}
}

// rest appends the operands up to the end of an array or dictionary.
func (l *lexer) rest(list []operand, depth int) []operand {
	most := len(list) + maxOperands
	for {
		t, ok := l.token(depth + 1)
		if !ok || t.kind == kindEnd {
			return list
		}
		if len(list) < most {
			list = append(list, t)
		}
	}
}

// Kinds of bytes (ISO 32000-1, tables 1 and 2); all others are regular.
const (
	byteSpace = 1 + iota
	byteDelimiter
)

var byteKinds = [256]uint8{
	' ': byteSpace, '\n': byteSpace, '\r': byteSpace, '\t': byteSpace, '\f': byteSpace, 0: byteSpace,
	'(': byteDelimiter, ')': byteDelimiter, '<': byteDelimiter, '>': byteDelimiter, '[': byteDelimiter,
	']': byteDelimiter, '{': byteDelimiter, '}': byteDelimiter, '/': byteDelimiter, '%': byteDelimiter,
}

func isSpace(c byte) bool { return byteKinds[c] == byteSpace }

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
