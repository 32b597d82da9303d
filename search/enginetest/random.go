package enginetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
	"travaux/search/un"
)

// Synthetic makes the renditions of n documents: several languages, families,
// listed documents, documents without a symbol, of many types and years. The
// same seed gives the same.
func Synthetic(n int, seed uint64) []un.Rendition {
	random := rand.New(rand.NewPCG(seed, 1))
	pick := func(values ...string) string { return values[random.IntN(len(values))] }
	kinds := []un.Kind{un.GoodPractice, un.Recommendation, un.Lesson}
	var out []un.Rendition
	for i := range n {
		symbol := fmt.Sprintf("%s/%d", pick("A/78", "A/79", "A/C.3/79", "CAC/COSP/EG.1/2013", "CAC/COSP/WG.2/2014", "E/CN.15/2019"), i+1)
		symbol += pick("", "", "/Corr.1", "/Add.1", "/Rev.2")
		date := un.Date(pick("", "2013-11-25", "2014-02", "2019", "2024-09-10", "2024-09-10"))
		types := []un.Type{un.Types()[random.IntN(5)]}
		if random.IntN(3) == 0 {
			types = append(types, un.TypeRevision)
		}
		if random.IntN(8) == 0 {
			out = append(out, doc(symbol).title(sentence(random, "en", 4)).on(date).listed("A/79").made())
			continue
		}
		for _, lang := range []string{"en", "fr", "ru", "zh"} {
			if random.IntN(2) == 0 && lang != "en" {
				continue
			}
			b := doc(symbol).in(lang).title(sentence(random, lang, 4)).on(date).typed(types...)
			for range 1 + random.IntN(5) {
				b.says(sentence(random, lang, 3+random.IntN(12)))
				if random.IntN(4) == 0 {
					b.kind(kinds[random.IntN(len(kinds))])
				}
				if random.IntN(3) == 0 {
					b.names(pick("PAN", "FRA"), "KEN").cites("article", pick("46", "46(13)", "46(1)(b)", "2(f)", "5"))
				}
				if random.IntN(3) == 0 {
					b.cites("symbol", pick("A/RES/58/4", "A/RES/58/7", "A/58/4/Add.1", "58/4", "A/58/4, para. 5", "S/RES/1325(2000)"))
				}
			}
			r := b.made()
			if random.IntN(9) == 0 {
				r.Document.Meeting = ""
			}
			if random.IntN(9) == 0 {
				r.Passages[0].Language = "en"
				r.Passages[0].Text = sentence(random, "en", 6)
			}
			out = append(out, r)
		}
	}
	return out
}

func sentence(random *rand.Rand, lang string, words int) string {
	vocabulary := map[string][]string{
		"en": {"asset", "assets", "recovery", "the", "of", "theft", "prompt", "return", "report", "state", "states", "cooperation", "measures", "and", "la", "good-practice"},
		"fr": {"avoirs", "recouvrement", "la", "le", "des", "vol", "rapport", "état", "États", "l’avoir", "coopération", "mesures", "et", "of"},
		"ru": {"активов", "активы", "возвращение", "и", "в", "доклад", "ещё", "меры", "государства"},
		"zh": {"资产", "追回", "报告", "国家", "合作", "措施"},
	}[lang]
	parts := make([]string, words)
	for i := range parts {
		parts[i] = vocabulary[random.IntN(len(vocabulary))]
	}
	separator := " "
	if lang == "zh" {
		separator = ""
	}
	return strings.Join(parts, separator) + "."
}

// asker makes random plans about a collection, out of its own words and values.
type asker struct {
	random     *rand.Rand
	renditions []un.Rendition
}

func (a *asker) plan(view search.View) search.Plan {
	p := search.Plan{View: view, Sort: search.ByRelevance, Limit: 10, Language: "en", Facets: schema.Facets(), Filters: map[string][]string{}}
	if a.random.IntN(10) > 0 {
		p.Tree = a.node(2)
	}
	for range a.random.IntN(3) {
		name := schema.Facets()[a.random.IntN(len(schema.Facets()))]
		for range 1 + a.random.IntN(2) {
			if value := a.value(name); value != "" && !slices.Contains(p.Filters[name], value) {
				p.Filters[name] = append(p.Filters[name], value)
			}
		}
	}
	return p
}

