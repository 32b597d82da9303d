package page_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/indexer/page"
)

const smallPage = "Second session (Vienna, 22-24 August 2011)\nDocument Symbol EN FR\nCAC/COSP/WG.4/2011/1 Provisional agenda\nCAC/COSP/WG.4/2011/2 "

// A page is printed on a few sheets: what is longer is a document, however it
// begins.
func TestLongerThanAPage(t *testing.T) {
	if p, ok := page.Parse(text(smallPage + "Report\n\n" + strings.Repeat("line\n", 1000))); !ok || len(p.Rows) != 2 {
		t.Errorf("a long page: ok %t, %d rows", ok, len(p.Rows))
	}
	if _, ok := page.Parse(text(smallPage + "Report\n\n" + strings.Repeat("line\n", 20_000))); ok {
		t.Error("a book is read as a meeting page")
	}
}

// Of a line without end the beginning is read, in whole characters.
func TestLineWithoutEnd(t *testing.T) {
	p, ok := page.Parse(text(smallPage + "Доклад " + strings.Repeat("о работе ", 200_000)))
	if !ok || len(p.Rows) != 2 {
		t.Fatalf("ok %t, %d rows", ok, len(p.Rows))
	}
	title := p.Rows[1].Title
	if !strings.HasPrefix(title, "Доклад о работе") || len(title) > 10_000 || !utf8.ValidString(title) {
		t.Errorf("a title of %d bytes, valid %t", len(title), utf8.ValidString(title))
	}
}
