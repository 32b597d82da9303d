package text

import (
	"strings"
	"unicode"
)

// The scores tell how likely a character is in a legacy text of a script, at a
// place where its byte, or the byte before, is over 0x7F. Accents stand alone
// between plain letters, so for Western text a plain letter beside one speaks
// for it; in the other scripts letters stand in rows.

func western(r rune) int {
	switch {
	case strings.ContainsRune("éèàêçùôîûëïâñóíáúüöäÉÀÈÇÑ«»“”‘’–—°§", r):
		return 3
	case r < 0x80 && unicode.IsLetter(r):
		return 1
	case r < 0x80:
		return 0
	case unicode.IsUpper(r):
		return -2
	}
	return -1
}

func cyrillic(r rune) int {
	switch {
	case strings.ContainsRune("оеаинтсрвлкмдпуяыьгз", r):
		return 3
	case r >= 'а' && r <= 'я':
		return 1
	case r >= 'А' && r <= 'Я' || r == 'ё' || r == '№' || r == '«' || r == '»':
		return 0
	case r < 0x80 && unicode.IsLetter(r):
		return -2
	case r < 0x80:
		return 0
	}
	return -3
}

func arabic(r rune) int {
	switch {
	case strings.ContainsRune("اليمنوترةبعدأسفهكق", r):
		return 3
	case r >= 0x621 && r <= 0x652 || r == '،' || r == '؛' || r == '؟':
		return 1
	case r < 0x80 && unicode.IsLetter(r):
		return -2
	case r < 0x80:
		return 0
	}
	return -3
}

// chinese counts double: a Chinese character takes two bytes.
func chinese(r rune) int {
	switch {
	case strings.ContainsRune("的一国國会會和在是第年大不了有为為人员員组組织織安全理事联聯合决決议議委报報告", r):
		return 8
	case r >= 0x4e00 && r <= 0x9fff || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60:
		return 2
	case r < 0x80:
		return 0
	}
	return -8
}
