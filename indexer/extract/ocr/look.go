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
