package main

import (
	"context"
	"fmt"
	"path/filepath"

	"travaux/indexer/extract"
	"travaux/indexer/fidelity"
	"travaux/search/un"
)

// typeset prints how text comes back that three programs have set in six
// languages.
func typeset(ctx context.Context, corpus string) error {
	const paragraphs = 40
	pool, err := extract.NewPool(extract.Config{Workers: 1, NoOCR: true})
	if err != nil {
		return err
	}
	defer pool.Close()
	fmt.Printf("\n%d paragraphs a language, typeset and read back\n\n", paragraphs)
	heads("language", "typesetter", "characters", "words", "pairs", "pdftotext: characters", "words", "pairs")
	for _, language := range un.Languages() {
		text, err := fidelity.KnownText(filepath.Join(corpus, "ir"), language, paragraphs)
		if err != nil {
			return err
		}
		for _, t := range fidelity.Typesetters() {
			s, err := t.Measure(ctx, fidelity.PoolReader(pool), language, text)
			if err != nil {
				return err
			}
			fmt.Printf("| %s | %s | %.4f | %.4f | %.4f | %.4f | %.4f | %.4f |\n", language, t.Name, s.Characters,
				s.Score.Words, s.Score.Pairs, s.Pdftotext.Characters, s.Pdftotext.Score.Words, s.Pdftotext.Score.Pairs)
		}
	}
	return nil
}
