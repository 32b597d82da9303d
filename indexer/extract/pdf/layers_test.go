package pdf_test

import (
	"fmt"
	"strings"
	"testing"
)

// Groups 30 and 31 are alike, and 31 is off.
func layered(config, content string) *file {
	f := onePage(content)
	f.objects[1] = "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [30 0 R 31 0 R] /D << " + config + " >> >> >>"
	f.objects[30] = "<< /Type /OCG /Name (Layer) >>"
	f.objects[31] = f.objects[30]
	f.objects[7] = strings.TrimSuffix(f.objects[7], ">>") + "/Properties << /On 30 0 R /Off 31 0 R " +
		"/Any << /Type /OCMD /OCGs [30 0 R 31 0 R] >> /All << /Type /OCMD /OCGs [30 0 R 31 0 R] /P /AllOn >> " +
		"/One << /Type /OCMD /OCGs 31 0 R >> /None << /Type /OCMD /OCGs [] >> " +
		"/AnyOff << /Type /OCMD /OCGs [30 0 R 31 0 R] /P /AnyOff >> /AllOff << /Type /OCMD /OCGs [30 0 R 31 0 R] /P /AllOff >> " +
		"/Not << /Type /OCMD /OCGs 30 0 R /VE [/Not 31 0 R] >> /And << /Type /OCMD /VE [/And 30 0 R [/Or 31 0 R [/Not 30 0 R]]] >> >> >>"
	return f
}

// What is expected is worked out from ISO 32000-1, 8.11.
func TestHiddenLayers(t *testing.T) {
	var all strings.Builder
	for i, name := range []string{"On", "Off", "Any", "All", "One", "None", "AnyOff", "AllOff", "Not", "And"} {
		fmt.Fprintf(&all, "/OC /%s BDC BT /F1 10 Tf 72 %d Td (%s) Tj ET EMC ", name, 700-20*i, name)
	}
	tests := []struct{ name, config, content, want string }{
		{"one group off", "/OFF [31 0 R]", all.String(), "On|Any|None|AnyOff|Not"},
		{"all off but one", "/BaseState /OFF /ON [30 0 R]", all.String(), "On|Any|None|AnyOff|Not"},
		{"all on", "", all.String(), "On|Off|Any|All|One|None|And"},
		{
			"what is hidden takes its room", "/OFF [31 0 R]",
			"BT /F1 10 Tf 72 700 Td (one ) Tj /OC /Off BDC (draft ) Tj EMC (two) Tj ET", "one|two",
		},
		{
			"other content inside", "/OFF [31 0 R]",
			"/OC /Off BDC /P BMC BT /F1 10 Tf 72 700 Td (a) Tj EMC (b) Tj ET EMC BT /F1 10 Tf 72 680 Td (c) Tj ET", "c",
		},
		{"other marks of that name", "/OFF [31 0 R]", "/Span /Off BDC BT /F1 10 Tf 72 700 Td (seen) Tj ET EMC", "seen"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := texts(readFile(t, layered(tt.config, tt.content))); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestHiddenForms(t *testing.T) {
	f := layered("/OFF [31 0 R]", "/Fm1 Do /Fm2 Do BT /F1 10 Tf 72 500 Td (page) Tj ET")
	f.objects[20] = stream("/Type /XObject /Subtype /Form /OC 31 0 R", "BT /F1 10 Tf 72 700 Td (hidden) Tj ET")
	// A form that leaves marked content open hides nothing behind it.
	f.objects[21] = stream("/Type /XObject /Subtype /Form /OC 30 0 R", "BT /F1 10 Tf 72 600 Td (form) Tj ET /OC /Off BDC")
	if got := texts(readFile(t, f)); got != "form|page" {
		t.Errorf("got %q", got)
	}
}

func TestAnnotations(t *testing.T) {
	appearance := func(entries, text string) string {
		return stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 5 0 R >> >> "+entries,
			"/Tx BMC BT /F1 10 Tf 2 5 Td ("+text+") Tj ET EMC")
	}
	tests := []struct{ name, annotation, want string }{
		{"an answer", "/Subtype /Widget /Rect [150 695 250 715] /AP << /N 22 0 R >>", "Name: Rosa"},
		{"a state", "/Subtype /Widget /Rect [150 695 250 715] /AS /Yes /AP << /N << /Yes 22 0 R /No 23 0 R >> >>", "Name: Rosa"},
		{"a state without a picture", "/Subtype /Widget /Rect [150 695 250 715] /AS /Off /AP << /N << /Yes 22 0 R >> >>", "Name:"},
		{"hidden", "/Subtype /Widget /F 2 /Rect [150 695 250 715] /AP << /N 22 0 R >>", "Name:"},
		{"not for viewing", "/Subtype /Widget /F 32 /Rect [150 695 250 715] /AP << /N 22 0 R >>", "Name:"},
		{"in a hidden layer", "/Subtype /FreeText /OC 31 0 R /Rect [150 695 250 715] /AP << /N 22 0 R >>", "Name:"},
		{"above the page's text", "/Subtype /FreeText /Rect [150 745 250 765] /AP << /N 22 0 R >>", "Rosa|Name:"},
		{"without a picture", "/Subtype /Link /Rect [150 695 250 715]", "Name:"},
		{"broken", "/Subtype /Widget /Rect [1 2] /AP 17", "Name:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := layered("/OFF [31 0 R]", "BT /F1 10 Tf 72 700 Td (Name:) Tj ET")
			f.page = "/Annots [24 0 R]"
			f.objects[22], f.objects[23] = appearance("", "Rosa"), appearance("", "wrong")
			f.objects[24] = "<< /Type /Annot " + tt.annotation + " >>"
			if got := texts(readFile(t, f)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// The box of the appearance is 100 by 20, turned by a quarter, and put into a
// rectangle of 40 by 200: twice as large.
func TestAnnotationIsPutIntoItsRectangle(t *testing.T) {
	f := onePage("")
	f.page = "/Annots [24 0 R]"
	f.objects[22] = stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Matrix [0 1 -1 0 0 0] /Resources << /Font << /F1 5 0 R >> >>",
		"BT /F1 10 Tf 5 5 Td (turned) Tj ET")
	f.objects[24] = "<< /Type /Annot /Subtype /Stamp /Rect [300 400 340 600] /AP << /N 22 0 R >> >>"
	c := readFile(t, f)
	if got := texts(c); got != "turned" {
		t.Fatalf("got %q", got)
	}
	// The baseline is 5 times 2 left of the right side, the text begins 10 above
	// the foot, at 800-410 from the top of the page.
	l := c.Pages[0].Lines[0]
	if l.Size != 20 || l.X != 330-16 || l.Y+l.H != 390 {
		t.Errorf("line %+v", l)
	}
}
