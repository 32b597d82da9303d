package docx

import (
	"bytes"
	"encoding/xml"
)

// sectionForms reads how the sections of a body number their notes, as far as
// they say so; the last one that does decides for all.
func sectionForms(body []byte, footnotes, endnotes *xmlNoteForm) {
	for _, kind := range []struct {
		name string
		form *xmlNoteForm
	}{{"footnotePr", footnotes}, {"endnotePr", endnotes}} {
		i := bytes.LastIndex(body, []byte(":"+kind.name+">"))
		if i < 0 {
			continue
		}
		start := bytes.LastIndex(body[:i], []byte(":"+kind.name+">"))
		const most = 4096
		if start < 0 || i-start > most {
			continue
		}
		inner := body[start+len(kind.name)+2 : i]
		if cut := bytes.LastIndexByte(inner, '<'); cut >= 0 {
			inner = inner[:cut]
		}
		var in xmlNoteForm
		if xml.Unmarshal([]byte("<form>"+string(inner)+"</form>"), &in) == nil {
			*kind.form = in
		}
	}
}
