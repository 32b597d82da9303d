package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"strings"

	"golang.org/x/term"
)

// paged runs print with a pager behind standard output where that is a terminal
// and the text is longer than it is high: $PAGER, else less. Pipes and files get
// the text as it is.
func (p *program) paged(ctx context.Context, print func(w io.Writer, s screen) error) error {
	f, ok := p.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return print(p.stdout, p.screen())
	}
	var text bytes.Buffer
	if err := print(&text, p.screen()); err != nil {
		return err
	}
	_, height, err := term.GetSize(int(f.Fd()))
	pager := p.pager()
	if err != nil || len(pager) == 0 || bytes.Count(text.Bytes(), []byte("\n")) < height {
		_, err := io.Copy(f, &text)
		return err
	}
	cmd := exec.CommandContext(ctx, pager[0], pager[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(text.Bytes()), f, p.stderr
	cmd.Env = append(os.Environ(), "LESSCHARSET=utf-8") // the text is, whatever the locale
	if cmd.Start() != nil {
		_, err := io.Copy(f, &text)
		return err
	}
	_ = cmd.Wait() // it says itself what ails it; leaving it early is no error
	return nil
}

// pager gives the command that shows long texts, none where the user wants none
// or there is none.
func (p *program) pager() []string {
	if words := strings.Fields(p.getenv("PAGER")); len(words) > 0 {
		if words[0] == "cat" {
			return nil
		}
		if words[0] != "less" {
			return words
		}
	}
	if path, err := exec.LookPath("less"); err == nil {
		return []string{path, "-FRX"}
	}
	return nil
}
