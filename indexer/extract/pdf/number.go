package pdf

import (
	"bytes"
	"strconv"
)

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
