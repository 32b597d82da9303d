package paragraph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/paragraph"
)

// What belongs to a numbered paragraph and what does not.
func TestSplitExtent(t *testing.T) {
	const (
		l1 = "The members spoke at length about the trees of the town and of how they are watered,"
		l2 = "and of the water of the town and of how it is carried to the trees in the summer, when"
		l3 = "there is little rain in the country and the trees of the town stand in the sun all day."
	)
	const once = l1 + " " + l2 + " " + l3
	const long = once + " " + once
	tests := []struct {
		name    string
		content *layout.Content
		want    []string
	}{
		{
			name: "a vote is part of the paragraph",
			content: placed(false, []string{
				"1. The draft was adopted by 4 votes to 2, with 1 abstention. The voting was as follows:", "|>In favour: Ash, Beech of the Mountain, Birch, Cedar, Elm, Fir, Lime, Maple, Oak,", ">Yew.", "|>Against:\tBeech, Lime.", "|>Abstaining: Larch.", "|2. " + l1, l2, l3, l1, l2, l3,
			}),
			want: []string{
				"para-1 [] The draft was adopted by 4 votes to 2, with 1 abstention. The voting was as follows: / In favour: Ash, Beech of the Mountain, Birch, Cedar, Elm, Fir, Lime, Maple, Oak, Yew. / Against: Beech, Lime. / Abstaining: Larch.",
				"para-2 [] " + long,
			},
		},
		{
			name: "the text of a draft is not",
			content: placed(false, []string{
				"1. " + l1, l2, l3, l1, l2, l3, "|2. The members recommend to the Assembly the adoption of the following draft resolution:", "|~Care of the trees", "|>The General Assembly,", "|>Recalling the trees of the town and of the country, of which", "much has been said,",
				"|>1. Decides to plant a tree in the garden of the house and to water it;", "|>2. Requests the Secretary-General to water the tree in the summer.",
			}),
			want: []string{
				"para-1 [] " + long, "para-2 [] The members recommend to the Assembly the adoption of the following draft resolution:", "heading-1 [] Care of the trees",
				"block-1 [Care of the trees] The General Assembly,", "block-2 [Care of the trees] Recalling the trees of the town and of the country, of which much has been said,",
				"text-1-para-1 [Care of the trees] Decides to plant a tree in the garden of the house and to water it;",
				"text-1-para-2 [Care of the trees] Requests the Secretary-General to water the tree in the summer.",
			},
		},
		{
			name: "a list in bold type is, with the text that follows it",
			content: placed(false, []string{
				"1. " + l1, l2, l3, l1, l2, l3, "|2. The following was recommended by the members of the group in the course of the session:", "|^>1. That the town plant trees (Oak)", "|^>2. That the town water them (Elm)",
				"|^The town will look into these recommendations and will answer them in due course, in writing or not.", "|3. " + l1, l2, l3, l1, l2, l3,
			}),
			want: []string{
				"para-1 [] " + long,
				"para-2 [] The following was recommended by the members of the group in the course of the session: / 1. That the town plant trees (Oak) / 2. That the town water them (Elm) / The town will look into these recommendations and will answer them in due course, in writing or not.",
				"para-3 [] " + long,
			},
		},
		{
			name: "a heading that ends with a symbol, one in italics, and the title of an annex",
			content: placed(false,
				[]string{"^I. Trees", "|1. " + l1, l2, l3, l1, l2, l3, "|^Progress in carrying out decisions EC/TREES.1 and EC/TREES.2", "|2. " + l1, l2, l3, l1, l2, l3},
				[]string{"^Annex I", "^The trees of the town", "|1. " + l1, l2, l3, l1, l2, l3},
			),
			want: []string{
				"heading-1 [] I. Trees", "para-1 [I. Trees] " + long, "heading-2 [I. Trees] Progress in carrying out decisions EC/TREES.1 and EC/TREES.2",
				"para-2 [I. Trees > Progress in carrying out decisions EC/TREES.1 and EC/TREES.2] " + long,
				"heading-3 [] Annex I", "heading-4 [Annex I] The trees of the town", "annex-I-para-1 [Annex I > The trees of the town] " + long,
			},
		},
		{
			name: "a count in small letters divides the heading above it",
			content: placed(false, []string{
				"^C. Trees", "|^Lessons learned", "|1. " + l1, l2, l3, "|^(a) Old trees", "|2. " + l1, l2, l3, "|^(b) Young trees", "|3. " + l1, l2, l3, "|^Next steps", "|4. " + l1, l2, l3,
			}),
			want: []string{
				"heading-1 [] C. Trees", "heading-2 [C. Trees] Lessons learned", "para-1 [C. Trees > Lessons learned] " + once,
				"heading-3 [C. Trees > Lessons learned] (a) Old trees", "para-2 [C. Trees > Lessons learned > (a) Old trees] " + once,
				"heading-4 [C. Trees > Lessons learned] (b) Young trees", "para-3 [C. Trees > Lessons learned > (b) Young trees] " + once,
				"heading-5 [C. Trees] Next steps", "para-4 [C. Trees > Next steps] " + once,
			},
		},
		{
			name: "notes with a slash, in the size of the text, and each of their calls",
			content: placed(false, []string{
				"1. " + l1, l2, l3, l1, l2, "there was little rain on the trees 1/ of the town, in their report. 2/", "|2. " + l1, l2, l3, l1, l2, "there was little rain on the trees of the town. 1/",
				"||>1/ See the map of the trees.", "|>2/ See the map of the water, which is kept in", "the house of the town.",
			}),
			want: []string{
				"para-1 [] " + once + " " + l1 + " " + l2 + " there was little rain on the trees of the town, in their report.", "para-2 [] " + once + " " + l1 + " " + l2 + " there was little rain on the trees of the town.",
				"note-1 [] See the map of the trees.", "note-2 [] See the map of the water, which is kept in the house of the town.",
			},
		},
		{
			name:    "a table in small type that ends the page is no note",
			content: placed(false, []string{"1. " + l1, l2, l3, l1, l2, l3, "|_Trees", "_33 2 per cent of the trees of the town", "^_Total"}),
			want:    []string{"para-1 [] " + long, "block-1 [] Trees 33 2 per cent of the trees of the town", "heading-1 [] Total"},
		},
		{
			name:    "what stands below the job number is the printer's",
			content: placed(false, []string{"1. " + l1, l2, l3, l1, l2, l3, "@V.31-00430 (E) 021031 031031", "*3100430*", "|Printed in the house of the town"}),
			want:    []string{"para-1 [] " + long},
		},
		{
			name: "a table has its caption and its notes",
			content: placed(false, []string{
				"1. " + l1, l2, l3, l1, l2, l3, "|^Trees of the town", "(Number of trees)", "Tree\t2011\t2012", "Oak\t3\t4", "Elm\t5\t6", "|_Source: the map of the trees.", "|_a Without young trees.", "|2. " + l1, l2, l3, l1, l2, l3,
			}),
			want: []string{
				"para-1 [] " + long, "table-1 [] Trees of the town / (Number of trees) / Tree\t2011\t2012 / Oak\t3\t4 / Elm\t5\t6 / Source: the map of the trees. / a Without young trees.", "para-2 [] " + long,
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, _ := paragraph.Split(tt.content, "en")
			if diff := cmp.Diff(tt.want, outline(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
