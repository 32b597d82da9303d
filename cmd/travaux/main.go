// Command travaux finds, quotes and cites what intergovernmental meetings put
// on paper: it indexes meeting documents and serves search over them.
//
//	travaux index ~/documents
//	travaux search '"asset recovery" type:resolution'
//	travaux serve
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// main only starts; run is the program.
func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends it at once
	sh := shell{stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv}
	status := run(ctx, sh, os.Args[1:])
	stop()
	os.Exit(status)
}

// shell is what a command has of the world around it.
type shell struct {
	stdout, stderr io.Writer
	getenv         func(string) string
}

// run runs one command line and gives its exit status.
func run(ctx context.Context, sh shell, args []string) int {
	p := &program{shell: sh}
	root := p.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil && !p.started {
		err = p.misuse(root, args, err)
	}
	p.explain(err)
	return exitStatus(err)
}
