package bleve

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"sync/atomic"

	bleveindex "github.com/blevesearch/bleve/v2"

	"travaux/search/bleve/zap"
)

// snapshot is one generation, open for reading. It is closed when the engine
// and the last request have let go of it.
type snapshot struct {
	name      string
	notice    atomic.Pointer[string] // for the operator; nil when all is well
	manifest  manifest
	analyzers *Analyzers
	columns   *columns
	reader    *reader
	lists     *zap.Index
	scratches sync.Pool // of *scratch
	idx       bleveindex.Index
	hold      *os.File // keeps a shared lock, so that writers leave the folder
	uses      atomic.Int64
	doubted   atomic.Bool // a part of it could not be read
}

// openSnapshot opens a generation and checks it against its manifest.
func openSnapshot(dir, name string, analyzers *Analyzers) (_ *snapshot, err error) {
	s := &snapshot{name: name, analyzers: analyzers}
	s.uses.Store(1)
	defer func() {
		if err != nil {
			err = errors.Join(err, s.close())
		}
	}()
	defer endFault(debug.SetPanicOnFault(true), &err)
	if s.hold, err = os.Open(filepath.Join(dir, name, manifestName)); err != nil {
		return nil, err
	}
	held, err := lockFile(s.hold, false)
	if err == nil && held {
		err = errors.New("a writer is removing it")
	}
	if err != nil {
		return nil, fmt.Errorf("hold %s: %w", name, err)
	}
	if s.manifest, err = checkManifest(dir, name); err != nil {
		return nil, err
	}
	if s.idx, err = openIndex(filepath.Join(dir, name), false, true, nil); err != nil {
		return nil, err
	}
	n, err := s.idx.DocCount()
	if err != nil {
		return nil, err
	}
	if want := s.manifest.Counts.Entries; int(n) != want {
		return nil, fmt.Errorf("%s holds %d entries instead of %d", name, n, want)
	}
	if s.reader, err = openReader(s.idx); err != nil {
		return nil, err
	}
	s.lists = zap.Open(s.reader.snapshot)
	if s.columns, err = openColumns(filepath.Join(dir, name), s.reader); err != nil {
		return nil, err
	}
	if want := s.manifest.Counts.Passages; s.columns.passageCount() != want {
		return nil, fmt.Errorf("%s holds %d passages instead of %d", name, s.columns.passageCount(), want)
	}
	return s, nil
}

// note leaves a sentence for the operator.
func (s *snapshot) note(sentence string) { s.notice.Store(&sentence) }

// noted gives the sentence for the operator, empty when all is well.
func (s *snapshot) noted() string {
	if n := s.notice.Load(); n != nil {
		return *n
	}
	return ""
}

// acquire takes hold of the snapshot; it fails when it has been closed.
func (s *snapshot) acquire() bool {
	for {
		n := s.uses.Load()
		if n == 0 {
			return false
		}
		if s.uses.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// release lets go of the snapshot; the last one to do so closes it.
func (s *snapshot) release() error {
	if s.uses.Add(-1) > 0 {
		return nil
	}
	return s.close()
}

func (s *snapshot) close() error {
	var errs []error
	if s.columns != nil {
		errs = append(errs, s.columns.Close())
	}
	if s.reader != nil {
		errs = append(errs, s.reader.Close())
	}
	if s.idx != nil {
		errs = append(errs, s.idx.Close())
	}
	if s.hold != nil {
		errs = append(errs, s.hold.Close())
	}
	return errors.Join(errs...)
}
