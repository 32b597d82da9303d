package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"travaux/search/eval/bench"
)

// requestsName is the file of recorded requests beside a collection.
const requestsName = "requests.jsonl"

// loadOptions are what a load may be told.
type loadOptions struct {
	collectionOptions
	rate    float64
	seconds int
	atOnce  int
}

// benchLoadCommand puts a server under load.
func (p *program) benchLoadCommand() *cobra.Command {
	var o loadOptions
	cmd := &cobra.Command{
		Use:   "load [PATH...]",
		Short: "Measure a server under load",
		Long: `Make a collection out of the documents in PATH (the samples that come with it when
there are none), index it, serve it from a process of its own, and send it a
recorded mix of requests, none twice: first at moments drawn at random, --rate a
second on average, then as fast as they are answered, --at-once at a time. The
client uses one processor at most. What stands in --work is not made again.
` + exitHelp,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.rate <= 0 || o.seconds < 1 || o.atOnce < 1 {
				return usagef("--rate %g --seconds %d --at-once %d: expected more than nothing", o.rate, o.seconds, o.atOnce)
			}
			return o.inWork(args, func() error { return p.benchLoad(cmd.Context(), o, args) })
		},
	}
	addCollectionFlags(cmd, &o.collectionOptions)
	f := cmd.Flags()
	f.Float64Var(&o.rate, "rate", 200, "requests a second")
	f.IntVar(&o.seconds, "seconds", 60, "how long requests arrive")
	f.IntVar(&o.atOnce, "at-once", 8, "requests under way in the second part")
	return cmd
}

// warmingRequests are sent first and not counted.
const warmingRequests = 500

// benchLoad does what benchLoadCommand says.
func (p *program) benchLoad(ctx context.Context, o loadOptions, paths []string) error {
	if err := p.makeCollection(ctx, o.collectionOptions, paths); err != nil {
		return err
	}
	n := int(o.rate * float64(o.seconds))
	requests, err := p.requests(ctx, o, warmingRequests+n+n/2)
	if err != nil {
		return err
	}
	if len(requests) < warmingRequests+n {
		return fmt.Errorf("the collection gives %d requests, %d are wanted: take fewer seconds or a larger size", len(requests), warmingRequests+n)
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	runner := bench.Runner{Dir: o.dir(), Threads: runtime.NumCPU(), Reuse: true, Progress: p.stderr}
	own := bench.Engine{Name: "travaux", Command: []string{self, "bench", "peer"}}
	if _, err := runner.Index(ctx, own); err != nil {
		return err
	}
	server, address, err := p.startServer(ctx, self, runner.IndexDir(own))
	if err != nil {
		return err
	}
	defer func() { // for an early end; nothing after a good one
		_ = server.Process.Kill()
		_ = server.Wait()
	}()
	runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(runtime.NumCPU())
	fmt.Fprintf(p.stderr, "%s at %s\n", count(len(requests), "request"), address)
	bench.Keep(ctx, address, requests[:warmingRequests], o.atOnce)
	open := bench.Arrive(ctx, address, requests[warmingRequests:warmingRequests+n], o.rate, o.seed)
	kept := bench.Keep(ctx, address, requests[warmingRequests+n:], o.atOnce)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	told, err := o.told()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s in %s, seed %d; nothing is cached between requests\n\n", count(told.Passages, "passage"), count(told.Documents, "document"), o.seed)
	return errors.Join(
		open.Print(p.stdout, fmt.Sprintf("arriving at random, %.0f a second", o.rate)),
		kept.Print(p.stdout, fmt.Sprintf("%d at a time", o.atOnce)),
		p.stopServer(server),
	)
}

// requests gives the recorded requests of a collection, which are drawn when they
// are missing or too few.
func (p *program) requests(ctx context.Context, o loadOptions, n int) ([]string, error) {
	path := filepath.Join(o.dir(), requestsName)
	if requests, err := bench.ReadAll[string](path); err == nil && len(requests) >= n {
		return requests[:n], nil
	}
	fmt.Fprintln(p.stderr, "drawing requests")
	passages, err := os.Open(filepath.Join(o.dir(), passagesName))
	if err != nil {
		return nil, err
	}
	defer passages.Close()
	requests, err := bench.Requests(bench.Lines[bench.Passage](passages), n, o.seed)
	if err != nil {
		return nil, err
	}
	return requests, bench.WriteAll(path, sound(ctx, slices.Values(requests)))
}

// startServer starts a server in a process of its own and gives its address.
func (p *program) startServer(ctx context.Context, self, index string) (*exec.Cmd, string, error) {
	cmd := exec.CommandContext(ctx, self, "serve", "--index", index, "--listen", "127.0.0.1:0")
	said, err := cmd.StderrPipe()
	if err != nil {
		return nil, "", err
	}
	if err := cmd.Start(); err != nil {
		return nil, "", err
	}
	lines := bufio.NewReader(said)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return nil, "", errors.Join(fmt.Errorf("the server ended: %s", line), cmd.Wait())
		}
		if _, address, ok := strings.Cut(line, " at http://"); ok && strings.HasPrefix(line, "serving ") {
			go func() { _, _ = io.Copy(io.Discard, lines) }()
			return cmd, "http://" + strings.TrimSuffix(strings.TrimSpace(address), "/"), nil
		}
	}
}

// stopServer ends the server and tells what it took.
func (p *program) stopServer(cmd *exec.Cmd) error {
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	err := cmd.Wait()
	spent := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	fmt.Fprintf(p.stdout, "the server took %.0f s of processor\n", spent.Seconds())
	return err
}
