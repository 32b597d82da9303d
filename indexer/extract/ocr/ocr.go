// Package ocr recognises the text in pictures of pages with tesseract, where it
// is installed. tesseract is a confined child of its own (package child): it
// reads a picture from its standard input, may read its language data, and can
// write nothing but the table of words on its standard output.
//
//	engine, err := ocr.Open(ctx, launcher, child.Find("tesseract", ""))
//	document := engine.Document("fr")
//	page, err := document.Page(ctx, ocr.Picture{PNG: png, Width: 595, Height: 842})
package ocr

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"travaux/indexer/extract/child"
)

// An Engine is a tesseract that is installed, with what it can read. It may be
// used by several goroutines at once.
type Engine struct {
	launcher child.Launcher
	path     string
	version  string
	data     []string // what it reads its languages from
	models   []string
	env      []string
}

// ErrNoLanguage says that a tesseract has no data for any language that is read.
var ErrNoLanguage = errors.New("tesseract has no languages installed")

// Open asks the tesseract at path for its version and its languages. The error
// wraps ErrNoLanguage where that is what it lacks.
func Open(ctx context.Context, launcher child.Launcher, path string) (*Engine, error) {
	e := &Engine{launcher: launcher, path: path, data: dataFolders(path), env: []string{"OMP_THREAD_LIMIT=1"}}
	if prefix := os.Getenv("TESSDATA_PREFIX"); filepath.IsAbs(prefix) {
		e.data = append(e.data, prefix)
		e.env = append(e.env, "TESSDATA_PREFIX="+prefix)
	}
	ctx, stop := context.WithTimeoutCause(ctx, time.Minute, child.ErrTimeout)
	defer stop()
	said, err := e.run(ctx, nil, "--version")
	if err != nil {
		return nil, fmt.Errorf("ask for the version: %w", err)
	}
	e.version = parseVersion(string(said.Output) + said.Words)
	said, err = e.run(ctx, nil, "--list-langs")
	if err != nil {
		return nil, fmt.Errorf("ask for the languages: %w", err)
	}
	e.models = parseModels(string(said.Output) + said.Words)
	if len(e.languageModels()) == 0 {
		return nil, ErrNoLanguage
	}
	return e, nil
}

// dataFolders are where language data lie: the folders that packages put them
// into, and those beside a program that stands elsewhere.
func dataFolders(path string) []string {
	folders := []string{"/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata"}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		folders = append(folders, filepath.Join(filepath.Dir(filepath.Dir(real)), "share", "tessdata"))
	}
	return folders
}

// Reader names the engine with its version: "tesseract 5.3.0".
func (e *Engine) Reader() string { return strings.TrimSpace("tesseract " + e.version) }

// HasPackage reports whether the model of a package, as PackageOf names it, is
// installed.
func (e *Engine) HasPackage(name string) bool {
	return slices.ContainsFunc(e.models, func(m string) bool { return PackageOf(m) == name })
}

// has reports whether a model is installed.
func (e *Engine) has(model string) bool { return slices.Contains(e.models, model) }

// languageModels are the models of the languages that travaux knows, among those
// installed.
func (e *Engine) languageModels() []string {
	var out []string
	for _, s := range scripts {
		out = append(out, e.installed(s.models)...)
	}
	return out
}

func (e *Engine) installed(models []string) []string {
	return slices.DeleteFunc(slices.Clone(models), func(m string) bool { return !e.has(m) })
}

// run runs tesseract with a picture, or none.
func (e *Engine) run(ctx context.Context, png []byte, args ...string) (child.Result, error) {
	return e.launcher.Run(ctx, child.Job{
		Path: e.path, Args: args, Env: e.env, Read: e.data, Input: png,
		Timeout: pageWall, CPU: pageTime, Output: 8 << 20,
	})
}

// Time tesseract may take for one look at a page: of the processor some twenty
// times what a page of text takes, and more by the clock, for it steps back
// behind all other work of the machine.
const (
	pageTime = time.Minute
	pageWall = 5 * time.Minute
)

// parseVersion finds the version in what `tesseract --version` prints, "" if it
// is not there.
func parseVersion(said string) string {
	for line := range strings.Lines(said) {
		if version, ok := strings.CutPrefix(strings.TrimSpace(line), "tesseract "); ok {
			version, _, _ = strings.Cut(version, " ")
			return strings.TrimPrefix(version, "v")
		}
	}
	return ""
}

// parseModels finds the names of models in what `tesseract --list-langs` prints.
func parseModels(said string) []string {
	var models []string
	for line := range strings.Lines(said) {
		name := strings.TrimSpace(line)
		if name != "" && !strings.ContainsAny(name, " :\"/") {
			models = append(models, name)
		}
	}
	return models
}
