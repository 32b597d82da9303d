package indexer_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer"
	"travaux/indexer/corpus"
	"travaux/search/archive"
)

// wantHeld compares what the collection holds.
func wantHeld(t *testing.T, b *bench, when string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, b.held()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", when, diff)
	}
}

func TestAChangedFileReplacesItsFormerSelf(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.run()
	b.write("a.txt", "doc A/2 en\ntwo, longer")
	acc := b.run()
	if acc.Indexed != 1 {
		t.Errorf("accounts: %+v", acc)
	}
	wantHeld(t, b, "after the change", "A/2 en [two, longer] a.txt")
}

// reasons gives the reasons in the report of a run, by base name.
func reasons(t *testing.T, b *bench, prune bool) map[string]string {
	t.Helper()
	var out bytes.Buffer
	b.config = func(c *indexer.Config) { c.Report, c.Prune = &out, prune }
	defer func() { b.config = nil }()
	b.run()
	got := map[string]string{}
	for dec := json.NewDecoder(&out); dec.More(); {
		var line struct{ Path, Status, Reason string }
		if err := dec.Decode(&line); err != nil {
			t.Fatal(err)
		}
		got[filepath.Base(line.Path)] = line.Status + ": " + line.Reason
	}
	return got
}

// TestWhatAFileHeldOutlivesItsDamage wants the last readable version of a file
// kept, as that of a missing file is, until a run prunes.
func TestWhatAFileHeldOutlivesItsDamage(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.run()
	b.reader.taken()
	for _, damage := range []string{"malformed", "malformed in another way", "timeout"} {
		b.write("a.txt", damage)
		for range 2 {
			reason := strings.Replace(damage, "timeout", "took too long", 1)[:9]
			got := reasons(t, b, false)["a.txt"]
			if !strings.HasPrefix(got, "failed: "+reason) || !strings.HasSuffix(got, "; what was read of it before stays") {
				t.Errorf("%s: the report says %q", damage, got)
			}
			wantHeld(t, b, damage, "A/1 en [one] a.txt")
		}
		if got := b.reader.taken(); len(got) != 1 {
			t.Errorf("%s: read %d times, want once", damage, len(got))
		}
	}
	b.write("b.pdf", "doc A/1 en\nas PDF")
	b.run()
	wantHeld(t, b, "with another version", "A/1 en [as PDF] b.pdf,a.txt")
	b.remove("b.pdf")
	b.write("a.txt", "doc A/1 en\none")
	if acc := b.prune(); acc.Unchanged != 1 || acc.Read != 0 {
		t.Errorf("mended: %+v", acc)
	}
	wantHeld(t, b, "mended", "A/1 en [one] a.txt")
	b.write("a.txt", "malformed")
	b.run()
	if got := reasons(t, b, true)["a.txt"]; got != "failed: malformed; what was read of it before is removed" {
		t.Errorf("pruned: the report says %q", got)
	}
	wantHeld(t, b, "pruned")
	if got := reasons(t, b, true)["a.txt"]; got != "failed: malformed" {
		t.Errorf("after that: the report says %q", got)
	}
}

// TestAFileThatBecomesAnotherKind keeps what it held, in the same way.
func TestAFileThatBecomesAnotherKind(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.run()
	path := filepath.Join(b.papers, "a.txt")
	b.remove("a.txt")
	if err := os.Symlink("nothing", path); err != nil {
		corpus.Missing(t, "symbolic links: "+err.Error())
	}
	for range 2 {
		want := map[string]string{"a.txt": "skipped: a symbolic link to nothing; what was read of it before stays"}
		if diff := cmp.Diff(want, reasons(t, b, false)); diff != "" {
			t.Errorf("report (-want +got):\n%s", diff)
		}
		wantHeld(t, b, "as a link", "A/1 en [one] a.txt")
	}
	b.write("a.txt", "doc A/1 en\none")
	if acc := b.run(); acc.Unchanged != 1 {
		t.Errorf("back again: %+v", acc)
	}
	wantHeld(t, b, "back again", "A/1 en [one] a.txt")
}

func TestPruneKeepsWhatAnotherPathHolds(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.write("b.txt", "doc A/1 en\none")
	b.write("c.txt", "doc A/3 en\nthree")
	b.run()
	b.remove("a.txt")
	b.remove("c.txt")

	acc := b.run()
	if acc.Missing != 2 || acc.Pruned != 0 || acc.Unchanged != 1 {
		t.Errorf("without prune: %+v", acc)
	}
	wantHeld(t, b, "missing files stay", "A/1 en [one] a.txt", "A/3 en [three] c.txt")

	acc = b.prune()
	if acc.Pruned != 2 {
		t.Errorf("with prune: %+v", acc)
	}
	if got := len(b.writer.held); got != 1 {
		t.Errorf("%d renditions after prune: %v", got, b.held())
	}
	if got := len(b.writer.files); got != 1 {
		t.Errorf("%d records after prune", got)
	}
}

