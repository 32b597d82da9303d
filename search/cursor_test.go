package search_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"travaux/search"
)

// changed gives a true cursor with some of what it says replaced; nil takes it
// out.
func changed(t *testing.T, cursor string, replace map[string]any) string {
	t.Helper()
	data, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		t.Fatal(err)
	}
	var says map[string]any
	if err := json.Unmarshal(data, &says); err != nil {
		t.Fatal(err)
	}
	for name, value := range replace {
		says[name] = value
		if value == nil {
			delete(says, name)
		}
	}
	if data, err = json.Marshal(says); err != nil {
		t.Fatal(err)
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

func TestForgedCursors(t *testing.T) {
	s := service(t)
	r := search.Request{Query: "assets", Limit: 1}
	next := ask(t, s, r).Next
	if next == "" {
		t.Fatal("there is no second page")
	}
	for _, test := range []struct {
		name, cursor string
		want         error
		says         string
	}{
		{"no base64", "???", search.ErrInvalid, "begin again without it"},
		{"no JSON", base64.RawURLEncoding.EncodeToString([]byte("{")), search.ErrInvalid, "not one of ours"},
		{"nothing", changed(t, next, map[string]any{"g": nil, "o": nil, "s": nil}), search.ErrInvalid, "not one of ours"},
		{"no generation", changed(t, next, map[string]any{"g": nil}), search.ErrInvalid, "not one of ours"},
		{"backwards", changed(t, next, map[string]any{"o": -5}), search.ErrInvalid, "not one of ours"},
		{"out of this world", changed(t, next, map[string]any{"o": math.MaxInt}), search.ErrInvalid, "not one of ours"},
		{"too long", changed(t, next, map[string]any{"a": strings.Repeat("a", 2000)}), search.ErrInvalid, "not one of ours"},
		{"another search", changed(t, next, map[string]any{"s": 1}), search.ErrInvalid, "another query"},
		{"too far", changed(t, next, map[string]any{"a": nil, "o": search.MaxOffset + 1}), search.ErrTooExpensive, "narrow the search"},
	} {
		r.Cursor = test.cursor
		_, err := s.Search(context.Background(), r)
		if !errors.Is(err, test.want) || !strings.Contains(fmt.Sprint(err), test.says) {
			t.Errorf("%s: error %v, want %v with %q", test.name, err, test.want, test.says)
		}
	}
}

// A cursor stands for a place in the results: how many are asked for at a time,
// and in which language, may change on the way; what is asked for may not.
func TestCursorOfAnotherSearch(t *testing.T) {
	s := service(t)
	r := search.Request{Query: "assets", Limit: 1}
	r.Cursor = ask(t, s, r).Next
	same := r
	same.Limit, same.Language, same.Facets = 5, "fr", []string{"type"}
	if _, err := s.Search(context.Background(), same); err != nil {
		t.Error(err)
	}
	for name, change := range map[string]func(*search.Request){
		"query":  func(r *search.Request) { r.Query = "asset" },
		"view":   func(r *search.Request) { r.View = search.Paragraphs },
		"order":  func(r *search.Request) { r.Sort = search.Newest },
		"choice": func(r *search.Request) { r.Filters = map[string][]string{"lang": {"en"}} },
	} {
		other := r
		change(&other)
		if _, err := s.Search(context.Background(), other); !errors.Is(err, search.ErrInvalid) {
			t.Errorf("another %s: error %v, want ErrInvalid", name, err)
		}
	}
}
