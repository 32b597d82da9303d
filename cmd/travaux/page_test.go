package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/cmd/travaux/samples"
	"travaux/indexer/corpus"
	"travaux/search"
	"travaux/search/bleve"
)

// listed is what is compared of a document known from a meeting page.
type listed struct {
	Types, Meeting string
	Held           bool
}

// listedIn gives all documents of an index by symbol or id.
func listedIn(t *testing.T, index string) (docs map[string]listed, families map[string]string) {
	t.Helper()
	svc, closer, err := openService(index, bleve.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	res, err := svc.Search(t.Context(), search.Request{Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	docs, families = map[string]listed{}, map[string]string{}
	for _, h := range res.Hits {
		l := listed{Types: typeNames(h.Type), Held: h.Held}
		if h.Meeting != nil {
			l.Meeting = h.Meeting.ID
		}
		docs[h.ID] = l
		for _, f := range h.Family {
			docs[f.Symbol] = listed{Types: typeNames(f.Type), Meeting: l.Meeting, Held: f.Held}
			families[f.Symbol] = h.ID
		}
	}
	if res.Total.Value != len(docs) || res.Total.Relation != "eq" {
		t.Errorf("total %+v, but %d documents", res.Total, len(docs))
	}
	return docs, families
}

// TestMeetingPage indexes the page of the second expert meeting: six rows, one
// of them of the first meeting (the page as it stood on unodc.org). A document
// that is indexed later turns its row into a held one.
func TestMeetingPage(t *testing.T) {
	page := corpus.Path(t, "corpus", "pages", "em-international-cooperation-2.txt")
	dir := t.TempDir()
	index, papers := filepath.Join(dir, "index"), filepath.Join(dir, "papers")
	mustRun(t, "index", "--quiet", "--index", index, page)
	const first, second = "CAC/COSP/EG.1/2012", "CAC/COSP/EG.1/2013"
	want := map[string]listed{
		"CU 2013/175":                 {Types: "note_verbale", Meeting: second},
		"CAC/COSP/EG.1/2013/1":        {Types: "annotated_agenda", Meeting: second},
		"CAC/COSP/EG.1/2013/2":        {Types: "progress_report", Meeting: second},
		"CAC/COSP/EG.1/2013/2/Corr.1": {Types: "progress_report, corrigendum", Meeting: second},
		"CAC/COSP/EG.1/2013/3":        {Types: "report_of_meeting", Meeting: second},
		"CAC/COSP/EG.1/2012/2":        {Types: "report_of_meeting", Meeting: first},
	}
	docs, families := listedIn(t, index)
	if diff := cmp.Diff(want, docs); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"CAC/COSP/EG.1/2013/2/Corr.1": "CAC/COSP/EG.1/2013/2"}, families); diff != "" {
		t.Errorf("families (-want +got):\n%s", diff)
	}

	if err := os.CopyFS(papers, samples.Files()); err != nil {
		t.Fatal(err)
	}
	held := filepath.Join(papers, "CAC_COSP_EG.1_2013_2_en.pdf")
	mustRun(t, "index", "--quiet", "--index", index, held)
	want["CAC/COSP/EG.1/2013/2"] = listed{Types: "progress_report", Meeting: second, Held: true}
	if docs, _ = listedIn(t, index); !cmp.Equal(want, docs) {
		t.Errorf("with the document (-want +got):\n%s", cmp.Diff(want, docs))
	}
	if r := mustRun(t, "search", "--index", index, "annotated organization"); !strings.Contains(r.stdout, "text not held") {
		t.Errorf("search says:\n%s", r.stdout)
	}
}
