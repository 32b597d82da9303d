// Print measures how well documents are read and prints the tables of
// docs/fidelity.md. The environment variable TRAVAUX_CORPUS names the folder
// of documents.
//
//	go run ./indexer/fidelity/print [un|typeset|pages|torture]...
//	go run ./indexer/fidelity/print seal LANGUAGE FILE PAGE TEXTFILE
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"travaux/indexer/extract"
)

func main() {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		os.Exit(extract.Worker())
	}
	if len(os.Args) > 1 && os.Args[1] == "seal" {
		exit(seal(os.Args[2:]))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	exit(tables(ctx, os.Getenv("TRAVAUX_CORPUS"), os.Args[1:]))
}

// exit ends the program, with a sentence if something went wrong.
func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "fidelity:", err)
		os.Exit(1)
	}
	os.Exit(0)
}
