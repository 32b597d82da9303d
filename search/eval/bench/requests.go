package bench

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"net/url"
	"strings"

	"travaux/search"
)

// requestClasses are the queries that requests are made with, of a hundred; words
// by themselves and together are what most people ask.
func requestClasses() map[string]int {
	return map[string]int{opTerm: 4, "and3": 45, "or3": 25, opPhrase: 18, opNear: 5, opPrefix: 3}
}

// mix is what a hundred requests are.
func mix() []struct {
	name   string
	weight int
} {
	return []struct {
		name   string
		weight int
	}{
		{"page", 30},       // the search page: documents, facets, snippets
		{"page chosen", 8}, // with values of two facets chosen
		{"api", 30},        // documents with five facets
		{"api chosen", 8},
		{"api paragraphs", 8},
		{"api newest", 4},
		{"document", 8}, // a document's page, the words of a query marked
		{"suggest", 3},
		{"meeting", 1},
	}
}

// spare is how many queries in a hundred wanted are drawn: completions and
// meetings have few addresses, and one that was asked already is left out.
const spare = 115

// Requests draws n requests of a realistic mix from the passages of a collection,
// no address twice. Each is the path and query of a GET.
func Requests(passages iter.Seq2[Passage, error], n int, seed uint64) ([]string, error) {
	want := map[string]int{}
	for name, percent := range requestClasses() {
		want[name] = n*percent*spare/100/100 + 1
	}
	random := rand.New(rand.NewPCG(seed, 3))
	var symbols, meetings []string
	var chosen []url.Values
	seen := 0
	drawn, err := Draw(func(yield func(Passage, error) bool) {
		for p, err := range passages {
			// A reservoir of passages whose document and facets are asked for.
			if seen++; len(symbols) < n {
				symbols, meetings = append(symbols, p.Symbol), append(meetings, p.Meeting)
				chosen = append(chosen, url.Values{"body": {p.Body}, "type": {p.Type}})
			} else if at := random.IntN(seen); at < n {
				symbols[at], meetings[at] = p.Symbol, p.Meeting
				chosen[at] = url.Values{"body": {p.Body}, "type": {p.Type}}
			}
			if !yield(p, err) {
				return
			}
		}
	}, want, 0, seed+1)
	if err != nil {
		return nil, err
	}
	queries := drawn.Queries
	random.Shuffle(len(queries), func(i, j int) { queries[i], queries[j] = queries[j], queries[i] })
	return compose(queries, symbols, meetings, chosen, n, random)
}

// compose makes an address of each query.
func compose(queries []Query, symbols, meetings []string, chosen []url.Values, n int, random *rand.Rand) ([]string, error) {
	var names []string
	for _, m := range mix() {
		for range m.weight {
			names = append(names, m.name)
		}
	}
	var out []string
	asked := map[string]bool{}
	for i := 0; len(out) < n && i < len(queries); i++ {
		text, err := queries[i].Text()
		if err != nil {
			return nil, err
		}
		at := i % len(symbols)
		address := address(names[random.IntN(len(names))], text, symbols[at], meetings[at], chosen[at])
		if !asked[address] {
			asked[address] = true
			out = append(out, address)
		}
	}
	return out, nil
}

// address makes the path and query of one request.
func address(name, text, symbol, meeting string, chosen url.Values) string {
	values := search.Request{Query: text}.Values()
	choose := func() {
		for facet, v := range chosen {
			values[facet] = v
		}
	}
	facets := func() { values.Set("facets", "meeting,body,type,lang,year") }
	path := "/api/v1/search"
	switch name {
	case "page":
		path = "/search"
	case "page chosen":
		path = "/search"
		choose()
	case "api":
		facets()
	case "api chosen":
		choose()
		facets()
	case "api paragraphs":
		values.Set("view", string(search.Paragraphs))
		facets()
	case "api newest":
		values.Set("sort", string(search.Newest))
		facets()
	case "document":
		path = search.DocumentURL(symbol, "", "")
	case "suggest":
		word := strings.Trim(strings.Fields(text)[0], `"*`)
		return "/api/v1/suggest?" + url.Values{"q": {word[:min(len(word), 4)]}}.Encode()
	case "meeting":
		return fmt.Sprintf("/meeting/%s", meeting)
	}
	return path + "?" + values.Encode()
}
