package stem

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
)

// Spanish gives the stem of a Spanish word, as Snowball 3.1 does. The compiled
// algorithm is older: it does not know -cion without its accent.
func Spanish(text string) string {
	for _, ending := range []string{"acion", "ucion"} {
		if strings.HasSuffix(text, ending) {
			text = strings.TrimSuffix(text, "on") + "ón"
		}
	}
	return compiled(spanish.Stem, text)
}

// Russian gives the stem of a Russian word, as Snowball 3.1 does: ё is the same
// letter as е, which the older compiled algorithm does not know.
func Russian(text string) string {
	return compiled(russian.Stem, strings.ReplaceAll(text, "ё", "е"))
}

func compiled(stem func(*snowballstem.Env) bool, text string) string {
	env := snowballstem.NewEnv(text)
	stem(env)
	return env.Current()
}
