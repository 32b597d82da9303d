package paragraph

import (
	"strconv"
	"strings"
)

// anchorOf makes the anchor of a number: "para-12", "annex-I-para-4",
// "para-5-bis", "para-13.8".
func anchorOf(prefix, unit, number string) string {
	return joinAnchor(prefix, unit+"-"+strings.ReplaceAll(number, " ", "-"))
}

func joinAnchor(prefix, rest string) string {
	switch {
	case prefix == "":
		return rest
	case rest == "":
		return prefix
	}
	return prefix + "-" + rest
}

// anchors hands out anchors and sees to it that none is given twice.
type anchors struct {
	used   map[string]bool
	again  map[string]int // how often an anchor was asked for again
	counts map[string]int
}

func newAnchors() *anchors {
	return &anchors{used: map[string]bool{}, again: map[string]int{}, counts: map[string]int{}}
}

// take gives the anchor itself, or with "-2" and so on when it is taken.
func (a *anchors) take(anchor string) string {
	unique := anchor
	for a.used[unique] {
		a.again[anchor]++
		unique = anchor + "-" + strconv.Itoa(a.again[anchor]+1)
	}
	a.used[unique] = true
	return unique
}

// next counts the blocks of a kind: "block-7".
func (a *anchors) next(kind string) string {
	a.counts[kind]++
	return a.take(kind + "-" + strconv.Itoa(a.counts[kind]))
}
