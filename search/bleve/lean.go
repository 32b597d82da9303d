package bleve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"travaux/search/un"
)

// shownPassage reads of a passage what a hit shows. A page of hits shows thirty: to decode them whole took longer than to
// find them.
func (s *snapshot) shownPassage(ord uint32) (un.Passage, error) {
	var p un.Passage
	data, err := s.reader.stored(s.columns.entryOf[ord])
	if err != nil {
		return p, err
	}
	err = eachMember(data, func(name string, value []byte) error {
		switch name {
		case "anchor":
			return plainText(value, &p.Anchor)
		case "number":
			return plainText(value, &p.Number)
		case "type":
			return plainText(value, (*string)(&p.Type))
		case "language":
			return plainText(value, &p.Language)
		case "text":
			return plainText(value, &p.Text)
		case "page":
			p.Page, err = strconv.Atoi(string(value))
			return err
		case "kind":
			return json.Unmarshal(value, &p.Kinds)
		case "references":
			return json.Unmarshal(value, &p.References)
		}
		return nil
	})
	if err != nil {
		return p, fmt.Errorf("decode passage: %w", err)
	}
	return p, nil
}

// plainText decodes a JSON string.
func plainText(value []byte, into *string) error {
	if len(value) >= 2 && value[0] == '"' && bytes.IndexByte(value, '\\') < 0 {
		*into = string(value[1 : len(value)-1])
		return nil
	}
	return json.Unmarshal(value, into)
}

var errNoObject = errors.New("no JSON object")

// eachMember visits the members of a JSON object without decoding their values. The
// JSON is what encoding/json writes: valid, without blanks, and its names plain.
func eachMember(data []byte, visit func(name string, value []byte) error) error {
	if len(data) < 2 || data[0] != '{' {
		return errNoObject
	}
	for at := 1; at < len(data) && data[at] != '}'; {
		end := valueEnd(data, at)
		if end >= len(data) || data[end] != ':' || end < at+2 {
			return errNoObject
		}
		name, from := data[at+1:end-1], end+1
		end = valueEnd(data, from)
		if end > len(data) || end == from {
			return errNoObject
		}
		if err := visit(string(name), data[from:end]); err != nil {
			return err
		}
		if at = end; at < len(data) && data[at] == ',' {
			at++
		}
	}
	return nil
}

// valueEnd is where a JSON value ends.
func valueEnd(data []byte, at int) int {
	depth := 0
	for at < len(data) {
		switch data[at] {
		case '"':
			at = stringEnd(data, at)
			if depth == 0 {
				return at
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth <= 0 {
				return at + depth + 1
			}
		case ',', ':':
			if depth == 0 {
				return at
			}
		}
		at++
	}
	return at
}

// stringEnd is where a JSON string ends that begins at a place.
func stringEnd(data []byte, at int) int {
	for at++; at < len(data); at++ {
		i := bytes.IndexByte(data[at:], '"')
		if i < 0 {
			return len(data)
		}
		at += i
		escapes := 0
		for data[at-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return at + 1
		}
	}
	return at
}
