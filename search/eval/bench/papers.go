package bench

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"travaux/search/un"
)

// papers draws what stands on documents: bodies and types by Zipf's law, more
// years from late than from early, languages mostly English.
type papers struct {
	random  *rand.Rand
	bodies  weights
	types   weights
	langs   weights
	numbers map[string]int // by meeting: the last document's number
}

// session says what stands between body and number of a symbol.
type session int

const (
	byYear session = iota
	ofAssembly
	ofCouncil
)

// body is a body as its symbols begin.
type body struct {
	path string
	by   session
}

// bodies are listed by how much they publish.
func bodies() []body {
	return []body{
		{"A", ofAssembly},
		{"S", byYear},
		{"E", byYear},
		{"A/HRC", ofCouncil},
		{"A/C.3", ofAssembly},
		{"CAC/COSP", byYear},
		{"A/C.5", ofAssembly},
		{"E/CN.15", byYear},
		{"CAC/COSP/IRG", byYear},
		{"A/C.6", ofAssembly},
		{"CTOC/COP", byYear},
		{"E/CN.7", byYear},
		{"CAC/COSP/WG.2", byYear},
		{"A/C.2", ofAssembly},
		{"E/CN.3", byYear},
		{"CAC/COSP/WG.4", byYear},
		{"A/C.1", ofAssembly},
		{"E/CN.6", byYear},
		{"CTOC/COP/WG.2", byYear},
		{"CAC/COSP/EG.1", byYear},
		{"E/CN.9", byYear},
		{"A/C.4", ofAssembly},
		{"CTOC/COP/WG.3", byYear},
		{"E/CN.5", byYear},
	}
}

// languages are listed by how much is held in them.
func languages() []string { return []string{"en", "fr", "es", "ru", "ar", "zh"} }

// The years of documents.
const (
	lastYear  = 2024
	firstYear = 1975
	meanAge   = 9.0 // years
)

func newPapers(random *rand.Rand) *papers {
	return &papers{
		random: random, bodies: zipfWeights(len(bodies()), 1), types: zipfWeights(len(contentTypes()), 1),
		langs: weights{80, 87, 92, 95, 98, 100}, numbers: map[string]int{},
	}
}

// contentTypes are the types that a document may have by itself.
func contentTypes() []un.Type {
	return slices.DeleteFunc(un.Types(), func(t un.Type) bool {
		return t == un.TypeCorrigendum || t == un.TypeAddendum || t == un.TypeRevision
	})
}

// weights are running sums.
type weights []float64

// zipfWeights gives n weights, each 1 / rank^s.
func zipfWeights(n int, s float64) weights {
	var w weights
	sum := 0.0
	for i := range n {
		sum += math.Pow(float64(i+1), -s)
		w = append(w, sum)
	}
	return w
}

// draw gives a place by its weight.
func (w weights) draw(random *rand.Rand) int {
	x := random.Float64() * w[len(w)-1]
	i, _ := slices.BinarySearchFunc(w, x, cmp.Compare[float64])
	return min(i, len(w)-1)
}

// length draws the number of passages of a document: mostly few, some many.
func (p *papers) length(mean float64) int {
	const spread = 0.8 // of the logarithm
	n := math.Exp(p.random.NormFloat64()*spread) * mean / math.Exp(spread*spread/2)
	return int(min(max(1, math.Round(n)), 20*mean))
}

// next gives another document, as the passage that all of its passages begin as.
func (p *papers) next(title string) Passage {
	b := bodies()[p.bodies.draw(p.random)]
	year := max(firstYear, lastYear-int(p.random.ExpFloat64()*meanAge))
	at := strconv.Itoa(year)
	switch b.by {
	case ofAssembly:
		at = strconv.Itoa(year - 1945)
	case ofCouncil:
		year = max(year, 2006)
		at = strconv.Itoa((year-2006)*3 + 1 + p.random.IntN(3))
	}
	meeting := b.path + "/" + at
	p.numbers[meeting]++
	return Passage{
		Symbol:  fmt.Sprintf("%s/%d", meeting, p.numbers[meeting]),
		Title:   title,
		Lang:    languages()[p.langs.draw(p.random)],
		Meeting: meeting, Body: b.path,
		Type: string(contentTypes()[p.types.draw(p.random)]),
		Year: strconv.Itoa(year),
		Date: fmt.Sprintf("%d-%02d-%02d", year, 1+p.random.IntN(12), 1+p.random.IntN(28)),
	}
}
