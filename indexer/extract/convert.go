package extract

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"travaux/indexer/extract/child"
	"travaux/indexer/extract/doc"
	"travaux/indexer/layout"
)

// convertVersion names the reader of the files that convert reads.
const convertVersion = doc.Version

// convert reads a file of an older word processor through a converter. Without
// one the failure is of ClassMissing and names what to install.
func (p *Pool) convert(ctx context.Context, f *os.File, media string) (*layout.Content, error) {
	format, want := doc.Word, Antiword
	if media == MediaRTF {
		format, want = doc.Rich, Catdoc
	}
	converter, ok := p.tools.converter(format)
	if !ok {
		return nil, &Failure{ClassMissing, fmt.Sprintf("no program is installed that reads %s files (Debian, Ubuntu: apt install %s)",
			strings.ToUpper(string(format)), want)}
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer context.AfterFunc(p.ctx, stop)()
	text, err := converter.Convert(ctx, p.tools.launcher, f)
	if ctx.Err() != nil {
		return nil, p.ended(ctx)
	}
	if err != nil {
		return nil, conversionFailure(converter.Name, err)
	}
	content, err := doc.Parse(text)
	if err != nil {
		return nil, &Failure{ClassMalformed, "the file cannot be read: " + err.Error()}
	}
	content.Warnings = append(content.Warnings, "the file was read with "+converter.Name)
	return content, checkSize(content)
}

// conversionFailure classes the error of a converter: what concerns the file is
// a Failure.
func conversionFailure(name string, err error) error {
	var exit *child.ExitError
	switch {
	case errors.Is(err, child.ErrTimeout):
		return &Failure{ClassTimeout, name + " took too long"}
	case errors.Is(err, child.ErrMemory):
		return &Failure{ClassMemory, name + " needed too much memory"}
	case errors.Is(err, child.ErrOutput):
		return &Failure{ClassTooLarge, name + " made more of the file than is read"}
	case !errors.As(err, &exit):
		return err
	case strings.Contains(strings.ToLower(exit.Words), "encrypted"):
		return &Failure{ClassEncrypted, "the file is protected: " + name + " cannot read encrypted files"}
	case strings.HasPrefix(exit.Status, "signal"):
		return &Failure{ClassCrash, name + " died of the file: " + shorten(exit.Error())}
	}
	return &Failure{ClassMalformed, "the file cannot be read: " + name + ": " + shorten(exit.Error())}
}
