package enginetest

import (
	"math"
	"testing"

	"travaux/search"
)

// scoresAreExplained: an explanation's score is the hit's, the order of results is
// that of explanations, and those of paragraphs add up.
func scoresAreExplained(t *testing.T, m Maker) {
	e := published(t, m, append(Synthetic(40, 12),
		doc("A/80/1").title("Theft").says("Theft and fraud; theft.", "Fraud.").made(),
		doc("A/80/1").in("fr").title("Vol").says("Theft, dit-on.", "Theft, theft, theft.").made(),
		doc("A/80/1/Add.1").says("Theft.").made(),
	)...)
	for _, text := range []string{"theft", "theft OR asset OR recovery", `"asset recovery" OR =assets`, "recover* -fraud", "资产", "lang:en", ""} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := plan(t, view, text)
			for _, h := range answer(t, e, p).Hits {
				if h.Explanation != nil {
					t.Fatalf("%s explains what nobody asked for", text)
				}
			}
			p.Explain = true
			last := math.Inf(1)
			for _, h := range answer(t, e, p).Hits {
				x := h.Explanation
				if x == nil || x.Rule == "" {
					t.Fatalf("%s, %s: %s is not explained", text, view, h.ID)
				}
				if !alike(x.Score, h.Score) {
					t.Errorf("%s, %s: %s scores %v, explained as %v", text, view, h.ID, h.Score, x.Score)
				}
				if x.Score > last && !alike(x.Score, last) {
					t.Errorf("%s, %s: %s scores %v behind %v", text, view, h.ID, x.Score, last)
				}
				last = x.Score
				sum := 0.0
				for _, part := range x.Parts {
					sum += part.Score
				}
				if view == search.Paragraphs && !alike(sum, x.Score) {
					t.Errorf("%s: the parts of %s add up to %v, not %v", text, h.ID, sum, x.Score)
				}
			}
		}
	}
}

// alike compares two scores to within rounding.
func alike(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a)) }
