package paragraph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/paragraph"
	"travaux/search/un"
)

// The items of a list that is too long for one passage are found one by one, each
// with its own kinds and States; what stands behind the list is numbered on.
func TestSplitLongList(t *testing.T) {
	texts := []string{"#Recommendations"}
	for n := 1; n <= 49; n++ {
		texts = append(texts, fmt.Sprintf("%d. The members of the group met in the garden of the house.", n))
	}
	texts = append(texts, "50. The following recommendations were made:")
	items := map[int]string{3: "Continue to plant trees (Norway)", 4: "Share its good practices in planting trees (Peru)"}
	for n := 1; n <= 30; n++ {
		text := items[n]
		if text == "" {
			text = "Plant a tree " + strings.Repeat("in the garden of the house ", 4) + "(Chile)"
		}
		texts = append(texts, fmt.Sprintf("%d. %s;", n, text))
	}
	texts = append(texts, "51. The members of the group met again in the garden of the house.")
	passages, _ := paragraph.Split(blocks(texts...), "en")
	got := map[string][]un.Kind{}
	states := map[string][]string{}
	for _, p := range passages {
		for _, k := range p.Kinds {
			got[p.Anchor] = append(got[p.Anchor], k.Value)
		}
		states[p.Anchor] = p.States
	}
	for anchor, want := range map[string][]un.Kind{
		"para-50": nil, "para-50-item-1": {un.Recommendation}, "para-50-item-3": {un.Recommendation},
		"para-50-item-4": {un.Recommendation, un.GoodPractice}, "para-50-item-30": {un.Recommendation}, "para-51": nil,
	} {
		if _, ok := states[anchor]; !ok {
			t.Errorf("no passage %s", anchor)
		}
		if diff := cmp.Diff(want, got[anchor]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", anchor, diff)
		}
	}
	if diff := cmp.Diff([]string{"NOR"}, states["para-50-item-3"]); diff != "" {
		t.Errorf("States (-want +got):\n%s", diff)
	}
}
