// Package bench makes collections of any size out of a small real one, draws
// queries from them by class, and measures engines with both: ours in the same
// form of process as its peers. What a collection and a query look like in a file
// is the protocol that every peer reads (docs/performance.md).
//
//	source, err := bench.ReadSource(file)
//	generator := bench.NewGenerator(source, bench.Size{Passages: 125_000}, seed)
//	for passage := range generator.All() { ... }
package bench

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
)

// Passage is one line of passages.jsonl: a passage with the seven keywords of its
// document (symbol, meeting, body, type, lang, year) and its own (kind).
type Passage struct {
	// ID is symbol, "#" and anchor.
	ID      string `json:"id"`
	Symbol  string `json:"symbol"`
	Title   string `json:"title"`
	Lang    string `json:"lang"`
	Text    string `json:"text"`
	Meeting string `json:"meeting"`
	Body    string `json:"body"`
	Type    string `json:"type"`
	Year    string `json:"year"`
	// Kind is empty for most passages.
	Kind string `json:"kind,omitempty"`
	// Date is ISO 8601, whole.
	Date string `json:"date"`
	// States are no part of the protocol: only ours takes them.
	States []string `json:"states,omitempty"`
}

// maxLine bounds a line of a file of this package, in bytes.
const maxLine = 16 << 20

// Lines reads a file of one JSON value a line. It ends at the first error, which
// it gives.
func Lines[T any](r io.Reader) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		scanner := bufio.NewScanner(r)
		scanner.Buffer(make([]byte, 64<<10), maxLine)
		for n := 1; scanner.Scan(); n++ {
			var v T
			if err := json.Unmarshal(scanner.Bytes(), &v); err != nil {
				yield(v, fmt.Errorf("line %d: %w", n, err))
				return
			}
			if !yield(v, nil) {
				return
			}
		}
		if err := scanner.Err(); err != nil {
			var zero T
			yield(zero, err)
		}
	}
}

// ReadAll reads a file of one JSON value a line whole.
func ReadAll[T any](path string) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []T
	for v, err := range Lines[T](f) {
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		all = append(all, v)
	}
	return all, nil
}

// WriteAll writes values a line each. The file appears when it is whole, and a
// stopped run leaves nothing that looks done.
func WriteAll[T any](path string, values iter.Seq2[T, error]) error {
	tmp := path + ".tmp"
	f, err := os.Create(tmp)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for v, verr := range values {
		if err = verr; err == nil {
			err = encoder.Encode(v)
		}
		if err != nil {
			break
		}
	}
	if err = errors.Join(err, w.Flush(), f.Close()); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), os.Remove(tmp))
	}
	return os.Rename(tmp, path)
}
