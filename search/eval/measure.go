package eval

import (
	"math"
	"slices"
)

// Figures are means over the questions that have a relevant document; one that is
// not answered counts as 0. They are those of trec_eval.
type Figures struct {
	Queries int `json:"queries"`
	// NDCG10 is the normalised discounted cumulative gain of the first ten: the
	// gain is the grade itself, a rank's discount log2(rank+1), and the best order
	// is that of all judged documents (trec_eval's ndcg_cut_10).
	NDCG10 float64 `json:"ndcg@10"`
	// MAP is the mean of average precisions: the precision at the rank of each
	// relevant document, 0 for one that is not found (trec_eval's map).
	MAP float64 `json:"map"`
	// Recall100 is the share of relevant documents among the first hundred
	// (trec_eval's recall_100).
	Recall100 float64 `json:"recall@100"`
	// MRR10 is the reciprocal rank of the first relevant document, 0 when it is
	// not among the first ten (trec_eval's recip_rank, cut at ten).
	MRR10 float64 `json:"mrr@10"`
}

// Measure compares a run with what is relevant.
func Measure(c *Collection, run Run) Figures {
	var sum Figures
	for question, grades := range c.Grades {
		one := measure(run[question], grades)
		sum.NDCG10 += one.NDCG10
		sum.MAP += one.MAP
		sum.Recall100 += one.Recall100
		sum.MRR10 += one.MRR10
	}
	n := float64(len(c.Grades))
	return Figures{Queries: len(c.Grades), NDCG10: sum.NDCG10 / n, MAP: sum.MAP / n, Recall100: sum.Recall100 / n, MRR10: sum.MRR10 / n}
}

// measure gives the figures of one question.
func measure(ranked []string, grades map[string]int) Figures {
	const ten, hundred = 10, 100
	f := Figures{Queries: 1, NDCG10: gain(ranked, grades) / bestGain(grades)}
	found := 0
	for i, id := range ranked[:min(Depth, len(ranked))] {
		if grades[id] == 0 {
			continue
		}
		found++
		f.MAP += float64(found) / float64(i+1)
		if i < hundred {
			f.Recall100 = float64(found)
		}
		if i < ten && found == 1 {
			f.MRR10 = 1 / float64(i+1)
		}
	}
	f.MAP /= float64(len(grades))
	f.Recall100 /= float64(len(grades))
	return f
}

// gain is the discounted gain of the first ten documents.
func gain(ranked []string, grades map[string]int) float64 {
	sum := 0.0
	for i, id := range ranked[:min(10, len(ranked))] {
		sum += float64(grades[id]) / math.Log2(float64(i)+2)
	}
	return sum
}

// bestGain is the discounted gain of the best order.
func bestGain(grades map[string]int) float64 {
	ids := make([]string, 0, len(grades))
	for id := range grades {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return grades[b] - grades[a] })
	return gain(ids, grades)
}
