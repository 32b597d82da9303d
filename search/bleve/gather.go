package bleve

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"travaux/search/bleve/flat"
	"travaux/search/un"
)

// gathered is what columns keep of a rendition, before it has its ordinal.
type gathered struct {
	un.RenditionKey
	entry    uint32
	count    uint32
	key      string // match key of the first symbol
	symbol   string // the first symbol where it is not the id
	family   string
	names    []string // further names of its document: symbols, job number, files
	hashes   []string
	titles   []string
	date     un.Date
	flags    byte
	analysis byte
	// terms are by analyses(), texts tells which of them have any.
	terms      []length
	titleTerms [2]uint32
	foreign    map[int]string
	values     map[string][]uint32 // by field, as its gatherer numbers them
}

// gatherer makes columns of entries.
type gatherer struct {
	*columns
	reader     *reader
	found      []gathered // later in the order of their ordinals
	byDocument []documentName
	fields     map[string]*fieldGatherer
}

// documentName is what the order of documents depends on.
type documentName struct {
	id, key, family string
	date            un.Date
	first, last     int    // its renditions in found
	place           uint32 // in the order of symbols
}

// gatherColumns reads all live entries' ids and the renditions whole, and the
// dictionaries of the fields of passages. Equal entries give equal columns, but for
// the numbers of entries.
func gatherColumns(r *reader) (*columns, error) {
	g := &gatherer{
		columns: &columns{facets: map[string]*facetColumn{}, segments: r.fingerprint()},
		reader:  r, fields: map[string]*fieldGatherer{},
	}
	for _, name := range columnFields() {
		g.facets[name], g.fields[name] = newFacetColumn(name), newFieldGatherer(name)
	}
	if err := g.readRenditions(); err != nil {
		return nil, err
	}
	g.orderRenditions()
	g.layOut()
	if err := g.readPassages(); err != nil {
		return nil, err
	}
	g.nameDocuments()
	for _, name := range columnFields() {
		if g.facets[name].passages != nil {
			if err := g.readPassageField(name); err != nil {
				return nil, fmt.Errorf("read the values of %s: %w", name, err)
			}
			continue
		}
		g.arrangeField(name)
	}
	return g.columns, nil
}

func fill(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = none
	}
	return out
}

func (g *gatherer) readRenditions() error {
	return g.reader.ids(func(number uint32, id []byte) error {
		if id[0] != renditionEntry {
			return nil
		}
		data, err := g.reader.stored(number)
		if err != nil {
			return err
		}
		var s storedRendition
		if err := json.Unmarshal(data, &s); err != nil {
			return fmt.Errorf("decode rendition %q: %w", id, err)
		}
		g.found = append(g.found, g.gather(number, &s))
		return nil
	})
}

// gather keeps of a rendition what columns need.
func (g *gatherer) gather(number uint32, s *storedRendition) gathered {
	d := &s.Document
	out := gathered{
		RenditionKey: s.Key(), entry: number, count: uint32(s.Count), date: d.Date,
		analysis: byte(slices.Index(analyses(), analysed(s.Language))), foreign: s.Foreign,
		titleTerms: [2]uint32{uint32(s.TitleTerms), uint32(s.TitleWords)}, titles: []string{d.Title},
		values: map[string][]uint32{},
	}
	for _, name := range analyses() {
		out.terms = append(out.terms, s.Lengths[name])
	}
	for _, l := range d.Listings {
		if !slices.Contains(out.titles, l.Title) {
			out.titles = append(out.titles, l.Title)
		}
	}
	if s.Held() {
		out.flags |= heldFlag
	}
	if s.NoText {
		out.flags |= noTextFlag
	}
	if symbol := d.Symbol(); !symbol.IsZero() {
		out.key, out.family = symbol.Key(), symbol.Base().Key()
		if symbol.String() == d.ID {
			out.flags |= symbolFlag
		} else {
			out.symbol = symbol.String()
		}
	}
	for _, symbol := range d.Symbols {
		out.names = append(out.names, symbol.Key())
	}
	out.names = append(out.names, symbolKey(s.Job))
	for _, f := range s.Files {
		out.names = append(out.names, f.Name)
		out.hashes = append(out.hashes, f.SHA256)
	}
	for name, f := range g.fields {
		if g.facets[name].passages == nil {
			out.values[name] = f.of(s)
		}
	}
	return out
}

