package search_test

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
)

func likeness(t *testing.T) *search.Service {
	t.Helper()
	corrigendum := rendition(t, "A/70/1/Corr.1", "en", "Seizure of vessels: corrigendum", "For livestock read vessels under guardianship.")
	return service(t,
		rendition(t, "A/70/1", "en", "Seizure of vessels", "Livestock and vessels were seized and put under guardianship in the harbour.", "The meeting was opened at ten by the Chair."),
		rendition(t, "A/70/1", "fr", "Saisie de navires", "Le guardianship des vessels."),
		corrigendum,
		rendition(t, "A/70/2", "en", "Guardianship", "Seized vessels need guardianship.", "The Chair opened the meeting."),
		rendition(t, "A/70/3", "en", "Livestock", "Livestock was counted in the harbour."),
		rendition(t, "A/70/4", "en", "Budget", "The budget was adopted."),
	)
}

func TestLike(t *testing.T) {
	s := likeness(t)
	for _, test := range []struct {
		name       string
		ask        search.LikeRequest
		first      string
		never      []string
		interprets string
	}{
		{"a document", search.LikeRequest{ID: "a/70/1"}, "A/70/2", []string{"A/70/1", "A/70/1/Corr.1", "A/70/4"}, "“vessels”"},
		{"a paragraph", search.LikeRequest{ID: "A/70/1", Anchor: "1"}, "A/70/2", []string{"A/70/1", "A/70/1/Corr.1", "A/70/4"}, "like A/70/1, para. 1: with any of "},
		{"another paragraph", search.LikeRequest{ID: "A/70/1", Anchor: "para-2", View: search.Documents}, "A/70/2", []string{"A/70/1", "A/70/3"}, "“Chair”"},
		{"a filter", search.LikeRequest{ID: "A/70/1", Filters: map[string][]string{"symbol": {"A/70/3"}}}, "A/70/3", []string{"A/70/2"}, "like A/70/1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			res, err := s.Like(context.Background(), test.ask)
			if err != nil {
				t.Fatal(err)
			}
			got := symbols(res)
			if len(got) == 0 || got[0] != test.first {
				t.Errorf("found %q, want %s first", got, test.first)
			}
			for _, symbol := range test.never {
				if slices.Contains(got, symbol) {
					t.Errorf("%s is found", symbol)
				}
			}
			if !strings.Contains(res.Query.Interpreted, test.interprets) {
				t.Errorf("interpreted as %s", res.Query.Interpreted)
			}
		})
	}
	res, err := s.Like(context.Background(), search.LikeRequest{ID: "A/70/1", Limit: 1})
	if err != nil || res.Next == "" {
		t.Fatalf("no next page: %v", err)
	}
	next, err := s.Like(context.Background(), search.LikeRequest{ID: "A/70/1", Limit: 1, Cursor: res.Next})
	if err != nil || len(next.Hits) != 1 || next.Hits[0].ID == res.Hits[0].ID {
		t.Errorf("the next page has %+v, %v", next, err)
	}
}

func TestLikeRefuses(t *testing.T) {
	s := likeness(t)
	for _, test := range []struct {
		ask  search.LikeRequest
		want error
	}{
		{search.LikeRequest{ID: "A/99/1"}, search.ErrNotFound},
		{search.LikeRequest{ID: "A/70/1", Anchor: "99"}, search.ErrNotFound},
		{search.LikeRequest{ID: "A/70/1", Limit: 1000}, search.ErrInvalid},
		{search.LikeRequest{ID: "A/70/1", View: "pages"}, search.ErrInvalid},
		{search.LikeRequest{ID: "A/70/1", Cursor: "x"}, search.ErrInvalid},
	} {
		if _, err := s.Like(context.Background(), test.ask); !errors.Is(err, test.want) {
			t.Errorf("%+v: %v, want %v", test.ask, err, test.want)
		}
	}
}

func TestParseLikeRequest(t *testing.T) {
	got, err := search.ParseLikeRequest(url.Values{"id": {"A/70/1"}, "para": {"12"}, "view": {"documents"}, "limit": {"5"}, "year": {"2003"}})
	want := search.LikeRequest{ID: "A/70/1", Anchor: "12", View: search.Documents, Limit: 5, Filters: map[string][]string{"year": {"2003"}}}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
	for _, v := range []url.Values{
		{}, {"id": {"A/70/1"}, "q": {"x"}}, {"id": {"A/70/1", "A/70/2"}}, {"id": {"A/70/1"}, "para": {"1", "2"}},
	} {
		if _, err := search.ParseLikeRequest(v); !errors.Is(err, search.ErrInvalid) {
			t.Errorf("%v: %v", v, err)
		}
	}
}
