package pdf

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2).
func (l *lexer) literal() string {
	l.pos++ // the opening parenthesis
	out := l.scratch[:0]
	for depth := 1; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos++
				l.scratch = out
				return l.texts.text(out)
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
	l.scratch = out
	return l.texts.text(out)
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
	out := l.scratch[:0]
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
	l.scratch = out
	return l.texts.text(out)
}
