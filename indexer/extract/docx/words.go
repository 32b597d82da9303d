package docx

import (
	"strconv"
	"strings"
)

// ordinal writes a number as "1st", "22nd".
func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

const (
	cardinals = "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen"
	ordinals  = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth"
	tens      = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety"
)

// inWords writes a number below a hundred in English words.
func inWords(n int, asOrdinal bool) string {
	if n < 1 || n > 99 {
		return strconv.Itoa(n)
	}
	units := strings.Fields(cardinals)
	if asOrdinal {
		units = strings.Fields(ordinals)
	}
	if n < 20 {
		return units[n-1]
	}
	ten := strings.Fields(tens)[n/10-2]
	switch {
	case n%10 > 0:
		return ten + "-" + strings.ToLower(units[n%10-1])
	case asOrdinal:
		return strings.TrimSuffix(ten, "y") + "ieth"
	}
	return ten
}

// hanUnits gives zero to nine, ten, hundred and thousand of a format that counts
// in Chinese words.
func hanUnits(format string) string {
	switch format {
	case "chineseCounting", "taiwaneseCounting":
		return "○一二三四五六七八九十百千"
	case "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting":
		return "零一二三四五六七八九十百千"
	case "chineseLegalSimplified":
		return "零壹贰叁肆伍陆柒捌玖拾佰仟"
	case "ideographLegalTraditional", "japaneseLegal":
		return "零壹貳參肆伍陸柒捌玖拾佰仟"
	}
	return ""
}

// han writes a number below ten thousand in Chinese words: 12 is 十二, 105 一百零五.
// The counting formats go on digit by digit from a hundred, Japanese leaves out
// the zero, and the one before ten, hundred and thousand.
func han(n int, units []rune, format string) string {
	if n < 1 || n > 9999 {
		return strconv.Itoa(n)
	}
	if n > 99 && (format == "chineseCounting" || format == "taiwaneseCounting") {
		return withDigits(n, units[:10])
	}
	japanese := strings.HasPrefix(format, "japanese")
	legal := strings.Contains(format, "egal")
	var out strings.Builder
	gap := false
	for place, power := 3, 1000; place >= 0; place, power = place-1, power/10 {
		digit := n / power % 10
		if digit == 0 {
			gap = out.Len() > 0
			continue
		}
		if gap && !japanese {
			out.WriteRune(units[0])
		}
		gap = false
		plainTen := place == 1 && n < 20 && !legal
		if digit > 1 || place == 0 || !japanese && !plainTen {
			out.WriteRune(units[digit])
		}
		if place > 0 {
			out.WriteRune(units[9+place])
		}
	}
	return out.String()
}
