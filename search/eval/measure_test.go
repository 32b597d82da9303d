package eval_test

import (
	"math"
	"strconv"
	"testing"

	"travaux/search/eval"
)

// TestMeasure has figures worked out by hand.
func TestMeasure(t *testing.T) {
	log := math.Log2
	many := make([]string, 120)
	for i := range many {
		many[i] = "x" + strconv.Itoa(i)
	}
	for _, c := range []struct {
		name   string
		grades map[string]map[string]int
		run    eval.Run
		want   eval.Figures
	}{
		{
			// Gain 3/log2(3) + 1/log2(5); best 3/log2(2) + 2/log2(3) + 1/log2(4).
			// Precisions 1/2 at rank 2 and 2/4 at rank 4, of three relevant.
			name:   "grades",
			grades: map[string]map[string]int{"q": {"a": 3, "b": 2, "c": 1}},
			run:    eval.Run{"q": {"x", "a", "y", "c"}},
			want: eval.Figures{
				Queries: 1, NDCG10: (3/log(3) + 1/log(5)) / (3 + 2/log(3) + 0.5),
				MAP: (0.5 + 0.5) / 3, Recall100: 2.0 / 3, MRR10: 0.5,
			},
		},
		{
			name:   "best order",
			grades: map[string]map[string]int{"q": {"a": 2, "b": 1}},
			run:    eval.Run{"q": {"a", "b"}},
			want:   eval.Figures{Queries: 1, NDCG10: 1, MAP: 1, Recall100: 1, MRR10: 1},
		},
		{
			name:   "a question without an answer counts as nothing",
			grades: map[string]map[string]int{"q": {"a": 1}, "r": {"b": 1}},
			run:    eval.Run{"q": {"a"}},
			want:   eval.Figures{Queries: 2, NDCG10: 0.5, MAP: 0.5, Recall100: 0.5, MRR10: 0.5},
		},
		{
			name:   "a question without judgements is left out",
			grades: map[string]map[string]int{"q": {"a": 1}},
			run:    eval.Run{"q": {"a"}, "r": {"x"}},
			want:   eval.Figures{Queries: 1, NDCG10: 1, MAP: 1, Recall100: 1, MRR10: 1},
		},
		{
			name:   "rank 11 counts in map and recall alone",
			grades: map[string]map[string]int{"q": {"a": 1}},
			run:    eval.Run{"q": append(many[:10:10], "a")},
			want:   eval.Figures{Queries: 1, MAP: 1.0 / 11, Recall100: 1},
		},
		{
			name:   "rank 121 counts in map alone",
			grades: map[string]map[string]int{"q": {"a": 1}},
			run:    eval.Run{"q": append(many[:120:120], "a")},
			want:   eval.Figures{Queries: 1, MAP: 1.0 / 121},
		},
		{
			// Ten of twelve relevant ones fill the first ten: no order is better.
			name: "more relevant than ten",
			grades: map[string]map[string]int{"q": {
				"x0": 1, "x1": 1, "x2": 1, "x3": 1, "x4": 1, "x5": 1, "x6": 1, "x7": 1, "x8": 1, "x9": 1, "y": 1, "z": 1,
			}},
			run:  eval.Run{"q": many[:10]},
			want: eval.Figures{Queries: 1, NDCG10: 1, MAP: 10.0 / 12, Recall100: 10.0 / 12, MRR10: 1},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := eval.Measure(&eval.Collection{Grades: c.grades}, c.run)
			for name, pair := range map[string][2]float64{
				"queries": {float64(got.Queries), float64(c.want.Queries)}, "ndcg@10": {got.NDCG10, c.want.NDCG10}, "map": {got.MAP, c.want.MAP},
				"recall@100": {got.Recall100, c.want.Recall100}, "mrr@10": {got.MRR10, c.want.MRR10},
			} {
				if math.Abs(pair[0]-pair[1]) > 1e-12 {
					t.Errorf("%s %v, want %v", name, pair[0], pair[1])
				}
			}
		})
	}
}
