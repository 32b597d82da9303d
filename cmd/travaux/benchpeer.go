package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/eval/bench"
)

// benchPeerCommand is travaux in the form that all measured engines have.
func (p *program) benchPeerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:    "peer",
		Short:  "Be measured like the engines beside it",
		Long:   "What make bench runs, in the form that every engine in it has (docs/performance.md).\n" + exitHelp,
		Hidden: true,
	}
	view := ""
	query := &cobra.Command{
		Use:  "query DIR QUERIES WARMING",
		Args: cobra.ExactArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("view", view, string(search.Paragraphs), string(search.Documents)); err != nil {
				return err
			}
			return p.peerQuery(cmd.Context(), args[0], args[1], args[2], search.View(view))
		},
	}
	query.Flags().StringVar(&view, "view", string(search.Paragraphs), "what a result is: paragraphs or documents")
	cmd.AddCommand(
		&cobra.Command{
			Use:  "index PASSAGES DIR THREADS",
			Args: cobra.ExactArgs(3),
			RunE: func(cmd *cobra.Command, args []string) error {
				threads, err := strconv.Atoi(args[2])
				if err != nil || threads < 1 {
					return usagef("threads %q: expected 1 or more", args[2])
				}
				return p.peerIndex(cmd.Context(), args[0], args[1], threads)
			},
		},
		&cobra.Command{
			Use:  "check DIR",
			Args: cobra.ExactArgs(1),
			RunE: func(cmd *cobra.Command, args []string) error {
				_, closer, err := openService(args[0], bleve.Config{})
				if err != nil {
					return err
				}
				return closer.Close()
			},
		},
		query, p.peerOpenCommand(), p.peerTouchCommand(),
	)
	return cmd
}

// peerIndex makes an index of passages and tells time and size.
func (p *program) peerIndex(ctx context.Context, passages, dir string, threads int) (err error) {
	runtime.GOMAXPROCS(threads)
	f, err := os.Open(passages)
	if err != nil {
		return err
	}
	defer f.Close()
	defer forWriting()()
	began := time.Now()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{Rebuild: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if _, err := bench.Write(ctx, w, bench.Lines[bench.Passage](f)); err != nil {
		return err
	}
	seconds := time.Since(began).Seconds()
	size, err := folderSize(dir)
	if err != nil {
		return err
	}
	return json.NewEncoder(p.stdout).Encode(bench.Indexed{Seconds: seconds, Bytes: size})
}

// peerQuery asks queries on one processor and tells time, total and first ten of
// each.
func (p *program) peerQuery(ctx context.Context, dir, queries, warming string, view search.View) error {
	runtime.GOMAXPROCS(1)
	svc, closer, err := openService(dir, bleve.Config{})
	if err != nil {
		return err
	}
	defer closer.Close()
	var replies []bench.Reply
	for _, path := range []string{warming, queries} {
		asked, err := bench.ReadAll[bench.Query](path)
		if err != nil {
			return err
		}
		if replies, err = bench.Ask(ctx, svc, view, asked); err != nil {
			return err
		}
	}
	encoder := json.NewEncoder(p.stdout)
	for _, r := range replies {
		if err := encoder.Encode(r); err != nil {
			return fmt.Errorf("tell a reply: %w", err)
		}
	}
	return nil
}

// folderSize adds up the files below a folder.
func folderSize(dir string) (size int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}
