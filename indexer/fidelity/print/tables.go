package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"travaux/indexer/extract"
	"travaux/indexer/fidelity"
)

// tables prints the tables that are named, all of them if none is.
func tables(ctx context.Context, corpus string, names []string) error {
	if corpus == "" {
		return errors.New("set TRAVAUX_CORPUS to a folder with corpus and ir in it")
	}
	all := []struct {
		name  string
		print func(ctx context.Context, corpus string) error
	}{
		{"un", unDocuments},
		{"typeset", typeset},
		{"pages", pages},
		{"torture", torture},
	}
	for _, t := range all {
		if len(names) > 0 && !slices.Contains(names, t.name) {
			continue
		}
		if err := t.print(ctx, corpus); err != nil {
			return fmt.Errorf("table %s: %w", t.name, err)
		}
	}
	return nil
}

// unDocuments prints the agreement with pdftotext on UN documents, and what
// both took.
func unDocuments(ctx context.Context, corpus string) error {
	paths, decades, err := fidelity.Collection(filepath.Join(corpus, "corpus", "un"))
	if err != nil {
		return err
	}
	sound, doubted, err := fidelity.Sound(paths)
	if err != nil {
		return err
	}
	first, err := fidelity.ReadAll(ctx, extract.Config{}, sound)
	if err != nil {
		return err
	}
	second, err := fidelity.ReadAll(ctx, extract.Config{}, doubted)
	if err != nil {
		return err
	}
	documents := slices.Concat(first.Documents, second.Documents)
	fmt.Printf("\n%d UN documents against pdftotext, %d of them looked at by a second reader\n\n", len(paths), len(doubted))
	heads("group", "documents", "words mean", "5th percentile", "least", "pairs mean", "file of the least")
	printRows(documents, func(fidelity.Document) string { return "all" })
	printRows(documents, func(d fidelity.Document) string {
		if script := fidelity.Script(d.Reference); script != "Latin" && script != "Cyrillic" {
			return ""
		}
		return "Latin and Cyrillic"
	})
	printRows(documents, func(d fidelity.Document) string { return fidelity.Script(d.Reference) })
	printRows(documents, func(d fidelity.Document) string { return decades[filepath.Base(d.Path)] })
	printCost("the first reader", first)
	printCost("with PDFium, its start included", second)
	return nil
}

func printCost(name string, r fidelity.Run) {
	pages := r.Pages()
	fmt.Printf("\n%s: %d files, %d pages; CPU a page %v, pdftotext %v, ratio %.2f; peak memory of a worker %d MB\n", name,
		len(r.Documents), pages, each(r.Ours, pages), each(r.Theirs, pages), float64(r.Ours)/float64(r.Theirs), r.Peak>>20)
}

func each(d time.Duration, pages int) time.Duration {
	return (d / time.Duration(max(pages, 1))).Round(10 * time.Microsecond)
}

func printRows(documents []fidelity.Document, group func(fidelity.Document) string) {
	for _, r := range fidelity.Table(documents, group) {
		fmt.Printf("| %s | %d | %.4f | %.4f | %.4f | %.4f | %s |\n", r.Name, r.Documents, r.Words, r.Low, r.Least, r.Pairs, r.Worst)
	}
}

// heads prints the head of a table.
func heads(names ...string) {
	rule := ""
	for _, n := range names {
		fmt.Print("| ", n, " ")
		rule += "|---"
	}
	fmt.Println("|\n" + rule + "|")
}

// torture prints how the files fare that were made to break readers.
func torture(ctx context.Context, corpus string) error {
	fmt.Println()
	heads("folder", "files", "pdftotext opens", "of these opened here", "share", "hangs", "deaths of a worker")
	for _, folder := range []string{"torture", "multi"} {
		paths, err := filepath.Glob(filepath.Join(corpus, "corpus", folder, "*.pdf"))
		if err != nil {
			return err
		}
		run, err := fidelity.ReadAll(ctx, extract.Config{Timeout: 20 * time.Second}, paths)
		if err != nil {
			return err
		}
		o := fidelity.Count(run.Documents)
		fmt.Printf("| %s | %d | %d | %d | %.1f %% | %d | %d |\n", folder, len(paths), o.Theirs, o.Both,
			100*float64(o.Both)/float64(max(o.Theirs, 1)), o.Hung, o.Crashed)
		for _, f := range o.Missed {
			fmt.Println("  not opened:", f)
		}
	}
	return nil
}
