package fidelity

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// arabic is text of our own: forty paragraphs with and without vowel signs,
// Arabic-Indic and European digits, Latin words, brackets and lam-alef.
//
//go:embed arabic.txt
var arabic string

// KnownText gives the first n paragraphs to typeset in a language: for Arabic
// our own, for the others those of the retrieval collections in a folder.
// Paragraphs with characters foreign to their language are passed over, since
// not every typesetter has a second font to take them from.
func KnownText(collections, language string, n int) ([]string, error) {
	if language == "ar" {
		all := strings.Split(strings.TrimSpace(arabic), "\n")
		return all[:min(n, len(all))], nil
	}
	name := "xquad-" + language
	if language == "fr" {
		name = "piaf-fr"
	}
	f, err := os.Open(filepath.Join(collections, name, "docs.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("text in %s: %w", language, err)
	}
	defer f.Close()
	var out []string
	for in := json.NewDecoder(bufio.NewReader(f)); len(out) < n && in.More(); {
		var d struct {
			Text string `json:"text"`
		}
		if err := in.Decode(&d); err != nil {
			return nil, fmt.Errorf("text in %s: %w", language, err)
		}
		if !strings.ContainsFunc(d.Text, foreign(language)) {
			out = append(out, strings.Join(strings.Fields(d.Text), " "))
		}
	}
	return out, nil
}

// foreign tells the characters that a font for a language may lack.
func foreign(language string) func(rune) bool {
	return func(r rune) bool {
		switch {
		case r < 0x180 && unicode.IsPrint(r), r >= 0x2013 && r <= 0x2022, r == 0xa0:
			return false
		case language == "ru":
			return !unicode.Is(unicode.Cyrillic, r) && r != '№'
		case language == "zh":
			return !unicode.Is(unicode.Han, r) && !(r >= 0x3001 && r <= 0x3015) && !(r >= 0xff01 && r <= 0xff5e)
		}
		return true
	}
}
