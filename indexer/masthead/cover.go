package masthead

import (
	"regexp"
	"slices"
	"strings"
)

// officialRE finds the lines of a cover that tell of which official records the
// document is a part.
var officialRE = regexp.MustCompile(unmarked(`^(?:` + officialPattern + `)`))

const officialPattern = `official records|supplement no|documents officiels|supplement n|documentos oficiales|suplemento num|официальные отчеты|дополнение №|الوثائق الرسمية|الملحق رقم|正式记录|补编第`

// joinDates joins the dates of a session that stand in parentheses and take more
// than one line, as on the narrow covers of Official Records: "(2 December 2016
// and" and "13-17 March 2017)".
func joinDates(lines []line) []line {
	for i := range lines {
		if i+1 >= len(lines) {
			break
		}
		if !openParenthesis(lines[i].text) {
			continue
		}
		whole := lines[i].text
		for j := i + 1; j < len(lines) && j <= i+2; j++ {
			whole += " " + lines[j].text
			if openParenthesis(whole) {
				continue
			}
			if meetingLine(whole) {
				lines[i].text, lines[i].folded = whole, fold(whole)
				lines = slices.Delete(lines, i+1, j+1)
			}
			break
		}
	}
	return lines
}

// openParenthesis reports whether a text begins with a parenthesis that it does
// not close.
func openParenthesis(text string) bool {
	return strings.HasPrefix(text, "(") && !strings.Contains(text, ")")
}
