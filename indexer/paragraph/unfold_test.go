package paragraph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/paragraph"
)

// A whole document in one line: title and paragraphs are found by their words.
func TestSplitFolded(t *testing.T) {
	const (
		one = "The members spoke at length about the trees of the town and of how they are watered in the summer."
		two = "They saw 2. Oak Street and agreed that the 12 trees which stand there are to be watered, too."
	)
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			name: "numbered",
			text: "The members met in the garden of the house and heard a statement by the mayor of the town. 1. " + one + " 2. " + two + " 3. " + one,
			want: []string{
				"block-1 [] The members met in the garden of the house and heard a statement by the mayor of the town.",
				"para-1 [] " + one, "para-2 [] " + two, "para-3 [] " + one,
			},
		},
		{name: "one number is none", text: one + " " + one + " 1. " + one, want: []string{"block-1 [] " + one + " " + one + " 1. " + one}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := paragraph.Split(&layout.Content{Pages: []layout.Page{{Number: 1, Lines: []layout.Line{{Text: tt.text, Block: 1}}}}}, "en")
			if diff := cmp.Diff(tt.want, outline(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSplitFoldedTitle(t *testing.T) {
	text := "A/RES/95/181 United Nations Distr.: General 8 January 2041 General Assembly Ninety-fifth session Agenda item 107 Resolution adopted by the General Assembly on 17 December 2040 [on the report of the Third Committee (A/95/491)] " +
		"95/181. Care of the trees of the towns The General Assembly, Recalling its resolution 94/193 of 20 December 2039, entitled “Trees”, 1. Decides to plant a tree in the garden of the house; 2. Requests the Secretary-General to water it."
	got, _ := paragraph.Split(&layout.Content{Pages: []layout.Page{{Number: 1, Lines: []layout.Line{{Text: text, Block: 1}}}}}, "en")
	var heads, paras []string
	for _, p := range got {
		switch p.Type {
		case "heading":
			heads = append(heads, p.Text)
		case "paragraph":
			paras = append(paras, p.Anchor+" "+p.Text)
		}
	}
	if diff := cmp.Diff([]string{"Care of the trees of the towns"}, heads); diff != "" {
		t.Errorf("headings (-want +got):\n%s\n%q", diff, outline(got))
	}
	if diff := cmp.Diff([]string{"para-1 Decides to plant a tree in the garden of the house;", "para-2 Requests the Secretary-General to water it."}, paras); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
}
