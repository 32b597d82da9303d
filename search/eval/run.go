package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// placed is a line of a run file.
type placed struct {
	id    string
	score float64
	line  int
}

// ReadRun reads the answers of another program from a run file as TREC's:
// question, Q0, document, rank, score and a name, with blanks between them. The
// order is that of the scores, and of the lines where they are equal. Errors name
// the line; a document that the collection does not have is one.
func ReadRun(path string, c *Collection) (Run, error) {
	known := make(map[string]bool, len(c.Documents))
	for _, d := range c.Documents {
		known[d.ID] = true
	}
	answers, seen := map[string][]placed{}, map[[2]string]int{}
	err := eachLine(path, func(n int, line []byte) error {
		cells := strings.Fields(string(line))
		if len(cells) != 6 {
			return fmt.Errorf("%d words: expected question, Q0, document, rank, score and name", len(cells))
		}
		score, err := strconv.ParseFloat(cells[4], 64)
		if err != nil {
			return fmt.Errorf("score %q is no number", cells[4])
		}
		if !known[cells[2]] {
			return fmt.Errorf("document %q is not in docs.jsonl", cells[2])
		}
		pair := [2]string{cells[0], cells[2]}
		if first, twice := seen[pair]; twice {
			return fmt.Errorf("document %q answers question %q on line %d already", cells[2], cells[0], first)
		}
		seen[pair] = n
		answers[cells[0]] = append(answers[cells[0]], placed{cells[2], score, n})
		return nil
	})
	if err != nil {
		return nil, err
	}
	run := Run{}
	for question, all := range answers {
		slices.SortFunc(all, func(a, b placed) int {
			return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.line, b.line))
		})
		for _, p := range all {
			run[question] = append(run[question], p.id)
		}
	}
	return run, nil
}
