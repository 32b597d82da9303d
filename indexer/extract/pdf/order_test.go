package pdf_test

import (
	"fmt"
	"strings"
	"testing"
)

// lineAt is one line of text at a place.
func lineAt(x, y float64, text string) string {
	return fmt.Sprintf("BT /F1 10 Tf 1 0 0 1 %g %g Tm (%s) Tj ET ", x, y, text)
}

// A list of resolutions stands in two columns, each a table of numbers and
// titles, and is drawn from one column to the other row by row. The titles of
// the columns differ in height.
func TestColumnsOfATableWhoseRowsDoNotMeet(t *testing.T) {
	var content, left, right strings.Builder
	put := func(want *strings.Builder, x, y float64, number string, lines ...string) {
		content.WriteString(lineAt(x, y, number))
		want.WriteString(number + "|")
		for i, l := range lines {
			content.WriteString(lineAt(x+60, y-12*float64(i), l))
			want.WriteString(l + "|")
		}
	}
	put(&left, 50, 700, "60/1", "The first title is of", "three lines, since it", "has much to say")
	put(&right, 300, 700, "71/5", "The fifth title is of", "two lines, not more")
	put(&left, 50, 644, "60/2", "The second title stands", "a little lower")
	put(&right, 300, 662, "71/6", "The sixth title is long", "again, so that it ends", "below the second one")
	put(&left, 50, 622, "60/3", "The third title comes", "to an end in no time")
	put(&right, 300, 612, "71/7", "The seventh title is", "the last one there is")
	want := strings.TrimSuffix(left.String()+right.String(), "|")
	if got := texts(readFile(t, onePage(content.String()))); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestCellsAreReadOneByOne(t *testing.T) {
	tests := []struct {
		name, want string
		lines      []string
	}{
		{
			"cells of several lines",
			"Measure|taken so far|Adoption of a law|on public procurement|in the year|2011",
			[]string{
				lineAt(50, 700, "Measure"), lineAt(50, 688, "taken so far"),
				lineAt(200, 700, "Adoption of a law"), lineAt(200, 688, "on public procurement"), lineAt(200, 676, "in the year"),
				lineAt(400, 700, "2011"),
			},
		},
		{
			"a label beside the middle of its text",
			"Italy|The law was adopted|in the spring of last|year by both houses",
			[]string{
				lineAt(50, 688, "Italy"),
				lineAt(200, 700, "The law was adopted"), lineAt(200, 688, "in the spring of last"), lineAt(200, 676, "year by both houses"),
			},
		},
		{
			"a cell beside several rows",
			"Law|enforcement|one|a first matter|two|a second matter",
			[]string{
				lineAt(50, 700, "Law"), lineAt(50, 688, "enforcement"),
				lineAt(200, 700, "one"), lineAt(300, 700, "a first matter"),
				lineAt(200, 688, "two"), lineAt(300, 688, "a second matter"),
			},
		},
		{
			"close rows drawn row by row",
			"alpha|first|beta|second|gamma|third",
			[]string{
				lineAt(50, 700, "alpha"), lineAt(200, 700, "first"),
				lineAt(50, 688, "beta"), lineAt(200, 688, "second"),
				lineAt(50, 676, "gamma"), lineAt(200, 676, "third"),
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := texts(readFile(t, onePage(strings.Join(tt.lines, "")))); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
