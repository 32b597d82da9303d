package fidelity_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/fidelity"
)

func TestTokens(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"case and blanks", "Asset\u00a0RECOVERY\n12.", []string{"asset", "recovery", "12."}},
		{"line-end hyphen", "recom-\n  mendation", []string{"recommendation"}},
		{"hyphen inside", "follow-up", []string{"follow-up"}},
		{"number at the line's end", "5-\n7", []string{"5-", "7"}},
		{"Han", "第12段 asset回收", []string{"第", "12", "段", "asset", "回", "收"}},
		{"leaders and signs", "Introduction ........ 3 –", []string{"introduction", "3"}},
		{"ligature and direction mark", "\u200fof\ufb01ce", []string{"office"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, fidelity.Tokens(tt.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestCompare(t *testing.T) {
	tests := []struct {
		name, got, want string
		words, pairs    float64
		characters      float64
	}{
		{"equal", "a b c", "a b c", 1, 1, 1},
		{"nothing at all", "", "", 1, 1, 1},
		{"nothing read", "", "a b", 0, 0, 0},
		{"order", "c b a", "a b c", 1, 0, 1. / 3},
		{"glued", "ab c", "a b c", 2. / 5, 0, 1},
		{"one of four changed", "a b x d", "a b c d", 0.75, 1. / 3, 0.75},
	}
	for _, tt := range tests {
		s := fidelity.Compare(tt.got, tt.want)
		c := fidelity.Characters(tt.got, tt.want)
		for _, f := range []struct{ got, want float64 }{{s.Words, tt.words}, {s.Pairs, tt.pairs}, {c, tt.characters}} {
			if math.Abs(f.got-f.want) > 1e-9 {
				t.Errorf("%s: words %v pairs %v characters %v", tt.name, s.Words, s.Pairs, c)
				break
			}
		}
	}
}
