package doc_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/doc"
	"travaux/indexer/layout"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name, in string
		want     []layout.Line
	}{
		{"paragraphs", "Report\n\n1.\tThe  Meeting\u00a0opened.\n", []layout.Line{{Text: "Report", Block: 1}, {Text: "1. The Meeting opened.", Block: 2}}},
		{"a table", "|Year   |Drafts |\n|2028   |41     |\n|       |       |\n", []layout.Line{{Text: "Year\tDrafts", Row: true, Block: 1}, {Text: "2028\t41", Row: true, Block: 2}}},
		{"an empty cell", "|  |7 |\n", []layout.Line{{Text: "\t7", Row: true, Block: 1}}},
		{"pictures and new pages", "[pic]\nOne\fTwo [pic]\n", []layout.Line{{Text: "One", Block: 1}, {Text: "Two", Block: 2}}},
		{"bytes that are no text", "a\xffb\x01c\n", []layout.Line{{Text: "a\uFFFDbc", Block: 1}}},
		{"a stroke that is no table", "| or ||\n", []layout.Line{{Text: "or\t", Row: true, Block: 1}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := doc.Parse([]byte(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got.Pages[0].Lines); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if _, err := doc.Parse([]byte(" \n[pic]\n")); err == nil {
		t.Error("nothing at all gives no error")
	}
}

// TestConvert reads the Word files of the corpus. The sentences were read in the
// documents: a paragraph, a row of a table, the end of a numbered list.
func TestConvert(t *testing.T) {
	dir := corpus.Path(t, "corpus", "multi")
	tests := []struct {
		file  string
		lines []string
	}{
		{"R-REC-S.354-2-197407-I!!MSW-E.doc", []string{"RECOMMENDATION ITU-R S.354-2*", "(1963-1970-1974)", "considering", "recommends"}},
		{"T-REC-R.21-199608-I!!MSW-E.doc", []string{"Telegraph distortion\tR.1-R.19", "Definitions\tR.140-R.149"}},
		{"T-REC-U.1-199303-I!!MSW-E.doc", []string{"FOREWORD", "Recommendation U.1 (03/93)"}},
		{"T-REC-X.ImpOSI-200612-I!!MSW-E.doc", []string{"1.1 Background", "This Guide is approved by ITU-T Study Group 17."}},
	}
	antiword := converter(t, "antiword")
	for _, tt := range tests {
		text, err := antiword.Convert(t.Context(), launcher(t), open(t, filepath.Join(dir, tt.file)))
		if err != nil {
			t.Errorf("%s: %v", tt.file, err)
			continue
		}
		content, err := doc.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", tt.file, err)
			continue
		}
		found := map[string]bool{}
		for _, l := range content.Pages[0].Lines {
			found[l.Text] = true
		}
		for _, want := range tt.lines {
			if !found[want] {
				t.Errorf("%s: no line %q", tt.file, want)
			}
		}
	}
}

// TestRich reads a small RTF file of our own.
func TestRich(t *testing.T) {
	const file = `{\rtf1\ansi\ansicpg1252 {\fonttbl{\f0 Times;}}\pard Report of the meeting\par 1. The caf\'e9 of \u1044?\u1072? was opened.\par}`
	text, err := converter(t, "catdoc").Convert(t.Context(), launcher(t), holding(t, file))
	if err != nil {
		t.Fatal(err)
	}
	content, err := doc.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range content.Pages[0].Lines {
		got = append(got, l.Text)
	}
	if diff := cmp.Diff([]string{"Report of the meeting", "1. The café of Да was opened."}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNoWordFile has a converter refuse what is no Word file.
func TestNoWordFile(t *testing.T) {
	if out, err := converter(t, "antiword").Convert(t.Context(), launcher(t), holding(t, "plain")); err == nil {
		t.Errorf("got %q", out)
	}
}

func open(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// holding makes a file of the bytes in text.
func holding(t *testing.T, text string) *os.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "\xff -h.doc") // a name that is no text
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

func converter(t *testing.T, name string) doc.Converter {
	t.Helper()
	for _, c := range doc.Find("") {
		if c.Name == name {
			return c
		}
	}
	corpus.Missing(t, name)
	return doc.Converter{}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("Report\n\n1.\tThe Meeting.\n|a |b |\n[pic]\f\n"))
	f.Add([]byte("|||\n||\n|\xff|\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		content, err := doc.Parse(in)
		if err != nil {
			return
		}
		for i, l := range content.Pages[0].Lines {
			if strings.Trim(l.Text, "\t") == "" || strings.ContainsAny(l.Text, "\n\r\f") || l.Block != i+1 {
				t.Errorf("line %d: %+v", i, l)
			}
		}
	})
}
