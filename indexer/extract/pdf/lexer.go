package pdf

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
