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

func main() {
	sh := shell{stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv}
	os.Exit(start(&program{shell: sh}, os.Args[1:]))
}

// start runs one command line until it ends, or an interrupt ends it. A second
// interrupt ends the process at once.
func start(p *program, args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return p.run(ctx, args)
}

// shell is what a command has of the world around it.
type shell struct {
	stdout, stderr io.Writer
	getenv         func(string) string
}

// run runs one command line and gives its exit status.
func (p *program) run(ctx context.Context, args []string) int {
	root := p.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil && !p.started {
		err = p.misuse(root, args, err)
	}
	p.explain(err)
	return exitStatus(err)
}
