package bench

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Size is how much is made.
type Size struct {
	Passages int
	// Documents defaults to one for fifty passages.
	Documents int
}

// Generator makes passages that read like those of a source, any number of them:
// it walks through the source's text and, at its fifty most frequent words, now
// and then goes on behind another place where the same word stands, mostly in
// the same document. So neighbouring words are real and longer stretches are new.
//
// A share of its words is replaced by words that the source does not have: the
// share that a text of the same sort would have of them, and as many different
// ones as keep the vocabulary on the source's own growth (Heaps' law). A
// new word comes back in proportion to how often it stood already (Simon's
// process, which gives Zipf's law), half the time in the document at hand.
type Generator struct {
	source *Source
	size   Size
	random *rand.Rand
	growth Growth
	joints map[uint32][]int32 // by form: the places of a frequent word
	rare   []bool             // by word: may be replaced
	change float64            // chance that such a word is replaced
	papers *papers
	made   *coinage
	tokens int
	seen   []bool // by word: has been written
	words  int    // different words written
}

// The habits of the walk.
const (
	jointWords = 50      // words at which the walk may jump
	jumpChance = 1.0 / 6 // at such a word
	stayChance = 3.0 / 4 // that a jump stays in its document
	overrun    = 25      // words that a passage may be longer than drawn
	topics     = 3       // documents of the source that one document is made of
	keptWords  = 200     // most frequent words, which are not replaced
)

// NewGenerator begins a collection. The same source, size and seed give the same
// passages.
func NewGenerator(source *Source, size Size, seed uint64) *Generator {
	if size.Documents <= 0 {
		size.Documents = max(1, size.Passages/50)
	}
	random := rand.New(rand.NewPCG(seed, 1))
	g := &Generator{
		source: source, size: size, random: random, growth: source.Growth(seed),
		joints: source.joints(jointWords), rare: make([]bool, len(source.words)), seen: make([]bool, len(source.words)),
		papers: newPapers(random), made: newCoinage(source, random),
	}
	for i := range g.rare {
		g.rare[i] = true
	}
	kept := 0
	for _, w := range source.commonest(keptWords) {
		g.rare[w] = false
		kept += source.counts[w]
	}
	g.change = g.growth.unseen() * float64(len(source.tokens)) / float64(max(1, len(source.tokens)-kept))
	return g
}

// joints gives the places of the most frequent words as printed.
func (s *Source) joints(limit int) map[uint32][]int32 {
	counts := make([]int, len(s.forms))
	for _, t := range s.tokens {
		counts[t.form]++
	}
	order := make([]uint32, len(s.forms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return counts[b] - counts[a] })
	places := map[uint32][]int32{}
	for _, form := range order[:min(limit, len(order))] {
		places[form] = make([]int32, 0, counts[form])
	}
	for i, t := range s.tokens {
		if list, ok := places[t.form]; ok {
			places[t.form] = append(list, int32(i))
		}
	}
	return places
}

// Source gives the vocabulary of the source.
func (g *Generator) Source() Growth { return g.growth }

// Expected is about how many running words there will be.
func (g *Generator) Expected() int {
	return g.size.Passages * len(g.source.tokens) / len(g.source.passages)
}

// All makes the passages, document by document; each document gets one at least.
func (g *Generator) All() iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		for left, docs := g.size.Passages, g.size.Documents; left > 0; docs-- {
			n := left
			if docs > 1 {
				n = min(left-(docs-1), g.papers.length(float64(left)/float64(docs)))
			}
			left -= n
			if !g.document(n, yield) {
				return
			}
		}
	}
}

// document makes the passages of one document.
func (g *Generator) document(passages int, yield func(Passage) bool) bool {
	var from []span // documents of the source
	for range topics {
		from = append(from, g.source.documents[g.random.IntN(len(g.source.documents))])
	}
	p := g.papers.next(g.title(from[0], from[1]))
	g.made.document()
	for i := range passages {
		d := from[g.random.IntN(1+g.random.IntN(topics))] // the first is the main one
		start := d.from + g.random.IntN(d.len())
		p.ID = fmt.Sprintf("%s#para-%d", p.Symbol, i+1)
		p.Text = g.text(start, d)
		p.Kind, p.States = g.source.about[start].Kind, g.source.about[start].States
		if !yield(p) {
			return false
		}
	}
	return true
}

// title joins the first half of one document's title and the second of another's.
func (g *Generator) title(a, b span) string {
	first, second := strings.Fields(g.source.about[a.from].Title), strings.Fields(g.source.about[b.from].Title)
	return strings.Join(append(slices.Clone(first[:(len(first)+1)/2]), second[len(second)/2:]...), " ")
}

// text walks from a passage of the source, within its document, for about as long
// as that passage.
func (g *Generator) text(start int, document span) string {
	s := g.source
	within := span{s.passages[document.from].from, s.passages[document.to-1].to}
	length, at := s.passages[start].len(), s.passages[start].from
	var b strings.Builder
	for n := 1; ; n++ {
		t := s.tokens[at]
		b.WriteString(g.word(t.form))
		if t.ends != nothing && n >= length || n >= length+overrun {
			break
		}
		b.WriteString(s.tails[t.tail])
		switch places := g.joints[t.form]; {
		case t.ends == passage:
			b.WriteString(" ")
			at = s.passages[document.from+g.random.IntN(document.len())].from
		case places != nil && t.ends == nothing && g.random.Float64() < jumpChance:
			at = g.jump(places, within) + 1
		default:
			at++
		}
	}
	return strings.TrimSpace(b.String()) + "."
}

// jump gives another place of a word, behind which the text goes on.
func (g *Generator) jump(places []int32, within span) int {
	if g.random.Float64() < stayChance {
		from, _ := slices.BinarySearch(places, int32(within.from))
		to, _ := slices.BinarySearch(places, int32(within.to))
		if from < to {
			places = places[from:to]
		}
	}
	for range 8 {
		if at := int(places[g.random.IntN(len(places))]); g.source.tokens[at].ends == nothing {
			return at
		}
	}
	return g.source.passages[g.random.IntN(len(g.source.passages))].from
}

// word writes a word of the source, or a new one in its place.
func (g *Generator) word(form uint32) string {
	g.tokens++
	word := g.source.lower[form]
	if g.rare[word] && g.random.Float64() < g.change {
		fresh := float64(g.words) < g.growth.at(g.tokens)
		text, isNew := g.made.word(fresh)
		if isNew {
			g.words++
		}
		if first, size := utf8.DecodeRuneInString(g.source.forms[form]); unicode.IsUpper(first) && size < len(g.source.forms[form]) {
			return capital(text)
		}
		return text
	}
	if !g.seen[word] {
		g.seen[word] = true
		g.words++
	}
	return g.source.forms[form]
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
