package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"travaux/indexer/extract"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/extract/pdfium"
	"travaux/indexer/fidelity"
	"travaux/indexer/layout"
)

// pages prints how real pages agree with transcripts: as the pool reads them,
// with all its readers, and as the single readers do.
func pages(ctx context.Context, corpus string) error {
	transcripts, err := fidelity.Transcripts()
	if err != nil {
		return err
	}
	pool, err := extract.NewPool(extract.Config{Workers: 1})
	if err != nil {
		return err
	}
	defer pool.Close()
	engine, err := pdfium.Open("")
	if err != nil {
		return err
	}
	defer engine.Close()
	fmt.Print("\nReal pages against transcripts: characters, words, pairs\n\n")
	heads("page", "language", "travaux", "read by", "first reader", "PDFium", "pdftotext")
	for _, t := range transcripts {
		path := filepath.Join(corpus, t.File)
		all, err := pool.Read(ctx, path, "")
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		theirs, err := engine.Read(data, pdfium.Options{})
		if err != nil {
			return err
		}
		first, err := pdf.Read(data, pdf.Options{})
		if err != nil {
			return err
		}
		poppler, err := fidelity.PdftotextPage(ctx, path, t.Page)
		if err != nil {
			return err
		}
		fmt.Printf("| %s, %d | %s | %s | %s | %s | %s | %s |\n", filepath.Base(t.File), t.Page, t.Language,
			figures(t, fidelity.PageText(all, t.Page)), readBy(all, t.Page), figures(t, fidelity.PageText(first, t.Page)),
			figures(t, fidelity.PageText(theirs, t.Page)), figures(t, poppler))
	}
	return nil
}

func figures(t fidelity.Transcript, text string) string {
	c, s := t.Compare(text)
	return fmt.Sprintf("%.4f %.4f %.4f", c, s.Words, s.Pairs)
}

func readBy(c *layout.Content, page int) string {
	for _, p := range c.Pages {
		if p.Number == page && p.Reader != "" {
			return p.Reader
		}
	}
	return c.Reader
}

// seal prints the transcript of a page as a line of transcripts.jsonl: language,
// file below the folder of documents, page, file with the text.
func seal(args []string) error {
	if len(args) != 4 {
		return errors.New("use: print seal LANGUAGE FILE PAGE TEXTFILE")
	}
	page, err := strconv.Atoi(args[2])
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	text, err := os.ReadFile(args[3])
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(fidelity.Seal(args[1], page, args[0], string(text)))
}
