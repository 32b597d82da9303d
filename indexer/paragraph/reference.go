package paragraph

import (
	"sort"

	"travaux/search/un"
)

// Kinds of reference. A decision, an annex and a paragraph of a document have
// targets that begin with the document's symbol: "A/RES/58/4, annex",
// "A/58/4, paras. 5-7". Resolutions of conferences of parties have no symbol and
// are given as "CAC/COSP resolution 4/2".
const (
	refSymbol     = "symbol"
	refResolution = "resolution"
	refDecision   = "decision"
	refAnnex      = "annex"
	refArticle    = "article"
	refParagraph  = "paragraph"
)

// Words without one of which a text holds no reference of a kind.
var (
	resolutionHints = anyOf("resol|résol|резолюц|قرار|决议|decision|décision|decisi|решени|مقرر|决定")
	supplementHints = anyOf("upplement|supplément|suplemento|дополнение|الملحق|补编")
	articleHints    = anyOf("art|стать|ст.|ماد|مواد|条")
	partHints       = anyOf("para|par.|párr|пункт|п.|فقر|段|annex|anexo|приложени|المرفق|附件")
)

// referencesOf finds what a text cites: symbols, resolutions and decisions,
// annexes and paragraphs of documents, articles of treaties, with their places.
// Places do not cross: two are either apart or, in a list such as "articles 43 to
// 50" that stands for several articles, the same.
func referencesOf(text string) []un.Reference {
	low := small(text)
	var refs []un.Reference
	for _, f := range un.FindSymbols(text) {
		refs = append(refs, un.Reference{Kind: refSymbol, Target: f.Symbol.String(), Start: f.Start, End: f.End})
	}
	if resolutionHints.MatchString(low) {
		refs = appendApart(refs, resolutions(text, low))
	}
	if supplementHints.MatchString(low) {
		refs = appendApart(refs, supplements(text, low))
	}
	if articleHints.MatchString(low) {
		refs = appendApart(refs, articles(low))
	}
	if partHints.MatchString(low) {
		refs = appendApart(refs, parts(low, refs))
	}
	sort.SliceStable(refs, func(i, j int) bool { return refs[i].Start < refs[j].Start })
	return refs
}

// appendApart adds the references that do not touch one that is there.
func appendApart(have, more []un.Reference) []un.Reference {
	known := len(have)
	for _, m := range more {
		apart := true
		for _, h := range have[:known] {
			apart = apart && (m.End <= h.Start || m.Start >= h.End)
		}
		if apart {
			have = append(have, m)
		}
	}
	return have
}

// notesCited adds to a passage's references the symbols and resolutions that its
// footnotes cite. They have no place in its text: Start and End are 0.
func notesCited(p *un.Passage) {
	for _, note := range p.Notes {
		for _, r := range referencesOf(note) {
			if r.Kind != refSymbol && r.Kind != refResolution {
				continue
			}
			known := false
			for _, have := range p.References {
				known = known || have.Target == r.Target
			}
			if !known {
				p.References = append(p.References, un.Reference{Kind: r.Kind, Target: r.Target})
			}
		}
	}
}
