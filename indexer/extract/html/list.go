package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// itemNumber gives what a browser prints before an item of a numbered list, with
// a blank behind it: "3. ", "b. ". It is empty for other items.
func (c *collector) itemNumber(li *html.Node) string {
	list := li.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return ""
	}
	form := listForm(list)
	if form == "" {
		return ""
	}
	if _, counted := c.ordinals[li]; !counted {
		c.count(list)
	}
	return numeral(c.ordinals[li], form) + ". "
}

// count counts the items of a list: from the list's start, and anew from an item
// that says its value.
func (c *collector) count(list *html.Node) {
	var all []*html.Node
	for item := list.FirstChild; item != nil; item = item.NextSibling {
		if item.DataAtom == atom.Li {
			all = append(all, item)
		}
	}
	step, next := 1, 1
	if _, reversed := find(list, "reversed"); reversed {
		step, next = -1, len(all)
	}
	if n, err := strconv.Atoi(attribute(list, "start")); err == nil {
		next = n
	}
	for _, item := range all {
		if n, err := strconv.Atoi(attribute(item, "value")); err == nil {
			next = n
		}
		c.ordinals[item] = next
		next += step
	}
}

// listForm gives the form of a list's numbers as its type attribute names it: 1,
// a, A, i or I; empty for a list whose style takes the numbers away.
func listForm(list *html.Node) string {
	style := strings.ReplaceAll(strings.ToLower(attribute(list, "style")), " ", "")
	for _, f := range []struct{ style, form string }{
		{"list-style:none", ""},
		{"list-style-type:none", ""},
		{"lower-alpha", "a"},
		{"lower-latin", "a"},
		{"upper-alpha", "A"},
		{"upper-latin", "A"},
		{"lower-roman", "i"},
		{"upper-roman", "I"},
	} {
		if strings.Contains(style, f.style) {
			return f.form
		}
	}
	switch t := attribute(list, "type"); t {
	case "a", "A", "i", "I":
		return t
	}
	return "1"
}

// numeral writes a number in letters or in Roman figures.
func numeral(n int, form string) string {
	switch {
	case n < 1:
	case form == "a" || form == "A":
		out := ""
		for ; n > 0; n = (n - 1) / 26 {
			out = string(rune('a'+(n-1)%26)) + out
		}
		if form == "A" {
			return strings.ToUpper(out)
		}
		return out
	case form == "i" || form == "I":
		if out := roman(n); form == "I" {
			return strings.ToUpper(out)
		} else if out != "" {
			return out
		}
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	const most = 3999
	if n > most {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	for i, figure := range strings.Fields("m cm d cd c xc l xl x ix v iv i") {
		for ; n >= values[i]; n -= values[i] {
			out.WriteString(figure)
		}
	}
	return out.String()
}
