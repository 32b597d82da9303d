package extract

import (
	"context"
	"fmt"
)

// Picture draws a page of a PDF file, from 1, on white as PNG. It has dpi pixels
// an inch, or as many fewer as keep it under 24 million pixels: its scale is the
// picture's width over the page's. Errors are as those of Read.
func (p *Pool) Picture(ctx context.Context, path string, page, dpi int) ([]byte, error) {
	f, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	defer f.Close()
	j, err := p.jobFor(f, "")
	if err != nil {
		return nil, err
	}
	if j.Media != MediaPDF {
		return nil, &Failure{ClassMalformed, "only pages of PDF files are drawn"}
	}
	j.Picture = &picture{Page: page, DPI: dpi}
	answer, err := p.once(ctx, p.drawers, j, f)
	return answer.Picture, err
}
