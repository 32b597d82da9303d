package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Collection is a retrieval collection.
type Collection struct {
	// Name is the name of its folder.
	Name      string
	Documents []Document
	Questions []Question
	// Grades tells by question and document how relevant the document is, where
	// it is at all: grades above 0.
	Grades map[string]map[string]int
}

// Document is a text to be found.
type Document struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Question is a text to find documents by.
type Question struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Read reads a collection from its folder: docs.jsonl with an object
// {"id","title","text"} on each line, queries.jsonl with {"id","text"}, and
// qrels.tsv with question, document and grade, a header line allowed. Errors name
// the file and the line: what cannot be read, an id that is missing or used
// twice, a judgement on what is in neither file.
func Read(dir string) (*Collection, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("read collection: %w", err)
	}
	c := &Collection{Name: filepath.Base(abs), Grades: map[string]map[string]int{}}
	documents, questions := map[string]int{}, map[string]int{}
	err = eachLine(filepath.Join(dir, "docs.jsonl"), func(n int, line []byte) error {
		var d Document
		if err := decode(line, &d); err != nil {
			return err
		}
		c.Documents = append(c.Documents, d)
		return note(documents, d.ID, n)
	})
	if err != nil {
		return nil, err
	}
	err = eachLine(filepath.Join(dir, "queries.jsonl"), func(n int, line []byte) error {
		var q Question
		if err := decode(line, &q); err != nil {
			return err
		}
		c.Questions = append(c.Questions, q)
		return note(questions, q.ID, n)
	})
	if err != nil {
		return nil, err
	}
	judgements := filepath.Join(dir, "qrels.tsv")
	err = eachLine(judgements, func(n int, line []byte) error {
		return c.grade(n, string(line), questions, documents)
	})
	if err == nil && len(c.Grades) == 0 {
		err = fmt.Errorf("%s: no document is relevant to any question", judgements)
	}
	return c, err
}

// note notes the line of an id.
func note(seen map[string]int, id string, line int) error {
	if id == "" {
		return errors.New(`"id" is missing or empty`)
	}
	if strings.ContainsAny(id, " \t\r\n") {
		return fmt.Errorf("id %q holds a blank", id)
	}
	if first, twice := seen[id]; twice {
		return fmt.Errorf("id %q stands on line %d already", id, first)
	}
	seen[id] = line
	return nil
}

// decode reads a line with one JSON object.
func decode(line []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("no JSON object as expected: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one JSON object")
	}
	return nil
}

// grade reads a line of qrels.tsv.
func (c *Collection) grade(n int, line string, questions, documents map[string]int) error {
	cells := strings.Split(line, "\t")
	if len(cells) != 3 {
		return fmt.Errorf("%d cells between tabs: expected question, document and grade", len(cells))
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	question, document := cells[0], cells[1]
	grade, err := strconv.Atoi(cells[2])
	switch {
	case err != nil && n == 1:
		return nil // the header
	case err != nil:
		return fmt.Errorf("grade %q is no whole number", cells[2])
	case questions[question] == 0:
		return fmt.Errorf("question %q is not in queries.jsonl", question)
	case documents[document] == 0:
		return fmt.Errorf("document %q is not in docs.jsonl", document)
	case grade <= 0:
		return nil
	}
	if c.Grades[question] == nil {
		c.Grades[question] = map[string]int{}
	}
	if _, twice := c.Grades[question][document]; twice {
		return fmt.Errorf("document %q is judged twice for question %q", document, question)
	}
	c.Grades[question][document] = grade
	return nil
}

// eachLine calls take with the number, from 1, and the text of every line that
// is not blank. Its errors get the file's name and the line's number.
func eachLine(path string, take func(n int, line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read collection: %w", err)
	}
	defer f.Close()
	in := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if text := bytes.TrimRight(line, "\r\n"); len(bytes.TrimSpace(text)) > 0 {
			if err := take(n, text); err != nil {
				return fmt.Errorf("%s, line %d: %w", path, n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", path, err)
		}
	}
}
