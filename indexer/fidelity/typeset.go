package fidelity

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// A Typesetter makes a PDF file of text.
type Typesetter struct {
	// Name is what people call it, Program what is run.
	Name, Program string
	// Fonts name the font for each language that wants one of its own.
	Fonts  map[string]string
	suffix string // of its source files
	source func(t Typesetter, language string, paragraphs []string) string
	args   func(dir, file string) []string
}

const serif = "Liberation Serif"

// Typesetters are the three programs that text is set with: an office program, a
// browser and TeX. They differ in how they write fonts, spaces and Arabic.
func Typesetters() []Typesetter {
	return []Typesetter{
		{
			Name: "LibreOffice", Program: "soffice", suffix: ".fodt", source: openDocument, args: office,
			Fonts: map[string]string{"ar": "Noto Naskh Arabic", "zh": "Noto Sans CJK SC"},
		},
		{
			Name: "Chromium", Program: "chromium", suffix: ".html", source: webPage, args: browser,
			Fonts: map[string]string{"ar": "Noto Naskh Arabic", "zh": "Noto Sans CJK SC"},
		},
		{
			Name: "XeTeX", Program: "xetex", suffix: ".tex", source: plainTeX, args: tex,
			Fonts: map[string]string{"ar": "Amiri", "zh": "Noto Sans CJK SC"},
		},
	}
}

func (t Typesetter) font(language string) string {
	if f, ok := t.Fonts[language]; ok {
		return f
	}
	return serif
}

// Typeset sets paragraphs and gives the path of the PDF file in dir. The program
// may take a minute and a half; it and all it started are gone afterwards.
func (t Typesetter) Typeset(ctx context.Context, dir, language string, paragraphs []string) (string, error) {
	ctx, stop := context.WithTimeout(ctx, 90*time.Second)
	defer stop()
	file := filepath.Join(dir, language+t.suffix)
	if err := os.WriteFile(file, []byte(t.source(t, language, paragraphs)), 0o600); err != nil {
		return "", fmt.Errorf("source for %s: %w", t.Name, err)
	}
	cmd := exec.CommandContext(ctx, t.Program, t.args(dir, file)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "TMPDIR="+dir, "XDG_RUNTIME_DIR="+dir)
	cmd.WaitDelay = 5 * time.Second
	inGroup(cmd)
	out, err := cmd.CombinedOutput()
	endGroup(cmd)
	made := filepath.Join(dir, language+".pdf")
	if _, missing := os.Stat(made); err == nil {
		err = missing
	}
	if err != nil {
		return "", fmt.Errorf("%s in %s: %w: %.500s", t.Name, language, err, out)
	}
	return made, nil
}

func office(dir, file string) []string {
	return []string{
		"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--norestore",
		"--convert-to", "pdf", "--outdir", dir, file,
	}
}

func browser(dir, file string) []string {
	return []string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer",
		"--user-data-dir=" + dir + "/profile", "--print-to-pdf=" + file[:len(file)-len(".html")] + ".pdf", "file://" + file,
	}
}

func tex(_, file string) []string { return []string{"-interaction=batchmode", file} }

// A Setting is one typeset text as it was read.
type Setting struct {
	Typesetter, Language string
	// Characters is the F1 of characters in logical order.
	Characters float64
	Score      Score
	// Pdftotext holds the same figures for what pdftotext reads.
	Pdftotext struct {
		Characters float64
		Score      Score
	}
}

// Measure sets text with a typesetter and reads it back.
func (t Typesetter) Measure(ctx context.Context, read Reader, language string, paragraphs []string) (Setting, error) {
	s := Setting{Typesetter: t.Name, Language: language}
	dir, err := os.MkdirTemp("", "travaux-typeset-")
	if err != nil {
		return s, err
	}
	defer os.RemoveAll(dir)
	path, err := t.Typeset(ctx, dir, language, paragraphs)
	if err != nil {
		return s, err
	}
	want := joined(paragraphs)
	got, err := read(ctx, path)
	if err != nil {
		return s, fmt.Errorf("read %s of %s: %w", language, t.Name, err)
	}
	s.Characters, s.Score = Characters(got, want), Compare(got, want)
	theirs, err := Pdftotext(ctx, path)
	if err != nil {
		return s, err
	}
	s.Pdftotext.Characters, s.Pdftotext.Score = Characters(theirs, want), Compare(theirs, want)
	return s, nil
}

func joined(paragraphs []string) string {
	text := ""
	for _, p := range paragraphs {
		text += p + "\n"
	}
	return text
}
