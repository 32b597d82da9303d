package extract

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"travaux/indexer/layout"
)

// Pool and worker talk in frames over the worker's standard input and output: a
// length of four bytes, big endian, and that many bytes of JSON. A request is a
// job frame followed by the bytes of the file; an answer is any number of
// frames that tell the pages, and one that ends it. Before all of this goes a
// setup frame, which the worker answers by an empty reply once it is ready.

// A job asks for one file.
type job struct {
	Media    string `json:"media"`
	Size     int64  `json:"size"` // bytes that follow
	MaxPages int    `json:"max_pages"`
	// Only lists the pages to read; none means all. For the PDFium worker.
	Only []int `json:"only,omitempty"`
	// Picture asks for the picture of a page, not for text. For the PDFium
	// worker.
	Picture *picture `json:"picture,omitempty"`
}

// A picture is a page to draw.
type picture struct {
	Page int `json:"page"`
	DPI  int `json:"dpi"`
}

// A setup is the first frame a worker gets: what kind of worker it is to be.
type setup struct {
	// PDFium makes it the worker that reads and draws PDF files with PDFium.
	PDFium bool `json:"pdfium,omitempty"`
	// Cache is the folder of PDFium's compiled code, "" for none.
	Cache string `json:"cache,omitempty"`
}

// A reply is one frame from the worker.
type reply struct {
	// Pages is the number of pages found, sent before they are read.
	Pages int `json:"pages,omitempty"`
	// Done ends the answer, with one of Content, Picture and Failure.
	Done    bool            `json:"done,omitempty"`
	Content *layout.Content `json:"content,omitempty"`
	Failure *Failure        `json:"failure,omitempty"`
	// Picture is PNG.
	Picture []byte `json:"picture,omitempty"`
	// Retire says that the worker wants to be replaced: it has used much of
	// its memory or its time.
	Retire bool `json:"retire,omitempty"`
}

// String names the kind of worker.
func (s setup) String() string {
	if s.PDFium {
		return "PDFium"
	}
	return "reader"
}

var errFrame = errors.New("frame too large")

func writeFrame(w io.Writer, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode frame: %w", err)
	}
	if len(data) > maxReply {
		return errFrame
	}
	frame := binary.BigEndian.AppendUint32(make([]byte, 0, 4+len(data)), uint32(len(data)))
	_, err = w.Write(append(frame, data...))
	return err
}

func readFrame(r io.Reader, v any, most int) error {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return err
	}
	n := binary.BigEndian.Uint32(head[:])
	if int64(n) > int64(most) {
		return errFrame
	}
	data := make([]byte, n)
	if _, err := io.ReadFull(r, data); err != nil {
		return err
	}
	return json.Unmarshal(data, v)
}
