package catalogue

import (
	"strings"
	"sync"
)

// StateNamed finds a State by its code or any of its names in the six
// languages, whatever their case and accents: "pan", "Panama", "巴拿马".
func (c *Catalogue) StateNamed(name string) (State, bool) {
	if s, ok := StateOf(strings.ToUpper(strings.TrimSpace(name))); ok {
		return s, true
	}
	code, ok := statesByName()[plainName(name)]
	if !ok {
		return State{}, false
	}
	return StateOf(code)
}

// plainName folds a name, its blanks and its apostrophes.
func plainName(name string) string {
	return strings.ReplaceAll(foldName(strings.Join(strings.Fields(name), " ")), "’", "'")
}

// statesByName are the codes of States by their folded names, with and without
// an article. Short names go before full ones and further names: "Congo" is the
// Republic.
var statesByName = sync.OnceValue(func() map[string]string {
	byName := map[string]string{}
	add := func(code, lang, name string) {
		names := []string{name}
		for _, article := range articles[lang] {
			if rest, ok := strings.CutPrefix(name, article); ok {
				names = append(names, rest)
			}
		}
		for _, n := range names {
			if n = plainName(n); n != "" && byName[n] == "" {
				byName[n] = code
			}
		}
	}
	for _, s := range States() {
		for _, lang := range stateLanguages {
			add(s.Code, lang, s.short[lang])
		}
	}
	for _, s := range States() {
		for _, lang := range stateLanguages {
			for _, name := range s.Forms(lang) {
				add(s.Code, lang, name)
			}
		}
	}
	return byName
})
