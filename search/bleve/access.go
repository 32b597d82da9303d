package bleve

import (
	"bytes"
	"encoding/json"
	"fmt"

	"travaux/search/un"
)

// The methods of this file are how a search reads columns: by ordinal, without
// decoding. Strings are copies: what columns are mapped from goes with its
// generation.

// sizes of a collection.
func (c *columns) passageCount() int   { return len(c.entryOf) }
func (c *columns) renditionCount() int { return len(c.entryOfRendition) }
func (c *columns) documentCount() int  { return c.ids.Len() }

// documentOf gives the document of a passage.
func (c *columns) documentOf(passage uint32) uint32 { return c.documents[c.rendition[passage]] }

// documentOfRendition gives the document of a rendition.
func (c *columns) documentOfRendition(rendition uint32) uint32 { return c.documents[rendition] }

// spanOf bounds a rendition's passages: [first, last), in the order of the text.
func (c *columns) spanOf(rendition uint32) (first, last uint32) {
	return c.spans[rendition], c.spans[rendition+1]
}

// renditionsOf bounds a document's renditions: [first, last), by language.
func (c *columns) renditionsOf(document uint32) (first, last uint32) {
	return c.renditions[document], c.renditions[document+1]
}

// termsOf counts the terms of a rendition's passages in one of analyses().
func (c *columns) termsOf(rendition uint32, analysis int) uint32 {
	return c.terms[int(rendition)*c.analyses+analysis]
}

// analysisOf gives the place in analyses() of a rendition's language.
func (c *columns) analysisOf(rendition uint32) int { return int(c.renditionAnalysis[rendition]) }

// languageOf gives a rendition's language (BCP 47, or un.Listed).
func (c *columns) languageOf(rendition uint32) string {
	if of := c.facets["lang"].of.list(rendition); len(of) > 0 {
		return c.languages[of[0]]
	}
	return un.Listed
}

// heldOf reports whether a rendition has a file.
func (c *columns) heldOf(rendition uint32) bool { return c.flags[rendition]&heldFlag != 0 }

// oldestOf and symbolOf give a document's place in those orders; no two documents
// share one. The place among the newest is the ordinal.
func (c *columns) oldestOf(document uint32) uint32 { return c.oldest[document] }
func (c *columns) symbolOf(document uint32) uint32 { return c.symbol[document] }

// familyOf gives the first document, by ordinal, of a document's family: all
// members have the same.
func (c *columns) familyOf(document uint32) uint32 { return c.families[document] }

// idOf gives a document's id.
func (c *columns) idOf(document uint32) string { return c.ids.String(document) }

// titlesOf gives the titles of a rendition, each once: the masthead's first, which
// may be empty, then those of listings.
func (c *columns) titlesOf(rendition uint32) []string {
	var out []string
	for i := c.titlesAt[rendition]; i < c.titlesAt[rendition+1]; i++ {
		out = append(out, c.titleTexts.String(i))
	}
	return out
}

// valueOf gives a rendition's first value of a field of renditions, empty where it
// has none.
func (c *columns) valueOf(field string, rendition uint32) string {
	f := c.facets[field]
	if of := f.of.list(rendition); len(of) > 0 {
		return f.values.String(of[0])
	}
	return ""
}

// titleOf is the title to show: the masthead's, else the one by which a meeting
// page lists the document.
func (c *columns) titleOf(rendition uint32) string {
	for i := c.titlesAt[rendition]; i < c.titlesAt[rendition+1]; i++ {
		if title := c.titleTexts.Bytes(i); len(title) > 0 {
			return string(title)
		}
	}
	return ""
}

// typesOf gives the types of a rendition's document, its content type first.
func (c *columns) typesOf(rendition uint32) []un.Type {
	f := c.facets["type"]
	var out []un.Type
	for _, value := range f.of.list(rendition) {
		out = append(out, un.Type(f.values.String(value)))
	}
	return out
}

// symbolText is the symbol of a rendition's document, empty for one without.
func (c *columns) symbolText(rendition uint32) string {
	if c.flags[rendition]&symbolFlag != 0 {
		return c.idOf(c.documentOfRendition(rendition))
	}
	return c.otherSymbols.String(rendition)
}

// dateOf is the first date that a document's renditions tell.
func (c *columns) dateOf(document uint32) un.Date {
	for r, last := c.renditionsOf(document); r < last; r++ {
		if date := c.valueOf(dateColumn, r); date != "" {
			return un.Date(date)
		}
	}
	return ""
}

// noTextOf reports whether a rendition's file has no text layer.
func (c *columns) noTextOf(rendition uint32) bool { return c.flags[rendition]&noTextFlag != 0 }

// fileNamed finds the rendition that holds a file.
func (c *columns) fileNamed(sha256 string) (rendition uint32, ok bool) {
	i, ok := c.hashes.Search(sha256)
	if !ok {
		return none, false
	}
	return c.fileOf[i], true
}

// rendition reads what a rendition's entry keeps.
func (s *snapshot) rendition(ordinal uint32) (*storedRendition, error) {
	data, err := s.reader.stored(s.columns.entryOfRendition[ordinal])
	if err != nil {
		return nil, err
	}
	var r storedRendition
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("decode rendition: %w", err)
	}
	if id := s.columns.ids.Bytes(s.columns.documents[ordinal]); !bytes.Equal(id, []byte(r.Document.ID)) {
		return nil, fmt.Errorf("the entry of %s holds %s", id, r.Document.ID)
	}
	return &r, nil
}
