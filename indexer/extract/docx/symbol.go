package docx

import "strconv"

// symbol gives the character of a w:sym element: the common signs of the Symbol
// font, a bullet for the rest of its like, other fonts' characters as they are.
func symbol(code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil {
		return ""
	}
	if n < 0xf000 || n > 0xf0ff {
		return string(rune(n))
	}
	signs := map[uint64]string{
		0xf02d: "−", 0xf0a3: "≤", 0xf0ae: "→", 0xf0b0: "°", 0xf0b1: "±", 0xf0b3: "≥", 0xf0b4: "×",
		0xf0d2: "®", 0xf0d3: "©", 0xf0d4: "™", 0xf020: " ",
	}
	if s, ok := signs[n]; ok {
		return s
	}
	return "•"
}
