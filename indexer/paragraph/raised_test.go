package paragraph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/paragraph"
)

// raise marks the parts of a page's line, by its first words, as raised.
func raise(c *layout.Content, line int, spans ...layout.Span) {
	c.Pages[0].Lines[line].Raised = spans
}

// The reader says which figures are raised: then no look at the words is needed,
// and a figure after a number is a mark as well.
func TestSplitRaisedMarks(t *testing.T) {
	c := placed(false, []string{
		"1. The members counted 2,0001 trees in an area of 40 km2, and  2  of them were cut.",
		"|2. The 1er arbre stands in the garden,2, 3 where it was planted by the children of the town.",
		"|3. The members counted the olives of the town 4, and the figs 5 as well as the nuts of the gar.",
		"@_____________", "_1 See the map of the trees.", "_2See the map of the water.", "_3 See the house.",
		"_4 See the hill.", "_5 See the wood.",
	})
	raise(c, 0, layout.Span{Start: 28, End: 29}, layout.Span{Start: 55, End: 56})
	raise(c, 1, layout.Span{Start: 8, End: 10}, layout.Span{Start: 38, End: 42}, layout.Span{Start: 41, End: 900})
	raise(c, 2, layout.Span{Start: 46, End: 47}, layout.Span{Start: 62, End: 63})
	raise(c, 5, layout.Span{Start: 0, End: 1})
	got, _ := paragraph.Split(c, "en")
	want := []string{
		"para-1 [] The members counted 2,000 trees in an area of 40 km2, and 2 of them were cut.",
		"para-2 [] The 1er arbre stands in the garden, where it was planted by the children of the town.",
		"para-3 [] The members counted the olives of the town, and the figs as well as the nuts of the gar.",
		"note-1 [] See the map of the trees.", "note-2 [] See the map of the water.", "note-3 [] See the house.",
		"note-4 [] See the hill.", "note-5 [] See the wood.",
	}
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	notes := [][]string{got[0].Notes, got[1].Notes}
	if diff := cmp.Diff([][]string{{"See the map of the trees."}, {"See the map of the water.", "See the house."}}, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestSplitSaysWhatWasRecognised(t *testing.T) {
	c := placed(false,
		[]string{"1. The members spoke at length about the trees of the town and of how they are given"},
		[]string{"water in the summer.", "|2. The members spoke at length about the water of the town and of how it is kept."},
		[]string{"3. The members spoke at length about the water of the town and of how it is kept."},
	)
	c.Pages[1].OCR = true
	passages, _ := paragraph.Split(c, "en")
	var got []bool
	for _, p := range passages {
		got = append(got, p.OCR)
	}
	if diff := cmp.Diff([]bool{true, true, false}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A date that a line breaks before its year begins no item.
func TestSplitKeepsBrokenDates(t *testing.T) {
	c := placed(false, []string{
		"1. The members of the council of the trees held their second session from 5 to 19 May",
		"2008. The trees of the town were seen at the third meeting, and those of the hill at the fourth.",
		"|2. The members of the council of the trees held their second session in the old garden.",
	})
	got, _ := paragraph.Split(c, "en")
	want := []string{
		"para-1 [] The members of the council of the trees held their second session from 5 to 19 May 2008. The trees of the town were seen at the third meeting, and those of the hill at the fourth.",
		"para-2 [] The members of the council of the trees held their second session in the old garden.",
	}
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
