package fidelity

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"travaux/indexer/layout"
)

// A Transcript is a page as people read it, checked by eye against the picture
// of the page. The text itself is not ours to pass on: what is kept of it says
// how well another text agrees, and no more.
type Transcript struct {
	// File is the path below the folder of documents, Page the number from 1.
	File     string `json:"file"`
	Page     int    `json:"page"`
	Language string `json:"language"`
	// Characters counts each character of the page's words.
	Characters map[string]int `json:"characters"`
	// Words are the first 32 bits of the SHA-256 of each word, in order.
	Words []uint32 `json:"words"`
}

// Transcripts gives those that come with the program.
func Transcripts() ([]Transcript, error) {
	var out []Transcript
	for in := json.NewDecoder(bytes.NewReader(transcripts)); in.More(); {
		var t Transcript
		if err := in.Decode(&t); err != nil {
			return nil, fmt.Errorf("read transcripts: %w", err)
		}
		out = append(out, t)
	}
	return out, nil
}

//go:embed transcripts.jsonl
var transcripts []byte

// Seal makes the transcript of a page from its text, which has the lines in
// reading order and the marks of notes as words of their own. Pictures are no
// part of it.
func Seal(file string, page int, language, text string) Transcript {
	t := Transcript{File: file, Page: page, Language: language, Characters: map[string]int{}, Words: []uint32{}}
	for _, word := range Tokens(text) {
		t.Words = append(t.Words, sealed(word))
		for _, r := range word {
			t.Characters[string(r)]++
		}
	}
	return t
}

func sealed(word string) uint32 {
	sum := sha256.Sum256([]byte(word))
	return binary.BigEndian.Uint32(sum[:])
}

// Compare gives the F1 of the characters of a text with those of the page, their
// order left aside, and the agreement of its words.
func (t Transcript) Compare(text string) (characters float64, s Score) {
	other := Seal(t.File, t.Page, t.Language, text)
	s.Words = overlap(tally(other.Words), tally(t.Words))
	s.Pairs = overlap(tally(neighbours(other.Words)), tally(neighbours(t.Words)))
	return overlap(other.Characters, t.Characters), s
}

func neighbours(words []uint32) [][2]uint32 {
	out := make([][2]uint32, 0, len(words))
	for i := 1; i < len(words); i++ {
		out = append(out, [2]uint32{words[i-1], words[i]})
	}
	return out
}

func tally[T comparable](items []T) map[T]int {
	out := make(map[T]int, len(items))
	for _, i := range items {
		out[i]++
	}
	return out
}

// PageText gives the text of one page, empty if there is none of the number.
func PageText(c *layout.Content, page int) string {
	for _, p := range c.Pages {
		if p.Number == page {
			return Text(&layout.Content{Pages: []layout.Page{p}})
		}
	}
	return ""
}
