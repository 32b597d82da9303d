package search

import (
	"context"
	"encoding/json"
	"unicode/utf8"

	"travaux/search/un"
)

// FileStatus is what became of one file.
type FileStatus string

// The statuses of a file. Each file of a run has exactly one of indexed,
// duplicate, skipped and failed in the run's accounts.
const (
	Indexed   FileStatus = "indexed"
	Duplicate FileStatus = "duplicate"
	Skipped   FileStatus = "skipped"
	Failed    FileStatus = "failed"
)

// FileRecord is one row of the files table: what is known of one path.
type FileRecord struct {
	// Path is absolute and clean.
	Path string `json:"path"`
	Size int64  `json:"size"`
	// ModTime is the modification time in nanoseconds of the Unix epoch.
	ModTime int64      `json:"mtime"`
	SHA256  string     `json:"sha256"`
	Status  FileStatus `json:"status"`
	// Reason is a sentence for a file that failed or was skipped.
	Reason string `json:"reason,omitempty"`
	// Reader is the reader's name and version; a file that failed is tried
	// again when it changes.
	Reader string `json:"reader,omitempty"`
	// Renditions are those the file gave text or rows to.
	Renditions []un.RenditionKey `json:"renditions,omitempty"`
	// Aliases are the further symbols of the document the file holds. A meeting
	// page may list it under any of them.
	Aliases []string `json:"aliases,omitempty"`
	// Wanting names the program that would have read more of the file, or read it
	// at all, and was not installed.
	Wanting string `json:"wanting,omitempty"`
	// Missing says that the path was gone when last looked for.
	Missing bool `json:"missing,omitempty"`
	// Former is set where the file has changed into something that cannot be
	// read: Renditions and Aliases are those of its last readable version.
	Former *FileVersion `json:"former,omitempty"`
}

// FileVersion is what a file was at some time, and what read it.
type FileVersion struct {
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
	Reader string `json:"reader"`
}

// odd is a FileRecord as JSON keeps one whose path is not UTF-8.
type odd struct {
	bareRecord
	PathBytes []byte `json:"path_bytes,omitempty"`
}

// bareRecord is a FileRecord that encodes field by field.
type bareRecord FileRecord

// MarshalJSON implements json.Marshaler. JSON is UTF-8, which the name of a file
// need not be: the bytes of such a path are kept beside it.
func (r FileRecord) MarshalJSON() ([]byte, error) {
	o := odd{bareRecord: bareRecord(r)}
	if !utf8.ValidString(r.Path) {
		o.PathBytes = []byte(r.Path)
	}
	return json.Marshal(o)
}

// UnmarshalJSON implements json.Unmarshaler.
func (r *FileRecord) UnmarshalJSON(data []byte) error {
	var o odd
	if err := json.Unmarshal(data, &o); err != nil {
		return err
	}
	*r = FileRecord(o.bareRecord)
	if len(o.PathBytes) > 0 {
		r.Path = string(o.PathBytes)
	}
	return nil
}

// Change is everything one file changes. It is applied whole or not at all.
type Change struct {
	// Records are put into the files table under their path.
	Records []FileRecord
	// Forget are paths taken out of the files table.
	Forget []string
	// Put are renditions with their passages; each replaces what the collection
	// holds under its key.
	Put []un.Rendition
	// Drop are renditions to take out.
	Drop []un.RenditionKey
}

// Empty reports whether the change changes nothing.
func (c Change) Empty() bool {
	return len(c.Records) == 0 && len(c.Forget) == 0 && len(c.Put) == 0 && len(c.Drop) == 0
}

// Writer makes the next generation of a collection. It starts as a clone of the
// live generation, or, after a run that was killed, where that run's last
// checkpoint stands. It is used by one goroutine at a time.
type Writer interface {
	// Files gives the files table as it stands, by path. The map is the
	// caller's to keep.
	Files() map[string]FileRecord
	// Rendition gives what the collection holds under the key, without
	// passages; ErrNotFound when it holds nothing.
	Rendition(key un.RenditionKey) (un.Rendition, error)
	// Renditions gives the keys of a document's renditions.
	Renditions(document string) []un.RenditionKey
	// Resumed reports whether the writer goes on where a killed run stopped.
	Resumed() bool
	// Apply puts a change in line. Changes reach the disk in order, each with
	// its file records in one batch; the batch is the checkpoint.
	Apply(ctx context.Context, c Change) error
	// Publish writes what is in line, verifies the result and makes it the live
	// generation. It returns the generation's name. Without any change since
	// the live generation it publishes nothing and returns the live one's name.
	Publish(ctx context.Context) (string, error)
	// Close ends the writing and gives up the lock. What was not published
	// stays as the checkpoint for the next run. It may be called twice.
	Close() error
}
