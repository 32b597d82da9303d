package ocr

import (
	"slices"
	"strings"
	"unicode"
)

// A script is a writing with the models of the languages written in it, those of
// the six languages of the United Nations.
type script struct {
	name   string // as tesseract's detection calls it
	models []string
	letter *unicode.RangeTable
	// latin adds English, in which mastheads of all languages print "Distr." and
	// the symbol. The Arabic model reads Arabic worse with it.
	latin bool
}

var scripts = [...]script{
	{"Latin", []string{"eng", "fra", "spa"}, unicode.Latin, false},
	{"Cyrillic", []string{"rus"}, unicode.Cyrillic, true},
	{"Arabic", []string{"ara"}, unicode.Arabic, false},
	{"Han", []string{"chi_sim"}, unicode.Han, true},
}

// modelOf gives the model of a language (BCP 47), "" for one that is not read.
func modelOf(language string) string {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch primary {
	case "en":
		return "eng"
	case "fr":
		return "fra"
	case "es":
		return "spa"
	case "ru":
		return "rus"
	case "ar":
		return "ara"
	case "zh":
		return "chi_sim"
	}
	return ""
}

// PackageOf names the Debian package of a model: "tesseract-ocr-chi-sim".
func PackageOf(model string) string {
	return "tesseract-ocr-" + strings.ReplaceAll(model, "_", "-")
}

// scriptOf gives the script that a model is for.
func scriptOf(model string) *script {
	for i := range scripts {
		if slices.Contains(scripts[i].models, model) {
			return &scripts[i]
		}
	}
	return nil
}

// scriptNamed gives a script by the name tesseract's detection has for it. Pages
// of Japanese and Korean script are Chinese ones misjudged.
func scriptNamed(name string) *script {
	switch name {
	case "Japanese", "Korean", "HanS", "HanT", "Hangul", "Katakana", "Hiragana":
		name = "Han"
	}
	for i := range scripts {
		if scripts[i].name == name {
			return &scripts[i]
		}
	}
	return nil
}

// An orientation is what tesseract's detection tells of a page.
type orientation struct {
	rotate int // degrees to turn the page clockwise to make it upright
	script *script
}

// parseOrientation reads what `tesseract --psm 0` prints. ok says that the page
// was told at all, and with any confidence.
func parseOrientation(said string) (o orientation, ok bool) {
	for line := range strings.Lines(said) {
		name, value, found := strings.Cut(strings.TrimSpace(line), ": ")
		if !found {
			continue
		}
		switch name {
		case "Rotate":
			switch value {
			case "90":
				o.rotate = 90
			case "180":
				o.rotate = 180
			case "270":
				o.rotate = 270
			}
			ok = true
		case "Script":
			o.script = scriptNamed(value)
		}
	}
	return o, ok
}

// functionWords are the most frequent words of the three languages in Latin
// letters that the others do not have.
var functionWords = map[string]string{
	"the": "eng", "and": "eng", "of": "eng", "to": "eng", "that": "eng", "for": "eng", "with": "eng", "was": "eng",
	"les": "fra", "des": "fra", "et": "fra", "du": "fra", "est": "fra", "dans": "fra", "une": "fra", "aux": "fra", "pour": "fra",
	"los": "spa", "las": "spa", "del": "spa", "y": "spa", "el": "spa", "por": "spa", "una": "spa", "con": "spa", "para": "spa",
}

// languageModel tells which of the languages in Latin letters a text is in, ""
// if it does not say so clearly.
func languageModel(text string) string {
	count := map[string]int{}
	total := 0
	for _, word := range strings.Fields(strings.ToLower(text)) {
		if model := functionWords[strings.Trim(word, ".,;:()«»\"'")]; model != "" {
			count[model]++
			total++
		}
	}
	for model, n := range count {
		if n >= 5 && n*5 >= total*4 {
			return model
		}
	}
	return ""
}

// Language tells which of the six languages a text is in (BCP 47), "" if it does
// not say so clearly.
func Language(text string) string {
	count := map[string]int{}
	total := 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		total++
		for i := range scripts {
			if unicode.Is(scripts[i].letter, r) {
				count[scripts[i].name]++
			}
		}
	}
	const enough = 200
	for name, language := range map[string]string{"Cyrillic": "ru", "Arabic": "ar", "Han": "zh"} {
		if total >= enough && count[name]*2 > total {
			return language
		}
	}
	switch languageModel(text) {
	case "eng":
		return "en"
	case "fra":
		return "fr"
	case "spa":
		return "es"
	}
	return ""
}
