package ocr

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
)

// A Picture is a page as drawn.
type Picture struct {
	// PNG is the picture. Gray ones are read fastest.
	PNG []byte
	// Width and Height are those of the page in points, over zero.
	Width, Height float64
}

// maxPixels bounds a picture: an A3 page at 300 dots an inch has 17 million.
const maxPixels = 25_000_000

// ErrPicture says that a picture cannot be used.
var ErrPicture = errors.New("unusable picture of the page")

// size gives the size of a picture in pixels, and makes sure that it is one.
func (p Picture) size() (width, height int, err error) {
	c, err := png.DecodeConfig(bytes.NewReader(p.PNG))
	if err != nil {
		return 0, 0, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	if p.Width <= 0 || p.Height <= 0 {
		return 0, 0, fmt.Errorf("%w: the page has no size", ErrPicture)
	}
	if c.Width < 1 || c.Height < 1 || c.Width > maxPixels/c.Height {
		return 0, 0, fmt.Errorf("%w: %d by %d pixels", ErrPicture, c.Width, c.Height)
	}
	return c.Width, c.Height, nil
}

// dpi gives the dots an inch a picture of the given width was drawn with.
func (p Picture) dpi(width int) int {
	return min(max(int(float64(width)*72/p.Width+0.5), 70), 1200)
}

// gray decodes a picture whose size was looked at.
func (p Picture) gray() (*image.Gray, error) {
	img, err := png.Decode(bytes.NewReader(p.PNG))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	if g, ok := img.(*image.Gray); ok {
		return g, nil
	}
	g := blank(img.Bounds().Dx(), img.Bounds().Dy())
	draw.Draw(g, g.Bounds(), img, img.Bounds().Min, draw.Over)
	return g, nil
}

// blank makes a white picture.
func blank(width, height int) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, width, height))
	for i := range g.Pix {
		g.Pix[i] = 0xff
	}
	return g
}

func encode(g *image.Gray) ([]byte, error) {
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&b, g); err != nil {
		return nil, fmt.Errorf("encode a picture: %w", err)
	}
	return b.Bytes(), nil
}

// turned turns a picture clockwise by 90, 180 or 270 degrees.
func (p Picture) turned(degrees int) (Picture, error) {
	g, err := p.gray()
	if err != nil {
		return p, err
	}
	w, h := g.Bounds().Dx(), g.Bounds().Dy()
	out := Picture{Width: p.Width, Height: p.Height}
	to := image.NewGray(image.Rect(0, 0, w, h))
	if degrees != 180 {
		out.Width, out.Height = p.Height, p.Width
		to = image.NewGray(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			c := g.GrayAt(g.Rect.Min.X+x, g.Rect.Min.Y+y)
			switch degrees {
			case 90:
				to.SetGray(h-1-y, x, c)
			case 180:
				to.SetGray(w-1-x, h-1-y, c)
			case 270:
				to.SetGray(y, w-1-x, c)
			}
		}
	}
	out.PNG, err = encode(to)
	return out, err
}

// dark reports whether a pixel is ink.
func dark(c color.Gray) bool { return c.Y < 128 }
