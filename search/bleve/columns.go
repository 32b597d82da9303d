package bleve

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search/un"
)

// none is the ordinal of what has none.
const none = ^uint32(0)

// columns are what is known of a generation's live entries by ordinal: they
// serve facets, grouping, order and the way from a posting to a document.
// Renditions stand by document, passages by rendition and place, so that a
// document's renditions and a rendition's passages are a range.
type columns struct {
	documents  []documentColumn
	renditions []renditionColumn
	// passageOf and renditionOf give the ordinal of the entry with a number.
	passageOf, renditionOf []uint32
	// entryOf is the number of a passage's entry, rendition its rendition.
	entryOf, rendition []uint32
	// passages, texts and titles are, by language of analysis and in the exact
	// form, number and terms of all passages, renditions' texts and titles.
	passages, texts, titles map[string]length
	// inLanguage are the passages and renditions by language of analysis.
	passagesIn, renditionsIn map[string]*roaring.Bitmap
	facets                   map[string]*facetColumn
	exact                    map[string]uint32 // names of documents -> ordinal
	files                    map[string]un.File
	families                 []uint32 // by document, the first of its family
}

type documentColumn struct {
	id     string
	key    string
	family string
	// first and last bound the renditions: [first, last).
	first, last uint32
	held        bool
	// newest, oldest and symbol are the places in those orders.
	newest, oldest, symbol uint32
	date                   un.Date
}

type renditionColumn struct {
	storedRendition
	document uint32
	// first and last bound the passages: [first, last).
	first, last uint32
	language    string // of analysis
}

// buildColumns reads all live entries' ids and the renditions whole.
func buildColumns(r *reader) (*columns, error) {
	c := &columns{
		passages: map[string]length{}, texts: map[string]length{}, titles: map[string]length{},
		passagesIn: map[string]*roaring.Bitmap{}, renditionsIn: map[string]*roaring.Bitmap{},
		exact: map[string]uint32{}, files: map[string]un.File{},
	}
	numbers, err := c.readRenditions(r)
	if err != nil {
		return nil, err
	}
	c.sortRenditions(numbers)
	c.renditionOf = fill(r.size())
	byKey := make(map[string]uint32, len(c.renditions))
	for i := range c.renditions {
		k := c.renditions[i].Key()
		c.renditionOf[numbers[k]] = uint32(i)
		byKey[renditionID(k)[1:]] = uint32(i)
	}
	c.layOut()
	if err := c.readPassages(r, byKey); err != nil {
		return nil, err
	}
	c.sumUp()
	c.rankDocuments()
	c.nameDocuments()
	c.joinFamilies()
	c.facets = buildFacets(c)
	return c, nil
}

func fill(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = none
	}
	return out
}

func (c *columns) readRenditions(r *reader) (map[un.RenditionKey]uint32, error) {
	numbers := map[un.RenditionKey]uint32{}
	err := r.ids(func(number uint32, id []byte) error {
		if id[0] != renditionEntry {
			return nil
		}
		data, err := r.stored(number)
		if err != nil {
			return err
		}
		var s storedRendition
		if err := json.Unmarshal(data, &s); err != nil {
			return fmt.Errorf("decode rendition %q: %w", id, err)
		}
		numbers[s.Key()] = number
		c.renditions = append(c.renditions, renditionColumn{storedRendition: s, language: analysed(s.Language)})
		return nil
	})
	return numbers, err
}

// sortRenditions orders by document and language, and makes the documents.
func (c *columns) sortRenditions(numbers map[un.RenditionKey]uint32) {
	slices.SortFunc(c.renditions, func(a, b renditionColumn) int {
		return cmp.Or(cmp.Compare(a.Document.ID, b.Document.ID), cmp.Compare(a.Language, b.Language))
	})
	for i := range c.renditions {
		r := &c.renditions[i]
		if n := len(c.documents); n == 0 || c.documents[n-1].id != r.Document.ID {
			c.documents = append(c.documents, documentColumn{id: r.Document.ID, first: uint32(i)})
		}
		d := &c.documents[len(c.documents)-1]
		d.last = uint32(i) + 1
		d.held = d.held || r.Held()
		d.date = cmp.Or(d.date, r.Document.Date)
		if s := r.Document.Symbol(); d.key == "" && !s.IsZero() {
			d.key, d.family = s.Key(), s.Base().Key()
		}
		if d.family == "" {
			d.family = d.id
		}
		r.document = uint32(len(c.documents) - 1)
	}
}

// layOut gives every rendition's passages their ordinals.
func (c *columns) layOut() {
	total := uint32(0)
	for i := range c.renditions {
		r := &c.renditions[i]
		r.first = total
		total += uint32(r.Count)
		r.last = total
	}
	c.entryOf = fill(int(total))
	c.rendition = make([]uint32, total)
	for i, r := range c.renditions {
		for p := r.first; p < r.last; p++ {
			c.rendition[p] = uint32(i)
		}
	}
}

func (c *columns) readPassages(r *reader, byKey map[string]uint32) error {
	c.passageOf = fill(r.size())
	found := 0
	err := r.ids(func(number uint32, id []byte) error {
		if id[0] != passageEntry {
			return nil
		}
		cut := bytes.LastIndexByte(id, separator[0])
		seq, err := strconv.Atoi(string(id[cut+1:]))
		i, ok := byKey[string(id[1:cut])]
		if err != nil || !ok || seq >= c.renditions[i].Count {
			return fmt.Errorf("passage %q belongs to no rendition", id)
		}
		p := c.renditions[i].first + uint32(seq)
		c.passageOf[number], c.entryOf[p] = p, number
		found++
		return nil
	})
	if err == nil && found != len(c.entryOf) {
		err = fmt.Errorf("%d passages are held instead of %d", found, len(c.entryOf))
	}
	return err
}

// sumUp counts live texts and their lengths, by language.
func (c *columns) sumUp() {
	for _, lang := range languages() {
		c.passagesIn[lang], c.renditionsIn[lang] = roaring.New(), roaring.New()
	}
	for i, r := range c.renditions {
		c.renditionsIn[r.language].Add(uint32(i))
		c.titles[r.language] = c.titles[r.language].plus(length{1, r.TitleTerms})
		c.titles[exactForm] = c.titles[exactForm].plus(length{1, r.TitleWords})
		for lang, l := range r.Lengths {
			c.passages[lang] = c.passages[lang].plus(l)
			c.texts[lang] = c.texts[lang].plus(length{1, l.Terms})
		}
		c.passagesIn[r.language].AddRange(uint64(r.first), uint64(r.last))
		for seq, lang := range r.Foreign {
			c.passagesIn[r.language].Remove(r.first + uint32(seq))
			c.passagesIn[lang].Add(r.first + uint32(seq))
		}
	}
}

func (l length) plus(m length) length { return length{l.Texts + m.Texts, l.Terms + m.Terms} }

func (l length) mean() float64 {
	if l.Texts == 0 {
		return 1
	}
	return max(1, float64(l.Terms)/float64(l.Texts))
}

// ofRenditions gives the passages of renditions.
func (c *columns) ofRenditions(renditions *roaring.Bitmap) *roaring.Bitmap {
	out := roaring.New()
	for it := renditions.Iterator(); it.HasNext(); {
		r := &c.renditions[it.Next()]
		out.AddRange(uint64(r.first), uint64(r.last))
	}
	return out
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

// all gives the numbers below n.
func all(n int) *roaring.Bitmap {
	out := roaring.New()
	out.AddRange(0, uint64(n))
	return out
}
