package bench

import (
	"math"
	"slices"
)

// Latency are the times of one engine's answers to a class of queries, in
// milliseconds.
type Latency struct {
	P50, P95 float64
	// Queries is how many were answered.
	Queries int
	// Why is the reason of the first that was not.
	Why string
	// Refused is how many were not answered.
	Refused int
}

// Agreement tells how far an engine's answers are those of another. Engines stem
// differently, so not all totals can be equal.
type Agreement struct {
	// Equal is the share of queries with equal totals.
	Equal float64
	// Ratio is the median of total over the other's.
	Ratio float64
	// Overlap is the mean share of the other's first ten that are among the first
	// ten; queries of which either finds nothing do not count.
	Overlap float64
}

// Results are the answers of engines, by name and query; each time is the median
// over rounds.
type Results struct {
	queries []Query
	rounds  map[string][][]Reply
}

// NewResults begins a collection of answers to queries.
func NewResults(queries []Query) *Results {
	return &Results{queries: queries, rounds: map[string][][]Reply{}}
}

// Add takes the answers of one round.
func (r *Results) Add(engine string, replies []Reply) {
	r.rounds[engine] = append(r.rounds[engine], replies)
}

// replies gives an engine's answers by query, with the median time.
func (r *Results) replies(engine string) map[string]Reply {
	all := map[string]Reply{}
	times := map[string][]float64{}
	for _, round := range r.rounds[engine] {
		for _, reply := range round {
			all[reply.ID] = reply
			times[reply.ID] = append(times[reply.ID], reply.MS)
		}
	}
	for id, reply := range all {
		reply.MS = quantile(times[id], 0.5)
		all[id] = reply
	}
	return all
}

// Latency gives the times of a class.
func (r *Results) Latency(engine, class string) Latency {
	var l Latency
	var times []float64
	replies := r.replies(engine)
	for _, q := range r.queries {
		reply, ok := replies[q.ID]
		switch {
		case q.Class != class || !ok:
		case reply.Error != "":
			if l.Refused++; l.Why == "" {
				l.Why = reply.Error
			}
		default:
			times = append(times, reply.MS)
		}
	}
	l.Queries, l.P50, l.P95 = len(times), quantile(times, 0.5), quantile(times, 0.95)
	return l
}

// Agreement compares an engine's answers to a class with those of another. ok is
// false when they have none in common.
func (r *Results) Agreement(engine, other, class string) (a Agreement, ok bool) {
	ours, theirs := r.replies(engine), r.replies(other)
	both, equal, shared := 0, 0, 0
	var ratios []float64
	for _, q := range r.queries {
		x, one := ours[q.ID]
		y, two := theirs[q.ID]
		if q.Class != class || !one || !two || x.Error != "" || y.Error != "" {
			continue
		}
		both++
		if x.Total == y.Total {
			equal++
		}
		if len(x.Top) == 0 || len(y.Top) == 0 {
			continue
		}
		ratios = append(ratios, float64(x.Total)/float64(y.Total))
		shared++
		a.Overlap += overlap(x.Top, y.Top)
	}
	if both == 0 {
		return a, false
	}
	a.Equal = float64(equal) / float64(both)
	a.Ratio = quantile(ratios, 0.5)
	a.Overlap /= float64(max(1, shared))
	return a, true
}

// overlap is the share of what is in both among the shorter list.
func overlap(a, b []string) float64 {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// quantile gives the value that a share q of all do not pass, 0 of none.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	at := int(math.Ceil(q*float64(len(sorted)))) - 1
	return sorted[max(0, at)]
}
