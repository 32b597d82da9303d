package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/eval"
)

// The files of a small collection.
const (
	documents = `{"id": "1", "title": "Water", "text": "Wells and rivers."}
{"id": "A/79/1", "text": "Roads."}
`
	questions = `{"id": "q1", "text": "Where are the wells?"}

{"id": "q2", "text": "roads"}
`
	judgements = "query-id\tdoc-id\tgrade\nq1\t1\t2\nq1\tA/79/1\t0\r\nq2\tA/79/1\t1\n"
)

// folder makes a collection's folder.
func folder(t *testing.T, docs, queries, qrels string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"docs.jsonl": docs, "queries.jsonl": queries, "qrels.tsv": qrels} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRead(t *testing.T) {
	dir := folder(t, documents, questions, judgements)
	got, err := eval.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := &eval.Collection{
		Name:      filepath.Base(dir),
		Documents: []eval.Document{{ID: "1", Title: "Water", Text: "Wells and rivers."}, {ID: "A/79/1", Text: "Roads."}},
		Questions: []eval.Question{{ID: "q1", Text: "Where are the wells?"}, {ID: "q2", Text: "roads"}},
		Grades:    map[string]map[string]int{"q1": {"1": 2}, "q2": {"A/79/1": 1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct {
		name, docs, queries, qrels string
		want                       string
	}{
		{"no JSON", "water\n", questions, judgements, "docs.jsonl, line 1: no JSON object as expected"},
		{"a list", documents + "[1]\n", questions, judgements, "docs.jsonl, line 3: no JSON object as expected"},
		{"two objects", `{"id":"1"} {"id":"2"}`, questions, judgements, "docs.jsonl, line 1: more than one JSON object"},
		{"cut short", documents, `{"id": "q1", "te`, judgements, "queries.jsonl, line 1: no JSON object as expected"},
		{"no id", documents, "\n\n" + `{"text": "roads"}`, judgements, `queries.jsonl, line 3: "id" is missing`},
		{"id with a blank", documents, `{"id": "q 1"}`, judgements, `queries.jsonl, line 1: id "q 1" holds a blank`},
		{"id twice", documents + `{"id": "1"}`, questions, judgements, `docs.jsonl, line 3: id "1" stands on line 1 already`},
		{"two cells", documents, questions, "q1\t1\n", "qrels.tsv, line 1: 2 cells between tabs"},
		{"no number", documents, questions, judgements + "q2\t1\thigh\n", `qrels.tsv, line 5: grade "high" is no whole number`},
		{"unknown question", documents, questions, judgements + "q3\t1\t1\n", `qrels.tsv, line 5: question "q3" is not in queries.jsonl`},
		{"unknown document", documents, questions, judgements + "q2\t2\t1\n", `qrels.tsv, line 5: document "2" is not in docs.jsonl`},
		{"judged twice", documents, questions, judgements + "q2\tA/79/1\t1\n", `qrels.tsv, line 5: document "A/79/1" is judged twice`},
		{"nothing relevant", documents, questions, "q1\t1\t0\n", "qrels.tsv: no document is relevant to any question"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := eval.Read(folder(t, c.docs, c.queries, c.qrels))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
	if _, err := eval.Read(t.TempDir()); err == nil || !strings.Contains(err.Error(), "docs.jsonl") {
		t.Errorf("error %v of an empty folder, want one that names docs.jsonl", err)
	}
}

// FuzzRead: what is read holds together, whatever the files hold.
func FuzzRead(f *testing.F) {
	f.Add(documents, questions, judgements)
	f.Add(`{"id":"\ud800"}`, `{"id":"q"}`, "q\t\ufffd\t9999999999999999999\n")
	f.Fuzz(func(t *testing.T, docs, queries, qrels string) {
		c, err := eval.Read(folder(t, docs, queries, qrels))
		if err != nil {
			return
		}
		known := map[string]bool{}
		for _, d := range c.Documents {
			known[d.ID] = true
		}
		for question, grades := range c.Grades {
			if len(grades) == 0 {
				t.Errorf("question %q has no grades", question)
			}
			for document, grade := range grades {
				if grade <= 0 || !known[document] {
					t.Errorf("question %q: document %q has grade %d", question, document, grade)
				}
			}
		}
		for _, q := range c.Questions {
			if n := eval.Words(q.Text); n != nil && n.String() == "" {
				t.Errorf("words of %q print as nothing", q.Text)
			}
		}
	})
}

func TestReadRun(t *testing.T) {
	c, err := eval.Read(folder(t, documents, questions, judgements))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []struct {
		name, text string
		want       eval.Run
		fault      string
	}{
		{"by score", "q1 Q0 1 1 0.5 x\nq1 Q0 A/79/1 2 1.5 x\n", eval.Run{"q1": {"A/79/1", "1"}}, ""},
		{"equal scores by line", "q1\tQ0\tA/79/1\t1\t1\tx\nq1\tQ0\t1\t2\t1\tx\n", eval.Run{"q1": {"A/79/1", "1"}}, ""},
		{"five words", "q1 Q0 1 1 0.5\n", nil, "line 1: 5 words"},
		{"no score", "\nq1 Q0 1 1 high x\n", nil, `line 2: score "high" is no number`},
		{"unknown document", "q1 Q0 7 1 1 x\n", nil, `line 1: document "7" is not in docs.jsonl`},
		{"document twice", "q1 Q0 1 1 2 x\nq1 Q0 1 2 1 x\n", nil, `line 2: document "1" answers question "q1" on line 1 already`},
	} {
		t.Run(r.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "run")
			if err := os.WriteFile(path, []byte(r.text), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := eval.ReadRun(path, c)
			if diff := cmp.Diff(r.want, got); diff != "" {
				t.Error(diff)
			}
			if (err != nil) != (r.fault != "") || err != nil && !strings.Contains(err.Error(), r.fault) {
				t.Errorf("error %v, want one with %q", err, r.fault)
			}
		})
	}
}
