package bleve

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"travaux/search"
)

// schemaVersion changes with the form of entries or their analysis; a
// collection of another version is indexed anew.
const schemaVersion = 5

// The names inside a collection's folder and inside a generation's.
const (
	currentName  = "current"
	lockName     = "lock"
	manifestName = "manifest.json"
	originName   = "origin.json"
	indexName    = "index"
	genPrefix    = "gen-"
)

// manifest says what a published generation is made of.
type manifest struct {
	Schema    int            `json:"schema"`
	Published string         `json:"published"`
	Counts    counts         `json:"counts"`
	Readers   map[string]int `json:"readers,omitempty"` // renditions by reader version
	Files     []manifestFile `json:"files"`
}

// counts are the numbers of entries by sort, and of what they say.
type counts struct {
	Entries    int `json:"entries"`
	Documents  int `json:"documents"`
	Held       int `json:"held"`
	Renditions int `json:"renditions"` // held ones
	Recognised int `json:"recognised,omitempty"`
	NoText     int `json:"no_text,omitempty"`
	Passages   int `json:"passages"`
	Files      int `json:"files"`
	Failed     int `json:"failed"`
}

type manifestFile struct {
	Name   string `json:"name"` // relative to the generation's folder
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// origin says what a generation was cloned from, until it is live.
type origin struct {
	From   string `json:"from"` // empty: begun empty
	Schema int    `json:"schema"`
}

// nextGeneration names the generation to make after the live one: what a killed
// run left unpublished, else a new number. One that has been live never gets
// written to again, even when an older one was put back in its place.
func nextGeneration(dir, live string) (string, error) {
	if live != "" {
		if err := endOrigin(dir, live); err != nil {
			return "", err
		}
	}
	names, err := generations(dir)
	if err != nil {
		return "", err
	}
	newest := generationNumber(live)
	if len(names) > 0 && generationNumber(names[0]) > newest {
		newest = generationNumber(names[0])
		if !published(dir, names[0]) {
			return names[0], nil
		}
	}
	return generationName(newest + 1), nil
}

// published reports whether a generation has been live: it has a manifest, and
// no longer an origin.
func published(dir, name string) bool {
	_, noManifest := os.Stat(filepath.Join(dir, name, manifestName))
	_, noOrigin := os.Stat(filepath.Join(dir, name, originName))
	return noManifest == nil && errors.Is(noOrigin, fs.ErrNotExist)
}

// endOrigin takes the origin out of a generation that is live.
func endOrigin(dir, live string) error {
	err := os.Remove(filepath.Join(dir, live, originName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func generationName(n int) string { return fmt.Sprintf("%s%06d", genPrefix, n) }

// generationNumber is 0 for a name that is no generation's.
func generationNumber(name string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(name, genPrefix))
	if err != nil || n < 1 || generationName(n) != name {
		return 0
	}
	return n
}

// readCurrent gives the name of the live generation, empty when there is none.
func readCurrent(dir string) (string, error) {
	data, err := os.ReadFile(filepath.Join(dir, currentName))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read the live generation's name: %w", err)
	}
	name := strings.TrimSpace(string(data))
	if generationNumber(name) == 0 {
		return "", fmt.Errorf("%s names no generation: %q; travaux index --rebuild PATH makes the index anew: %w", filepath.Join(dir, currentName), name, search.ErrUnavailable)
	}
	return name, nil
}

// generations lists the generations in a folder, newest first, whatever their
// state.
func generations(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("list generations: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && generationNumber(e.Name()) > 0 {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, func(a, b string) int { return generationNumber(b) - generationNumber(a) })
	return names, nil
}

// writeJSON writes a file whole or not at all.
func writeJSON(path string, v any) error {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	return writeWhole(path, append(data, '\n'))
}

// writeWhole writes a file under another name, syncs it and renames it.
func writeWhole(path string, data []byte) error {
	tmp := path + ".tmp"
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

func readJSON(path string, v any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}

// newestSound gives the newest generation, not newer than live, whose manifest
// and files agree; it is empty when there is none.
func newestSound(dir, live string) (string, error) {
	names, err := generations(dir)
	if err != nil {
		return "", err
	}
	for _, name := range names {
		if generationNumber(name) > generationNumber(live) {
			continue
		}
		if _, err := checkManifest(dir, name); err == nil {
			return name, nil
		}
	}
	return "", nil
}

func now() string { return time.Now().UTC().Format(time.RFC3339) }