func TestPruneActsOnlyUnderThePathsGiven(t *testing.T) {
	b := newBench(t)
	b.write("one/a.txt", "doc A/1 en\none")
	b.write("onetwo/b.txt", "doc A/2 en\ntwo")
	b.run()
	b.remove("one/a.txt")
	b.remove("onetwo/b.txt")
	b.prune("one")
	wantHeld(t, b, "after prune of one", "A/2 en [two] b.txt")
}

func TestAFileThatComesBackIsKnown(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.run()
	path := filepath.Join(b.papers, "a.txt")
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	b.run()
	if !b.writer.files[path].Missing {
		t.Error("not marked missing")
	}
	if err := os.Rename(path+".away", path); err != nil {
		t.Fatal(err)
	}
	acc := b.run()
	if acc.Unchanged != 1 || b.writer.files[path].Missing {
		t.Errorf("accounts %+v, record %+v", acc, b.writer.files[path])
	}
}

func TestAMovedFileIsNotReadAgain(t *testing.T) {
	b := newBench(t)
	b.write("old/a.txt", "doc A/1 en\none")
	b.run()
	b.reader.taken()
	b.remove("old/a.txt")
	b.write("new/a.txt", "doc A/1 en\none")
	acc := b.prune()
	if acc.Duplicate != 1 || acc.Pruned != 1 {
		t.Errorf("accounts: %+v", acc)
	}
	if got := b.reader.taken(); len(got) != 0 {
		t.Errorf("read again: %v", got)
	}
	wantHeld(t, b, "after the move", "A/1 en [one] a.txt")
}

func TestBytesThatChangePlaces(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.write("b.txt", "doc A/2 en\ntwo!")
	b.run()
	b.write("a.txt", "doc A/2 en\ntwo!")
	b.write("b.txt", "doc A/1 en\none")
	acc := b.run()
	if !acc.Balanced() || acc.Failed != 0 {
		t.Errorf("accounts: %+v", acc)
	}
	wantHeld(t, b, "after the exchange", "A/1 en [one] b.txt", "A/2 en [two!] a.txt")
}

// TestAFileWrittenOver changes a file in place: where the archive holds a link
// to it, the original has to come from the other file with these bytes.
func TestAFileWrittenOver(t *testing.T) {
	b := newBench(t)
	const text = "doc A/1 en\none"
	b.write("a.txt", text)
	b.write("b.txt", text)
	b.run()
	if err := os.WriteFile(filepath.Join(b.papers, "a.txt"), []byte("doc A/2 en\ntwo"), 0o644); err != nil {
		t.Fatal(err)
	}
	b.run()
	wantHeld(t, b, "after the change", "A/1 en [one] b.txt", "A/2 en [two] a.txt")
	for _, r := range b.writer.held {
		f, err := archive.New(b.dir).Open(r.Files[0].SHA256)
		if err != nil {
			t.Errorf("original of %s: %v", r.Document.ID, err)
			continue
		}
		h := sha256.New()
		if _, err := io.Copy(h, f); err != nil {
			t.Error(err)
		}
		f.Close()
		if got := hex.EncodeToString(h.Sum(nil)); got != r.Files[0].SHA256 {
			t.Errorf("the original of %s has sha256 %s, want %s", r.Document.ID, got, r.Files[0].SHA256)
		}
	}
}

func TestTheBestVersionIsShown(t *testing.T) {
	b := newBench(t)
	b.write("1.txt", "doc A/1 en\nas text")
	b.write("2.pdf", "doc A/1 en\nas PDF")
	b.write("3.docx", "doc A/1 en\nas DOCX")
	b.write("4.txt", "doc A/1 en *\nissued again")
	b.write("5.docx", "scan A/1 en **\n")
	b.write("6.txt", "doc A/1 fr\nen français")
	b.run()
	fr := "A/1 fr [en français] 6.txt"
	wantHeld(t, b, "all", "A/1 en [issued again] 4.txt,3.docx,2.pdf,1.txt,5.docx", fr)
	b.reader.taken()
	for _, step := range []struct{ gone, want string }{
		{"4.txt", "A/1 en [as DOCX] 3.docx,2.pdf,1.txt,5.docx"},
		{"3.docx", "A/1 en [as PDF] 2.pdf,1.txt,5.docx"},
		{"1.txt", "A/1 en [as PDF] 2.pdf,5.docx"},
	} {
		b.remove(step.gone)
		b.prune()
		wantHeld(t, b, "without "+step.gone, step.want, fr)
	}
	if got := b.reader.taken(); len(got) != 0 {
		t.Errorf("versions were read again: %v", got)
	}
}

func TestAVersionIsReadAgainWhenItsExtractIsGone(t *testing.T) {
	b := newBench(t)
	b.write("1.txt", "doc A/1 en\nas text")
	b.write("2.pdf", "doc A/1 en\nas PDF")
	b.run()
	if err := os.RemoveAll(filepath.Join(b.dir, "extracted")); err != nil {
		t.Fatal(err)
	}
	b.remove("2.pdf")
	b.prune()
	wantHeld(t, b, "after prune", "A/1 en [as text] 1.txt")
}

