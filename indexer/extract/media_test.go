package extract_test

import (
	"testing"

	"travaux/indexer/extract"
)

func TestMedia(t *testing.T) {
	tests := []struct{ name, head, want string }{
		{"report.pdf", "%PDF-1.7\n", extract.MediaPDF},
		{"report", "\x00\x00junk %PDF-1.4", extract.MediaPDF},
		{"liar.txt", "%PDF-1.7\n", extract.MediaPDF},
		{"broken.pdf", "nothing of the kind", extract.MediaPDF},
		{"report.docx", "PK\x03\x04", extract.MediaDOCX},
		{"download", "PK\x03\x04\x14\x00word/document.xml", extract.MediaDOCX},
		{"data.zip", "PK\x03\x04", ""},
		{"sheet.xlsx", "PK\x03\x04xl/workbook.xml", ""},
		{"page", "\xef\xbb\xbf\n<!DOCTYPE html><title>", extract.MediaHTML},
		{"page.txt", "<html><body>", extract.MediaHTML},
		{"page.xhtml", "<?xml version='1.0'?><html xmlns=", extract.MediaHTML},
		{"part.htm", "<p>text", extract.MediaHTML},
		{"notes.txt", "A/79/876", extract.MediaText},
		{"notes.TXT", "", extract.MediaText},
		{"picture.png", "\x89PNG", ""},
		{"old.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", extract.MediaDOC},
		{"old", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00", extract.MediaDOC},
		{"old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ""},
		{"letter.doc", `{\rtf1\ansi`, extract.MediaRTF},
		{"old.doc", "\xdb\xa5-\x00", extract.MediaDOC},
		{"table.tsv", "a\tb", ""},
	}
	for _, tt := range tests {
		got := extract.Media(tt.name, []byte(tt.head))
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		if got != "" && extract.Version(got) == "" {
			t.Errorf("%s: no reader for %s", tt.name, got)
		}
	}
	if v := extract.Version("video/mp4"); v != "" {
		t.Errorf("a reader for films: %q", v)
	}
}
