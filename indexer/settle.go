package indexer

import (
	"cmp"
	"context"
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
		if t.present && !s.altered(t, touched, sha256, u) {
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
// be written again: other files give to it, one of them was read again, or the
// pages that list its document have changed.
func (s *shelf) altered(t touch, touched []touch, sha256 string, u *Understood) bool {
	if !maps.Equal(t.givers, s.giversAt(t.key)) {
		return true
	}
	if u != nil && s.givers[t.key][sha256] > 0 {
		return true
	}
	if t.key.Language == un.Listed {
		return false
	}
	listed := un.RenditionKey{Document: t.key.Document, Language: un.Listed}
	i := slices.IndexFunc(touched, func(o touch) bool { return o.key == listed })
	return i >= 0 && s.altered(touched[i], touched, sha256, u)
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
		rec := s.records[s.firstPath(sum)]
		got, err := s.ix.recall(ctx, rec)
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
// the id when none does.
func (s *shelf) listed(document string, know func(string) (Understood, error)) (un.Document, error) {
	d := un.Document{ID: document}
	sums := slices.Collect(maps.Keys(s.givers[un.RenditionKey{Document: document, Language: un.Listed}]))
	slices.SortFunc(sums, func(a, b string) int { return cmp.Compare(s.firstPath(a), s.firstPath(b)) })
	for _, sum := range sums {
		page, err := know(sum)
		if err != nil {
			return d, err
		}
		i := slices.IndexFunc(page.Listed, func(l un.Document) bool { return l.ID == document })
		if i < 0 {
			continue
		}
		rows := slices.Clone(page.Listed[i].Listings)
		for j := range rows {
			rows[j].Page = s.firstPath(sum)
		}
		if d.Listings == nil {
			d = page.Listed[i]
			d.Listings = nil
		}
		d.Listings = append(d.Listings, rows...)
	}
	return d, nil
}

// byRank orders the versions of one rendition: text before none, the latest
// reissue, then DOCX, PDF, HTML, text. What is still equal is ordered by
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
	case "text/html":
		return 2
	}
	return 3
}
