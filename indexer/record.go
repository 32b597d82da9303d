package indexer

import (
	"context"
	"fmt"
	"slices"

	"travaux/search"
)

// take enters one item and applies the change it makes. It gives the file's
// record as it then stands.
func (s *shelf) take(ctx context.Context, it *item) (search.FileRecord, error) {
	old, had := s.records[it.path]
	rec := search.FileRecord{
		Path: it.path, Size: it.size, ModTime: it.modTime, SHA256: it.sha256,
		Reader: it.reader, Status: search.Failed, Reason: it.why,
	}
	switch it.verdict {
	case unchanged:
		rec = old
		rec.Size, rec.ModTime, rec.Missing = it.size, it.modTime, false
		if rec.Status == search.Failed { // it could not be looked at for a while
			rec.Status, rec.Reason = search.Indexed, ""
		}
	case unsupported:
		rec.Status, rec.SHA256, rec.Reader = search.Skipped, "", ""
	case broken:
		if had { // what it gave stays, as it does for a file that is missing
			rec = old
			rec.Status, rec.Reason, rec.ModTime = search.Failed, it.why, 0
		}
	case sameBytes:
		if err := s.copyKnown(&rec); err != nil {
			return rec, err
		}
	case fresh:
		if it.failure != "" {
			rec.Reason, rec.SHA256, rec.ModTime = it.failure, it.sha256, it.modTime
			break
		}
		rec.Status, rec.Renditions, rec.Aliases = search.Indexed, it.understood.keys(), it.understood.aliases()
		return rec, s.put(ctx, rec, &it.understood)
	}
	return rec, s.put(ctx, rec, nil)
}

// copyKnown fills the record of a file whose bytes are known under another path.
func (s *shelf) copyKnown(rec *search.FileRecord) error {
	twin := s.seen[rec.SHA256]
	if len(twin.Renditions) == 0 {
		rec.Reason = twin.Reason
		if twin.SHA256 == "" { // the other file changed under the reader's hands
			rec.Reason = "the same bytes as a file that changed while it was being read"
			rec.SHA256, rec.ModTime = "", 0
		}
		return nil
	}
	rec.Status, rec.Reason = search.Duplicate, "the same bytes as "+twin.Path
	rec.Reader, rec.Renditions, rec.Aliases = twin.Reader, twin.Renditions, twin.Aliases
	return s.ix.Archive.Add(rec.Path, rec.SHA256, rec.Size)
}

// put enters a record and applies all that this changes. What was understood of
// the file is given where it was read just now.
func (s *shelf) put(ctx context.Context, rec search.FileRecord, u *Understood) error {
	old, had := s.records[rec.Path]
	if had && u == nil && sameRecord(old, rec) {
		return nil
	}
	if had && old.SHA256 != "" && old.SHA256 != rec.SHA256 {
		if err := s.rescue(old); err != nil {
			return err
		}
	}
	touched := s.touched(old, rec)
	s.enter(rec)
	change := search.Change{Records: []search.FileRecord{rec}}
	if err := s.settle(ctx, &change, touched, rec.SHA256, u); err != nil {
		return err
	}
	return s.apply(ctx, change)
}

// forget takes a path out of the table, with what only it gave.
func (s *shelf) forget(ctx context.Context, path string) error {
	touched := s.touched(s.records[path], search.FileRecord{})
	s.leave(path)
	change := search.Change{Forget: []string{path}}
	if err := s.settle(ctx, &change, touched, "", nil); err != nil {
		return err
	}
	return s.apply(ctx, change)
}

// apply hands a change to the writer.
func (s *shelf) apply(ctx context.Context, change search.Change) error {
	if change.Empty() {
		return nil
	}
	if err := s.ix.Writer.Apply(ctx, change); err != nil {
		return fmt.Errorf("write to the index: %w", err)
	}
	return nil
}

// rescue looks after the original of a file that has changed in place: where
// the archive held a link to it, the bytes are taken from another path.
func (s *shelf) rescue(old search.FileRecord) error {
	gone, err := s.ix.Archive.Changed(old.Path, old.SHA256)
	if err != nil || !gone {
		return err
	}
	for path := range s.paths[old.SHA256] {
		if path == old.Path {
			continue
		}
		if sum, size, err := hash(path); err == nil && sum == old.SHA256 {
			return s.ix.Archive.Add(path, sum, size)
		}
	}
	return nil
}

// sameRecord reports whether two records say the same.
func sameRecord(a, b search.FileRecord) bool {
	if !slices.Equal(a.Renditions, b.Renditions) || !slices.Equal(a.Aliases, b.Aliases) {
		return false
	}
	return a.Path == b.Path && a.Size == b.Size && a.ModTime == b.ModTime && a.SHA256 == b.SHA256 &&
		a.Status == b.Status && a.Reason == b.Reason && a.Reader == b.Reader && a.Missing == b.Missing
}
