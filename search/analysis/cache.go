package analysis

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// sort is what a stretch of a text stands for; each gets its terms in another way.
type sort uint8

const (
	word     sort = iota // a word by itself
	compound             // words with hyphens between them, taken together
	number               // a number written of several, kept whole
)

// entry is a word as it stands in texts, with its terms: of the analysis of its
// language and of the exact form, empty for none.
type entry struct {
	written     string
	language    *language
	sort        sort
	stem, exact string
}

// cacheSize is how many words are known at most, all languages together. The words
// of a language fall off so quickly that 98 of 100 words of a text are found among
// 30,000.
const cacheSize = 1 << 16

// longestCached bounds the memory: longer words are no words.
const longestCached = 64

// cache keeps the terms of words. A word has one place and pushes out the one
// that had it, so that readers and writers need no lock.
type cache struct {
	seed   maphash.Seed
	places []atomic.Pointer[entry]
}

func newCache() cache {
	return cache{maphash.MakeSeed(), make([]atomic.Pointer[entry], cacheSize)}
}

// look gives the terms of a word of a text.
func (c *cache) look(l *language, written string, s sort) *entry {
	if len(written) > longestCached {
		return newEntry(l, written, s)
	}
	place := &c.places[(maphash.String(c.seed, written)+uint64(s)*31+l.salt)%cacheSize]
	if e := place.Load(); e != nil && e.written == written && e.language == l && e.sort == s {
		return e
	}
	// A copy: the word must not keep its whole text in memory.
	e := newEntry(l, strings.Clone(written), s)
	place.Store(e)
	return e
}

func newEntry(l *language, written string, s sort) *entry {
	plain := normal(written)
	e := &entry{written: written, language: l, sort: s}
	if s == number {
		e.stem, e.exact = plain, plain
		return e
	}
	if s == compound {
		plain = withoutHyphens(plain)
	}
	e.exact = asWritten(plain)
	if e.stem = l.stem(plain); e.stem == e.exact {
		e.stem = e.exact // one string for both
	}
	return e
}
