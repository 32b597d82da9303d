package bleve

import (
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"travaux/search/analysis"
	"travaux/search/bleve/zap"
)

// readyField is a field of an entry whose terms are counted already: Bleve has
// only to write them. It implements Bleve's document.Field.
type readyField struct {
	name        string
	value       []byte
	options     index.FieldIndexingOptions
	length      int
	frequencies index.TokenFrequencies
}

// reading is the memory in which texts are read, one after the other.
type reading struct {
	analysis.Reading
	of, ends []int32 // by token its term, by term where its places end
	places   []uint32
}

// textOf makes the field of a text's terms, with the places where they stand.
func (r *reading) textOf(name string, tokens []Token, count int) *readyField {
	return &readyField{name: name, options: index.IndexField, length: count, frequencies: r.frequencies(tokens)}
}

// frequencies puts tokens, whose places never go down, in order by term, and the
// places of each into its frequency.
func (r *reading) frequencies(tokens []Token) index.TokenFrequencies {
	out := make(index.TokenFrequencies, len(tokens))
	terms := make([]index.TokenFreq, 0, len(tokens))
	r.of, r.ends = slices.Grow(r.of[:0], len(tokens)), r.ends[:0]
	r.places = slices.Grow(r.places[:0], len(tokens))[:len(tokens)]
	for _, t := range tokens {
		f := out[t.Term]
		if f == nil {
			terms, r.ends = append(terms, index.TokenFreq{}), append(r.ends, 0)
			f = &terms[len(terms)-1]
			f.SetFrequency(len(terms) - 1) // its number, for now
			out[t.Term] = f
		}
		r.of = append(r.of, int32(f.Frequency()))
		r.ends[f.Frequency()]++
	}
	first := int32(0)
	for i, n := range r.ends {
		r.ends[i] = first
		first += n
	}
	for i, t := range tokens {
		at := &r.ends[r.of[i]]
		r.places[*at] = uint32(t.Position)
		*at++
	}
	first = 0
	for i, end := range r.ends {
		zap.Pack(r.places[first:end], &terms[i])
		first = end
	}
	return out
}

// stored makes the field of what an entry keeps.
func stored(data []byte) *readyField {
	return &readyField{name: jsonField, value: data, options: index.StoreField}
}

// keywordOptions are those of a field of values: only which entries have one is kept.
const keywordOptions = index.IndexField | index.SkipFreqNorm

// keyword makes the field of one value of an entry, which is one term.
func keyword(name, value string) *readyField {
	return &readyField{
		name: name, options: keywordOptions, length: 1,
		frequencies: index.TokenFrequencies{value: &index.TokenFreq{}},
	}
}

// Name gives the field's name.
func (f *readyField) Name() string { return f.name }

// Value gives what is stored.
func (f *readyField) Value() []byte { return f.value }

// ArrayPositions gives nothing: there are no fields within fields.
func (f *readyField) ArrayPositions() []uint64 { return nil }

// EncodedFieldType says that the field is a text.
func (f *readyField) EncodedFieldType() byte { return 't' }

// Analyze does nothing: it has been done.
func (f *readyField) Analyze() {}

// Options says what Bleve is to write.
func (f *readyField) Options() index.FieldIndexingOptions { return f.options }

// AnalyzedLength gives the text's number of terms.
func (f *readyField) AnalyzedLength() int { return f.length }

// AnalyzedTokenFrequencies gives the terms with their places.
func (f *readyField) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.frequencies }

// NumPlainTextBytes is for Bleve's own statistics, which nobody reads.
func (f *readyField) NumPlainTextBytes() uint64 { return uint64(len(f.value)) }

// Size is about how much memory the field takes.
func (f *readyField) Size() int { return len(f.value) + 100*len(f.frequencies) }