func (a *asker) node(depth int) query.Node {
	choice := a.random.IntN(12)
	if depth == 0 {
		choice %= 5
	}
	switch choice {
	case 10:
		return a.special()
	case 11:
		return query.Near{Within: 1 + a.random.IntN(4), Nodes: []query.Node{a.beside(), a.beside()}}
	case 0, 1, 2:
		return query.Word{Text: a.words(1)}
	case 3:
		return query.Phrase{Text: a.words(2)}
	case 4:
		return a.field()
	case 5, 6:
		return query.And{Nodes: []query.Node{a.node(depth - 1), a.node(depth - 1)}}
	case 7, 8:
		return query.Or{Nodes: []query.Node{a.node(depth - 1), a.node(depth - 1), a.node(depth - 1)}}
	}
	return query.Not{Node: a.node(depth - 1)}
}

// special is a leaf that stands for other words, or for words as written.
func (a *asker) special() query.Node {
	word := []rune(a.words(1))
	switch {
	case len(word) < query.MinFuzzy || unicode.Is(unicode.Han, word[0]):
		return query.Exact{Text: string(word)}
	case a.random.IntN(2) == 0:
		return query.Wildcard{Pattern: a.pattern(word)}
	case a.random.IntN(2) == 0:
		return query.Exact{Text: a.words(2), Phrase: true}
	}
	word[a.random.IntN(len(word))] = 'e'
	return query.Fuzzy{Text: string(word), Distance: 1 + a.random.IntN(2)}
}

// pattern makes a pattern that fits a word: of its beginning, or of all of it
// but one letter or a few.
func (a *asker) pattern(word []rune) string {
	begin := string(word[:query.MinStem])
	if len(word) == query.MinFuzzy || a.random.IntN(2) == 0 || slices.ContainsFunc(word, unicode.IsMark) {
		return begin + "*"
	}
	wild := [...]string{"?", "*", "**?"}[a.random.IntN(3)]
	return begin + wild + string(word[query.MinStem+1:])
}

// beside is a node of a NEAR.
func (a *asker) beside() query.Node {
	switch a.random.IntN(4) {
	case 0:
		return a.special()
	case 1:
		return query.Phrase{Text: a.words(2)}
	}
	return query.Word{Text: a.words(1)}
}

func (a *asker) field() query.Node {
	names := append(schema.Facets(), "para", "title")
	name := names[a.random.IntN(len(names))]
	if name == "title" {
		return query.Field{Name: name, Value: a.words(1)}
	}
	value := a.value(name)
	if value == "" {
		return query.Word{Text: a.words(1)}
	}
	return query.Field{Name: name, Value: value}
}

// value gives a value of a field that some rendition has, or a range of years.
func (a *asker) value(name string) string {
	values := valuesOf(name, a.rendition(), -1)
	if len(values) == 0 {
		return ""
	}
	value := values[a.random.IntN(len(values))]
	if name != "year" {
		return value
	}
	switch a.random.IntN(5) {
	case 0:
		return value + ".."
	case 1:
		return ".." + value
	case 2:
		return "2012.." + max(value, "2012")
	}
	return value
}

func (a *asker) rendition() un.Rendition { return a.renditions[a.random.IntN(len(a.renditions))] }

// words gives n words that stand together in some passage or title.
func (a *asker) words(n int) string {
	for range 100 {
		r := a.rendition()
		text := titleOf(r)
		if len(r.Passages) > 0 {
			text = r.Passages[a.random.IntN(len(r.Passages))].Text
		}
		words := strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) })
		if len(words) < n {
			continue
		}
		at := a.random.IntN(len(words) - n + 1)
		return strings.Join(words[at:at+n], " ")
	}
	return "asset"
}
