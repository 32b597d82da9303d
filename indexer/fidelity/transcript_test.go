package fidelity_test

import (
	"os"
	"path/filepath"
	"testing"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/extract/pdfium"
	"travaux/indexer/fidelity"
)

func TestTranscriptCompare(t *testing.T) {
	sealed := fidelity.Seal("a.pdf", 1, "en", "Asset recov-\nery of States")
	tests := []struct {
		name, text               string
		characters, words, pairs float64
	}{
		{"the same", "asset recovery\nof States", 1, 1, 1},
		{"order", "States of recovery asset", 1, 1, 0},
		{"a word missing", "asset recovery of", 2 * 15. / (15 + 21), 6. / 7, 0.8},
		{"nothing", "", 0, 0, 0},
	}
	for _, tt := range tests {
		characters, s := sealed.Compare(tt.text)
		for _, f := range []struct{ got, want float64 }{{characters, tt.characters}, {s.Words, tt.words}, {s.Pairs, tt.pairs}} {
			if f.got < f.want-1e-9 || f.got > f.want+1e-9 {
				t.Errorf("%s: characters %v words %v pairs %v", tt.name, characters, s.Words, s.Pairs)
				break
			}
		}
	}
}

// TestRealPages holds pages to transcripts checked by eye: no page may lose more
// characters here than with PDFium. The one whose fonts say something else than
// what is drawn must be in doubt, so that it is recognised instead.
func TestRealPages(t *testing.T) {
	all, err := fidelity.Transcripts()
	if err != nil {
		t.Fatal(err)
	}
	root := corpus.Path(t)
	engine, err := pdfium.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = engine.Close() })
	languages := map[string]int{}
	for _, transcript := range all {
		languages[transcript.Language]++
		data, err := os.ReadFile(filepath.Join(root, transcript.File))
		if err != nil {
			corpus.Missing(t, err.Error())
		}
		theirs, err := engine.Read(data, pdfium.Options{})
		if err != nil {
			t.Fatal(err)
		}
		ours, err := pdf.Read(data, pdf.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, s := transcript.Compare(fidelity.PageText(ours, transcript.Page))
		pdfiums, _ := transcript.Compare(fidelity.PageText(theirs, transcript.Page))
		t.Logf("%s: characters %.4f (PDFium %.4f), words %.4f, pairs %.4f", transcript.File, got, pdfiums, s.Words, s.Pairs)
		if doubt := ours.Pages[transcript.Page-1].Doubt; got < pdfiums-1e-9 && doubt == "" || doubt != "" && got > 0.9 {
			t.Errorf("%s, page %d: characters %.4f, PDFium %.4f, doubt %q", transcript.File, transcript.Page, got, pdfiums, doubt)
		}
	}
	for _, language := range []string{"ar", "es", "fr", "ru"} {
		if languages[language] < 2 {
			t.Errorf("%d pages in %s", languages[language], language)
		}
	}
}
