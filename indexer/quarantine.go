package indexer

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// quarantine lists the files that killed or outlasted their reader, by
// sha256 and reader version. It is advice to later runs, and written at once,
// so that a run that is killed itself does not forget.
type quarantine struct {
	path string

	mu      sync.Mutex // guards entries and the file
	entries map[string]string
}

// openQuarantine reads the list at path. A list that is missing or damaged is
// an empty one; an empty path keeps the list in memory.
func openQuarantine(path string) (*quarantine, error) {
	q := &quarantine{path: path, entries: map[string]string{}}
	if path == "" {
		return q, nil
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return q, nil
	}
	if err != nil {
		return nil, fmt.Errorf("open quarantine: %w", err)
	}
	if err := json.Unmarshal(data, &q.entries); err != nil || q.entries == nil {
		q.entries = map[string]string{}
	}
	return q, nil
}

// reason tells why the file is in quarantine.
func (q *quarantine) reason(sha256, reader string) (string, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	reason, ok := q.entries[sha256+" "+reader]
	return reason, ok
}

// add puts a file into quarantine and writes the list.
func (q *quarantine) add(sha256, reader, reason string) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.entries[sha256+" "+reader] = reason
	if q.path == "" {
		return nil
	}
	data, err := json.MarshalIndent(q.entries, "", "\t")
	if err != nil {
		return fmt.Errorf("write quarantine: %w", err)
	}
	tmp := filepath.Join(filepath.Dir(q.path), "."+filepath.Base(q.path)+".new")
	if err := os.WriteFile(tmp, append(data, '\n'), 0o644); err != nil {
		return fmt.Errorf("write quarantine: %w", err)
	}
	if err := os.Rename(tmp, q.path); err != nil {
		return fmt.Errorf("write quarantine: %w", err)
	}
	return nil
}
