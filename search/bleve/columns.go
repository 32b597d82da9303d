package bleve

import (
	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search/bleve/flat"
)

// none is the ordinal of what has none.
const none = ^uint32(0)

// columns are what is known of a generation's live entries by ordinal: they
// serve facets, grouping, order and the way from a posting to a document. They
// are gathered from the entries when a generation is published, and mapped when it
// is opened.
//
// Documents stand newest first, those of one date by symbol: of two ordinals the
// smaller is the one that comes first among equal scores. Renditions stand by document
// and language, passages by rendition and place, so that a document's renditions
// and a rendition's passages are a range.
type columns struct {
	file *flat.File // nil for columns that are not on disk
	// By number of entry: the ordinal, or none for entries of another sort.
	passageOf, renditionOf []uint32
	// By passage: number of the entry, rendition, and place in analyses().
	entryOf, rendition []uint32
	passageAnalysis    []byte
	// By rendition. Its passages are spans[r] to spans[r+1], its titles, the
	// masthead's first, which may be empty, then those of listings, titlesAt[r] to
	// titlesAt[r+1]. There are terms for each of analyses().
	entryOfRendition, documents, spans []uint32
	terms                              []uint32
	renditionAnalysis, flags           []byte
	titlesAt                           []uint32
	titleTexts                         flat.Strings
	// otherSymbols are, by rendition, the symbols that are not their document's id.
	otherSymbols flat.Strings
	// By document. Its renditions are renditions[d] to renditions[d+1].
	renditions, oldest, symbol, families []uint32
	ids, keys                            flat.Strings
	// answersTo are names of documents, hashes the sha256 of files, both in
	// the order of their bytes.
	answersTo, hashes flat.Strings
	named, fileOf     []uint32 // the document, the rendition
	facets            map[string]*facetColumn
	// segments are id, size and live entries of the segments that the numbers of
	// entries belong to.
	segments []uint64
	// sums are, for each of analyses(), texts and terms of passages, of renditions
	// and of titles.
	sums []uint64

	// What is made of these when a generation is opened.

	// passages, texts and titles are, by language of analysis and in the exact
	// form, number and terms of all passages, renditions' texts and titles.
	passages, texts, titles map[string]length
	// passagesIn and renditionsIn are the passages and renditions by language of
	// analysis.
	passagesIn, renditionsIn map[string]*roaring.Bitmap
	// languages are the values of the facet "lang".
	languages []string
	analyses  int // len(analyses())
}

// The flags of renditions.
const (
	heldFlag   = 1 << iota
	noTextFlag // without a text layer
	symbolFlag // the document's id is its symbol
)

// pass is one way through all parts of columns: to disk or from it.
type pass interface {
	bytes(name string, v *[]byte)
	numbers(name string, v *[]uint32)
	wide(name string, v *[]uint64)
	strings(name string, v *flat.Strings)
}

// parts names every part of columns on disk.
func (c *columns) parts(f pass) {
	f.wide("segments", &c.segments)
	f.wide("sums", &c.sums)
	f.numbers("entry.passage", &c.passageOf)
	f.numbers("entry.rendition", &c.renditionOf)
	f.numbers("passage.entry", &c.entryOf)
	f.numbers("passage.rendition", &c.rendition)
	f.bytes("passage.analysis", &c.passageAnalysis)
	f.numbers("rendition.entry", &c.entryOfRendition)
	f.numbers("rendition.document", &c.documents)
	f.numbers("rendition.passages", &c.spans)
	f.numbers("rendition.terms", &c.terms)
	f.bytes("rendition.analysis", &c.renditionAnalysis)
	f.bytes("rendition.flags", &c.flags)
	f.numbers("rendition.titles", &c.titlesAt)
	f.strings("titles", &c.titleTexts)
	f.strings("rendition.symbol", &c.otherSymbols)
	f.numbers("document.renditions", &c.renditions)
	f.numbers("document.oldest", &c.oldest)
	f.numbers("document.symbol", &c.symbol)
	f.numbers("document.family", &c.families)
	f.strings("document.id", &c.ids)
	f.strings("document.key", &c.keys)
	f.strings("names", &c.answersTo)
	f.numbers("names.document", &c.named)
	f.strings("hashes", &c.hashes)
	f.numbers("hashes.rendition", &c.fileOf)
	for _, name := range columnFields() {
		if c.facets[name] == nil {
			c.facets[name] = newFacetColumn(name)
		}
		c.facets[name].parts(name, f)
	}
}

// derive makes what is small enough to be made at every opening.
func (c *columns) derive() {
	c.passages, c.texts, c.titles = map[string]length{}, map[string]length{}, map[string]length{}
	for i, name := range analyses() {
		s := c.sums[6*i:]
		c.passages[name] = length{int(s[0]), int(s[1])}
		c.texts[name] = length{int(s[2]), int(s[3])}
		c.titles[name] = length{int(s[4]), int(s[5])}
	}
	c.passagesIn, c.renditionsIn = byAnalysis(c.passageAnalysis), byAnalysis(c.renditionAnalysis)
	c.analyses = len(analyses())
	c.languages = c.facets["lang"].values.All()
}

// byAnalysis gives the ordinals by language.
func byAnalysis(of []byte) map[string]*roaring.Bitmap {
	in := make([]bitset, len(languages()))
	for first := 0; first < len(of); {
		last := first + 1
		for last < len(of) && of[last] == of[first] {
			last++
		}
		if in[of[first]] == nil {
			in[of[first]] = newBitset(len(of))
		}
		in[of[first]].setRange(uint32(first), uint32(last))
		first = last
	}
	out := map[string]*roaring.Bitmap{}
	for i, lang := range languages() {
		out[lang] = in[i].roaring()
		out[lang].RunOptimize()
	}
	return out
}

func (l length) plus(m length) length { return length{l.Texts + m.Texts, l.Terms + m.Terms} }

func (l length) mean() float64 {
	if l.Texts == 0 {
		return 1
	}
	return max(1, float64(l.Terms)/float64(l.Texts))
}

// ofPassages gives the renditions of passages.
func (c *columns) ofPassages(passages *roaring.Bitmap) *roaring.Bitmap {
	out := roaring.New()
	last := none
	for it := passages.Iterator(); it.HasNext(); {
		if r := c.rendition[it.Next()]; r != last {
			out.Add(r)
			last = r
		}
	}
	return out
}
