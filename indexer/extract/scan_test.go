package extract_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"travaux/indexer/corpus"
)

// A grey is a picture in shades of grey, a byte a pixel.
type grey struct {
	width, height int
	pixels        []byte
}

// heads draws the top of the first pages of samples, at 200 dots an inch: enough
// to be recognised, in a quarter of the time of the page.
func heads(t *testing.T, samples ...string) []grey {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		corpus.Missing(t, "pdftoppm (poppler-utils)")
	}
	var out []grey
	for _, name := range samples {
		file := filepath.Join("..", "..", "cmd", "travaux", "samples", "files", name)
		pgm, err := exec.Command("pdftoppm", "-r", "200", "-gray", "-l", "1", "-x", "0", "-y", "0", "-W", "1600", "-H", "600", file).Output()
		if err != nil {
			t.Fatalf("draw %s: %v", name, err)
		}
		g := grey{width: 1600, height: 600}
		g.pixels = pgm[len(pgm)-g.width*g.height:] // behind the head of the format
		out = append(out, g)
	}
	return out
}

// scanned makes a PDF file whose pages are pictures.
func scanned(t *testing.T, pages ...grey) string {
	t.Helper()
	var kids strings.Builder
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", ""}
	for _, g := range pages {
		n := len(objects)
		fmt.Fprintf(&kids, "%d 0 R ", n+1)
		w, h := float64(g.width)*72/200, float64(g.height)*72/200
		draw := fmt.Sprintf("%.2f 0 0 %.2f 0 0 cm /P Do", w, h)
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		_, _ = z.Write(g.pixels)
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /P %d 0 R >> >> >>", w, h, n+2, n+3),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(draw), draw),
			fmt.Sprintf("<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream",
				g.width, g.height, packed.Len(), packed.String()))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages))
	return assemble(objects)
}

// languageData makes a folder of tesseract's data with the models named alone.
func languageData(t *testing.T, models string) string {
	t.Helper()
	dir := t.TempDir()
	for _, model := range strings.Fields(models) {
		name := model + ".traineddata"
		for _, pattern := range []string{"/usr/share/tesseract-ocr/*/tessdata/", "/usr/share/tessdata/", "/usr/local/share/tessdata/"} {
			found, _ := filepath.Glob(pattern + name)
			if len(found) > 0 {
				if err := os.Symlink(found[0], filepath.Join(dir, name)); err != nil {
					t.Fatal(err)
				}
				break
			}
		}
	}
	return dir
}
