package query_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/query"
	"travaux/search/schema"
)

func w(text string) query.Node           { return query.Word{Text: text} }
func f(name, value string) query.Node    { return query.Field{Name: name, Value: value} }
func and(nodes ...query.Node) query.Node { return query.And{Nodes: nodes} }
func or(nodes ...query.Node) query.Node  { return query.Or{Nodes: nodes} }
func not(n query.Node) query.Node        { return query.Not{Node: n} }
func phrase(text string) query.Node      { return query.Phrase{Text: text} }
func wild(pattern string) query.Node     { return query.Wildcard{Pattern: pattern} }
func exact(text string) query.Node       { return query.Exact{Text: text} }
func exactPhrase(text string) query.Node {
	return query.Exact{Text: text, Phrase: true}
}

func fuzzy(text string, distance int) query.Node {
	return query.Fuzzy{Text: text, Distance: distance}
}

func near(within int, nodes ...query.Node) query.Node {
	return query.Near{Within: within, Nodes: nodes}
}

func quoted(name, value string) query.Node {
	return query.Field{Name: name, Value: value, Quoted: true}
}

func TestParse(t *testing.T) {
	for _, test := range []struct {
		in   string
		want query.Node
	}{
		{"", nil},
		{"  ", nil},
		{"asset", w("asset")},
		{"asset recovery", and(w("asset"), w("recovery"))},
		{"asset AND recovery", and(w("asset"), w("recovery"))},
		{"asset and recovery", and(w("asset"), w("and"), w("recovery"))},
		{"a OR b c OR d", or(w("a"), and(w("b"), w("c")), w("d"))},
		{"(a OR b) c", and(or(w("a"), w("b")), w("c"))},
		{"a (b c)", and(w("a"), w("b"), w("c"))},
		{"a -b", and(w("a"), not(w("b")))},
		{"a NOT b", and(w("a"), not(w("b")))},
		{"a AND NOT b", and(w("a"), not(w("b")))},
		{"-(a OR b)", not(or(w("a"), w("b")))},
		{"NOT(a b)", not(and(w("a"), w("b")))},
		{"NOT NOT a", not(not(w("a")))},
		{"--a", not(not(w("a")))},
		{"anti-corruption", w("anti-corruption")},
		{`"prompt  return"`, phrase("prompt return")},
		{"“prompt return”", phrase("prompt return")},
		{"« biens culturels »", phrase("biens culturels")},
		{`"AND" OR "-x"`, or(phrase("AND"), phrase("-x"))},
		{"CAC/COSP/EG.1/2013/3", w("CAC/COSP/EG.1/2013/3")},
		{"(S/RES/1723(2006))", w("S/RES/1723(2006)")},
		{"https://undocs.org/A/79/1 x", and(w("https://undocs.org/A/79/1"), w("x"))},
		{"10:30", w("10:30")},
		{"type:resolution", f("type", "resolution")},
		{"Type:resolution", f("type", "resolution")},
		{"-lang:fr", not(f("lang", "fr"))},
		{`title:"asset recovery"`, quoted("title", "asset recovery")},
		{"title:asset", f("title", "asset")},
		{`agenda:"3 (e)"`, f("agenda", "3 (e)")},
		{"agenda:3(e)", f("agenda", "3(e)")},
		{`kind:"good practice"`, f("kind", "good practice")},
		{"kind:Good-practice", f("kind", "Good-practice")},
		{"year:2011..2015", f("year", "2011..2015")},
		{"date:2013-11-25..", f("date", "2013-11-25..")},
		{"symbol:A/79 OR symbol:A/80", or(f("symbol", "A/79"), f("symbol", "A/80"))},
		{"(meeting:A/79)", f("meeting", "A/79")},
		{"ещё 资产", and(w("ещё"), w("资产"))},
		{"assets - recovery", and(w("assets"), w("-"), w("recovery"))},
		{"(-)", w("-")},
		{"recover*", wild("recover*")},
		{"organi?ation", wild("organi?ation")},
		{"rec*ry theft", and(wild("rec*ry"), w("theft"))},
		{"反腐*", exact("反腐")}, // a word ends where its last character does
		{"title:反*", f("title", "反*")},
		{"what is corruption?", and(w("what"), w("is"), w("corruption?"))},
		{"why??", w("why??")},
		{"A/79/1*", w("A/79/1*")},
		{"recovry~1", fuzzy("recovry", 1)},
		{"recovry~", fuzzy("recovry", 1)},
		{"восстановлене~2", fuzzy("восстановлене", 2)},
		{"a~b", w("a~b")},
		{"=States", exact("States")},
		{`="States Parties"`, exactPhrase("States Parties")},
		{"=anti-corruption", exact("anti-corruption")},
		{"=", w("=")},
		{"a = b", and(w("a"), w("="), w("b"))},
		{"-=States", not(exact("States"))},
		{"asset NEAR/5 recovery", near(5, w("asset"), w("recovery"))},
		{"asset NEAR recovery theft", and(near(10, w("asset"), w("recovery")), w("theft"))},
		{`"asset recovery" NEAR/3 recover* NEAR/3 =States`, near(3, phrase("asset recovery"), wild("recover*"), exact("States"))},
		{"(asset OR property) NEAR/5 return", near(5, or(w("asset"), w("property")), w("return"))},
		{"-asset NEAR/5 recovery", not(near(5, w("asset"), w("recovery")))},
		{"asset NEAR/5(recovery)", near(5, w("asset"), w("recovery"))},
		{"asset NEAR(recovery OR return)", near(10, w("asset"), or(w("recovery"), w("return")))},
		{"NEARBY", w("NEARBY")},
		{"title:recover*", f("title", "recover*")},
		{"title:=States", f("title", "=States")},
		{`title:="States Parties"`, f("title", `="States Parties"`)},
		{"title:NEAR", f("title", "NEAR")},
		{"title:(asset recovery)", and(f("title", "asset"), f("title", "recovery"))},
		{`title:("asset recovery" OR return* -draft)`, or(quoted("title", "asset recovery"), and(f("title", "return*"), not(f("title", "draft"))))},
		{"title:(asset NEAR/5 recovery)", f("title", "(asset NEAR/5 recovery)")},
		{"title:(report OR (asset OR property) NEAR/5 =Return) x", and(or(f("title", "report"), f("title", "((asset OR property) NEAR/5 =Return)")), w("x"))},
		{`type:(resolution OR "progress report") year:(2011 OR 2013..2015)`, and(or(f("type", "resolution"), f("type", "progress report")), or(f("year", "2011"), f("year", "2013..2015")))},
		{"-lang:(fr es)", not(and(f("lang", "fr"), f("lang", "es")))},
		{"（资产　OR　追回）＂反腐＂", and(or(w("资产"), w("追回")), phrase("反腐"))},
		{"「资产追回」 ＮＥＡＲ／５ ｒｅｃｏｖｅｒ＊", near(5, phrase("资产追回"), wild("recover*"))},
		{"year:２０１１..２０１３ year:٢٠١٢ para:۱۲", and(f("year", "2011..2013"), f("year", "2012"), f("para", "12"))},
		{`"the “prompt return” of «assets»"`, phrase("the “prompt return” of «assets»")},
	} {
		got, err := query.Parse(test.in)
		if err != nil {
			t.Errorf("%q: %v", test.in, err)
			continue
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.in, diff)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct {
		in     string
		column int
		says   string
	}{
		{`asset "recovery`, 7, "not closed"},
		{"(asset", 1, "not closed"},
		{"asset)", 6, "closes nothing"},
		{"()", 2, "misplaced"},
		{`""`, 1, "empty"},
		{"asset OR", 9, "ends here"},
		{"OR asset", 1, "stands alone"},
		{"asset AND OR b", 11, "stands alone"},
		{"ещё NOT", 8, "ends here"},
		{"titel:x", 1, `no field "titel"`},
		{"a type:", 3, "needs a value"},
		{"type: x", 1, "needs a value"},
		{"year:soon", 6, "is no year"},
		{"year:2015..2011", 6, "ends before it begins"},
		{"date:2013-1", 6, "is no date"},
		{"date:..", 6, "is no date"},
		{"date:2013-13", 6, "is no date"},
		{"date:2013-02-30..", 6, "is no date"},
		{"year:+123", 6, "is no year"},
		{"kind:nice", 6, "expected one of good_practice"},
		{"*corruption", 1, "at the beginning"},
		{"a *", 3, "wildcard alone"},
		{"theft re*", 7, "too few letters"},
		{"anti-corr*", 1, "one word of letters"},
		{"ـــ*", 1, "too few letters"}, // nothing is left of kashidas
		{"e\u0301\u0301*", 1, "too few letters"},
		{"ــــ~1", 1, "at least 4 letters"},
		{"反?败", 1, "at the end"},
		{"反*败*", 1, "at the end"},
		{"反腐败公约~1", 1, "not for Chinese"},
		{"title:re*", 7, "too few letters"},
		{"recovry~3", 1, "expected ~1 or ~2"},
		{"recovry~0", 1, "expected ~1 or ~2"},
		{"law~1", 1, "at least 4 letters"},
		{`"asset recovery"~5`, 17, "NEAR/5"},
		{`="asset`, 2, "not closed"},
		{`=""`, 1, "empty"},
		{"asset NEAR/0 recovery", 7, "no distance"},
		{"asset NEAR/x recovery", 7, "no distance"},
		{"asset NEAR/500 recovery", 7, "no distance"},
		{"NEAR/5 recovery", 1, "stands alone"},
		{"asset NEAR/5", 13, "ends here"},
		{"a NEAR/5 b NEAR/6 c", 12, "one distance"},
		{"asset NEAR/5 lang:fr", 7, "words and phrases only"},
		{"asset NEAR/5 (a b)", 7, "words and phrases only"},
		{"asset NEAR/5 -b", 14, "stands alone"},
		{`lang:="fr"`, 1, "needs a value"},
		{"type:(a b", 6, "not closed"},
		{"type: (a b)", 1, "needs a value"},
		{"title:()", 8, "misplaced"},
		{"title:(a lang:fr)", 10, "within the parentheses of title"},
		{"kind:(lesson OR nice)", 17, "expected one of good_practice"},
		{"lang:(fr NEAR es)", 10, "words and phrases only"},
		{`lang:(="fr")`, 7, "compared whole"},
		{`lang:("")`, 7, "empty"},
		{"year:(2011 OR soon)", 15, "is no year"},
	} {
		_, err := query.Parse(test.in)
		var bad *query.Error
		if !errors.As(err, &bad) {
			t.Errorf("%q: error %v, want a query error", test.in, err)
			continue
		}
		if bad.Column != test.column || !strings.Contains(bad.Message, test.says) {
			t.Errorf("%q: column %d, %q; want column %d and %q", test.in, bad.Column, bad.Message, test.column, test.says)
		}
	}
}

func TestParseLimits(t *testing.T) {
	for name, in := range map[string]string{
		"clauses":     strings.Repeat("a ", query.MaxClauses+1),
		"parentheses": strings.Repeat("(", query.MaxDepth+2) + "a" + strings.Repeat(")", query.MaxDepth+2),
		"nots":        strings.Repeat("-", 200) + "a",
	} {
		_, err := query.Parse(in)
		var bad *query.Error
		if !errors.As(err, &bad) || !bad.Limit {
			t.Errorf("%s: error %v, want a limit", name, err)
		}
	}
	if _, err := query.Parse(strings.Repeat("a ", query.MaxClauses)); err != nil {
		t.Errorf("at the limit: %v", err)
	}
}

func TestDescribe(t *testing.T) {
	for in, want := range map[string]string{
		"":                                   "",
		"asset recovery":                     "“asset” and “recovery”",
		`"prompt return" -draft`:             "the phrase “prompt return” and not “draft”",
		"(theft OR fraud) type:resolution":   "(“theft” or “fraud”) and type resolution",
		"symbol:CAC/COSP year:2011..2015":    "symbol CAC/COSP or under it and year 2011 to 2015",
		"recover* NEAR/5 =States -recovry~1": "(words like “recover*” within 5 words of exactly “States”) and not “recovry” or a word that differs in one letter",
		"title:recover*":                     "title with words like “recover*”",
		`year:2011.. date:..2014 title:"a"`:  "year from 2011 and date up to 2014 and title with the phrase “a”",
	} {
		n, err := query.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := query.Describe(n); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestExamplesOfTheSchemaParse(t *testing.T) {
	var examples []string
	for _, field := range schema.Fields() {
		examples = append(examples, field.Example)
	}
	for _, o := range schema.Operators() {
		examples = append(examples, o.Example)
	}
	for _, in := range examples {
		if _, err := query.Parse(in); err != nil {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// Of a date cut short it is not known on which day it was: it is in a range that
// it may be in.
func TestDatesOverlap(t *testing.T) {
	for _, test := range []struct {
		dates   string
		in, out []string
	}{
		{"2013-11-05..", []string{"2013-11-05", "2013-11-30", "2013-11", "2013", "2014-01-01"}, []string{"", "2013-11-04", "2013-10", "2012"}},
		{"..2013-11-05", []string{"2013-11-05", "2013-11-04", "2013-11", "2013", "2012"}, []string{"", "2013-11-06", "2013-12", "2014"}},
		{"2013-11-05", []string{"2013-11-05", "2013-11", "2013"}, []string{"2013-11-04", "2013-11-06", "2013-12", "2014"}},
		{"2013-11", []string{"2013-11-05", "2013-11", "2013"}, []string{"2013-10-31", "2013-12-01", "2013-10", "2014"}},
		{"2013..2014-02", []string{"2013", "2013-01-01", "2014", "2014-02", "2014-02-28"}, []string{"2012-12-31", "2014-03", "2014-03-01", "2015"}},
	} {
		from, to, err := query.Dates(test.dates)
		if err != nil {
			t.Fatal(err)
		}
		for _, date := range test.in {
			if !query.Overlaps(from, to, date) {
				t.Errorf("%s is not in %s", date, test.dates)
			}
		}
		for _, date := range test.out {
			if query.Overlaps(from, to, date) {
				t.Errorf("%s is in %s", date, test.dates)
			}
		}
	}
}

func TestWalk(t *testing.T) {
	n, err := query.Parse(`a -b -(c -d) OR "e f"`)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	query.Walk(n, func(leaf query.Node, negated bool) { got[leaf.String()] = negated })
	want := map[string]bool{"a": false, "b": true, "c": true, "d": false, `"e f"`: false}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	query.Walk(nil, func(query.Node, bool) { t.Error("an empty query has a leaf") })
}

func FuzzParse(f *testing.F) {
	for _, in := range []string{
		`asset "prompt return" OR (type:resolution -draft)`, "S/RES/1723(2006) NOT x", `title:"a b" agenda:"3 (e)"`, "a--b -(-c)", "title:a(b) para:\"(1)\"",
		"year:2011..2015 date:2013-11", "x(y z)", "«a»“b”", `a:b http://x "`, "AND(a)", `recover* recovry~2 ="a b" =c title:="d e" title:f*`, `(a OR "b c") NEAR/3 d* NEAR/3 e~1x`, `"a"~5 NEAR NEAR/`, "title:-x para:(1)", `title:(a -"b c" OR d* NEAR =e) lang:(fr OR "x y")`, "（a ＯＲ「b」）", "NOT(a)(b)", `a - b --  "“c” d"`,
	} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		first, err := query.Parse(in)
		if err != nil || first == nil {
			return
		}
		printed := first.String()
		second, err := query.Parse(printed)
		if err != nil {
			t.Fatalf("%q prints as %q: %v", in, printed, err)
		}
		if diff := cmp.Diff(first, second); diff != "" {
			t.Fatalf("%q prints as %q (-first +second):\n%s", in, printed, diff)
		}
		query.Describe(first)
	})
}
