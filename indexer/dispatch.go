package indexer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"travaux/indexer/extract"
	"travaux/search"
	"travaux/search/archive"
)

// verdict is what is to be done with a file, decided before it is read.
type verdict int

const (
	unchanged   verdict = iota // known and as it was
	unsupported                // of a kind that is not read, or no file at all
	broken                     // cannot be looked at, for now
	failed                     // failed before, and nothing has changed since
	sameBytes                  // its bytes are known under another path
	fresh                      // to be read
)

// item is one file on its way. The dispatcher makes it, a worker fills what
// follows done, and closes done.
type item struct {
	found
	verdict verdict
	media   string
	reader  string
	sha256  string
	why     string // the reason of a verdict that has one

	done               chan struct{}
	err                error  // ends the run
	failure            string // the file cannot be read
	wanting            string // a program that would read more of it
	note               string // what becomes of its former version
	understood         Understood
	read               bool // a reader was started
	pages              int
	reading, analysing time.Duration
}

// status is the file's place in the accounts; rec is its record after the run.
func (it *item) status(rec search.FileRecord) search.FileStatus {
	if it.verdict == unchanged {
		return search.Skipped
	}
	return rec.Status
}

// reason is the sentence for the report.
func (it *item) reason(rec search.FileRecord) string {
	reason := []string{rec.Reason, it.note}
	if it.verdict == unchanged {
		reason = []string{"unchanged"}
	}
	if rec.Status != search.Failed {
		reason = append(reason, wants(rec.Wanting))
	}
	return strings.Join(slices.DeleteFunc(reason, func(s string) bool { return s == "" }), "; ")
}

// known is what is known of some bytes: their reader, whether they were read
// with success or are being read now, and what program would read more of them.
type known struct {
	reader  string
	good    bool
	wanting string
}

// dispatch decides about every file in the order of the paths, has workers
// bring what is to be read, and gives the items in that same order. The channel
// is closed when all workers have ended; cancel ctx and drain it to stop early.
func (ix *Indexer) dispatch(ctx context.Context, files []found, records map[string]search.FileRecord) <-chan *item {
	d := &dispatcher{
		ix:      ix,
		records: records,
		bytes:   map[string]known{},
		items:   make(chan *item, 4*ix.Jobs), // what waits here is held in memory
		slots:   make(chan struct{}, ix.Jobs),
	}
	for _, rec := range records {
		for _, state := range states(rec) {
			if state.SHA256 != "" && !d.bytes[state.SHA256].good {
				d.bytes[state.SHA256] = known{state.Reader, len(state.Renditions) > 0, state.Wanting}
			}
		}
	}
	go d.run(ctx, files)
	return d.items
}

// dispatcher is one pass over the files.
type dispatcher struct {
	ix      *Indexer
	records map[string]search.FileRecord // as they were before the run
	bytes   map[string]known             // by sha256
	items   chan *item
	slots   chan struct{} // one for each worker that works
	workers sync.WaitGroup
}

// run does what dispatch says, until the files or ctx end.
func (d *dispatcher) run(ctx context.Context, files []found) {
	defer close(d.items)
	defer d.workers.Wait()
	for _, f := range files {
		it := d.decide(ctx, f)
		if it.verdict != fresh {
			close(it.done)
		} else if !d.start(ctx, it) {
			return
		}
		select {
		case d.items <- it:
		case <-ctx.Done():
			return
		}
	}
}

// start has a worker bring an item as soon as one is free; false when ctx ends
// before.
func (d *dispatcher) start(ctx context.Context, it *item) bool {
	select {
	case d.slots <- struct{}{}:
	case <-ctx.Done():
		return false
	}
	d.bytes[it.sha256] = known{reader: it.reader, good: true}
	d.workers.Go(func() {
		defer close(it.done)
		defer func() { <-d.slots }()
		d.ix.bring(ctx, it)
	})
	return true
}

// decide looks at one file and says what is to be done with it.
func (d *dispatcher) decide(ctx context.Context, f found) *item {
	it := &item{found: f, done: make(chan struct{})}
	rec, had := d.records[f.path]
	same := had && rec.Size == f.size && rec.ModTime == f.modTime
	switch {
	case f.err != nil:
		return it.judged(broken, sentence(f.err))
	case f.refused != "":
		return it.judged(unsupported, f.refused)
	case same && (rec.Status == search.Indexed || rec.Status == search.Duplicate) && d.current(rec):
		it.sha256, it.reader = rec.SHA256, rec.Reader
		return it.judged(unchanged, "")
	}
	head, err := readHead(f.path)
	if err != nil {
		return it.judged(broken, sentence(err))
	}
	if it.media = d.ix.Reader.Media(f.path, head); it.media == "" {
		return it.judged(unsupported, "a kind of file that is not read")
	}
	it.reader = d.ix.Reader.Version(it.media)
	if same && rec.Status == search.Failed && rec.Reader == it.reader && d.current(rec) {
		it.sha256 = rec.SHA256
		return it.judged(failed, rec.Reason)
	}
	if it.sha256, it.size, err = hash(ctx, f.path); err != nil {
		return it.judged(broken, sentence(err))
	}
	now, former := states(rec)[0], readable(rec)
	if had && now.SHA256 == it.sha256 && len(now.Renditions) == 0 && rec.Status == search.Failed && rec.Reader == it.reader && d.current(rec) {
		return it.judged(failed, rec.Reason)
	}
	if had && former.SHA256 == it.sha256 && len(former.Renditions) > 0 && d.current(former) {
		return it.judged(unchanged, "") // touched, or what it was once
	}
	if k, ok := d.bytes[it.sha256]; ok && (k.good || k.reader == it.reader) && d.ix.Reader.Current(k.reader, k.wanting) {
		return it.judged(sameBytes, "")
	}
	if reason, ok := d.ix.quarantine.reason(it.sha256, it.reader); ok {
		return it.judged(failed, reason)
	}
	return it.judged(fresh, "")
}

// current reports whether a file would be read again as it was read.
func (d *dispatcher) current(rec search.FileRecord) bool {
	return d.ix.Reader.Current(rec.Reader, rec.Wanting)
}

// judged sets verdict and reason.
func (it *item) judged(v verdict, why string) *item {
	it.verdict, it.why = v, why
	return it
}

// readHead gives the first bytes of a file, by which its kind is told.
func readHead(path string) ([]byte, error) {
	f, err := archive.OpenRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return headOf(f)
}

// headOf gives as many of the first bytes as tell a kind, or all there are.
func headOf(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, extract.HeadSize))
}

// hash gives the sha256 and the number of a file's bytes. It stops when ctx ends.
func hash(ctx context.Context, path string) (sum string, size int64, err error) {
	f, err := archive.OpenRegular(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	h := sha256.New()
	if size, err = io.Copy(h, untilDone{ctx, f}); err != nil {
		return "", 0, err
	}
	return hex.EncodeToString(h.Sum(nil)), size, nil
}

// untilDone is a reader that ends with ctx.
type untilDone struct {
	ctx context.Context
	io.Reader
}

// Read implements io.Reader.
func (r untilDone) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(b)
}

// sentence says in words why a file cannot be looked at.
func sentence(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	case errors.Is(err, fs.ErrNotExist):
		return "gone before it could be read"
	}
	var perr *fs.PathError
	if errors.As(err, &perr) {
		return fmt.Sprintf("cannot be read: %v", perr.Err)
	}
	return fmt.Sprintf("cannot be read: %v", err)
}
