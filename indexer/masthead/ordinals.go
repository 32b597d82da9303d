package masthead

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// ordinalWords gives the value of each folded word that ordinals are built of,
// in English, French, Spanish, Russian and Arabic.
// Compound ordinals add up: "cuadragesimo octavo", "тридцать четвертая".
var ordinalWords = ordinalTable(map[int]string{
	1:  "first premiere premier primer primera primero первая первой первое первого الأولى الحادية الحادي الأول первый",
	2:  "second deuxieme seconde segundo segunda вторая второй второе второго الثانية الثاني",
	3:  "third troisieme tercer tercera tercero третья третьей третье третьего الثالثة الثالث третий",
	4:  "fourth quatrieme cuarto cuarta четвертая четвертой четвертое الرابعة الرابع четвертый четвертого",
	5:  "fifth cinquieme quinto quinta пятая пятой пятое الخامسة الخامس пятый пятого",
	6:  "sixth sixieme sexto sexta шестая шестой шестое السادسة السادس шестой шестого",
	7:  "seventh septieme septimo septima седьмая седьмой седьмое السابعة السابع седьмой седьмого",
	8:  "eighth eight huitieme octavo octava восьмая восьмой восьмое الثامنة الثامن восьмой восьмого",
	9:  "ninth neuvieme noveno novena девятая девятой девятое التاسعة التاسع девятый девятого",
	10: "tenth dixieme decimo decima десятая десятой десятое العاشرة عشرة العاشر عشر десятое десятый десятого",
	11: "eleventh onzieme undecimo undecima одиннадцатая одиннадцатой одиннадцатое одиннадцатый",
	12: "twelfth douzieme duodecimo duodecima двенадцатая двенадцатой двенадцатое двенадцатый",
	13: "thirteenth treizieme decimotercer decimotercero decimotercera тринадцатая тринадцатой тринадцатое тринадцатый",
	14: "fourteenth quatorzieme decimocuarto decimocuarta четырнадцатая четырнадцатой четырнадцатое четырнадцатый",
	15: "fifteenth quinzieme decimoquinto decimoquinta пятнадцатая пятнадцатой пятнадцатое пятнадцатый",
	16: "sixteenth seizieme decimosexto decimosexta шестнадцатая шестнадцатой шестнадцатое шестнадцатый",
	17: "seventeenth decimoseptimo decimoseptima семнадцатая семнадцатой семнадцатое семнадцатый",
	18: "eighteenth decimoctavo decimoctava decimooctavo восемнадцатая восемнадцатой восемнадцатое восемнадцатый",
	19: "nineteenth decimonoveno decimonovena девятнадцатая девятнадцатой девятнадцатое девятнадцатый",
	20: "twentieth twenty vingtieme vingt vigesimo vigesima двадцатая двадцатой двадцать العشرون العشرين двадцатое двадцатый",
	30: "thirtieth thirty trentieme trente trigesimo trigesima тридцатая тридцатой тридцать الثلاثون الثلاثين тридцатое тридцатый",
	40: "fortieth forty quarantieme quarante cuadragesimo cuadragesima сороковая сороковой сорок الأربعون الأربعين сороковое сороковой",
	50: "fiftieth fifty cinquantieme cinquante quincuagesimo quincuagesima пятидесятая пятидесятой пятьдесят الخمسون الخمسين пятидесятое пятидесятый",
	60: "sixtieth sixty soixantieme soixante sexagesimo sexagesima шестидесятая шестидесятой шестьдесят الستون الستين шестидесятое шестидесятый",
	70: "seventieth seventy septuagesimo septuagesima семидесятая семидесятой семьдесят السبعون السبعين семидесятое семидесятый",
	80: "octante octanteieme eightieth eighty octogesimo octogesima восьмидесятая восьмидесятой восемьдесят الثمانون الثمانين восьмидесятое восьмидесятый",
	90: "ninetieth ninety nonagesimo nonagesima девяностая девяностой девяносто التسعون التسعين девяностое девяностый",
})

// ordinalParts gives the value of words that count only beside others.
var ordinalParts = ordinalTable(map[int]string{
	1: "unieme", 7: "sept", 8: "huit", 9: "neuf", 10: "dix", 100: "hundred hundredth cent centieme centesimo сто сотая المائة",
})

