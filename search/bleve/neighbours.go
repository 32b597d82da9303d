package bleve

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"travaux/search"
)

// longestSymbol bounds the symbols that neighbours are looked for, in bytes.
const longestSymbol = 100

// Near implements search.Engine. Nearest is what shares the most of the
// symbol's beginning, its family first, then what takes the fewest changes of
// letters.
func (e *Engine) Near(ctx context.Context, symbol string, limit int) (_ []string, err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer e.done(s, &err)
	asked := symbolKey(symbol)
	if len(asked) > longestSymbol || limit <= 0 {
		return nil, nil
	}
	near := neighbours{asked: asked, limit: limit}
	for d := range uint32(s.columns.documentCount()) {
		if d%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		near.consider(s.columns.keys.View(d), s.columns.ids.View(d))
	}
	var out []string
	for _, n := range near.kept {
		out = append(out, strings.Clone(n.id)) // the generation may be closed before it is read
	}
	return out, nil
}

// neighbours are the nearest symbols of those considered so far.
type neighbours struct {
	asked string // the match key
	limit int
	kept  []neighbour // nearest first
	rows  [3][longestSymbol + 1]int
}

type neighbour struct {
	id     string
	remote int
}

// worthPart is how many changed letters a part between slashes outweighs that
// both symbols begin with.
const worthPart = 4

// consider takes a document in when it is nearer than one of those kept.
func (n *neighbours) consider(key, id string) {
	if key == "" || len(key) > longestSymbol {
		return
	}
	shared := sharedParts(n.asked, key)
	most := len(n.asked) + len(key)
	if shared == 0 {
		most = 2 // nothing in common but letters
	}
	if len(n.kept) == n.limit {
		most = min(most, n.kept[n.limit-1].remote+worthPart*shared)
	}
	changes, kin := partsApart(n.asked, key)
	if !kin {
		changes = n.changes(key, most)
	}
	if changes > most {
		return
	}
	found := neighbour{id, changes - worthPart*shared}
	at, _ := slices.BinarySearchFunc(n.kept, found, func(a, b neighbour) int {
		return cmp.Or(cmp.Compare(a.remote, b.remote), search.CompareSymbols(a.id, b.id))
	})
	if at < n.limit {
		n.kept = slices.Insert(n.kept, at, found)
		n.kept = n.kept[:min(len(n.kept), n.limit)]
	}
}

// changes counts the letters to change, add, leave out or swap with a neighbour
// to make the symbol asked for of another; more than most is not told exactly.
func (n *neighbours) changes(key string, most int) int {
	x, y := n.asked, key
	for x != "" && y != "" && x[0] == y[0] { // what both begin with changes nothing
		x, y = x[1:], y[1:]
	}
	if most < 0 || max(len(x)-len(y), len(y)-len(x)) > most {
		return most + 1
	}
	before, last, row := n.rows[0][:len(y)+1], n.rows[1][:len(y)+1], n.rows[2][:len(y)+1]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most+1 { // a swap may reach one row back
			return most + 1
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

// partsApart tells whether one symbol is the other with parts behind it, as a
// corrigendum's is its document's, and how many: each counts as one letter.
func partsApart(a, b string) (parts int, kin bool) {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	rest, begins := strings.CutPrefix(long, short)
	return strings.Count(rest, "/"), begins && short != "" && (rest == "" || rest[0] == '/')
}

// sharedParts counts the parts between slashes that two symbols begin with.
func sharedParts(a, b string) int {
	n, i := 0, 0
	for ; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == '/' {
			n++
		}
	}
	if (i == len(a) || a[i] == '/') && (i == len(b) || b[i] == '/') {
		n++
	}
	return n
}
