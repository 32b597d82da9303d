package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// printPDF prints a source with Chromium, cut off from the network. The fonts of
// the style sheet are in Debian's fonts-liberation, fonts-noto-core (Arabic),
// fonts-arphic-uming and fonts-wqy-zenhei (Chinese); what is used of them is
// embedded.
func printPDF(src, out string) error {
	page, err := filepath.Abs(src)
	if err != nil {
		return err
	}
	profile, err := os.MkdirTemp("", "travaux-samples-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(profile)

	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "chromium",
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--disable-pdf-tagging", "--no-pdf-header-footer",
		"--user-data-dir="+profile,
		"--print-to-pdf="+out,
		(&url.URL{Scheme: "file", Path: page}).String())
	if log, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("chromium: %w\n%s", err, log)
	}
	if _, err := os.Stat(out); err != nil {
		return fmt.Errorf("chromium printed nothing: %w", err)
	}
	return nil
}
