package pages

import (
	"slices"

	"travaux/search"
)

// backParameter holds the cursors of the pages before the last one, oldest
// first: a cursor only leads forward, and the way back must work without
// JavaScript.
const backParameter = "back"

// backLimit bounds the length of an address; who is further in can only go back
// so far, then to the beginning.
const backLimit = 30

// paging leads to the pages before and after.
type paging struct {
	First, Previous, Next string
	// Number is the page's number from 1, 0 when it is not known.
	Number int
}

// paging makes the links from a request's cursor and the cursors before it.
func (p *Pages) paging(asked search.Request, next string, back []string) paging {
	var links paging
	here := asked.Cursor
	if len(back) < backLimit {
		links.Number = len(back) + 1
		if here != "" {
			links.Number++
		}
	}
	if here != "" {
		links.First = p.page(asked, "", nil)
		links.Previous = links.First
		if n := len(back); n > 0 {
			links.Previous = p.page(asked, back[n-1], back[:n-1])
		}
	}
	if next != "" {
		trail := slices.Clone(back)
		if here != "" {
			trail = append(trail, here)
		}
		links.Next = p.page(asked, next, trail[max(0, len(trail)-backLimit):])
	}
	return links
}

// page is the address of the page that a cursor begins.
func (p *Pages) page(asked search.Request, cursor string, back []string) string {
	asked.Cursor = cursor
	address := p.links().Search(asked)
	for _, b := range back {
		address = withParameter(address, backParameter, b)
	}
	return address
}
