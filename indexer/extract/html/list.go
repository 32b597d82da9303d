package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// itemNumber gives what a browser prints before an item of a numbered list, with
// a blank behind it: "3. ", "b. ". It is empty for other items.
func itemNumber(li *html.Node) string {
	list := li.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return ""
	}
	form := listForm(list)
	if form == "" {
		return ""
	}
	return numeral(ordinalOf(li, list), form) + ". "
}

// maxItems bounds how far items are counted: a list that long is no list.
const maxItems = 5000

// ordinalOf counts an item: from the list's start, and anew from an item that
// says its value.
func ordinalOf(li, list *html.Node) int {
	step, count := 1, 0
	if n, err := strconv.Atoi(attribute(list, "start")); err == nil {
		count = n - 1
	}
	if _, reversed := find(list, "reversed"); reversed {
		step = -1
		if _, err := strconv.Atoi(attribute(list, "start")); err != nil {
			count = items(list)
		}
		count++
	}
	seen := 0
	for item := list.FirstChild; item != nil && seen < maxItems; item = item.NextSibling {
		if item.DataAtom != atom.Li {
			continue
		}
		seen++
		count += step
		if n, err := strconv.Atoi(attribute(item, "value")); err == nil {
			count = n
		}
		if item == li {
			break
		}
	}
	return count
}

func items(list *html.Node) int {
	n := 0
	for item := list.FirstChild; item != nil && n < maxItems; item = item.NextSibling {
		if item.DataAtom == atom.Li {
			n++
		}
	}
	return n
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
