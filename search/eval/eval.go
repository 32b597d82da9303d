// Package eval measures how well an engine ranks: it reads a retrieval
// collection (documents, questions, and which documents answer which question),
// puts it into an engine, asks every question and compares.
//
//	c, err := eval.Read("cranfield")
//	err = eval.Index(ctx, writer, c, "en")
//	run, err := eval.Ask(ctx, engine, c, eval.Options{})
//	figures := eval.Measure(c, run)
package eval

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"travaux/search"
	"travaux/search/un"
)

// Depth is how many documents a question is answered with, as in runs for TREC.
const Depth = 1000

// Run is the answer to each question, by its id: documents' ids, best first.
type Run map[string][]string

// Searcher is the part of search.Engine that answers questions.
type Searcher interface {
	Search(ctx context.Context, p search.Plan) (*search.Answer, error)
}

// Index writes a collection and publishes it: each document is a rendition in a
// language (BCP 47) with the title as its title and the text as one passage.
func Index(ctx context.Context, w search.Writer, c *Collection, language string) error {
	const batch = 500
	var put []un.Rendition
	for i, d := range c.Documents {
		name := nameOf(i)
		put = append(put, un.Rendition{
			Document: un.Document{ID: name, Title: d.Title}, Language: language, Files: []un.File{{SHA256: name, Name: name}},
			Passages: []un.Passage{{Anchor: "para-1", Number: "1", Type: un.Paragraph, Text: d.Text}},
		})
		if len(put) < batch && i+1 < len(c.Documents) {
			continue
		}
		if err := w.Apply(ctx, search.Change{Put: put}); err != nil {
			return fmt.Errorf("index %s: %w", c.Name, err)
		}
		put = nil
	}
	if _, err := w.Publish(ctx); err != nil {
		return fmt.Errorf("index %s: %w", c.Name, err)
	}
	return nil
}

// nameOf gives the id that a document has in the engine. A collection's own ids
// may look like symbols, which mean families and names.
func nameOf(i int) string { return fmt.Sprintf("eval-%09d", i) }

// Options are what asking may be told; the zero value serves.
type Options struct {
	// Depth is how many documents to ask for; 0 means the constant Depth.
	Depth int
	// Done is called after each question.
	Done func(asked, of int)
}

// Ask asks the questions that have a relevant document.
func Ask(ctx context.Context, s Searcher, c *Collection, o Options) (Run, error) {
	run := Run{}
	for _, q := range c.Questions {
		if len(c.Grades[q.ID]) == 0 {
			continue
		}
		answer, err := s.Search(ctx, search.Plan{Tree: Words(q.Text), Limit: cmp.Or(o.Depth, Depth)})
		if err != nil {
			return nil, fmt.Errorf("ask question %s of %s: %w", q.ID, c.Name, err)
		}
		ids := make([]string, len(answer.Hits))
		for i, h := range answer.Hits {
			at, err := strconv.Atoi(strings.TrimPrefix(h.ID, "eval-"))
			if err != nil || at >= len(c.Documents) {
				return nil, fmt.Errorf("ask question %s of %s: document %s is not of the collection", q.ID, c.Name, h.ID)
			}
			ids[i] = c.Documents[at].ID
		}
		run[q.ID] = ids
		if o.Done != nil {
			o.Done(len(run), len(c.Grades))
		}
	}
	return run, nil
}
