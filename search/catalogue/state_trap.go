package catalogue

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// noStates are names that contain a State's and are none: waters, cities,
// regions, money, organisations.
var noStates = map[string][]string{
	"en": {
		"South China Sea", "East China Sea", "Sea of Japan", "Gulf of Mexico", "Gulf of Guinea", "Gulf of Oman", "Sea of Oman", "Lake Chad Basin", "Lake Chad",
		"Panama City", "Panama Canal", "Mexico City", "New Mexico", "Kuwait City", "Guatemala City", "Djibouti City", "Luxembourg City", "Singapore City", "City of Luxembourg",
		"Jordan River", "River Jordan", "Jordan Valley", "Niger Delta", "Niger State", "Niger River", "River Niger", "Congo Basin", "Congo River", "River Congo",
		"Northern Ireland", "American Samoa", "South Georgia", "Georgia State", "Georgia Tech", "Georgia Institute of Technology", "University of Georgia",
		"United States dollars", "United States dollar", "United States Dollars", "United States currency", "New Guinea", "Islamic State in Iraq and the Levant", "Islamic State in Iraq", "Islamic State of Iraq and the Levant",
		"British Virgin Islands", "United States Virgin Islands", "Turkey vulture", "Palestine Refugees in the Near East", "Inner Mongolia", "Guinea worm",
	},
	"fr": {
		"Irlande du Nord", "Papouasie", "Samoa américaines", "Nouvelle-Guinée", "État islamique en Iraq et au Levant", "État islamique d’Iraq et du Levant", "Géorgie du Sud", "Mongolie intérieure", "Nouveau-Mexique",
	},
	"es": {
		"Irlanda del Norte", "Ciudad de México", "Ciudad de Panamá", "Ciudad de Guatemala", "Samoa Americana", "Nueva Guinea", "Nuevo México", "Estado Islámico en el Iraq y el Levante", "Canal de Panamá", "Georgia del Sur",
		"Nueva Granada",
	},
	"ru": {
		"Северная Ирландия", "Новая Гвинея", "Панама-Сити", "Исламское государство Ирака и Леванта", "Американское Самоа", "Южная Георгия", "Внутренняя Монголия",
	},
	"ar": {
		"أيرلندا الشمالية", "آيرلندا الشمالية", "المغرب العربي", "نهر الأردن", "غور الأردن", "وادي الأردن", "بحيرة تشاد", "خليج غينيا", "خليج عُمان", "خليج عمان", "غينيا الجديدة", "دولارات الولايات المتحدة", "دولار الولايات المتحدة",
		"الدولة الإسلامية في العراق والشام", "مدينة الكويت", "مدينة بنما", "الجزائر العاصمة", "ساموا الأمريكية", "مقدونيا الشرقية",
	},
	"zh": {
		"沿海地区", "沿海地", "上海地区", "近海地区", "印度洋", "几内亚湾", "阿曼湾", "墨西哥湾", "墨西哥城", "巴拿马城", "巴拿马运河", "北爱尔兰", "约旦河", "乍得湖", "南中国海", "日本海", "马里兰", "马里亚纳", "刚果盆地", "刚果河", "新几内亚", "新墨西哥",
		"尼日尔河", "尼日尔三角洲", "伊拉克和黎凡特伊斯兰国", "危地马拉城", "科威特城", "美属萨摩亚", "美属维尔京群岛", "南乔治亚", "几内亚龙线虫",
	},
}

// trap is what before or behind a name tells that no State is meant.
type trap struct{ lang, code, before, behind string }

