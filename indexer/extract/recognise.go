package extract

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"travaux/indexer/extract/ocr"
	"travaux/indexer/layout"
)

const (
	// recogniseDPI is the resolution tesseract was trained for.
	recogniseDPI = 300
	// surerThanText is the confidence from which a recognised page goes before
	// text that the page brought and that is in doubt.
	surerThanText = 0.6
)

// recognise reads the pages of c that have no sound text layer from pictures of
// them. It is called only for a file that has such a page, and changes c. A page
// that could not be recognised keeps its doubt; the warnings say why. The errors
// are those of ctx and of a closed pool.
func (p *Pool) recognise(ctx context.Context, path string, c *layout.Content) error {
	if p.config.NoOCR {
		return nil
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer context.AfterFunc(p.ctx, stop)()
	engine, err := p.tools.recogniser(ctx)
	switch {
	case ctx.Err() != nil:
		return p.ended(ctx)
	case errors.Is(err, ocr.ErrNoLanguage):
		c.Wanting = ocr.PackageOf("eng")
		return nil
	case err != nil:
		c.Warnings = append(c.Warnings, "text recognition does not work: "+shorten(err.Error()))
		return nil
	case engine == nil:
		c.Wanting = Tesseract
		return nil
	}
	r := recognition{pool: p, path: path, engine: engine, document: engine.Document(languageOf(c)), failed: map[string][]int{}}
	if err := r.pages(ctx, c.Pages); err != nil {
		return p.ended(ctx)
	}
	c.Warnings = append(c.Warnings, r.warnings()...)
	c.Wanting = strings.Join(r.document.Wanted(), " ")
	return nil
}

// ended tells whether the pool or the caller ended what was under way.
func (p *Pool) ended(ctx context.Context) error {
	if p.ctx.Err() != nil {
		return errClosed
	}
	return ctx.Err()
}

// A recognition is the work on one file.
type recognition struct {
	pool     *Pool
	path     string
	engine   *ocr.Engine
	document *ocr.Document
	failed   map[string][]int // pages, by why they were not recognised
	reasons  []string         // of failed, in order
	leftOut  int              // lines
}

// together is the number of pages recognised at once, as far as processors are
// free, before the document learns from them: a fixed one, so that the same is
// made of a file on every machine.
const together = 8

// pages recognises the doubted pages, as many as there is time for. Its error
// says that ctx is done.
func (r *recognition) pages(ctx context.Context, pages []layout.Page) error {
	allowed := r.pool.config.OCRTime
	limited, stop := context.WithTimeoutCause(ctx, allowed, fmt.Errorf("the time for recognising one file, %v, was over", allowed))
	defer stop()
	var todo []*layout.Page
	for i := range pages {
		if pages[i].Doubt != "" {
			todo = append(todo, &pages[i])
		}
	}
	for done := 0; done < len(todo); {
		if tell := r.pool.config.Recognising; tell != nil {
			tell(r.path, done, len(todo))
		}
		most := 1 // until it is known what they are written in
		if r.document.Known() {
			most = together
		}
		some := todo[done:min(done+most, len(todo))]
		r.some(limited, some)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		done += len(some)
	}
	return nil
}

// some recognises some pages at once, and takes what came of them in their order.
func (r *recognition) some(ctx context.Context, pages []*layout.Page) {
	found, errs := make([]ocr.Page, len(pages)), make([]error, len(pages))
	var wait sync.WaitGroup
	for i := range pages {
		wait.Go(func() { found[i], errs[i] = r.guarded(ctx, *pages[i]) })
	}
	wait.Wait()
	for i, page := range pages {
		r.document.Learn(found[i])
		r.leftOut += found[i].LeftOut
		err := errs[i]
		if err == nil {
			err = r.take(page, found[i])
		}
		if err != nil && ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			r.fail(page.Number, shorten(err.Error()))
		}
	}
}

func (r *recognition) fail(page int, why string) {
	if r.failed[why] == nil {
		r.reasons = append(r.reasons, why)
	}
	r.failed[why] = append(r.failed[why], page)
}

// guarded turns a panic over what a program printed into an error: it is the
// server's process that reads it.
func (r *recognition) guarded(ctx context.Context, page layout.Page) (found ocr.Page, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("what was recognised cannot be used: %v", x)
		}
	}()
	return r.page(ctx, page)
}

// page recognises one page as soon as a processor is free.
func (r *recognition) page(ctx context.Context, page layout.Page) (ocr.Page, error) {
	select {
	case r.pool.recognising <- struct{}{}:
		defer func() { <-r.pool.recognising }()
	case <-ctx.Done():
		return ocr.Page{}, ctx.Err()
	}
	png, err := r.pool.Picture(ctx, r.path, page.Number, recogniseDPI)
	var failure *Failure
	if errors.As(err, &failure) && failure.retried() { // a busy machine may have been why
		png, err = r.pool.Picture(ctx, r.path, page.Number, recogniseDPI)
	}
	if err != nil {
		return ocr.Page{}, fmt.Errorf("draw it: %w", err)
	}
	return r.document.Page(ctx, ocr.Picture{PNG: png, Width: page.Width, Height: page.Height})
}

// take puts what was recognised on a page in the place of what it has, if that is
// better.
func (r *recognition) take(page *layout.Page, found ocr.Page) error {
	had, has := letters(page.Lines), letters(found.Lines)
	if had > 0 && (found.Confidence < surerThanText || has*2 < had) {
		return errors.New("its own text, though in doubt, is better than what is recognised")
	}
	page.Lines, page.Width, page.Height = found.Lines, found.Width, found.Height
	page.Reader, page.OCR, page.Confidence, page.Doubt = r.engine.Reader(), true, round(found.Confidence), ""
	return nil
}

// warnings says what was not recognised and what was left out.
func (r *recognition) warnings() []string {
	var out []string
	for _, why := range r.reasons {
		out = append(out, fmt.Sprintf("no text was recognised on %s: %s", pageList(r.failed[why]), why))
	}
	if r.leftOut > 0 {
		out = append(out, fmt.Sprintf("lines left out of what was recognised, being hardly text: %d", r.leftOut))
	}
	if packages := r.document.Wanted(); len(packages) > 0 {
		out = append(out, lacking(strings.Join(packages, " ")))
	}
	return out
}

// pageList names pages, ranges by their ends: "pages 1, 3 to 5".
func pageList(numbers []int) string {
	if len(numbers) == 1 {
		return fmt.Sprintf("page %d", numbers[0])
	}
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		part := fmt.Sprint(numbers[i])
		if j > i {
			part = fmt.Sprintf("%d to %d", numbers[i], numbers[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return "pages " + strings.Join(parts, ", ")
}

// languageOf gives the language a file is in where that is more than a guess:
// its sound pages say it, or the file does and not by default.
func languageOf(c *layout.Content) string {
	var text strings.Builder
	for _, page := range c.Pages {
		if page.Doubt != "" {
			continue
		}
		for _, l := range page.Lines {
			text.WriteString(l.Text)
			text.WriteByte('\n')
		}
	}
	if language := ocr.Language(text.String()); language != "" {
		return language
	}
	if strings.HasPrefix(strings.ToLower(c.Language), "en") { // many programs write it into any file
		return ""
	}
	return c.Language
}

func letters(lines []layout.Line) (n int) {
	for _, l := range lines {
		for _, r := range l.Text {
			if unicode.IsLetter(r) {
				n++
			}
		}
	}
	return n
}

// round keeps two places: more is noise, and differs between machines.
func round(confidence float64) float64 { return float64(int(confidence*100+0.5)) / 100 }
