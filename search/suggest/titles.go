package suggest

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/search"
	"travaux/search/un"
)

// maxTitleBytes bounds the table of titles: of more, those of the fewest and
// oldest documents are left out. 100,000 documents with a title of 90 bytes in
// two languages have 18 MB, less what they share.
const maxTitleBytes = 20 << 20

// titles are the collection's titles, each once, those of many and of new
// documents first.
type titles struct {
	list
	languages []byte   // places in languageCodes
	documents []uint32 // how many have it
	names
}

// title is one of titles while they are being gathered.
type title struct {
	text, language string
	documents      uint32
	newest         un.Date
}

// titlesBuilder gathers titles.
type titlesBuilder struct {
	all  []title
	seen map[string]int
}

func newTitlesBuilder() *titlesBuilder {
	return &titlesBuilder{seen: map[string]int{}}
}

// add takes in the titles of one document.
func (b *titlesBuilder) add(n search.Names) {
	for i, t := range n.Titles {
		text := strings.Join(strings.Fields(t.Text), " ")
		same := func(other search.Title) bool { return other.Text == t.Text }
		if text == "" || slices.ContainsFunc(n.Titles[:i], same) {
			continue
		}
		at, known := b.seen[text]
		if !known {
			at = len(b.all)
			b.seen[text] = at
			b.all = append(b.all, title{text: text})
		}
		found := &b.all[at]
		found.documents++
		found.newest = max(found.newest, n.Date)
		found.language = cmp.Or(found.language, t.Language)
	}
}

func (b *titlesBuilder) made() titles {
	slices.SortFunc(b.all, func(x, y title) int {
		return cmp.Or(
			cmp.Compare(bits.Len32(y.documents), bits.Len32(x.documents)),
			cmp.Compare(y.newest, x.newest),
			cmp.Compare(len(x.text), len(y.text)),
			cmp.Compare(x.text, y.text),
		)
	})
	var out titles
	found := newNamesBuilder()
	for _, t := range b.all {
		if len(out.text)+len(t.text) > maxTitleBytes {
			break
		}
		out.list.add(t.text)
		out.languages = append(out.languages, languageCode(t.language))
		out.documents = append(out.documents, t.documents)
		found.add(cut(fold(t.text)))
	}
	out.clip()
	out.names = found.made()
	return out
}

func (t *titles) len() int { return t.list.len() }

func (t *titles) size() int {
	return t.list.size() + cap(t.languages) + 4*cap(t.documents) + t.names.size()
}

// languageCode is the place of a language in the list of languages from 1, 0 for
// others.
func languageCode(language string) byte {
	primary, _, _ := strings.Cut(language, "-")
	return byte(1 + slices.Index(un.Languages(), primary))
}

// considered is how many titles that fit are compared: those of many and of new
// documents.
const considered = 200

// foundTitle is a title that fits what was typed.
type foundTitle struct {
	text, language string
	score          float64
}

// complete gives the titles with words that begin as those typed, in any order.
// First come those in the reader's language, then those that begin as the text
// does, of more documents, and shorter ones.
func (t *titles) complete(typed []string, language string, limit int) []foundTitle {
	if len(typed) == 0 {
		return nil
	}
	fits := t.names.matching(typed)
	if fits == nil {
		return nil
	}
	begun := t.begun(fits, typed[0])
	var found []foundTitle
	seen := 0
	look := func(i uint32) bool {
		if f := t.rate(int(i), typed, language); f.score > 0 {
			found = append(found, f)
		}
		seen++
		return seen < considered
	}
	begun.all(look)
	seen = 0
	fits.all(func(i uint32) bool { return begun.has(i) || look(i) })
	slices.SortStableFunc(found, func(a, b foundTitle) int { return cmp.Compare(b.score, a.score) })
	return found[:min(limit, len(found))]
}

// begun gives, of titles that fit, some that begin with a word.
func (t *titles) begun(fits set, word string) set {
	const looked = 20 * considered
	out := newSet(t.names.count)
	seen, taken := 0, 0
	fits.all(func(i uint32) bool {
		if beginsFolded(t.at(int(i)), word) {
			out.add(i)
			taken++
		}
		seen++
		return seen < looked && taken < considered
	})
	return out
}

// beginsFolded reports whether a text begins with a folded word.
func beginsFolded(text, word string) bool {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !isWordRune(r) })
	if end := 4*utf8.RuneCountInString(word) + 8; len(text) > end {
		text = text[:end]
	}
	return strings.HasPrefix(fold(text), word)
}

// rate compares a title with what was typed; a score of 0 is one that does not fit.
func (t *titles) rate(i int, typed []string, language string) foundTitle {
	text := t.at(i)
	f := foundTitle{text: text}
	if code := t.languages[i]; code > 0 {
		f.language = un.Languages()[code-1]
	}
	has := cut(fold(text))
	whole, inOrder, together := fit(has, typed)
	if !together {
		return f
	}
	f.score = 1 + 0.3*float64(bits.Len32(t.documents[i])) - 0.002*float64(min(len(text), 300))
	if f.language == language {
		f.score += 2
	}
	f.score += float64(whole) / float64(len(typed))
	switch {
	case inOrder == 0:
		f.score += 3
	case inOrder > 0:
		f.score += 1.5
	}
	f.score = max(f.score, 0.01)
	return f
}

// fit tells how many typed words stand whole among a title's, the place where
// all of them stand in their order (-1 for none), and whether letters without
// blanks between them stand together as they were typed.
func fit(has, typed []string) (whole, inOrder int, together bool) {
	for _, word := range typed {
		if slices.Contains(has, word) {
			whole++
		}
	}
	inOrder = -1
	for at := 0; at+len(typed) <= len(has) && inOrder < 0; at++ {
		if standsAt(has[at:], typed) {
			inOrder = at
		}
	}
	first, _ := utf8.DecodeRuneInString(typed[0])
	return whole, inOrder, inOrder >= 0 || !unspaced(first)
}

func standsAt(has, typed []string) bool {
	for i, word := range typed {
		if !strings.HasPrefix(has[i], word) {
			return false
		}
	}
	return true
}

// following gives the words that begin so and stand in titles with all of the
// others, in most titles first.
func (t *titles) following(others []string, prefix string, limit int) []string {
	var with set
	for _, word := range others {
		from, to := t.names.words.beginning(word)
		if from == to || t.names.words.at(from) != word {
			return nil
		}
		found := newSet(t.names.count)
		for _, i := range t.names.of(from) {
			found.add(i)
		}
		if with != nil {
			found.and(with)
		}
		with = found
	}
	from, to := t.names.words.beginning(prefix)
	counts := make([]int, to-from)
	for word := from; word < to; word++ {
		for _, i := range t.names.of(word) {
			if with == nil || with.has(i) {
				counts[word-from] += int(t.documents[i])
			}
		}
	}
	best := most(len(counts), limit, func(a, b int) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	var out []string
	for _, at := range best {
		if word := t.names.words.at(from + at); counts[at] > 0 && worthCompleting(word) {
			out = append(out, word)
		}
	}
	return out
}
