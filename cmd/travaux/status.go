package main

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"travaux/search/archive"
	"travaux/search/bleve"
)

// statusCommand tells what an index holds.
func (p *program) statusCommand() *cobra.Command {
	var dir, format string
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Tell what the index holds",
		Long:  "Tell what the live generation of the index holds.\n" + exitHelp,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return p.status(cmd.Context(), dir, format)
		},
	}
	cmd.Flags().StringVar(&dir, "index", p.defaultIndex(), "folder of the index")
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

// statusReport is the JSON of `travaux status`.
type statusReport struct {
	Index      string `json:"index"`
	Generation string `json:"generation"`
	Published  string `json:"published"`
	Documents  int    `json:"documents"`
	Held       int    `json:"held"`
	Renditions int    `json:"renditions"`
	Recognised int    `json:"recognised"`
	NoText     int    `json:"no_text"`
	Passages   int    `json:"passages"`
	Files      int    `json:"files"`
	Failed     int    `json:"failed"`
	Notice     string `json:"notice,omitempty"`
}

// status prints what the index holds.
func (p *program) status(ctx context.Context, dir, format string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	svc, closer, err := openService(dir, bleve.Config{})
	if err != nil {
		return err
	}
	defer closer.Close()
	st, err := svc.Status(ctx)
	if err != nil {
		return err
	}
	if format == "json" {
		return printJSON(p.stdout, statusReport{
			Index: dir, Generation: st.Generation, Published: st.Published, Documents: st.Documents, Held: st.Held,
			Renditions: st.Renditions, Recognised: st.Recognised, NoText: st.NoText, Passages: st.Passages, Files: st.Files, Failed: st.Failed, Notice: st.Notice,
		})
	}
	fmt.Fprintf(p.stdout, "index       %s\ngeneration  %s, published %s\n", dir, st.Generation, st.Published)
	fmt.Fprintf(p.stdout, "documents   %d, %d with text held\nrenditions  %d, %d recognised in pictures, %d without text\nparagraphs  %d\nfiles       %d, %d failed\n",
		st.Documents, st.Held, st.Renditions, st.Recognised, st.NoText, st.Passages, st.Files, st.Failed)
	if st.Notice != "" {
		fmt.Fprintf(p.stdout, "notice      %s\n", st.Notice)
	}
	return nil
}

// verifyCommand checks an index against its checksums.
func (p *program) verifyCommand() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Check the index for damage",
		Long: `Check every file of the live generation against its size and checksum, and
every original that is kept against its sha256.
` + exitHelp,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := filepath.Abs(dir)
			if err != nil {
				return err
			}
			generation, err := bleve.Verify(dir)
			if err != nil && generation == "" {
				return withHint(err, "travaux index --index %s PATH makes one", dir)
			}
			if err != nil {
				return withHint(err, "travaux index --rebuild --index %s PATH makes it anew; nothing is read twice", dir)
			}
			originals, damaged, err := archive.New(dir).Verify(cmd.Context())
			if err != nil {
				return err
			}
			for _, sum := range damaged {
				fmt.Fprintf(p.stderr, "travaux: the original kept as files/%s/%s has other bytes\n", sum[:2], sum)
			}
			if len(damaged) > 0 {
				return withHint(fmt.Errorf("%s of %d damaged in %s", count(len(damaged), "original"), originals, dir),
					"remove them; travaux index --rebuild --index %s PATH keeps them again", dir)
			}
			fmt.Fprintf(p.stdout, "%s in %s is sound, and so are %s\n", generation, dir, count(originals, "original"))
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "index", p.defaultIndex(), "folder of the index")
	return cmd
}
