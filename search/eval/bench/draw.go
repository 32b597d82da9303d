package bench

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
)

// Drawn are queries of every class, none of them twice; those for warming are
// others again.
type Drawn struct {
	Queries, Warming []Query
}

// Draw draws queries from the passages of a collection: so many of each class that
// queries names to measure, and so many to warm with.
func Draw(passages iter.Seq2[Passage, error], queries map[string]int, warming int, seed uint64) (Drawn, error) {
	d := &drawing{
		random: rand.New(rand.NewPCG(seed, 2)), counts: map[string]int{}, last: map[string]int{},
		asked: map[string]bool{}, values: map[string]map[string]int{},
	}
	for p, err := range passages {
		if err != nil {
			return Drawn{}, fmt.Errorf("draw queries: %w", err)
		}
		d.read(p)
	}
	d.sortBands()
	var out Drawn
	for _, c := range classes() {
		measured, ok := queries[c.name]
		if !ok {
			continue
		}
		for n := range measured + warming {
			q, err := d.query(c, n)
			if err != nil {
				return Drawn{}, err
			}
			if n < measured {
				out.Queries = append(out.Queries, q)
			} else {
				out.Warming = append(out.Warming, q)
			}
		}
	}
	return out, nil
}

// Each gives every class the same number.
func Each(queries int) map[string]int {
	all := map[string]int{}
	for _, name := range Classes() {
		all[name] = queries
	}
	return all
}

// keptTexts are texts that words standing together are drawn from.
const keptTexts = 20_000

// drawing is what is known of a collection to draw queries from it.
type drawing struct {
	random   *rand.Rand
	passages int
	counts   map[string]int // passages by word
	last     map[string]int // by word: the last passage that has it
	texts    []string       // a sample
	bands    [bands][]string
	values   map[string]map[string]int // passages by field and value
	asked    map[string]bool
}

func (d *drawing) read(p Passage) {
	d.passages++
	for _, c := range cutWords(p.Text) {
		word := strings.ToLower(c.word)
		if usable(word) && d.last[word] != d.passages {
			d.last[word] = d.passages
			d.counts[word]++
		}
	}
	for field, value := range map[string]string{"body": p.Body, "type": p.Type} {
		if d.values[field] == nil {
			d.values[field] = map[string]int{}
		}
		d.values[field][value]++
	}
	if len(d.texts) < keptTexts {
		d.texts = append(d.texts, p.Text)
	} else if at := d.random.IntN(d.passages); at < keptTexts {
		d.texts[at] = p.Text
	}
}

func (d *drawing) sortBands() {
	for _, word := range sortedKeys(d.counts) {
		if b := band(d.counts[word], d.passages); b >= 0 {
			d.bands[b] = append(d.bands[b], word)
		}
	}
	d.last = nil
}

// tries is how often a query is drawn anew that was asked already or cannot be
// made.
const tries = 10_000

// query draws the nth query of a class, one that was not asked before.
func (d *drawing) query(c class, n int) (Query, error) {
	for range tries {
		words := d.words(c.op, n)
		key := c.op + " " + strings.Join(words, " ")
		if words == nil || d.asked[key] {
			continue
		}
		d.asked[key] = true
		q := Query{
			ID: fmt.Sprintf("%s-%d", strings.ReplaceAll(c.name, " ", "-"), n+1), Class: c.name, Op: c.op, Words: words,
			Facets: c.facets, Sort: c.sort, Snippets: c.snippets,
		}
		if c.op == opNear {
			q.Within = 5
		}
		if c.filters {
			q.Filter = map[string][]string{"body": d.choose("body", 3), "type": d.choose("type", 4)}
		}
		return q, nil
	}
	return Query{}, fmt.Errorf("draw queries: the collection has too few words for the %dth query of class %s", n+1, c.name)
}

// choose draws values of a field by how frequent they are.
func (d *drawing) choose(field string, n int) []string {
	var w weights
	names := sortedKeys(d.values[field])
	sum := 0.0
	for _, v := range names {
		sum += float64(d.values[field][v])
		w = append(w, sum)
	}
	var out []string
	for seen := map[string]bool{}; len(out) < min(n, len(names)); {
		if v := names[w.draw(d.random)]; !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

// words draws the words of the nth query of an operation, nil when this draw
// gives none. The bands take turns.
func (d *drawing) words(op string, n int) []string {
	switch op {
	case opTerm:
		return d.some(n % bands)
	case opOr:
		patterns := [][]int{{frequent, medium, rare}, {frequent, frequent, medium}, {medium, medium, rare}, {frequent, medium, medium}}
		return d.some(patterns[n%len(patterns)]...)
	case opPrefix:
		if word := d.some(n % bands); word != nil && len(word[0]) > prefixLetters {
			return []string{word[0][:prefixLetters]}
		}
	case opFuzzy:
		if word := d.some(n % bands); word != nil && len(word[0]) >= fuzzyLetters {
			return []string{d.misspell(word[0])}
		}
	case opAnd:
		return d.together(3, 0)
	case opNear:
		return d.together(2, 5)
	case opPhrase:
		return d.phrase(2 + n%2)
	}
	return nil
}

const (
	prefixLetters = 4
	fuzzyLetters  = 6
)

// some draws a word of each band, all different.
func (d *drawing) some(from ...int) []string {
	var out []string
	for _, b := range from {
		if len(d.bands[b]) == 0 {
			return nil
		}
		word := d.bands[b][d.random.IntN(len(d.bands[b]))]
		for _, other := range out {
			if other == word {
				return nil
			}
		}
		out = append(out, word)
	}
	return out
}

// misspell changes, leaves out or adds one letter.
func (d *drawing) misspell(word string) string {
	at := 1 + d.random.IntN(len(word)-2)
	letter := string(rune('a' + d.random.IntN(26)))
	switch d.random.IntN(3) {
	case 0:
		return word[:at] + letter + word[at+1:]
	case 1:
		return word[:at] + word[at+1:]
	}
	return word[:at] + letter + word[at:]
}

// asking tells words that queries are made of.
func (d *drawing) asking(word string) bool {
	return usable(word) && band(d.counts[word], d.passages) >= 0
}

// together draws different words of one text; with a distance, at most so far
// apart.
func (d *drawing) together(n, within int) []string {
	cut := cutWords(d.texts[d.random.IntN(len(d.texts))])
	if within > 0 {
		from := d.random.IntN(len(cut))
		cut = cut[from:min(len(cut), from+within)]
	}
	var out []string
	seen := map[string]bool{}
	for _, i := range d.random.Perm(len(cut)) {
		if word := strings.ToLower(cut[i].word); d.asking(word) && !seen[word] {
			seen[word] = true
			if out = append(out, word); len(out) == n {
				return out
			}
		}
	}
	return nil
}

// phrase draws words that stand behind each other with nothing but blanks between.
func (d *drawing) phrase(n int) []string {
	cut := cutWords(d.texts[d.random.IntN(len(d.texts))])
	if len(cut) < n {
		return nil
	}
	var out []string
	from := d.random.IntN(len(cut) - n + 1)
	for i, c := range cut[from : from+n] {
		if word := strings.ToLower(c.word); d.asking(word) && (i == n-1 || c.tail == " ") {
			out = append(out, word)
		}
	}
	if len(out) < n {
		return nil
	}
	return out
}