func TestListings(t *testing.T) {
	b := newBench(t)
	b.write("page.txt", "page em-2\nA/1 The first\nA/2 The second")
	acc := b.run()
	if acc.Indexed != 1 {
		t.Errorf("accounts: %+v", acc)
	}
	second := "A/2 listed []  <page.txt:The second>"
	wantHeld(t, b, "listed", "A/1 listed []  <page.txt:The first>", second)

	b.write("a.pdf", "doc A/1 en\none")
	b.run()
	wantHeld(t, b, "held", "A/1 en [one] a.pdf at em-2 <page.txt:The first>", second)

	b.write("other.txt", "page em-3\nA/1 Again")
	b.run()
	wantHeld(t, b, "on two pages", "A/1 en [one] a.pdf at em-3 <other.txt:Again,page.txt:The first>", second)

	b.remove("a.pdf")
	b.prune()
	wantHeld(t, b, "listed again", "A/1 listed []  <other.txt:Again,page.txt:The first>", second)

	b.remove("page.txt")
	b.prune()
	wantHeld(t, b, "one page left", "A/1 listed []  <other.txt:Again>")

	b.write("other.txt", "page em-3\nA/7 Changed")
	b.run()
	wantHeld(t, b, "page changed", "A/7 listed []  <other.txt:Changed>")
}

func TestAJointSymbolIsOneDocument(t *testing.T) {
	b := newBench(t)
	b.write("page.txt", "page em-2\nE/CN.15/2016/13 As the commission names it\nE/2016/30 As the council does")
	b.run()
	if got := len(b.held()); got != 2 {
		t.Fatalf("listed: %v", b.held())
	}
	b.write("report.pdf", "doc E/2016/30+E/CN.15/2016/13 en\nthe report")
	b.run()
	wantHeld(t, b, "held", "E/2016/30 en [the report] report.pdf at em-2 <page.txt:As the commission names it,page.txt:As the council does>")
	b.remove("page.txt")
	b.prune()
	wantHeld(t, b, "without the page", "E/2016/30 en [the report] report.pdf")
	b.write("page.txt", "page em-2\nE/CN.15/2016/13 As the commission names it")
	b.run()
	wantHeld(t, b, "with the page again", "E/2016/30 en [the report] report.pdf at em-2 <page.txt:As the commission names it>")
	b.remove("report.pdf")
	b.prune()
	wantHeld(t, b, "without the report", "E/CN.15/2016/13 listed []  <page.txt:As the commission names it>")
}

func TestSpellingsWithOneMatchKeyAreOneDocument(t *testing.T) {
	b := newBench(t)
	b.write("page.txt", "page em-2\nCAC/COSP/2013/INF/1 With a slash")
	b.write("late.txt", "page em-3\nCAC/COSP/2013/INF.1 With a point")
	b.run()
	both := "<late.txt:With a point,page.txt:With a slash>"
	wantHeld(t, b, "listed in both spellings", "CAC/COSP/2013/INF.1 listed []  "+both)
	b.write("paper.pdf", "doc CAC/COSP/2013/INF.1 en\nthe paper")
	b.run()
	wantHeld(t, b, "held", "CAC/COSP/2013/INF.1 en [the paper] paper.pdf at em-3 "+both)
	b.remove("late.txt")
	b.prune()
	wantHeld(t, b, "held, and listed in the other spelling", "CAC/COSP/2013/INF.1 en [the paper] paper.pdf at em-2 <page.txt:With a slash>")
	b.remove("paper.pdf")
	b.prune()
	wantHeld(t, b, "without the paper", "CAC/COSP/2013/INF/1 listed []  <page.txt:With a slash>")
}

// TestHistoryDoesNotMatter takes a folder through random changes and compares
// the collection with one made of the folder's last state alone.
func TestHistoryDoesNotMatter(t *testing.T) {
	contents := []string{
		"doc A/1 en\nplain", "doc A/1 en *\nissued again", "doc A/1 fr\nen français", "doc A/2 en\ntwo",
		"page em-1\nA/1 One\nA/2 Two", "page em-2\nA/2 Two again\nA/3 Three", "malformed", "scan A/3 en\n",
		"doc A/3+A/2 en\njoint", "doc A/3+A/1 fr\ncommun", "doc A/79/INF.1 en\ninformation",
		"page em-3\nA/79/INF/1 With a slash\nA/2 Two once more", "page em-4\nA/79/INF.1 With a point", "doc A/79/1+A/79/INF/1 en\njoint too",
	}
	names := []string{"a.txt", "b.pdf", "c.docx", "d.txt", "e.txt"}
	for seed := range uint64(80) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 1))
			b := newBench(t)
			for range 6 {
				for _, name := range names {
					switch random.IntN(4) {
					case 0:
						os.Remove(filepath.Join(b.papers, name))
					case 1, 2:
						b.write(name, contents[random.IntN(len(contents))])
					}
				}
				b.prune()
			}
			once := newBench(t)
			once.papers = b.papers
			once.run()
			if diff := cmp.Diff(once.held(), b.held()); diff != "" {
				t.Errorf("made at once (-), in steps (+):\n%s", diff)
			}
		})
	}
}
