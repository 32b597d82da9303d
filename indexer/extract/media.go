package extract

import (
	"bytes"
	"path/filepath"
	"strings"

	"travaux/indexer/extract/docx"
	"travaux/indexer/extract/html"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/extract/text"
)

// Media types that are read.
const (
	MediaPDF  = "application/pdf"
	MediaDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	MediaHTML = "text/html"
	MediaText = "text/plain"
	MediaDOC  = "application/msword"
	MediaRTF  = "application/rtf"
)

// HeadSize is the number of bytes from the start of a file that Media wants.
const HeadSize = 4096

// Media gives the media type of a file from its first bytes and its name, "" if
// it is of no kind that is read. The bytes go before the name; the name decides
// where the bytes are those of any archive or any text.
func Media(name string, head []byte) string {
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return MediaPDF
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		if ext == ".docx" || bytes.Contains(head, []byte("word/")) {
			return MediaDOCX
		}
		return ""
	case bytes.HasPrefix(head, []byte(compoundHead)):
		if ext == ".doc" || ext == ".dot" || bytes.Contains(head, wordStream()) {
			return MediaDOC
		}
		return ""
	case bytes.HasPrefix(head, []byte(wordTwoHead)):
		return MediaDOC
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return MediaRTF
	case looksHTML(head):
		return MediaHTML
	}
	switch ext {
	case ".html", ".htm", ".xhtml":
		return MediaHTML
	case ".txt", ".text", ".asc":
		return MediaText
	case ".pdf": // junk, but a person calls it a PDF file: let it fail as one
		return MediaPDF
	case ".docx":
		return MediaDOCX
	}
	return ""
}

// compoundHead begins the compound files of older office programs ([MS-CFB]
// 2.2).
const compoundHead = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// wordTwoHead begins the files of Word 2, which are none.
const wordTwoHead = "\xdb\xa5-\x00"

// wordStream is the name of the stream a Word file has, as the folder of a
// compound file writes it.
func wordStream() []byte {
	var name []byte
	for _, c := range []byte("WordDocument") {
		name = append(name, c, 0)
	}
	return name
}

func looksHTML(head []byte) bool {
	trimmed := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	for _, start := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(trimmed, []byte(start)) {
			return true
		}
	}
	return bytes.HasPrefix(trimmed, []byte("<?xml")) && bytes.Contains(trimmed, []byte("<html"))
}

// Version names the reader of a media type with its version ("pdf/1"), "" if
// there is none. It changes when what the reader makes of a file changes.
func Version(media string) string {
	switch media {
	case MediaPDF:
		return pdf.Version
	case MediaDOCX:
		return docx.Version
	case MediaHTML:
		return html.Version
	case MediaText:
		return text.Version
	case MediaDOC, MediaRTF:
		return convertVersion
	}
	return ""
}
