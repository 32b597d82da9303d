package bleve

import index "github.com/blevesearch/bleve_index_api"

// readyField is a field of an entry whose terms are counted already: Bleve has
// only to write them. It implements Bleve's document.Field.
type readyField struct {
	name        string
	value       []byte
	options     index.FieldIndexingOptions
	length      int
	frequencies index.TokenFrequencies
}

// textOf makes the field of a text's terms, with the places where they stand.
func (a *Analyzers) textOf(name string, tokens []Token, count int) *readyField {
	return &readyField{name: name, options: index.IndexField | index.IncludeTermVectors, length: count, frequencies: a.locations.frequencies(tokens)}
}

// stored makes the field of what an entry keeps.
func stored(data []byte) *readyField {
	return &readyField{name: jsonField, value: data, options: index.StoreField}
}

// keyword makes the field of one value of an entry, which is one term.
func keyword(name, value string) *readyField {
	return &readyField{
		name: name, options: index.IndexField | index.SkipFreqNorm, length: 1,
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
