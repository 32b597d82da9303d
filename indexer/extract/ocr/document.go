package ocr

import (
	"context"
	"errors"
	"slices"

	"travaux/indexer/layout"
)

// A Document recognises the pages of one document, and is told by them what they
// are written in. Several pages may be recognised at once, but not while it
// learns.
type Document struct {
	engine *Engine
	models []string // what the last sure page was read with; nil: not known
	wanted []string // models the document would need and the engine lacks
}

// Learn has the document remember what a page was written in, for those after it.
func (d *Document) Learn(p Page) {
	if p.learnt != nil {
		d.models = p.learnt.models
		d.want(p.learnt.wanted...)
	}
}

// Known reports whether it is known what the document is written in.
func (d *Document) Known() bool { return d.models != nil }

// Document begins a document. Language is one it is known or said to be in (BCP
// 47), or empty.
func (e *Engine) Document(language string) *Document {
	d := &Document{engine: e}
	if model := modelOf(language); model != "" {
		d.models = e.modelsFor(model)
		d.want(model)
	}
	return d
}

// Wanted names the packages of the models that the document would need and that
// are not installed, as PackageOf does.
func (d *Document) Wanted() []string {
	var packages []string
	for _, m := range d.wanted {
		packages = append(packages, PackageOf(m))
	}
	return packages
}

func (d *Document) want(models ...string) {
	for _, m := range models {
		if !d.engine.has(m) && !slices.Contains(d.wanted, m) {
			d.wanted = append(d.wanted, m)
		}
	}
}

// modelsFor gives the models to read a document of a language with, nil if that
// is not installed: its own, and English, which turns up in all of them.
func (e *Engine) modelsFor(model string) []string {
	if !e.has(model) {
		return nil
	}
	s := scriptOf(model)
	if model != "eng" && e.has("eng") && (s.latin || s == &scripts[0]) {
		return []string{model, "eng"}
	}
	return []string{model}
}

// modelsOf gives the models to read a page of a script with.
func (e *Engine) modelsOf(s *script) []string {
	if len(s.models) == 1 {
		return e.modelsFor(s.models[0])
	}
	return e.installed(s.models)
}

// A Page is what was recognised on a page.
type Page struct {
	// Lines have their places in points, text in logical order.
	Lines []layout.Line
	// Confidence is tesseract's mean over the characters, 0 to 1.
	Confidence float64
	// Width and Height are those of the page in points: of the picture's, or
	// turned where the text stands sideways in the picture.
	Width, Height float64
	// LeftOut is the number of lines that were left out for being hardly text.
	LeftOut int

	learnt *Document // what is known after this page
}

// ErrNoText says that nothing on a page could be recognised as text.
var ErrNoText = errors.New("no text is recognised on it")

// Page recognises a page. The error is ErrNoText, ErrPicture, one of those of
// package child, or that of ctx; there may be something to Learn all the same.
func (d *Document) Page(ctx context.Context, p Picture) (Page, error) {
	learnt := &Document{engine: d.engine, models: d.models}
	page, err := learnt.page(ctx, p)
	page.learnt = learnt
	return page, err
}

func (d *Document) page(ctx context.Context, p Picture) (Page, error) {
	best, err := d.firstLook(ctx, p)
	if err != nil {
		return Page{}, err
	}
	if best.confidence() < surePage {
		if best, err = d.otherLooks(ctx, p, best); err != nil {
			return Page{}, err
		}
	}
	if best.words, err = d.engine.lookAgain(ctx, best.picture, best.words, best.models); err != nil {
		return Page{}, err
	}
	if best.confidence() < poorPage {
		return Page{}, ErrNoText
	}
	if best.confidence() >= surePage && letters(best.words) >= 200 {
		d.models = best.models
	}
	width, _, err := best.picture.size()
	return best.page(width), err
}
