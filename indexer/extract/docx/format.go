package docx

import (
	"strconv"
	"strings"
)

// formatted writes a number in one of Word's formats (ECMA-376 part 1,
// 17.18.59); those it does not know come out as decimals.
func formatted(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "ordinal":
		return ordinal(n)
	case "cardinalText", "ordinalText":
		return inWords(n, format == "ordinalText")
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "decimalEnclosedFullstop", "decimalEnclosedParen":
		return enclosed(n, format)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	if letters := alphabet(format); letters != "" {
		return lettered(n, []rune(letters), format == "hebrew2")
	}
	if digits := digitsOf(format); digits != "" {
		return withDigits(n, []rune(digits))
	}
	if units := hanUnits(format); units != "" {
		return han(n, []rune(units), format)
	}
	return strconv.Itoa(n)
}

// alphabet gives the letters of a format that counts in letters.
func alphabet(format string) string {
	switch format {
	case "lowerLetter":
		return "abcdefghijklmnopqrstuvwxyz"
	case "upperLetter":
		return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	case "russianLower":
		return "абвгдежзиклмнопрстуфхцчшщыэюя"
	case "russianUpper":
		return "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"
	case "arabicAlpha":
		return "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
	case "arabicAbjad":
		return "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
	case "hebrew2":
		return "אבגדהוזחטיכלמנסעפצקרשת"
	case "ideographTraditional":
		return "甲乙丙丁戊己庚辛壬癸"
	case "ideographZodiac":
		return "子丑寅卯辰巳午未申酉戌亥"
	case "chicago":
		return "*†‡§"
	}
	return ""
}

// lettered counts in letters; behind the last each is doubled, then tripled.
// Hebrew goes on with the last letter and a further one.
func lettered(n int, letters []rune, additive bool) string {
	const most = 20
	if n < 1 || n > len(letters)*most {
		return strconv.Itoa(n)
	}
	last, round := letters[(n-1)%len(letters)], (n-1)/len(letters)
	if additive {
		return strings.Repeat(string(letters[len(letters)-1]), round) + string(last)
	}
	return strings.Repeat(string(last), round+1)
}

// digitsOf gives the ten digits of a format that is decimal in other digits.
func digitsOf(format string) string {
	switch format {
	case "decimalFullWidth", "decimalFullWidth2":
		return "０１２３４５６７８９"
	case "ideographDigital", "japaneseDigitalTenThousand", "koreanDigital2":
		return "〇一二三四五六七八九"
	case "taiwaneseDigital":
		return "○一二三四五六七八九"
	case "hindiNumbers":
		return "०१२३४५६७८९"
	case "thaiNumbers":
		return "๐๑๒๓๔๕๖๗๘๙"
	case "hindiArabic", "arabicIndic":
		return "٠١٢٣٤٥٦٧٨٩"
	}
	return ""
}

func withDigits(n int, digits []rune) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return digits[r-'0']
	}, strconv.Itoa(n))
}

// enclosed counts in circles, parentheses and before full stops as far as there
// are characters for them.
func enclosed(n int, format string) string {
	first := '①'
	switch format {
	case "decimalEnclosedFullstop":
		first = '⒈'
	case "decimalEnclosedParen":
		first = '⑴'
	}
	if n < 1 || n > 20 {
		return strconv.Itoa(n)
	}
	return string(first + rune(n-1))
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for ; n >= d.value; n -= d.value {
			out.WriteString(d.text)
		}
	}
	return out.String()
}
