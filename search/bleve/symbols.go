package bleve

import (
	"bytes"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"

	"travaux/search/un"
)

// symbolTokenizer adds to the words of a text a token for every document symbol
// in it, at the place of the symbol's first part: its match key. The parts are
// kept, so that "58/4" finds A/RES/58/4; but who looks for A/79/1 finds neither
// A/79/12 nor what only has a 79 and a 1.
type symbolTokenizer struct{ words analysis.Tokenizer }

// Tokenize implements analysis.Tokenizer.
func (t symbolTokenizer) Tokenize(text []byte) analysis.TokenStream {
	stream := t.words.Tokenize(text)
	if bytes.IndexByte(text, '/') < 0 {
		return stream
	}
	var symbols analysis.TokenStream
	for at := 0; at < len(text); {
		from, to := symbolRun(text, at)
		if key := symbolTerm(text[from:to]); key != "" {
			symbols = append(symbols, &analysis.Token{Term: []byte(key), Start: from, End: to, Type: analysis.AlphaNumeric})
		}
		at = to + 1
	}
	return withSymbols(stream, symbols)
}

// symbolRun gives the next run of characters that symbols are made of.
func symbolRun(text []byte, at int) (from, to int) {
	for at < len(text) && !ofSymbol(text[at]) {
		at++
	}
	from = at
	for at < len(text) && ofSymbol(text[at]) {
		at++
	}
	for at > from && strings.IndexByte(".-/(&", text[at-1]) >= 0 {
		at--
	}
	for at > from && text[at-1] == ')' && bytes.Count(text[from:at], []byte{')'}) > bytes.Count(text[from:at], []byte{'('}) {
		at--
	}
	return from, at
}

func ofSymbol(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("/.-()&", c) >= 0
}

// symbolTerm gives the term of a run that is a symbol, else nothing. Without a
// slash and a digit none is.
func symbolTerm(run []byte) string {
	const longest = 100
	if len(run) > longest || bytes.IndexByte(run, '/') <= 0 || !bytes.ContainsAny(run, "0123456789") {
		return ""
	}
	s, err := un.ParseSymbol(string(run))
	if err != nil {
		return ""
	}
	return strings.ToLower(s.Key())
}

// withSymbols puts every symbol before its first part, at the same position.
func withSymbols(stream, symbols analysis.TokenStream) analysis.TokenStream {
	if len(symbols) == 0 {
		return stream
	}
	out := make(analysis.TokenStream, 0, len(stream)+len(symbols))
	for _, t := range stream {
		for len(symbols) > 0 && symbols[0].Start <= t.Start {
			if t.Start < symbols[0].End {
				symbols[0].Position = t.Position
				out = append(out, symbols[0])
			}
			symbols = symbols[1:]
		}
		out = append(out, t)
	}
	return out
}
