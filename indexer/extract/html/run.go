package html

import (
	"unicode"

	"travaux/indexer/layout"
)

// A run is text as it is gathered: white space becomes one blank.
type run struct {
	text   []byte
	blank  bool
	raised []layout.Span
	light  bool // some of it is not bold
}

// put adds text.
func (r *run) put(s string, bold, raised bool) {
	for _, c := range s {
		if unicode.IsSpace(c) {
			r.blank = len(r.text) > 0
			continue
		}
		if c == '\u00ad' || c == '\u200b' || c == '\ufeff' {
			continue
		}
		if r.blank {
			r.text, r.blank = append(r.text, ' '), false
		}
		at := len(r.text)
		r.text = append(r.text, string(c)...)
		r.light = r.light || !bold
		if !raised {
			continue
		}
		if n := len(r.raised); n > 0 && r.raised[n-1].End == at {
			r.raised[n-1].End = len(r.text)
		} else {
			r.raised = append(r.raised, layout.Span{Start: at, End: len(r.text)})
		}
	}
}
