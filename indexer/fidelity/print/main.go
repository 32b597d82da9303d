// Print measures how well documents are read and prints the tables of
// docs/fidelity.md. The environment variable TRAVAUX_CORPUS names the folder
// of documents.
//
//	go run ./indexer/fidelity/print
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := tables(ctx, os.Getenv("TRAVAUX_CORPUS"), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "fidelity:", err)
		os.Exit(1)
	}
}
