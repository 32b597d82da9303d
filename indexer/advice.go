package indexer

import (
	"fmt"
	"strings"
)

// Advice says in a sentence how to have more read of a number of files that want
// a program, as Accounts.Wanting names it.
func Advice(tool string, files int) string {
	noun, has, is := "files", "have", "are"
	if files == 1 {
		noun, has, is = "file", "has", "is"
	}
	if tool == "tesseract" {
		return fmt.Sprintf("%d %s %s pages that are pictures only; install tesseract-ocr "+
			"(Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-all; macOS: brew install tesseract tesseract-lang) and index again", files, noun, has)
	}
	if strings.HasPrefix(tool, languageData) {
		return fmt.Sprintf("%d %s %s pages that are pictures only, in a language that tesseract has no data for; install it "+
			"(Debian, Ubuntu: apt install %s; macOS: brew install tesseract-lang) and index again", files, noun, has, tool)
	}
	return fmt.Sprintf("%d %s %s of an older Word format; install %s (Debian, Ubuntu: apt install %[4]s) and index again", files, noun, is, tool)
}

// languageData begins the names of the packages that tesseract's languages are in.
const languageData = "tesseract-ocr-"

// wants says of one file what Advice says of many.
func wants(tool string) string {
	switch tool {
	case "":
		return ""
	case "tesseract":
		return "has pages that are pictures only, which tesseract would read if it were installed"
	}
	if strings.HasPrefix(tool, languageData) {
		return "has pages that are pictures only, in a language that tesseract has no data for (" + tool + ")"
	}
	return tool + " would read more of it if it were installed"
}
