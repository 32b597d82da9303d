package bleve

import "slices"

// The methods of this file are how a search reads columns: by ordinal, without
// an allocation, whatever the columns are kept in.

// sizes of a collection.
func (c *columns) passageCount() int   { return len(c.entryOf) }
func (c *columns) renditionCount() int { return len(c.renditions) }
func (c *columns) documentCount() int  { return len(c.documents) }

// documentOf gives the document of a passage.
func (c *columns) documentOf(passage uint32) uint32 {
	return c.renditions[c.rendition[passage]].document
}

// documentOfRendition gives the document of a rendition.
func (c *columns) documentOfRendition(rendition uint32) uint32 {
	return c.renditions[rendition].document
}

// spanOf bounds a rendition's passages: [first, last), in the order of the text.
func (c *columns) spanOf(rendition uint32) (first, last uint32) {
	return c.renditions[rendition].first, c.renditions[rendition].last
}

// renditionsOf bounds a document's renditions: [first, last), by language.
func (c *columns) renditionsOf(document uint32) (first, last uint32) {
	return c.documents[document].first, c.documents[document].last
}

// termsOf counts the terms of a rendition's passages in one of analyses().
func (c *columns) termsOf(rendition uint32, analysis int) uint32 {
	return uint32(c.renditions[rendition].Lengths[analyses()[analysis]].Terms)
}

// titleTermsOf counts the terms of a rendition's title in one of analyses(): its
// own language's or the exact form; it is 0 in others.
func (c *columns) titleTermsOf(rendition uint32, analysis int) uint32 {
	r := &c.renditions[rendition]
	switch analyses()[analysis] {
	case exactForm:
		return uint32(r.TitleWords)
	case r.language:
		return uint32(r.TitleTerms)
	}
	return 0
}

// analysisOf gives the place in analyses() of a rendition's language.
func (c *columns) analysisOf(rendition uint32) int {
	return slices.Index(analyses(), c.renditions[rendition].language)
}

// languageOf gives a rendition's language (BCP 47, or un.Listed).
func (c *columns) languageOf(rendition uint32) string { return c.renditions[rendition].Language }

// heldOf reports whether a rendition has a file.
func (c *columns) heldOf(rendition uint32) bool { return c.renditions[rendition].Held() }

// newestOf, oldestOf and symbolOf give a document's place in those orders; no two
// documents share one.
func (c *columns) newestOf(document uint32) uint32 { return c.documents[document].newest }
func (c *columns) oldestOf(document uint32) uint32 { return c.documents[document].oldest }
func (c *columns) symbolOf(document uint32) uint32 { return c.documents[document].symbol }

// familyOf gives the first document, by ordinal, of a document's family: all
// members have the same.
func (c *columns) familyOf(document uint32) uint32 { return c.families[document] }

// idOf gives a document's id.
func (c *columns) idOf(document uint32) string { return c.documents[document].id }

// rendition reads what a rendition's entry keeps.
func (s *snapshot) rendition(ordinal uint32) (*storedRendition, error) {
	return &s.columns.renditions[ordinal].storedRendition, nil
}
