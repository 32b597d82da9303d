package pdf

import "bytes"

// skipImage passes over an inline image, from behind BI to behind EI. The bytes
// of the image may contain anything, "EI" too, so an EI counts only where what
// follows reads like content again (ISO 32000-1, 8.9.7 gives no length).
func (l *lexer) skipImage() {
	length := l.imageHeader()
	if l.pos < len(l.data) && isSpace(l.data[l.pos]) {
		l.pos++
	}
	at := min(l.pos+length, len(l.data))
	for at < len(l.data) {
		i := bytes.Index(l.data[at:], []byte("EI"))
		if i < 0 {
			break
		}
		i += at
		if endsImage(l.data, i, l.pos) {
			l.pos = i + 2
			return
		}
		at = i + 2
	}
	l.pos = len(l.data)
}

// imageHeader reads the entries of an inline image up to ID and gives the
// number of data bytes where they tell it (no filter), else 0.
func (l *lexer) imageHeader() int {
	entries := map[string]operand{}
	for {
		key, ok := l.token(0)
		if !ok || key.kind == kindOperator && key.str == "ID" {
			return imageLength(entries)
		}
		if key.kind != kindName {
			continue
		}
		value, ok := l.token(0)
		if !ok || value.kind == kindOperator && value.str == "ID" {
			return imageLength(entries)
		}
		entries[key.str] = value
	}
}

func imageLength(entries map[string]operand) int {
	get := func(short, long string) operand {
		if v, ok := entries[short]; ok {
			return v
		}
		return entries[long]
	}
	if get("F", "Filter").kind != kindNull {
		return 0
	}
	bits := get("BPC", "BitsPerComponent").num
	switch get("CS", "ColorSpace").str {
	case "RGB", "DeviceRGB":
		bits *= 3
	case "CMYK", "DeviceCMYK":
		bits *= 4
	}
	if bits == 0 {
		bits = 1 // an image mask
	}
	row := (get("W", "Width").num*bits + 7) / 8
	n := float64(int(max(0, min(row, 1<<24)))) * max(0, get("H", "Height").num)
	return int(min(n, 1<<28))
}

// endsImage reports whether the EI at i ends the image whose data starts at
// start: white space on both sides, and only text bytes close behind it.
func endsImage(data []byte, i, start int) bool {
	if i > start && !isSpace(data[i-1]) {
		return false
	}
	rest := data[i+2:]
	if len(rest) == 0 {
		return true
	}
	if !isSpace(rest[0]) {
		return false
	}
	for _, c := range rest[:min(len(rest), 24)] {
		if c >= 0x7f || c < ' ' && !isSpace(c) || c == 0 {
			return false
		}
	}
	return true
}
