package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name   string
		screen screen
		pieces []piece
		want   []string
	}{
		{
			name:   "at blanks",
			screen: screen{width: 24},
			pieces: []piece{{"the return of assets to their prior legitimate owners", plainStyle}},
			want:   []string{"  the return of assets", "  to their prior", "  legitimate owners"},
		},
		{
			name:   "between Chinese characters, of two cells each",
			screen: screen{width: 24},
			pieces: []piece{{"联合国反腐败公约缔约国会议,资产追回", plainStyle}},
			want:   []string{"  联合国反腐败公约缔约国", "  会议,资产追回"},
		},
		{
			name:   "pieces of one word stay together",
			screen: screen{width: 24},
			pieces: []piece{{"twelve characters here un", plainStyle}, {"broken", bold}},
			want:   []string{"  twelve characters here", "  unbroken"},
		},
		{
			name:   "styles around words, none around blanks",
			screen: screen{width: 40, color: true},
			pieces: []piece{{"asset recovery", bold}, {" works", plainStyle}},
			want:   []string{"  \x1b[1masset\x1b[0m \x1b[1mrecovery\x1b[0m works"},
		},
		{
			name:   "a document does not steer the terminal",
			screen: screen{width: 40},
			pieces: []piece{{"red \x1b[31malert\a\r\nnext", plainStyle}},
			want:   []string{"  red [31malert next"},
		},
		{name: "nothing", screen: screen{width: 40}, pieces: []piece{{"  ", plainStyle}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := tt.screen.wrap("  ", tt.pieces...)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
			for _, line := range got {
				if !tt.screen.color && textWidth(line) > tt.screen.width {
					t.Errorf("%q is %d cells wide", line, textWidth(line))
				}
			}
		})
	}
}

func TestHang(t *testing.T) {
	s := screen{width: 26}
	want := []string{"  12  General Assembly,", "      seventy-ninth", "      session A/79"}
	if diff := cmp.Diff(want, s.hang("  12  ", piece{"General Assembly, seventy-ninth session", plainStyle}, piece{" A/79", dim})); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{" 1."}, s.hang(" 1. ")); diff != "" {
		t.Errorf("nothing (-want +got):\n%s", diff)
	}
}

func TestCount(t *testing.T) {
	for want, got := range map[string]string{
		"1 file": count(1, "file"), "0 files": count(0, "file"), "2 entries": count(2, "entry"),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNothingSteersTheTerminal(t *testing.T) {
	steering := "\x1b[31mred\x1b[0m \u009b1m\u202eabc\u2066d\u2069\nnext"
	got := oneLine(steering) + strings.Join(screen{width: 80}.wrap("", piece{steering, plainStyle}), "|")
	if strings.ContainsFunc(got, steers) {
		t.Errorf("%q", got)
	}
	for _, word := range []string{"red", "abcd", "next"} {
		if strings.Count(got, word) != 2 {
			t.Errorf("%q has %q %d times, want 2", got, word, strings.Count(got, word))
		}
	}
}

func TestMarksWithoutColours(t *testing.T) {
	s := screen{width: 80}
	if got := s.set(bold, "title"); strings.Contains(got, "\x1b") {
		t.Errorf("colour where there is none: %q", got)
	}
}