var traps = []trap{
	{lang: "en", code: "GEO", before: "Atlanta, "},
	{lang: "en", code: "GEO", before: "Savannah, "},
	{lang: "en", code: "GEO", before: "Augusta, "},
	{lang: "en", code: "GEO", before: "State of "},
	{lang: "en", code: "GEO", behind: ", USA"},
	{lang: "en", code: "GEO", behind: ", United States"},
	{lang: "en", code: "LBN", behind: ", New Hampshire"},
	{lang: "en", code: "PER", behind: ", Indiana"},
	{lang: "en", code: "PSE", behind: " refugees"},
	{lang: "en", code: "PSE", behind: " Liberation"},
	{lang: "en", code: "IRL", before: "Bank of "},
	{lang: "en", code: "TUR", behind: " meat"},
	{lang: "en", code: "CHN", behind: " Sea"},
	{lang: "fr", code: "TCD", before: "lac "},
	{lang: "fr", code: "GIN", before: "golfe de "},
	{lang: "fr", code: "CHN", before: "mer de "},
	{lang: "fr", code: "MEX", before: "golfe du "},
	{lang: "fr", code: "OMN", before: "golfe d’"},
	{lang: "fr", code: "NER", before: "delta du "},
	{lang: "fr", code: "USA", before: "dollars des "},
	{lang: "fr", code: "USA", before: "dollar des "},
	{lang: "fr", code: "COG", before: "bassin du "},
	{lang: "fr", code: "COG", before: "fleuve "},
	{lang: "fr", code: "PSE", before: "réfugiés de "},
	{lang: "fr", code: "PAN", before: "canal de "},
	{lang: "es", code: "TCD", before: "lago "},
	{lang: "es", code: "GIN", before: "golfo de "},
	{lang: "es", code: "MEX", before: "golfo de "},
	{lang: "es", code: "CHN", before: "mar de "},
	{lang: "es", code: "USA", before: "dólares de los "},
	{lang: "es", code: "USA", before: "dólar de los "},
	{lang: "es", code: "NER", before: "delta del "},
	{lang: "es", code: "OMN", before: "golfo de "},
	{lang: "es", code: "COG", before: "cuenca del "},
	{lang: "ru", code: "USA", before: "долларов "},
	{lang: "ru", code: "USA", before: "доллара "},
	{lang: "ru", code: "USA", before: "доллар "},
	{lang: "ru", code: "USA", before: "долл. "},
	{lang: "ru", code: "USA", before: "доллары "},
	{lang: "ru", code: "USA", before: "долларах "},
	{lang: "ru", code: "TCD", before: "озера "},
	{lang: "ru", code: "TCD", before: "озеро "},
	{lang: "ru", code: "COG", before: "бассейна "},
	{lang: "ru", code: "COG", before: "реки "},
	{lang: "ru", code: "NER", before: "реки "},
	{lang: "ru", code: "NER", before: "дельте "},
}

// malian are the words behind which مالي is Mali and not "financial".
var malian = []string{"في ", "جمهورية ", "حكومة ", "ممثل ", "ممثلة ", "إلى ", "شمال ", "وسط ", "دولة ", "وفد ", "عن ", "شعب "}

var personTitles = []string{"Mr. ", "Ms. ", "Mrs. ", "Dr. ", "Mr ", "Ms ", "Mrs ", "Dr ", "Prof. ", "M. ", "Mme ", "Mlle ", "Sr. ", "Sra. ", "г-н ", "г-жа ", "Г-н ", "Г-жа "}

// trapped reports whether what stands around a name tells that no State is meant.
func (f *stateForms) trapped(code, text string, start, end int) bool {
	before, behind := text[:start], text[end:]
	for _, t := range traps {
		if t.lang == f.lang && t.code == code && strings.HasSuffix(before, t.before) && strings.HasPrefix(behind, t.behind) {
			return true
		}
	}
	for _, title := range personTitles {
		if strings.HasSuffix(before, title) {
			return true
		}
	}
	switch {
	case f.lang == "ar" && code == "MLI":
		name := text[start:end]
		return !strings.Contains(name, " ") && (name != "مالي" || !followsAny(before, malian))
	case f.lang == "fr" && (text[start:end] == "Maurice" || text[start:end] == "Dominique"):
		return namesPerson(before, behind)
	case f.lang == "ru" && text[start:end] == "Того":
		return startsSentence(before)
	}
	return false
}

func followsAny(before string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// namesPerson reports whether a capital letter follows, or a word with one goes
// before in the same sentence: Maurice is then somebody's name.
func namesPerson(before, behind string) bool {
	if rest, ok := strings.CutPrefix(behind, " "); ok {
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) {
			return true
		}
	}
	before, ok := strings.CutSuffix(before, " ")
	if !ok {
		return strings.HasSuffix(before, "-")
	}
	word := before[strings.LastIndexAny(before, " \n’'")+1:]
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && !startsSentence(strings.TrimSuffix(before, word)) && unicode.IsLetter(lastRune(word))
}

func startsSentence(before string) bool {
	before = strings.TrimRight(before, " \n«“\"")
	return before == "" || strings.ContainsRune(".!?;:", lastRune(before))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
