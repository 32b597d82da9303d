package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"travaux/indexer/extract"
	"travaux/indexer/layout"
	"travaux/indexer/masthead"
	"travaux/indexer/paragraph"
	"travaux/search/archive"
	"travaux/search/un"

	"github.com/spf13/cobra"
)

// textCommand shows what the reader makes of one file.
func (p *program) textCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "text FILE",
		Short: "Show what is read from one file",
		Long: `Show what travaux reads from one file: its masthead and its paragraphs, with
--format json also every line of its pages. Of a page that lists the documents
of a meeting, show the meetings and the documents. It needs no index.
` + exitHelp,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			t, err := p.readText(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if format == "json" {
				return printJSON(p.stdout, t)
			}
			for _, w := range t.Warnings {
				fmt.Fprintf(p.stderr, "travaux: %s\n", oneLine(w))
			}
			return p.paged(cmd.Context(), func(w io.Writer, s screen) error { return printText(w, s, t) })
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// fileText is the JSON of `travaux text`.
type fileText struct {
	File     string   `json:"file"`
	SHA256   string   `json:"sha256"`
	Reader   string   `json:"reader"`
	Warnings []string `json:"warnings"`
	// Wanting names the program that would have read more of the file.
	Wanting  string       `json:"wanting,omitempty"`
	Masthead mastheadText `json:"masthead"`
	// Page is set when the file is a meeting page; the indexer then takes its
	// rows, and neither masthead nor passages. An index of sessions has no rows,
	// and its text as passages.
	Page     *pageText     `json:"page,omitempty"`
	Pages    []layout.Page `json:"pages"`
	Passages []un.Passage  `json:"passages"`
}

// mastheadText is the masthead in the JSON of `travaux text`.
type mastheadText struct {
	Symbol       string             `json:"symbol,omitempty"`
	Symbols      []string           `json:"symbols,omitempty"`
	Distribution string             `json:"distribution,omitempty"`
	Date         un.Date            `json:"date,omitempty"`
	Language     string             `json:"language,omitempty"`
	Original     string             `json:"original,omitempty"`
	Body         string             `json:"body,omitempty"`
	Subsidiary   string             `json:"subsidiary,omitempty"`
	Session      string             `json:"session,omitempty"`
	BodyName     string             `json:"body_name,omitempty"`
	Place        string             `json:"place,omitempty"`
	Start        un.Date            `json:"start,omitempty"`
	End          un.Date            `json:"end,omitempty"`
	AgendaItem   string             `json:"agenda_item,omitempty"`
	AgendaTitle  string             `json:"agenda_title,omitempty"`
	Title        string             `json:"title,omitempty"`
	Type         []un.Type          `json:"type,omitempty"`
	Origin       un.Type            `json:"origin,omitempty"`
	JobNumber    string             `json:"job_number,omitempty"`
	Confidence   map[string]float64 `json:"confidence,omitempty"`
}

// readText reads one file in a worker process and understands it.
func (p *program) readText(ctx context.Context, path string) (t fileText, err error) {
	data, err := headAndSum(path)
	if err != nil {
		return t, err
	}
	media := extract.Media(path, data.head)
	if media == "" {
		return t, fmt.Errorf("%s is of a kind of file that travaux does not read", path)
	}
	config := p.pool
	config.Workers = 1
	pool, err := extract.NewPool(config)
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	c, err := pool.Read(ctx, path, media)
	if err != nil {
		return t, fmt.Errorf("read %s: %w", path, err)
	}
	t = fileText{
		File: path, SHA256: data.sum, Reader: c.Reader, Warnings: append([]string{}, c.Warnings...),
		Wanting: c.Wanting, Pages: c.Pages, Passages: []un.Passage{},
	}
	t.understand(c)
	return t, nil
}

// understand adds what the indexer makes of the content: of a meeting page its
// rows, of an index of sessions its text, of all else masthead and text.
func (t *fileText) understand(c *layout.Content) {
	if t.Page = readPage(c); t.Page != nil && len(t.Page.Rows) > 0 {
		return
	}
	m := masthead.Parse(c)
	if t.Page == nil {
		t.Masthead = mastheadJSON(m)
	}
	passages, warnings := paragraph.Split(c, m.Language)
	if t.Page == nil && slices.Contains(m.Types, un.TypeCorrigendum) {
		paragraph.Corrections(passages)
	}
	t.Passages = append(t.Passages, passages...)
	t.Warnings = append(t.Warnings, warnings...)
}

// mastheadJSON puts a masthead into the form of the JSON.
func mastheadJSON(m masthead.Masthead) mastheadText {
	t := mastheadText{
		Distribution: m.Distribution, Date: m.Date, Language: m.Language, Original: m.Original, Body: m.Body,
		Subsidiary: m.Subsidiary, Session: m.Session, BodyName: m.BodyName, Place: m.Place, Start: m.Start, End: m.End,
		AgendaItem: m.AgendaItem, AgendaTitle: m.AgendaTitle, Title: m.Title, Type: m.Types, Origin: m.Origin, JobNumber: m.Job, Confidence: m.Confidence,
	}
	for _, s := range m.Symbols {
		t.Symbols = append(t.Symbols, s.String())
	}
	if len(t.Symbols) > 0 {
		t.Symbol = t.Symbols[0]
	}
	return t
}

// fileBytes is what is told of a file by its bytes alone.
type fileBytes struct {
	head []byte
	sum  string
}

// headAndSum reads a file once, for its first bytes and its sha256.
func headAndSum(path string) (b fileBytes, err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return b, fmt.Errorf("%s is not a regular file", path)
	}
	f, err := archive.OpenRegular(path)
	if err != nil {
		return b, err
	}
	defer f.Close()
	h := sha256.New()
	b.head = make([]byte, extract.HeadSize)
	n, err := io.ReadFull(io.TeeReader(f, h), b.head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return b, fmt.Errorf("read %s: %w", path, err)
	}
	b.head = b.head[:n]
	if _, err := io.Copy(h, f); err != nil {
		return b, fmt.Errorf("read %s: %w", path, err)
	}
	b.sum = hex.EncodeToString(h.Sum(nil))
	return b, nil
}
