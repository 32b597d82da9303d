package pdfium

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"travaux/indexer/extract/pdf"
)

// Bounds of a picture. A page of A3 at 300 dpi has 17 million pixels.
const (
	maxPixels = 24 << 20
	maxSide   = 16384
)

// Picture draws a page, from 1, on white as PNG. It has dpi pixels an inch, or
// as many fewer as keep it under 24 million pixels in all and 16,384 a side: the
// scale is the picture's width over the page's. The error wraps pdf.ErrEncrypted
// or pdf.ErrMalformed if the file is the cause.
func (e *Engine) Picture(data []byte, page, dpi int) (picture []byte, err error) {
	err = e.with(data, func(d *document) error {
		if page < 1 || page > d.pages {
			return fmt.Errorf("%w: it has %d pages, there is no page %d", pdf.ErrMalformed, d.pages, page)
		}
		picture, err = d.draw(page, dpi)
		if err != nil {
			return fmt.Errorf("%w: draw page %d: %w", pdf.ErrMalformed, page, err)
		}
		return nil
	})
	return picture, err
}

func (d *document) draw(n, dpi int) ([]byte, error) {
	loaded, err := d.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.ref, Index: n - 1})
	if err != nil {
		return nil, err
	}
	page := requests.Page{ByReference: &loaded.Page}
	v, err := d.view(page)
	if err != nil {
		return nil, err
	}
	width, height := pixels(v.width, v.height, dpi)
	drawn, err := d.paint(page, width, height)
	if err != nil {
		return nil, err
	}
	defer drawn.destroy()
	return drawn.encode()
}

// A bitmap is a picture in the memory of an instance, of four bytes a pixel, red
// first.
type bitmap struct {
	pixels                []byte
	stride, width, height int
	destroy               func()
}

// paint draws a page on white. The caller destroys the bitmap.
func (d *document) paint(page requests.Page, width, height int) (*bitmap, error) {
	created, err := d.FPDFBitmap_Create(&requests.FPDFBitmap_Create{Width: width, Height: height})
	if err != nil {
		return nil, err
	}
	b := &bitmap{width: width, height: height, destroy: func() {
		_, _ = d.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: created.Bitmap})
	}}
	if err := d.fill(b, created.Bitmap, page); err != nil {
		b.destroy()
		return nil, err
	}
	return b, nil
}

func (d *document) fill(b *bitmap, ref references.FPDF_BITMAP, page requests.Page) error {
	if _, err := d.FPDFBitmap_FillRect(&requests.FPDFBitmap_FillRect{
		Bitmap: ref, Width: b.width, Height: b.height, Color: 0xffffffff,
	}); err != nil {
		return err
	}
	if _, err := d.FPDF_RenderPageBitmap(&requests.FPDF_RenderPageBitmap{
		Bitmap: ref, Page: page, SizeX: b.width, SizeY: b.height,
		Flags: enums.FPDF_RENDER_FLAG_ANNOT | enums.FPDF_RENDER_FLAG_REVERSE_BYTE_ORDER,
	}); err != nil {
		return err
	}
	stride, err := d.FPDFBitmap_GetStride(&requests.FPDFBitmap_GetStride{Bitmap: ref})
	if err != nil {
		return err
	}
	buffer, err := d.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: ref})
	if err != nil {
		return err
	}
	b.pixels, b.stride = buffer.Buffer, stride.Stride
	if b.stride < 4*b.width || len(b.pixels) < b.stride*b.height {
		return fmt.Errorf("a bitmap of %d bytes for %d by %d pixels", len(b.pixels), b.width, b.height)
	}
	return nil
}

// pixels gives the size of the picture of a page.
func pixels(width, height float64, dpi int) (w, h int) {
	const pointsInch = 72
	width, height = max(width, 1), max(height, 1)
	scale := float64(max(dpi, 1)) / pointsInch
	scale = min(scale, math.Sqrt(maxPixels/(width*height)), maxSide/width, maxSide/height)
	return max(1, int(width*scale)), max(1, int(height*scale))
}

// encode makes PNG of a bitmap, in shades of grey if there is no colour in it.
func (b *bitmap) encode() ([]byte, error) {
	bounds := image.Rect(0, 0, b.width, b.height)
	var picture image.Image
	if grey := withoutColour(b.pixels, b.stride, bounds); grey != nil {
		picture = grey
	} else {
		for i := 3; i < len(b.pixels); i += 4 {
			b.pixels[i] = 0xff
		}
		picture = &image.RGBA{Pix: b.pixels, Stride: b.stride, Rect: bounds}
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, picture); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// withoutColour gives the picture in shades of grey, nil if it has any colour.
func withoutColour(pixels []byte, stride int, bounds image.Rectangle) *image.Gray {
	for y := range bounds.Dy() {
		row := pixels[y*stride : y*stride+4*bounds.Dx()]
		for i := 0; i < len(row); i += 4 {
			if row[i] != row[i+1] || row[i] != row[i+2] {
				return nil
			}
		}
	}
	grey := image.NewGray(bounds)
	for y := range bounds.Dy() {
		row := pixels[y*stride : y*stride+4*bounds.Dx()]
		for x := range bounds.Dx() {
			grey.Pix[y*grey.Stride+x] = row[4*x]
		}
	}
	return grey
}
