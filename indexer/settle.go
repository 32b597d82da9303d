package indexer

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"travaux/search"
	"travaux/search/un"
)

// maxPages bounds the meeting pages kept in memory.
const maxPages = 64

// settle adds to a change what it means for the renditions it touches. The file
// with the given sha256 was understood just now; u is nil when none was.
func (s *shelf) settle(ctx context.Context, change *search.Change, touched []touch, sha256 string, u *Understood) error {
	know := s.knowledge(ctx, sha256, u)
	for _, t := range touched {
		if !s.present(t.key) {
			if t.present {
				change.Drop = append(change.Drop, t.key)
			}
			continue
		}
		if t.present && !s.altered(t, sha256, u) {
			continue
		}
		r, err := s.compose(t.key, know)
		if err != nil {
			return err
		}
		change.Put = append(change.Put, r)
	}
	return nil
}

// altered reports whether a rendition that is present before and after has to
// be written again: other files give to it or other pages list it, they are
// known by another path, one of them was read again, or the pages are asked for
// another name.
func (s *shelf) altered(t touch, sha256 string, u *Understood) bool {
	givers, pages := s.pathsOf(t.key), s.pagesOf(t.key.Document)
	if !maps.Equal(t.givers, givers) || !maps.Equal(t.pages, pages) {
		return true
	}
	if len(pages) > 0 && !slices.Equal(t.names, s.names(t.key.Document)) {
		return true
	}
	return u != nil && (givers[sha256] != "" || pages[sha256] != "")
}

// knowledge gives a function that tells what bytes say: those of the file at
// hand from u, meeting pages from memory, all others by recalling them.
func (s *shelf) knowledge(ctx context.Context, sha256 string, u *Understood) func(string) (Understood, error) {
	if u != nil && u.Rendition == nil {
		s.keepPage(sha256, *u)
	}
	return func(sum string) (Understood, error) {
		if u != nil && sum == sha256 {
			return *u, nil
		}
		if page, ok := s.pages[sum]; ok {
			return page, nil
		}
		got, err := s.ix.recall(ctx, s.stateOf(sum))
		if err == nil && got.Rendition == nil {
			s.keepPage(sum, got)
		}
		return got, err
	}
}

// keepPage remembers what a meeting page lists.
func (s *shelf) keepPage(sha256 string, page Understood) {
	if len(s.pages) >= maxPages {
		clear(s.pages)
	}
	s.pages[sha256] = page
}

// compose makes a rendition from all that gives to it.
func (s *shelf) compose(key un.RenditionKey, know func(string) (Understood, error)) (un.Rendition, error) {
	listed, err := s.listed(key.Document, know)
	if err != nil {
		return un.Rendition{}, err
	}
	if key.Language == un.Listed {
		return un.Rendition{Document: listed, Language: un.Listed}, nil
	}
	var versions []un.Rendition
	for _, sum := range slices.Sorted(maps.Keys(s.givers[key])) {
		u, err := know(sum)
		if err != nil {
			return un.Rendition{}, err
		}
		if u.Rendition != nil {
			version := *u.Rendition
			version.Files = slices.Clone(version.Files)
			version.Files[0].Name = s.baseName(sum)
			versions = append(versions, version)
		}
	}
	if len(versions) == 0 {
		return un.Rendition{}, fmt.Errorf("no file holds %s any more by the rules of this version; begin anew with --rebuild", key.Document)
	}
	slices.SortFunc(versions, byRank)
	shown := versions[0]
	for _, other := range versions[1:] {
		shown.Files = append(shown.Files, other.Files...)
	}
	// The rules may have changed since the file was entered; its key has not.
	shown.Document.ID, shown.Language = key.Document, key.Language
	shown.Document.Listings = listed.Listings
	if m := shown.Document.Meeting; (m == "" || m == un.NoMeeting) && listed.Meeting != "" {
		shown.Document.Meeting = listed.Meeting // a note verbale tells no meeting, the page that lists it does
	}
	return shown, nil
}

// listed gives a document as meeting pages list it, with all rows that do; only
// the id when none does. A row that spells the symbol as the id does goes before.
func (s *shelf) listed(document string, know func(string) (Understood, error)) (un.Document, error) {
	paths := s.pagesOf(document)
	sums := slices.Collect(maps.Keys(paths))
	slices.SortFunc(sums, func(a, b string) int { return cmp.Compare(paths[a], paths[b]) })
	names := s.names(document)
	var rows []un.Document
	var listings []un.Listing
	for _, sum := range sums {
		page, err := know(sum)
		if err != nil {
			return un.Document{}, err
		}
		for _, row := range page.Listed {
			if !slices.Contains(names, row.ID) {
				continue
			}
			rows = append(rows, row)
			for _, listing := range row.Listings {
				listing.Page = paths[sum]
				listings = append(listings, listing)
			}
		}
	}
	if len(rows) == 0 {
		return un.Document{ID: document}, nil
	}
	d := rows[max(0, slices.IndexFunc(rows, func(row un.Document) bool { return row.ID == document }))]
	d.ID, d.Listings = document, listings
	return d, nil
}

// byRank orders the versions of one rendition: text before none, the latest
// reissue, then DOCX, PDF, the older formats of Word, HTML, text. What is still equal is ordered by
// content, so that it does not matter which file came first.
func byRank(a, b un.Rendition) int {
	return cmp.Or(
		cmp.Compare(boolRank(a.NoText), boolRank(b.NoText)),
		cmp.Compare(len(b.Document.Symbol().Reissue), len(a.Document.Symbol().Reissue)),
		cmp.Compare(formatRank(a.Files[0].Media), formatRank(b.Files[0].Media)),
		cmp.Compare(a.Files[0].SHA256, b.Files[0].SHA256),
	)
}

// boolRank puts false first.
func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// formatRank is the place of a media type where several hold the same text.
func formatRank(media string) int {
	switch media {
	case "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return 0
	case "application/pdf":
		return 1
	case "application/msword", "application/rtf":
		return 2
	case "text/html":
		return 3
	}
	return 4
}
