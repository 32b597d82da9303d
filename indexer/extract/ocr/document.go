package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"travaux/indexer/extract/child"
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

// A look is one reading of a page.
type look struct {
	picture Picture
	models  []string
	words   []word
}

// confidence is the mean over the characters, 0 for a page without text.
func (l look) confidence() float64 {
	words := withoutSpecks(l.words)
	if letters(words) < fewLetters {
		return 0
	}
	return confidence(words)
}

// text is what the page says, in no particular form.
func (l look) text() string {
	var b strings.Builder
	for _, w := range l.words {
		b.WriteString(w.text)
		b.WriteByte(' ')
	}
	return b.String()
}

// firstLook reads a page as the one before it, or else as one in Latin letters.
func (d *Document) firstLook(ctx context.Context, p Picture) (look, error) {
	if d.models != nil {
		return d.look(ctx, p, d.models)
	}
	return d.latinLook(ctx, p)
}

// latinLook reads a page in Latin letters: once with one model, which is enough
// to tell the language by its most frequent words, then with the model of that.
// All three at once would take them for one another's.
func (d *Document) latinLook(ctx context.Context, p Picture) (look, error) {
	models := d.engine.modelsOf(&scripts[0])
	if len(models) == 0 {
		models = d.engine.languageModels()
	}
	first, err := d.look(ctx, p, models[:1])
	if err != nil || first.confidence() < poorPage {
		return first, err
	}
	model := languageModel(first.text())
	switch {
	case model == models[0]:
		return first, nil
	case model == "": // it says too little
	case d.engine.has(model):
		models = d.engine.modelsFor(model)
	default:
		d.want(model)
	}
	if len(models) == 1 {
		return first, nil
	}
	return d.look(ctx, p, models)
}

// otherLooks reads a page again as what tesseract's detection takes it for, or,
// where that says nothing, in the other scripts, and gives the surest reading.
func (d *Document) otherLooks(ctx context.Context, p Picture, best look) (look, error) {
	o, told, err := d.engine.orientation(ctx, p)
	if err != nil {
		return best, err
	}
	if o.rotate != 0 {
		if p, err = p.turned(o.rotate); err != nil {
			return best, err
		}
		best.words = nil // letters seen sideways are no reading
	}
	candidates := []*script{o.script}
	if !told {
		d.want("osd") // it would tell, and how the page stands
	}
	if o.script == nil {
		candidates = []*script{&scripts[0], &scripts[1], &scripts[2], &scripts[3]}
	}
	for _, s := range candidates {
		models := d.engine.modelsOf(s)
		if s == o.script && len(models) == 0 {
			d.want(s.models[0])
		}
		if len(models) == 0 || slices.Equal(models, best.models) && best.words != nil {
			continue
		}
		l, err := d.scriptLook(ctx, p, s)
		if err != nil {
			return best, err
		}
		if l.confidence() > best.confidence() {
			best = l
		}
		if best.confidence() >= surePage {
			break
		}
	}
	return best, nil
}

func (d *Document) scriptLook(ctx context.Context, p Picture, s *script) (look, error) {
	if s == &scripts[0] {
		return d.latinLook(ctx, p)
	}
	return d.look(ctx, p, d.engine.modelsOf(s))
}

func (d *Document) look(ctx context.Context, p Picture, models []string) (look, error) {
	width, height, err := p.size()
	if err != nil {
		return look{}, err
	}
	const automatic = "3" // find blocks and columns
	words, err := d.engine.recognise(ctx, p.PNG, width, height, p.dpi(width), automatic, models)
	return look{p, models, relined(words)}, err
}

// recognise runs tesseract over a picture.
func (e *Engine) recognise(ctx context.Context, png []byte, width, height, dpi int, segmentation string, models []string) ([]word, error) {
	r, err := e.run(ctx, png, "stdin", "stdout", "-l", strings.Join(models, "+"),
		"--dpi", strconv.Itoa(dpi), "--psm", segmentation, "-c", "tessedit_create_tsv=1")
	if err != nil {
		return nil, fmt.Errorf("recognise a page: %w", err)
	}
	return parseTable(bytes.NewReader(r.Output), width, height), nil
}

// orientation asks tesseract's detection how a page stands and in which script
// it is. Told is false where it cannot say: it has no data, or finds too few
// letters.
func (e *Engine) orientation(ctx context.Context, p Picture) (o orientation, told bool, err error) {
	if !e.has("osd") {
		return o, false, nil
	}
	r, err := e.run(ctx, p.PNG, "stdin", "stdout", "-l", "osd", "--psm", "0")
	var exit *child.ExitError
	if errors.As(err, &exit) {
		return o, false, nil
	}
	if err != nil {
		return o, false, fmt.Errorf("tell the script of a page: %w", err)
	}
	o, told = parseOrientation(string(r.Output))
	return o, told, nil
}

// page makes lines of a look at a picture so many pixels wide.
func (l look) page(width int) Page {
	out := Page{Confidence: l.confidence(), Width: l.picture.Width, Height: l.picture.Height}
	scale := l.picture.Width / float64(width)
	for _, p := range pieces(withoutSpecks(l.words)) {
		if p = p.trimmed(); p.rubbish() {
			if letters(p) > 0 {
				out.LeftOut++
			}
			continue
		}
		x, y, w, h := p.box()
		out.Lines = append(out.Lines, layout.Line{
			Text: p.text(), X: points(x, scale), Y: points(y, scale), W: points(w, scale), H: points(h, scale),
		})
	}
	return out
}

// points turns pixels into points, to the hundredth.
func points(pixels int, scale float64) float64 {
	return float64(int(float64(pixels)*scale*100+0.5)) / 100
}
