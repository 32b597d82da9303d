package samples_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/cmd/travaux/samples"
	"travaux/cmd/travaux/samples/source"
)

// fileName is what a sample is called: symbol, with _ for /, and language. A
// meeting page has no language.
var fileName = regexp.MustCompile(`^(meeting_)?((?:CAC|CU)_[A-Za-z0-9._]+?)(?:_(ar|en|es|fr|ru|zh))?\.(docx|html|pdf|txt)$`)

// sample is what a file's name tells.
type sample struct {
	name, symbol, language, format string
	page                           bool
}

func all(t *testing.T) []sample {
	t.Helper()
	entries, err := fs.ReadDir(samples.Files(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var set []sample
	for _, e := range entries {
		m := fileName.FindStringSubmatch(e.Name())
		if m == nil {
			t.Errorf("%s is not named for symbol and language", e.Name())
			continue
		}
		set = append(set, sample{
			name: e.Name(), symbol: strings.ReplaceAll(m[2], "_", "/"), language: m[3], format: m[4], page: m[1] != "",
		})
	}
	return set
}

// TestSet checks that the samples show all there is to show.
func TestSet(t *testing.T) {
	t.Parallel()
	languages, formats := map[string]int{}, map[string]int{}
	renditions := map[string][]string{}
	var documents, pages int
	for _, s := range all(t) {
		formats[s.format]++
		if s.page {
			pages++
			continue
		}
		documents++
		languages[s.language]++
		renditions[s.symbol] = append(renditions[s.symbol], s.language)
	}

	if documents < 14 {
		t.Errorf("%d documents, want 14 at least", documents)
	}
	for _, lang := range []string{"ar", "en", "es", "fr", "ru", "zh"} {
		if languages[lang] == 0 {
			t.Errorf("no document in %s", lang)
		}
	}
	for _, format := range []string{"docx", "html", "pdf", "txt"} {
		if formats[format] == 0 {
			t.Errorf("no %s file", format)
		}
	}
	if pages == 0 {
		t.Error("no meeting page")
	}

	report := "CAC/COSP/EG.1/2031/3"
	if diff := cmp.Diff([]string{"en", "fr"}, renditions[report]); diff != "" {
		t.Errorf("languages of the report (-want +got):\n%s", diff)
	}
	for _, symbol := range []string{
		report + "/Corr.1",
		report + "/Add.1",
		"CAC/COSP/WG.2/2031/4",     // of another meeting
		"CAC/COSP/EG.1/2013/2",     // a row of a meeting page that gets its document
		"CAC/COSP/EG.1/2031/1",     // annotated agenda
		"CAC/COSP/EG.1/2031/CRP.1", // conference room paper
		"CAC/COSP/EG.1/2031/INF.1", // list of participants
		"CAC/COSP/2031/L.4",        // draft resolution
		"CAC/COSP/2031/SR.2",       // summary record
		"CU/2031/12",               // note verbale
	} {
		if renditions[symbol] == nil {
			t.Errorf("no %s", symbol)
		}
	}
}

// marks are the words that say, in each language, that a file is a sample.
var marks = map[string]string{
	"ar": "نموذج – كتب لأغراض travaux، وليس وثيقة من وثائق الأمم المتحدة.",
	"en": "SAMPLE – written for travaux, not a document of the United Nations.",
	"es": "MUESTRA – escrita para travaux; no es un documento de las Naciones Unidas.",
	"fr": "SPÉCIMEN – rédigé pour travaux, n’est pas un document de l’Organisation des Nations Unies.",
	"ru": "ОБРАЗЕЦ – составлен для travaux, не является документом Организации Объединенных Наций.",
	"zh": "样本 – 为 travaux 编写，并非联合国文件。",
	"":   "SAMPLE – written for travaux, not a page of the United Nations.",
}

// TestMarked checks that every sample is marked as one, in its own language. Of
// PDF and DOCX files it looks at the sources; that their mark is printed is
// checked with the text of the files.
func TestMarked(t *testing.T) {
	t.Parallel()
	for _, s := range all(t) {
		path := filepath.Join("files", s.name)
		if s.format == "pdf" || s.format == "docx" {
			path = sourceOf(s.name)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains(string(data), marks[s.language]) {
			t.Errorf("%s lacks %q", path, marks[s.language])
		}
	}
}

// TestParagraphNumbers checks that the language versions of a document have the
// same numbered paragraphs: the number is the key between translations.
func TestParagraphNumbers(t *testing.T) {
	t.Parallel()
	english := numbers(t, "src/pdf/CAC_COSP_EG.1_2031_3_en.html")
	french := numbers(t, "src/pdf/CAC_COSP_EG.1_2031_3_fr.html")
	if diff := cmp.Diff(english, french); diff != "" {
		t.Errorf("paragraphs (-English +French):\n%s", diff)
	}
	if len(english) < 20 || english[0] != "1." {
		t.Errorf("paragraphs of the report: %q", english)
	}
}

func numbers(t *testing.T, path string) []string {
	t.Helper()
	var got []string
	for _, b := range parse(t, path).Blocks {
		if b.Tag == "p" && b.Class == "" && b.Number != "" {
			got = append(got, b.Number)
		}
	}
	return got
}

// TestMade checks that every PDF and DOCX file is the one made from the source
// as it is now. If it fails, run `make samples`.
func TestMade(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile("src/MADE")
	if err != nil {
		t.Fatal(err)
	}
	made := strings.Split(strings.TrimSpace(string(list)), "\n")
	var want []string
	for _, s := range all(t) {
		sources := []string{sourceOf(s.name)}
		switch s.format {
		case "pdf":
			sources = append(sources, "src/un.css")
		case "docx":
		default:
			continue
		}
		want = append(want, strings.Join([]string{
			s.name, fingerprint(t, sources...), fingerprint(t, filepath.Join("files", s.name)),
		}, "\t"))
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, made); diff != "" {
		t.Errorf("not current; run make samples (-want +listed):\n%s", diff)
	}
	if sources := glob(t, "src/*/*.html"); len(sources) != len(want) {
		t.Errorf("%d sources, %d files made", len(sources), len(want))
	}
}

// sourceOf returns the path of the source a PDF or DOCX sample is made from.
func sourceOf(name string) string {
	format := filepath.Ext(name)
	return filepath.Join("src", format[1:], strings.TrimSuffix(name, format)+".html")
}

func fingerprint(t *testing.T, paths ...string) string {
	t.Helper()
	sum, err := source.Fingerprint(paths...)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}