// orderRenditions puts documents newest first and their renditions by language.
func (g *gatherer) orderRenditions() {
	slices.SortFunc(g.found, func(a, b gathered) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Language, b.Language))
	})
	for i := range g.found {
		r := &g.found[i]
		if n := len(g.byDocument); n == 0 || g.byDocument[n-1].id != r.Document {
			g.byDocument = append(g.byDocument, documentName{id: r.Document, first: i})
		}
		d := &g.byDocument[len(g.byDocument)-1]
		d.last = i + 1
		d.date = cmp.Or(d.date, r.date)
		if d.key == "" {
			d.key, d.family = r.key, r.family
		}
	}
	for i := range g.byDocument {
		g.byDocument[i].family = cmp.Or(g.byDocument[i].family, g.byDocument[i].id)
	}
	g.rankDocuments()
	ordered := make([]gathered, 0, len(g.found))
	for i := range g.byDocument {
		d := &g.byDocument[i]
		first := len(ordered)
		ordered = append(ordered, g.found[d.first:d.last]...)
		d.first, d.last = first, len(ordered)
	}
	g.found = ordered
}

// layOut gives renditions and passages their ordinals.
func (g *gatherer) layOut() {
	g.passageOf, g.renditionOf = fill(g.reader.size()), fill(g.reader.size())
	g.renditions, g.spans, g.titlesAt = []uint32{0}, []uint32{0}, []uint32{0}
	g.sums = make([]uint64, 6*len(analyses()))
	var ids, keys, titles, symbols []string
	for i, d := range g.byDocument {
		ids, keys = append(ids, d.id), append(keys, d.key)
		g.renditions = append(g.renditions, uint32(d.last))
		for r := d.first; r < d.last; r++ {
			g.documents = append(g.documents, uint32(i))
		}
	}
	for i := range g.found {
		r := &g.found[i]
		g.renditionOf[r.entry] = uint32(i)
		g.entryOfRendition = append(g.entryOfRendition, r.entry)
		g.spans = append(g.spans, g.spans[i]+r.count)
		g.renditionAnalysis, g.flags = append(g.renditionAnalysis, r.analysis), append(g.flags, r.flags)
		for range r.count {
			g.rendition = append(g.rendition, uint32(i))
			g.passageAnalysis = append(g.passageAnalysis, r.analysis)
		}
		for seq, lang := range r.foreign {
			if p := g.spans[i] + uint32(seq); seq >= 0 && p < g.spans[i+1] {
				g.passageAnalysis[p] = byte(max(0, slices.Index(analyses(), lang)))
			}
		}
		titles, symbols = append(titles, r.titles...), append(symbols, r.symbol)
		g.titlesAt = append(g.titlesAt, uint32(len(titles)))
		g.sumUp(r)
	}
	g.ids, g.keys, g.titleTexts = flat.NewStrings(ids), flat.NewStrings(keys), flat.NewStrings(titles)
	g.otherSymbols = flat.NewStrings(symbols)
	g.entryOf = fill(len(g.rendition))
}

// sumUp counts live texts and their terms.
func (g *gatherer) sumUp(r *gathered) {
	for i, l := range r.terms {
		s := g.sums[6*i:]
		s[0], s[1] = s[0]+uint64(l.Texts), s[1]+uint64(l.Terms)
		if l.Texts > 0 {
			s[2], s[3] = s[2]+1, s[3]+uint64(l.Terms)
		}
		g.terms = append(g.terms, uint32(l.Terms))
	}
	own, exact := g.sums[6*int(r.analysis):], g.sums[6*slices.Index(analyses(), exactForm):]
	own[4], own[5] = own[4]+1, own[5]+uint64(r.titleTerms[0])
	exact[4], exact[5] = exact[4]+1, exact[5]+uint64(r.titleTerms[1])
}

// readPassages finds the rendition and place of every passage by its id.
func (g *gatherer) readPassages() error {
	byKey := make(map[string]uint32, len(g.found))
	for i := range g.found {
		byKey[renditionID(g.found[i].RenditionKey)[1:]] = uint32(i)
	}
	found := 0
	err := g.reader.ids(func(number uint32, id []byte) error {
		if id[0] != passageEntry {
			return nil
		}
		cut := max(1, bytes.LastIndexByte(id, separator[0]))
		seq, err := strconv.Atoi(string(id[cut+1:]))
		i, ok := byKey[string(id[1:cut])]
		if err != nil || !ok || seq < 0 || seq >= int(g.found[i].count) || g.entryOf[g.spans[i]+uint32(seq)] != none {
			return fmt.Errorf("passage %q belongs to no rendition", id)
		}
		p := g.spans[i] + uint32(seq)
		g.passageOf[number], g.entryOf[p] = p, number
		found++
		return nil
	})
	if err == nil && found != len(g.entryOf) {
		err = fmt.Errorf("%d passages are held instead of %d", found, len(g.entryOf))
	}
	return err
}
