package bench

import "strings"

// bands are the bands of frequency: words of 1 in 100 to 1 in 8 passages, of
// 1 in 1,000 to 1 in 100, and rarer ones down to ten passages (to 1 in 10,000 in
// collections of less than 100,000).
const (
	frequent = iota
	medium
	rare
	bands
)

// band gives the band of a word that stands in so many of all passages, -1 for
// none: what stands in more is a stop word for some engines and not for others.
func band(count, all int) int {
	switch share := float64(count) / float64(all); {
	case share > 1.0/8 || count < min(max(2, all/10_000), 10):
		return -1
	case share >= 1.0/100:
		return frequent
	case share >= 1.0/1000:
		return medium
	}
	return rare
}

// usable tells words that every engine cuts alike and none leaves out: of small
// Latin letters, three of them at least.
func usable(word string) bool {
	return len(word) >= 3 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" && !strings.Contains(stopWords, " "+word+" ")
}

// stopWords are those of Lucene's EnglishAnalyzer, of Snowball's English list (of
// three letters or more), and the words of query languages.
const stopWords = " and are but for into not such that the their then there these they this was will with near " +
	"you your yours yourself yourselves him his himself she her hers herself its itself them theirs themselves our ours ourselves myself " +
	"what which who whom those were been being have has had having does did doing would should could ought can cannot just don now " +
	"because until while about against between through during before after above below from down out off over under again further " +
	"once here when where why how all any both each few more most other some nor only own same than too very "
