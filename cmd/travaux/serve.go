package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/webui"
)

// The limits of the server. A request is small, an answer takes milliseconds;
// the rest is slowness, meant or not.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 15 * time.Second
	writeTimeout      = 30 * time.Second
	idleTimeout       = 60 * time.Second
	// A quote of 5,000 Chinese characters takes 45,000 bytes of an address.
	maxHeaderBytes = 64 << 10
	// stopTimeout is how long requests in flight may take when it stops.
	stopTimeout = 10 * time.Second
)

// serveOptions are what a server may be told.
type serveOptions struct {
	dir, listen, basePath string
}

// serveCommand serves the pages and the API.
func (p *program) serveCommand() *cobra.Command {
	var o serveOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve search in a browser and over HTTP",
		Long: `Serve the pages and the API. Only this machine can reach them unless --listen
names another address. An index run meanwhile is noticed when it is over, and no
request fails for it. Interrupt or SIGTERM ends it, requests in flight first.
` + exitHelp,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			svc, closer, err := p.open(cmd.Context(), o.dir, bleve.Config{Verify: true, Log: p.log()})
			if err != nil {
				return err
			}
			defer closer.Close()
			if err := closer.suggest.Prepare(cmd.Context()); err != nil {
				return err
			}
			return p.serve(cmd.Context(), o, svc, func(address string) {
				fmt.Fprintf(p.stderr, "serving %s at %s\n", o.dir, address)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.dir, "index", p.defaultIndex(), "folder of the index")
	addServeFlags(cmd, &o)
	return cmd
}

// addServeFlags adds the flags that serve and demo share.
func addServeFlags(cmd *cobra.Command, o *serveOptions) {
	cmd.Flags().StringVar(&o.listen, "listen", "127.0.0.1:8080", "address to listen on")
	cmd.Flags().StringVar(&o.basePath, "base-path", "/", "path below which the pages stand")
}

// serve serves until ctx ends; ready is told the address once it listens.
func (p *program) serve(ctx context.Context, o serveOptions, svc *search.Service, ready func(address string)) error {
	log := p.log()
	handler, err := webui.New(webui.Config{Service: svc, Logger: log, BasePath: o.basePath, Version: version()})
	if err != nil {
		return usagef("%v", err)
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", o.listen)
	if err != nil {
		return withHint(fmt.Errorf("listen on %s: %w", o.listen, err), "--listen 127.0.0.1:0 takes any free port")
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	ready(pageAddress(listener.Addr(), o.basePath))
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	err = server.Shutdown(stopping)
	if serr := <-ended; err == nil && !errors.Is(serr, http.ErrServerClosed) {
		err = serr
	}
	if err != nil {
		return fmt.Errorf("stop serving: %w", err)
	}
	return nil
}

// pageAddress is the address to type into a browser.
func pageAddress(addr net.Addr, basePath string) string {
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return addr.String()
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + basePath
}
