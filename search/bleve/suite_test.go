package bleve_test

import (
	"testing"
	"time"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/enginetest"
)

// maker implements enginetest.Maker on a folder.
type maker struct {
	dir       string
	analyzers *bleve.Analyzers
}

func (m maker) Writer() (search.Writer, error) { return bleve.OpenWriter(m.dir, bleve.WriterConfig{}) }

func (m maker) Engine() (search.Engine, error) {
	return bleve.Open(m.dir, bleve.Config{Timeout: time.Minute})
}

func (m maker) Tight() (search.Engine, error) {
	return bleve.Open(m.dir, bleve.Config{Timeout: time.Minute, Memory: 4 << 10})
}

func (m maker) Analyze(language, text string) []enginetest.Token {
	var out []enginetest.Token
	for _, t := range m.analyzers.Analyze(language, text) {
		out = append(out, enginetest.Token{Term: t.Term, Position: t.Position})
	}
	return out
}

func TestEngine(t *testing.T) {
	analyzers, err := bleve.NewAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	enginetest.Run(t, func(t *testing.T) enginetest.Maker { return maker{t.TempDir(), analyzers} })
}
