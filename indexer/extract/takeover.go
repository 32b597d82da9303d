package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

// readPDF reads a PDF file. The first reader is fast and careful; where it
// fails, or doubts what it read, PDFium has a look, and pages that are still
// without sound text go to text recognition.
func (p *Pool) readPDF(ctx context.Context, path string, j job, f *os.File) (*layout.Content, error) {
	answer, err := p.once(ctx, p.readers, j, f)
	content := answer.Content
	var failure *Failure
	switch {
	case err == nil:
		err = p.mend(ctx, j, f, content)
	case errors.As(err, &failure) && failure.Class != ClassTooLarge:
		content, err = p.takeOver(ctx, j, f, failure)
	}
	if err != nil {
		return nil, err
	}
	if unread(content) {
		if err := p.recognise(ctx, path, content); err != nil {
			return nil, err
		}
	}
	return content, nil
}

// unread reports whether a page has no sound text.
func unread(c *layout.Content) bool {
	return slices.ContainsFunc(c.Pages, func(p layout.Page) bool { return p.Doubt != "" })
}

// doubted lists the pages whose text is in doubt and might be read by PDFium.
func doubted(c *layout.Content) (numbers []int) {
	for _, page := range c.Pages {
		if page.Doubt != "" && !pdf.Pictured(page.Doubt) {
			numbers = append(numbers, page.Number)
		}
	}
	return numbers
}

// takeOver reads a file with PDFium that the first reader could not read. If
// PDFium cannot either, the failure is the first reader's, unless PDFium knows
// better: that a password is wanted, or that the file kills it.
func (p *Pool) takeOver(ctx context.Context, j job, f *os.File, first *Failure) (*layout.Content, error) {
	if !isPDF(f) {
		return p.again(ctx, j, f, first) // PDFium would look for the same head
	}
	answer, err := p.once(ctx, p.drawers, j, f)
	var second *Failure
	if errors.As(err, &second) && second.retried() && !first.retried() {
		answer, err = p.once(ctx, p.drawers, j, f) // one death may be the machine's fault
	}
	switch {
	case err == nil:
		content := answer.Content
		content.Warnings = append([]string{"it was read with PDFium, since the first reader could not: " + first.Detail}, content.Warnings...)
		return content, nil
	case ctx.Err() != nil:
		return nil, err
	case !errors.As(err, &second):
		first.Detail += "; " + shorten(err.Error())
	case second.retried() && first.retried():
		return nil, &Failure{first.Class, first.Detail + "; PDFium: " + second.Detail}
	case second.Class == ClassEncrypted, second.retried():
		return nil, second
	}
	return p.again(ctx, j, f, first)
}

// again gives a file that killed the first reader, and that PDFium has no
// opinion of, its second try.
func (p *Pool) again(ctx context.Context, j job, f *os.File, first *Failure) (*layout.Content, error) {
	if !first.retried() {
		return nil, first
	}
	answer, err := p.once(ctx, p.readers, j, f)
	return answer.Content, err
}

// isPDF reports whether a file has the head of a PDF file.
func isPDF(f io.ReaderAt) bool {
	head, err := headOf(f)
	return err == nil && Media("", head) == MediaPDF
}

// mend has PDFium read the pages that are in doubt, and takes what it read
// better. If PDFium fails, what was read stays as it is.
func (p *Pool) mend(ctx context.Context, j job, f io.ReaderAt, content *layout.Content) error {
	if j.Only = doubted(content); len(j.Only) == 0 {
		return nil
	}
	answer, err := p.once(ctx, p.drawers, j, f)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		content.Warnings = append(content.Warnings, fmt.Sprintf("%s not sure, and PDFium could not help: %s",
			pagesAre(j.Only), shorten(err.Error())))
		return nil
	}
	for _, page := range answer.Content.Pages {
		if i := page.Number - 1; i >= 0 && i < len(content.Pages) {
			page.Reader = answer.Content.Reader
			content.Pages[i] = pdf.Better(content.Pages[i], page)
			if content.Pages[i].Reader != "" && content.Pages[i].Doubt == "" {
				content.Warnings = withoutPage(content.Warnings, page.Number)
			}
		}
	}
	return nil
}

// withoutPage drops what the first reader had to say about a page that has been
// read well since.
func withoutPage(warnings []string, number int) []string {
	return slices.DeleteFunc(warnings, func(w string) bool {
		return strings.HasPrefix(w, fmt.Sprintf("page %d ", number))
	})
}

// pagesAre begins a sentence about pages.
func pagesAre(numbers []int) string {
	if len(numbers) == 1 {
		return fmt.Sprintf("the text of page %d is", numbers[0])
	}
	return fmt.Sprintf("the text of %d pages is", len(numbers))
}