func ordinalTable(byValue map[int]string) map[string]int {
	table := map[string]int{}
	for value, words := range byValue {
		for _, w := range strings.Fields(words) {
			table[fold(w)] = value
		}
	}
	return table
}

var (
	numeralRE = regexp.MustCompile(unmarked(`^(\d{1,3}) ?-?(?:st|nd|rd|th|e|eme|er|re|o|a|я|й|-я|-й)?$`))
	chineseNo = map[rune]int{'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
)

// Ordinal returns the number that an ordinal stands for, in words of English,
// French, Spanish, Russian or Arabic or in figures ("quarante-huitième", "الثاني
// عشر", "3rd"); 0 when the text is anything else.
func Ordinal(text string) int {
	n, rest := ordinal(fold(text))
	if rest != "" {
		return 0
	}
	return n
}

// ordinal reads a folded ordinal, in words or digits, from the end of a text:
// "reconvened sixty-second" gives 62. It is 0 when there is none; rest is what
// stands before it.
func ordinal(folded string) (n int, rest string) {
	words := strings.Fields(fourTwenties.Replace(strings.ReplaceAll(splitNumeralRE.ReplaceAllString(folded, "$1"), "-", " ")))
	if len(words) > 0 {
		if m := numeralRE.FindStringSubmatch(words[len(words)-1]); m != nil {
			return number(m[1]), strings.Join(words[:len(words)-1], " ")
		}
	}
	i, real := len(words), false
	for ; i > 0; i-- {
		w := words[i-1]
		if joinsOrdinal(words, i-1) {
			continue
		}
		value := ordinalValue(w)
		real = real || value > 0
		if value == 0 {
			value = ordinalParts[w]
		}
		if value == 0 {
			break
		}
		n += value
		real = real || value == 100
	}
	if !real || n > 200 {
		return 0, folded
	}
	return n, strings.Join(words[:i], " ")
}

// splitNumeralRE finds an ordinal whose raised ending came apart: "13 er".
var splitNumeralRE = regexp.MustCompile(`(\d) (?:er|re|e|eme|o|a|ro|ra|st|nd|rd|th)$`)

// fourTwenties makes one word of the French "quatre-vingt", which does not add.
var fourTwenties = strings.NewReplacer("quatre vingt", "octante")

// joinsOrdinal reports whether the word at i only joins the parts of an ordinal:
// "one hundred and third", "vingt et unieme".
func joinsOrdinal(words []string, i int) bool {
	if i+1 >= len(words) {
		return false
	}
	switch words[i] {
	case "and":
		return i > 0 && ordinalParts[words[i-1]] == 100
	case "et":
		return i > 0 && ordinalWords[words[i-1]] >= 20
	case "one":
		return ordinalParts[words[i+1]] == 100
	}
	return false
}

// ordinalValue returns the value of one word; Arabic joins "and" to it, and
// Spanish writes "decimo" and the unit as one word or two.
func ordinalValue(w string) int {
	if v, ok := ordinalWords[w]; ok {
		return v
	}
	if after, ok := strings.CutPrefix(w, "و"); ok {
		return ordinalWords[after]
	}
	return misreadTens(w)
}

// tens are the words that compound ordinals begin with in English.
var tens = []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// misreadTens returns the value of one of the tens that a scanner misread at its
// beginning: "rrwenty".
func misreadTens(w string) int {
	for _, t := range tens {
		if len(w) >= len(t) && len(w) <= len(t)+1 && strings.HasSuffix(w, t[1:]) {
			return ordinalWords[t]
		}
	}
	return 0
}

// chineseNumber reads a Chinese numeral up to 999, or digits; 0 when it is none.
func chineseNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	total, digit := 0, 0
	for _, r := range s {
		switch {
		case r == '百':
			total += max(digit, 1) * 100
			digit = 0
		case r == '十':
			total += max(digit, 1) * 10
			digit = 0
		case r == '零' || unicode.IsSpace(r):
		case chineseNo[r] > 0:
			digit = chineseNo[r]
		default:
			return 0
		}
	}
	return total + digit
}
