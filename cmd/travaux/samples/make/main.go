// Command make makes the PDF and DOCX samples from their sources; `make samples`
// runs it in the module's root. It makes only what has changed: MADE lists, for
// every file made, the fingerprint of its source and its own.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"travaux/cmd/travaux/samples/source"
)

const (
	root  = "cmd/travaux/samples"
	style = root + "/src/un.css"
	list  = root + "/src/MADE"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "make samples:", err)
		os.Exit(1)
	}
}

func run() error {
	sources, err := filepath.Glob(root + "/src/*/*.html")
	if err != nil {
		return err
	}
	if len(sources) == 0 {
		return fmt.Errorf("no sources under %s/src: run it in the module's root", root)
	}
	old, err := os.ReadFile(list)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	made := strings.Split(strings.TrimSpace(string(old)), "\n")
	var lines []string
	for _, src := range sources {
		line, err := one(src, made)
		if err != nil {
			return fmt.Errorf("%s: %w", src, err)
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return os.WriteFile(list, []byte(strings.Join(lines, "\n")+"\n"), 0o644)
}

// one makes the sample of one source unless made tells that it is current, and
// returns its line of the list: name, fingerprint of the source, of the file.
func one(src string, made []string) (string, error) {
	format := filepath.Base(filepath.Dir(src))
	name := strings.TrimSuffix(filepath.Base(src), ".html") + "." + format
	out := filepath.Join(root, "files", name)

	of, err := source.Fingerprint(src)
	if format == "pdf" {
		of, err = source.Fingerprint(src, style)
	}
	if err != nil {
		return "", err
	}
	if sum, err := source.Fingerprint(out); err == nil {
		if line := strings.Join([]string{name, of, sum}, "\t"); slices.Contains(made, line) {
			return line, nil
		}
	}

	fmt.Fprintln(os.Stderr, "make", out)
	switch format {
	case "pdf":
		err = printPDF(src, out)
	case "docx":
		err = writeDOCX(src, out)
	default:
		err = fmt.Errorf("no way to make %s", format)
	}
	if err != nil {
		return "", err
	}
	sum, err := source.Fingerprint(out)
	return strings.Join([]string{name, of, sum}, "\t"), err
}
