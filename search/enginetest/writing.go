package enginetest

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// historyLeavesNoTrace builds one collection at once and another in steps, with
// replacements and removals, and expects the same answers, scores included.
func historyLeavesNoTrace(t *testing.T, m Maker) {
	renditions := Synthetic(30, 5)
	plans := []search.Plan{plan(t, search.Documents, "asset OR recovery"), plan(t, search.Paragraphs, "asset OR recovery"), plan(t, search.Documents, `"asset recovery" OR theft`)}
	var inSteps []search.Change
	for i, r := range renditions {
		former := r
		former.Passages = append([]un.Passage{{Anchor: "old", Text: "Asset recovery, theft and asset recovery."}}, r.Passages...)
		inSteps = append(inSteps, search.Change{Put: []un.Rendition{former}})
		if i%3 == 0 {
			inSteps = append(inSteps, search.Change{Drop: []un.RenditionKey{r.Key()}})
		}
	}
	write(t, m, inSteps...)
	for _, r := range renditions {
		write(t, m, search.Change{Put: []un.Rendition{r}})
	}
	e := opened(t, m)
	var got []*search.Answer
	for _, p := range plans {
		got = append(got, answer(t, e, p))
	}
	var all []un.RenditionKey
	for _, r := range renditions {
		all = append(all, r.Key())
	}
	write(t, m, search.Change{Drop: all})
	write(t, m, search.Change{Put: renditions})
	e = opened(t, m)
	for i, p := range plans {
		compareAnswers(t, p, answer(t, e, p), got[i])
	}
}

func putReplaces(t *testing.T, m Maker) {
	write(t, m, search.Change{Put: []un.Rendition{doc("A/79/1").says("Theft.", "Fraud.", "Goods.").made()}})
	write(t, m, search.Change{Put: []un.Rendition{doc("A/79/1").says("Assets.").made()}})
	e := opened(t, m)
	check(t, e, search.Documents, map[string][]string{"theft": {}, "goods": {}, "asset": {"A/79/1"}})
	check(t, e, search.Paragraphs, map[string][]string{"": {"A/79/1 en 1"}})
	write(t, m, search.Change{Drop: []un.RenditionKey{{Document: "A/79/1", Language: "en"}}})
	e = opened(t, m)
	check(t, e, search.Documents, map[string][]string{"": {}})
	if _, err := e.Renditions(context.Background(), "A/79/1"); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("dropped rendition: error %v, want ErrNotFound", err)
	}
}

func nothingChangedNothingPublished(t *testing.T, m Maker) {
	first := write(t, m, search.Change{Put: []un.Rendition{doc("A/79/1").says("Theft.").made()}})
	if second := write(t, m); second != first {
		t.Errorf("published %s without a change after %s", second, first)
	}
	if third := write(t, m, search.Change{}); third != first {
		t.Errorf("published %s for an empty change after %s", third, first)
	}
	status, err := opened(t, m).Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if status.Generation != first || status.Documents != 1 || status.Passages != 1 || status.Notice != "" {
		t.Errorf("status %+v", status)
	}
}

func filesTableIsKept(t *testing.T, m Maker) {
	r := doc("A/79/1").says("Theft.").made()
	records := []search.FileRecord{
		{Path: "/in/a.pdf", Size: 3, ModTime: 4, SHA256: "aa", Status: search.Indexed, Reader: "test/1", Renditions: []un.RenditionKey{r.Key()}},
		{Path: "/in/b.pdf", SHA256: "bb", Status: search.Failed, Reason: "it is encrypted", Reader: "test/1"},
		{Path: "/in/c.pdf", SHA256: "aa", Status: search.Duplicate, Missing: true},
	}
	write(t, m, search.Change{Records: records, Put: []un.Rendition{r}})
	write(t, m, search.Change{Forget: []string{"/in/c.pdf"}})
	w, err := m.Writer()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	want := map[string]search.FileRecord{"/in/a.pdf": records[0], "/in/b.pdf": records[1]}
	if diff := cmp.Diff(want, w.Files()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]un.RenditionKey{r.Key()}, w.Renditions("A/79/1")); diff != "" {
		t.Error(diff)
	}
	kept, err := w.Rendition(r.Key())
	if err != nil {
		t.Fatal(err)
	}
	r.Passages = nil
	if diff := cmp.Diff(r, kept, cmp.Comparer(un.Symbol.Equal)); diff != "" {
		t.Error(diff)
	}
	if _, err := w.Rendition(un.RenditionKey{Document: "A/79/1", Language: "fr"}); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
	status, err := opened(t, m).Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if status.Files != 2 || status.Failed != 1 || status.Held != 1 || status.Renditions != 1 {
		t.Errorf("status %+v", status)
	}
}

func reading(t *testing.T, m Maker) {
	ctx := context.Background()
	first := doc("A/79/1").title("Report").says("One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight.", "Nine.", "Ten.", "Eleven.").made()
	e := published(t, m, first, doc("A/79/1").in("fr").says("Un.").made(),
		doc("A/79/1/Add.2").says("x").made(), doc("A/79/1/Add.10").says("x").made(), doc("A/79/12").says("x").made(), doc("E/CN.15/2019/1").says("x").made())
	for _, name := range []string{"A/79/1", "a/79/1"} {
		found, err := e.Renditions(ctx, name)
		if err != nil || len(found) != 2 || found[0].Language != "en" || found[1].Language != "fr" {
			t.Errorf("renditions of %s: %v, %v", name, found, err)
		}
	}
	passages, err := e.Passages(ctx, first.Key())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.Passages, passages); diff != "" {
		t.Error(diff)
	}
	if _, err := e.Passages(ctx, un.RenditionKey{Document: "A/79/1", Language: "ru"}); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
	family, err := e.Family(ctx, "A/79/1/Add.2")
	if err != nil {
		t.Fatal(err)
	}
	var members []string
	for _, r := range family {
		members = append(members, r.Document.ID)
	}
	if diff := cmp.Diff([]string{"A/79/1", "A/79/1/Add.2", "A/79/1/Add.10"}, members); diff != "" {
		t.Error(diff)
	}
	near, err := e.Near(ctx, "A/79/13", 2)
	if err != nil || len(near) != 2 || near[0] != "A/79/1" && near[0] != "A/79/12" {
		t.Errorf("near A/79/13: %v, %v", near, err)
	}
	if f, err := e.File(ctx, first.Files[0].SHA256); err != nil || f != first.Files[0] {
		t.Errorf("file: %v, %v", f, err)
	}
	if _, err := e.File(ctx, "nothing"); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
}
