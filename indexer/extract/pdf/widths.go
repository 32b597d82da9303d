package pdf

import (
	"fmt"
	"strings"
	"sync"
)

// standardTable gives the advance widths of the fonts every reader must know
// (ISO 32000-1, 9.6.2.2), in thousandths of the font size: Helvetica,
// Helvetica-Bold, Times-Roman, Times-Bold, Times-Italic, Times-BoldItalic, then
// the characters that are so wide.
var standardTable = []string{
	"278 278 250 250 250 250  ,.·",
	"278 333 333 333 333 389 !",
	"355 474 408 555 420 555 \"",
	"556 556 500 500 500 500 #$0123456789_¢£¤¥§«»ƒ–†‡€",
	"889 889 833 1000 833 833 %",
	"667 722 778 833 778 778 &",
	"191 238 180 278 214 278 '",
	"333 333 333 333 333 333 ()-`¨¯´¸ˆˇ˘˙˚˛˜˝‹›",
	"389 389 500 500 500 500 *",
	"584 584 564 570 675 570 +<=>±×÷",
	"278 278 278 278 278 278 /\\ìíîïı",
	"278 333 278 333 333 333 :;",
	"556 611 444 500 500 500 ?",
	"1015 975 921 930 920 832 @",
	"667 722 722 722 611 667 AÀÁÂÃÄÅ",
	"667 722 667 667 611 667 B",
	"722 722 667 722 667 667 CÇ",
	"722 722 722 722 722 722 DUÐÙÚÛÜ",
	"667 667 611 667 611 667 EÈÉÊË",
	"611 611 556 611 611 667 F",
	"778 778 722 778 722 722 GOQÒÓÔÕÖØ",
	"722 722 722 778 722 778 H",
	"278 278 333 389 333 389 IÌÍÎÏ",
	"500 556 389 500 444 500 J",
	"667 722 722 778 667 667 K",
	"556 611 611 667 556 611 LŁ",
	"833 833 889 944 833 889 M",
	"722 722 722 722 667 722 NÑ",
	"667 667 556 611 611 611 PÞ",
	"722 722 667 722 611 667 R",
	"667 667 556 556 500 556 SŠ",
	"611 611 611 667 556 611 TZŽ",
	"667 667 722 722 611 667 VX",
	"944 944 944 1000 833 889 W",
	"667 667 722 722 556 611 YÝŸ",
	"278 333 333 333 389 333 []",
	"469 584 469 581 422 570 ^",
	"556 556 444 500 500 500 aàáâãäå",
	"556 611 500 556 500 500 bdpqþ",
	"500 556 444 444 444 444 cç",
	"556 556 444 444 444 444 eèéêë",
	"278 333 333 333 278 333 f",
	"556 611 500 500 500 500 goðòóôõö",
	"556 611 500 556 500 556 hnuñùúûü",
	"222 278 278 278 278 278 ilł",
	"222 278 278 333 278 278 j",
	"500 556 500 556 444 500 k",
	"833 889 778 833 722 778 m",
	"333 389 333 444 389 389 r",
	"500 556 389 389 389 389 sš",
	"278 333 278 333 278 278 t",
	"500 556 500 500 444 444 vyýÿ",
	"722 778 722 722 667 667 w",
	"500 556 500 500 444 500 x",
	"500 500 444 444 389 389 zž",
	"334 389 480 394 400 348 {}",
	"260 280 200 220 275 220 |¦",
	"584 584 541 520 541 570 ~",
	"333 333 333 333 389 389 ¡",
	"737 737 760 747 760 747 ©®",
	"370 370 276 300 276 266 ª",
	"584 584 564 570 675 606 ¬−",
	"400 400 400 400 400 400 °",
	"556 611 500 556 500 576 µ",
	"537 556 453 540 523 500 ¶",
	"365 365 310 330 310 300 º",
	"834 834 750 750 750 750 ¼½¾",
	"611 611 444 500 500 500 ¿",
	"1000 1000 889 1000 889 944 Æ",
	"611 611 500 556 500 500 ß",
	"889 889 667 722 667 722 æ",
	"611 611 500 500 500 500 ø",
	"1000 1000 889 1000 944 944 Œ",
	"944 944 722 722 667 722 œ",
	"690 766 505 548 501 546 π",
	"1000 1000 1000 1000 889 1000 —…",
	"222 278 333 333 333 333 ‘’‚",
	"333 500 444 500 556 500 “”„",
	"350 350 350 350 350 350 •",
	"1000 1000 1000 1000 1000 1000 ‰",
	"278 278 167 167 167 167 ⁄",
	"1000 1000 980 1000 980 1000 ™",
	"476 494 500 500 500 500 ∂",
	"612 612 667 667 667 667 ∆",
	"996 996 1000 1000 1000 1000 ∏∑",
	"453 549 722 722 722 722 √",
	"713 713 1000 1000 1000 1000 ∞",
	"274 274 1000 1000 1000 1000 ∫",
	"549 549 1000 1000 1000 1000 ≈≠≤≥",
	"471 494 574 574 574 574 ◊",
}

// courierWidth is the width of every glyph of Courier.
const courierWidth = 600

type standardFont int

const (
	helvetica standardFont = iota
	helveticaBold
	timesRoman
	timesBold
	timesItalic
	timesBoldItalic
	standardFonts
)

var standardWidths = sync.OnceValue(func() map[rune][standardFonts]float64 {
	out := map[rune][standardFonts]float64{}
	for _, row := range standardTable {
		var w [standardFonts]float64
		var chars string
		numbers := row[:nthSpace(row, int(standardFonts))]
		if _, err := fmt.Sscan(numbers, &w[0], &w[1], &w[2], &w[3], &w[4], &w[5]); err != nil {
			panic("standard widths: " + err.Error())
		}
		chars = row[len(numbers)+1:]
		for _, c := range chars {
			out[c] = w
		}
	}
	return out
})

func nthSpace(s string, n int) int {
	at := -1
	for range n {
		at += 1 + strings.IndexByte(s[at+1:], ' ')
	}
	return at
}

// standardWidth gives the width of a character in the standard font a font name
// means, and half the font size where neither is known.
func standardWidth(name, text string) float64 {
	const unknown = 500
	name = strings.ToLower(name)
	if strings.Contains(name, "courier") {
		return courierWidth
	}
	var c rune
	for _, c = range text {
		break
	}
	w, ok := standardWidths()[c]
	if !ok {
		return unknown
	}
	bold := strings.Contains(name, "bold")
	italic := strings.Contains(name, "italic") || strings.Contains(name, "oblique")
	serif := strings.Contains(name, "times") || strings.Contains(name, "roman") || strings.Contains(name, "serif")
	switch {
	case !serif && bold:
		return w[helveticaBold]
	case !serif:
		return w[helvetica]
	case bold && italic:
		return w[timesBoldItalic]
	case bold:
		return w[timesBold]
	case italic:
		return w[timesItalic]
	}
	return w[timesRoman]
}
