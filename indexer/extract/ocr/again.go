package ocr

import (
	"context"
	"image"
	"image/draw"
	"slices"
)

// tesseract brings a line to one height before it reads it. Where the letters of
// a line differ in size, as those of a symbol do whose first letters a masthead
// prints larger, the smaller ones are lost; and a model of another script reads
// English words as its own. So the few words it was unsure of are looked at
// again: cut out where the size changes, set below each other in a small picture,
// and read with the same languages and with English.

const (
	unsure     = 0.6 // words below are looked at again
	maxAgain   = 24  // cuttings a page
	margin     = 24  // white around a cutting, in pixels
	betterText = 0.15
)

// lookAgain reads the words of a page again that tesseract was unsure of, and
// puts what it is surer of in their places.
func (e *Engine) lookAgain(ctx context.Context, p Picture, words []word, models []string) ([]word, error) {
	spans := doubtful(words)
	if len(spans) == 0 || len(spans) > maxAgain {
		return words, nil
	}
	page, err := p.gray()
	if err != nil {
		return words, err
	}
	sheet := newSheet(page, words, spans)
	if sheet == nil {
		return words, nil
	}
	tries := [][]string{models}
	if e.has("eng") && !slices.Contains(models, "eng") {
		tries = append(tries, []string{"eng"})
	}
	for _, try := range tries {
		if err := sheet.read(ctx, e, try); err != nil {
			return words, err
		}
	}
	return sheet.merged(words), nil
}

// span is a run of words of one line, from first up to last, not including it.
type span struct{ first, last int }

// doubtful finds runs of neighbouring words that tesseract was unsure of and
// that are large enough to be text, with what they touch: it parts words where
// it does not know them.
func doubtful(words []word) []span {
	var out []span
	for i := 0; i < len(words); i++ {
		if words[i].confidence >= unsure {
			continue
		}
		first, last := i, i+1
		for first > 0 && (len(out) == 0 || first > out[len(out)-1].last) && touch(words[first-1], words[first]) {
			first--
		}
		for last < len(words) && (touch(words[last-1], words[last]) || words[last].confidence < unsure && closeBy(words[last-1], words[last])) {
			last++
		}
		if _, _, w, h := piece(words[first:last]).box(); w > h && h > 8 {
			out = append(out, span{first, last})
		}
		i = last - 1
	}
	return out
}

// closeBy reports whether two words are neighbours in a line.
func closeBy(a, b word) bool {
	return a.line == b.line && float64(gap(a, b)) < columnGap*float64(max(a.h, b.h))
}

// touch reports whether there is less white between two words than a space has.
func touch(a, b word) bool {
	return a.line == b.line && float64(gap(a, b)) < 0.22*float64(max(a.h, b.h))
}

// A sheet is a picture of cuttings set below each other.
type sheet struct {
	picture *image.Gray
	cuts    []cut
}

// cut is a cutting with its place on the sheet, and the best reading of it yet.
type cut struct {
	span  int // it belongs to
	of    span
	large bool            // the larger letters at the beginning
	glued bool            // to the cutting before it
	from  image.Rectangle // on the page
	top   int             // on the sheet
	best  []word
}

// newSheet gives nil where the words are larger than any text is.
func newSheet(page *image.Gray, words []word, spans []span) *sheet {
	area := 0
	for _, sp := range spans {
		_, _, w, h := piece(words[sp.first:sp.last]).box()
		area += w * h
	}
	if area > len(page.Pix) {
		return nil
	}
	s := &sheet{}
	width, height := 0, margin
	taken := 0 // words up to here belong to spans
	for n, sp := range spans {
		if sp.first < taken {
			continue // the one before it grew over it
		}
		sp, box := grown(page, words, sp, taken)
		taken = sp.last
		parts := cutBySize(page, box)
		for i, part := range parts {
			s.cuts = append(s.cuts, cut{span: n, of: sp, large: i == 0 && len(parts) > 1, glued: i > 0, from: part, top: height})
			width = max(width, part.Dx())
			height += part.Dy() + 2*margin
		}
	}
	if (width+2*margin)*height > maxPixels {
		return nil
	}
	s.picture = blank(width+2*margin, height)
	for _, c := range s.cuts {
		to := image.Rect(margin, c.top, margin+c.from.Dx(), c.top+c.from.Dy())
		draw.Draw(s.picture, to, page, c.from.Min, draw.Src)
	}
	return s
}

// read reads the sheet.
func (s *sheet) read(ctx context.Context, e *Engine, models []string) error {
	data, err := encode(s.picture)
	if err != nil {
		return err
	}
	const sparse = "11" // text in no particular order
	words, err := e.recognise(ctx, data, s.picture.Rect.Dx(), s.picture.Rect.Dy(), 300, sparse, models)
	if err != nil {
		return err
	}
	s.take(words)
	return nil
}

// take gives each cutting what was read of it, where that is surer than before.
func (s *sheet) take(words []word) {
	for i := range s.cuts {
		c := &s.cuts[i]
		var found []word
		for _, w := range words {
			if middle := w.y + w.h/2; middle >= c.top && middle < c.top+c.from.Dy() {
				w.x += c.from.Min.X - margin
				w.y += c.from.Min.Y - c.top
				found = append(found, w)
			}
		}
		slices.SortStableFunc(found, func(a, b word) int { return a.x - b.x })
		if confidence(found) > confidence(c.best) {
			c.best = found
		}
	}
}

// merged puts the readings of the cuttings of a span in the place of its words,
// where all of them together are surer by far.
func (s *sheet) merged(words []word) []word {
	var out []word
	next := 0
	for i := 0; i < len(s.cuts); {
		of, n := s.cuts[i].of, s.cuts[i].span
		var found []word
		for ; i < len(s.cuts) && s.cuts[i].span == n; i++ {
			found = append(found, s.cuts[i].joined()...)
		}
		for j := range found {
			found[j].line = words[of.first].line
		}
		out = append(out, words[next:of.first]...)
		old := words[of.first:of.last]
		if c := confidence(found); c >= unsure && c >= confidence(old)+betterText {
			out = append(out, found...)
		} else {
			out = append(out, old...)
		}
		next = of.last
	}
	return append(out, words[next:]...)
}

// joined gives the words of a cutting as they stand after those of the one
// before. The larger letters are those of one word, wide as they are set.
func (c *cut) joined() []word {
	for i := range c.best {
		c.best[i].glued = i == 0 && c.glued || i > 0 && c.large
	}
	return c.best
}
