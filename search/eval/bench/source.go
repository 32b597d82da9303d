package bench

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search"
)

// SourcePassage is one line of source.jsonl: a real passage.
type SourcePassage struct {
	Document string   `json:"document"`
	Title    string   `json:"title"`
	Text     string   `json:"text"`
	Kind     string   `json:"kind,omitempty"`
	States   []string `json:"states,omitempty"`
}

// Harvest gives the passages in English that an engine holds, document by
// document.
func Harvest(ctx context.Context, engine search.Engine) ([]SourcePassage, error) {
	const all = 10_000
	answer, err := engine.Search(ctx, search.Plan{
		View: search.Documents, Sort: search.BySymbol, Filters: map[string][]string{"lang": {"en"}}, Limit: all, Language: "en",
	})
	if err != nil {
		return nil, fmt.Errorf("list documents: %w", err)
	}
	var ids []string
	for _, h := range answer.Hits {
		ids = append(ids, h.ID)
		for _, f := range h.Family {
			ids = append(ids, f.Symbol)
		}
	}
	var out []SourcePassage
	for _, id := range ids {
		renditions, err := engine.Renditions(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", id, err)
		}
		for _, r := range renditions {
			if r.Language != "en" {
				continue
			}
			passages, err := engine.Passages(ctx, r.Key())
			if err != nil {
				return nil, fmt.Errorf("read %s: %w", id, err)
			}
			for _, p := range passages {
				if p.Language != "" && p.Language != "en" {
					continue
				}
				s := SourcePassage{Document: r.Document.ID, Title: r.Document.Title, Text: p.Text, States: p.States}
				if len(p.Kinds) > 0 {
					s.Kind = string(p.Kinds[0].Value)
				}
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// Source is real text cut into words, to be walked through.
type Source struct {
	forms     []string // words as printed
	lower     []uint32 // by form: its word in lower case
	words     []string // words in lower case
	counts    []int    // by word
	tails     []string // what stands behind words: blanks, punctuation
	tokens    []token
	passages  []span // of tokens
	about     []SourcePassage
	documents []span // of passages
}

// token is a word with what stands behind it.
type token struct {
	form, tail uint32
	ends       end
}

// end says what ends behind a token.
type end uint8

const (
	nothing end = iota
	sentence
	passage
)

// span is a range from, to (not included).
type span struct{ from, to int }

func (s span) len() int { return s.to - s.from }

// minWords is the shortest passage that is taken: shorter ones are numbers of
// pages and lone labels.
const minWords = 4

// ReadSource reads source.jsonl.
func ReadSource(r io.Reader) (*Source, error) {
	s := &Source{}
	forms, lower, tails := map[string]uint32{}, map[string]uint32{}, map[string]uint32{}
	last := ""
	for p, err := range Lines[SourcePassage](r) {
		if err != nil {
			return nil, fmt.Errorf("read source: %w", err)
		}
		cut := cutWords(p.Text)
		if len(cut) < minWords {
			continue
		}
		from := len(s.tokens)
		for _, c := range cut {
			form := number(forms, &s.forms, c.word)
			if int(form) == len(s.lower) {
				word := number(lower, &s.words, strings.ToLower(c.word))
				s.lower = append(s.lower, word)
				s.counts = append(s.counts, make([]int, len(s.words)-len(s.counts))...)
			}
			s.counts[s.lower[form]]++
			s.tokens = append(s.tokens, token{form, number(tails, &s.tails, c.tail), c.ends})
		}
		s.tokens[len(s.tokens)-1].ends = passage
		s.passages = append(s.passages, span{from, len(s.tokens)})
		p.Text = ""
		s.about = append(s.about, p)
		if p.Document != last || len(s.documents) == 0 {
			s.documents = append(s.documents, span{len(s.passages) - 1, len(s.passages)})
			last = p.Document
		}
		s.documents[len(s.documents)-1].to = len(s.passages)
	}
	if len(s.tokens) == 0 {
		return nil, fmt.Errorf("read source: there is no text in it")
	}
	return s, nil
}

// number gives a text its place in a list, at which it is put when it is new.
func number(known map[string]uint32, list *[]string, text string) uint32 {
	n, ok := known[text]
	if !ok {
		n = uint32(len(*list))
		text = strings.Clone(text)
		known[text], *list = n, append(*list, text)
	}
	return n
}

// cutWord is a word with what stands behind it.
type cutWord struct {
	word, tail string
	ends       end
}

// cutWords cuts a text into words, which are runs of letters, marks and digits;
// what stands before the first is dropped.
func cutWords(text string) []cutWord {
	var out []cutWord
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
	notWord := func(r rune) bool { return !inWord(r) }
	text = strings.TrimLeftFunc(text, notWord)
	for text != "" {
		size := strings.IndexFunc(text, notWord)
		if size < 0 {
			size = len(text)
		}
		word := text[:size]
		text = text[size:]
		size = strings.IndexFunc(text, inWord)
		if size < 0 {
			size = len(text)
		}
		c := cutWord{word: word, tail: text[:size]}
		text = text[size:]
		if next, _ := utf8.DecodeRuneInString(text); strings.ContainsAny(c.tail, ".;?!") && strings.ContainsAny(c.tail, " \n") && unicode.IsUpper(next) {
			c.ends = sentence
		}
		out = append(out, c)
	}
	return out
}

// Growth measures the vocabulary of the source: its documents in an order drawn
// with a seed, since their own order has families side by side.
func (s *Source) Growth(seed uint64) Growth {
	order := rand.New(rand.NewPCG(seed, 0)).Perm(len(s.documents))
	v := newVocabulary(len(s.tokens))
	for _, d := range order {
		for _, p := range s.passages[s.documents[d].from:s.documents[d].to] {
			for _, t := range s.tokens[p.from:p.to] {
				v.add(s.words[s.lower[t.form]])
			}
		}
	}
	return v.growth()
}

// commonest gives the words of the source by their number, most frequent first.
func (s *Source) commonest(limit int) []uint32 {
	order := make([]uint32, len(s.words))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return s.counts[b] - s.counts[a] })
	return order[:min(limit, len(order))]
}
