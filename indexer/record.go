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
	if it.verdict == failed {
		rec.Wanting = old.Wanting
	}
	switch it.verdict {
	case unchanged:
		var err error
		if rec, err = s.asBefore(old, it); err != nil {
			return rec, err
		}
	case unsupported:
		rec.Status, rec.SHA256, rec.Reader = search.Skipped, "", ""
	case broken:
		if had {
			rec = unseen(old, it.why)
		}
	case sameBytes:
		if err := s.copyKnown(&rec); err != nil {
			return rec, err
		}
	case fresh:
		rec.Wanting = it.wanting
		if it.failure != "" {
			rec.Reason = it.failure
			break
		}
		rec.Status, rec.Renditions, rec.Aliases = search.Indexed, it.understood.keys(), it.understood.aliases()
		return rec, s.put(ctx, rec, &it.understood)
	}
	s.keepFormer(it, old, &rec)
	return rec, s.put(ctx, rec, nil)
}

// asBefore is the record of a file that is again, or still, what it was when it
// was read.
func (s *shelf) asBefore(old search.FileRecord, it *item) (search.FileRecord, error) {
	rec := readable(old)
	rec.Size, rec.ModTime, rec.Missing = it.size, it.modTime, false
	if rec.Status == search.Failed { // it could not be looked at for a while
		rec.Status, rec.Reason = search.Indexed, ""
	}
	if old.Former == nil {
		return rec, nil
	}
	return rec, s.ix.Archive.Add(rec.Path, rec.SHA256, rec.Size)
}

// unseen is the record of a file that cannot be looked at for now. What it gave
// stays, as it does for a file that is missing.
func unseen(old search.FileRecord, why string) search.FileRecord {
	rec := old
	rec.Status, rec.Reason, rec.ModTime, rec.Missing = search.Failed, why, 0, false
	if now := states(old)[0]; len(now.Renditions) == 0 {
		rec.Reader = "" // its bytes had failed: when it is seen again they are tried again
	}
	return rec
}

// keepFormer keeps what a file gave before it changed into something that
// cannot be read. Like what is gone it stays until a run that prunes.
func (s *shelf) keepFormer(it *item, old search.FileRecord, rec *search.FileRecord) {
	if len(old.Renditions) == 0 || it.verdict == unchanged || rec.Status == search.Duplicate {
		return
	}
	if it.verdict != broken && s.ix.Prune {
		it.note = "what was read of it before is removed"
		return
	}
	it.note = "what was read of it before stays"
	if it.verdict != broken {
		former := readable(old)
		rec.Former = &search.FileVersion{SHA256: former.SHA256, Size: former.Size, Reader: former.Reader}
		rec.Renditions, rec.Aliases = old.Renditions, old.Aliases
	}
}

// states are the records of what a file is and, where that cannot be read, of
// its last readable version. The renditions are those of the last.
func states(rec search.FileRecord) []search.FileRecord {
	if rec.Former == nil {
		return []search.FileRecord{rec}
	}
	now, former := rec, rec
	now.Renditions, now.Aliases, now.Former = nil, nil, nil
	former.Wanting = ""
	former.SHA256, former.Size, former.Reader = rec.Former.SHA256, rec.Former.Size, rec.Former.Reader
	former.Status, former.Reason, former.Former = search.Indexed, "", nil
	return []search.FileRecord{now, former}
}

// readable is the record of a file's last readable version, if it had one.
func readable(rec search.FileRecord) search.FileRecord {
	all := states(rec)
	return all[len(all)-1]
}

// copyKnown fills the record of a file whose bytes are known under another path.
func (s *shelf) copyKnown(rec *search.FileRecord) error {
	twin := s.seen[rec.SHA256]
	rec.Wanting = twin.Wanting
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
		if err := s.rescue(ctx, old); err != nil {
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
func (s *shelf) rescue(ctx context.Context, old search.FileRecord) error {
	gone, err := s.ix.Archive.Changed(old.Path, old.SHA256)
	if err != nil || !gone {
		return err
	}
	for path := range s.paths[old.SHA256] {
		if path == old.Path {
			continue
		}
		if sum, size, err := hash(ctx, path); err == nil && sum == old.SHA256 {
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
	if (a.Former == nil) != (b.Former == nil) || a.Former != nil && *a.Former != *b.Former {
		return false
	}
	return a.Path == b.Path && a.Size == b.Size && a.ModTime == b.ModTime && a.SHA256 == b.SHA256 &&
		a.Status == b.Status && a.Reason == b.Reason && a.Reader == b.Reader && a.Wanting == b.Wanting && a.Missing == b.Missing
}
