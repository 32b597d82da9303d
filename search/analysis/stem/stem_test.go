package stem_test

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/search/analysis/stem"
)

// algorithms are the stemmers by the names that Snowball gives them.
func algorithms() map[string]func(string) string {
	return map[string]func(string) string{"english": stem.English, "french": stem.French, "spanish": stem.Spanish, "russian": stem.Russian}
}

// TestDocumentedExamples holds the stemmers to examples of the algorithms' pages
// and of the notes on what changed in releases 3.0 and 3.1.
func TestDocumentedExamples(t *testing.T) {
	for language, examples := range map[string]map[string]string{
		"english": {
			"consign": "consign", "consigned": "consign", "consigning": "consign", "consignment": "consign", "consist": "consist", "consistency": "consist",
			"consolatory": "consolatori", "consolingly": "consol", "conspicuously": "conspicu", "knackeries": "knackeri", "knavish": "knavish", "kneel": "kneel",
			"generate": "generat", "general": "general", "generic": "generic", "generous": "generous", "ties": "tie", "cries": "cri", "gas": "gas", "kiwis": "kiwi",
			"hoping": "hope", "hopping": "hop", "luxuriating": "luxuri", "sky": "sky", "dying": "die", "by": "by", "say": "say", "proceed": "proceed", "succeeded": "succeed",
			"added": "add", "egged": "egg", "geologists": "geolog", "evening": "evening", "university": "universiti", "universal": "universal",
			"organ": "organ", "organization": "organiz", "international": "internat", "internal": "internal", "emergency": "emergenc", "youth": "youth", "boy's": "boy",
		},
		"french": {
			"continu": "continu", "continua": "continu", "continuellement": "continuel", "continuité": "continu", "continuons": "continuon", "contrainte": "contraint",
			"majestueusement": "majestu", "mal": "mal", "malades": "malad", "main": "main", "mains": "main", "malheureusement": "malheur",
			"héroïsme": "héro", "aiguë": "aigu", "bijoux": "bijou", "palais": "palais", "française": "franc", "jouer": "jou", "l'état": "état",
		},
		"spanish": {
			"che": "che", "checa": "chec", "chicharrones": "chicharron", "chihuahua": "chihuahu", "torneos": "torne", "torpedearon": "torped", "tórax": "torax",
			"constitución": "constitu", "constitucion": "constitu", "rápidamente": "rapid", "corrupción": "corrupcion",
		},
		"russian": {
			"важная": "важн", "важнейшими": "важн", "вазы": "ваз", "противник": "противник", "противодействии": "противодейств", "берёза": "берез", "всё": "все",
		},
	} {
		for word, want := range examples {
			if got := algorithms()[language](word); got != want {
				t.Errorf("%s: %s becomes %s, want %s", language, word, got, want)
			}
		}
	}
}

// TestPublishedLists compares with lists of words and their stems, where they are
// present: LANGUAGE.tsv in the folder $TRAVAUX_SNOWBALL, a word, a tab and its
// stem a line, made by Snowball's own program of release 3.1 (stemwords, or the
// package snowballstemmer of PyPI) from the vocabularies it publishes.
func TestPublishedLists(t *testing.T) {
	dir := os.Getenv("TRAVAUX_SNOWBALL")
	if dir == "" {
		t.Skip("TRAVAUX_SNOWBALL names no folder with lists of words and stems")
	}
	for language, stemmed := range algorithms() {
		all, equal := compare(t, filepath.Join(dir, language+".tsv"), stemmed)
		t.Logf("%s: %d of %d words have the published stem", language, equal, all)
	}
}

func compare(t *testing.T, path string, stemmed func(string) string) (all, equal int) {
	t.Helper()
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Logf("%s is missing", path)
		return 0, 0
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		word, want, _ := strings.Cut(lines.Text(), "\t")
		all++
		if got := stemmed(word); got != want {
			t.Errorf("%s becomes %s, want %s", word, got, want)
			continue
		}
		equal++
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return all, equal
}

// FuzzStems: no word makes a stemmer fail, grow by more than a letter that it puts
// back, or give what is no text.
func FuzzStems(f *testing.F) {
	for _, word := range []string{"", "'", "y", "yy", "l'", "qu'", "ïï", "ëe", "dying", "parité", "niaiserie", "ся", "\xff", "aaaaing", "'s", "'s'"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for language, stemmed := range algorithms() {
			got := stemmed(word)
			if utf8.ValidString(word) && !utf8.ValidString(got) {
				t.Errorf("%s: %q becomes %q", language, word, got)
			}
			if n := utf8.RuneCountInString(got); n > utf8.RuneCountInString(word)+1 {
				t.Errorf("%s: %q becomes %q", language, word, got)
			}
		}
	})
}
