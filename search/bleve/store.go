package bleve

import (
	"fmt"
	"path/filepath"
	"sync"

	bleveindex "github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// boltTimeout bounds the wait for Bleve's own lock, which otherwise has no end.
const boltTimeout = "5s"

const asyncErrors = "travaux"

// segmentsATier is how many segments of about one size are left unmerged, half of
// what Bleve leaves: every search reads its words in each segment.
const segmentsATier = 5

// Bleve finds the callback for errors of its background work by name in a
// registry of its own; it is filled once, and reports are told apart by path.
var (
	registerOnce sync.Once
	reports      sync.Map // path -> func(error)
)

func registerReports() {
	registerOnce.Do(func() {
		scorch.RegistryAsyncErrorCallbacks[asyncErrors] = func(err error, path string) {
			if report, ok := reports.Load(path); ok {
				report.(func(error))(err)
			}
		}
	})
}

// staticMapping indexes nothing by itself: entries are made field by field, so
// that no field is stored, counted or sorted on without need.
func staticMapping() *mapping.IndexMappingImpl {
	m := bleveindex.NewIndexMapping()
	m.DefaultMapping = bleveindex.NewDocumentDisabledMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	return m
}

// openIndex opens the index of a generation; report is told of errors in
// Bleve's background work and may be nil for one that is only read.
func openIndex(generation string, create, readOnly bool, report func(error)) (bleveindex.Index, error) {
	registerReports()
	path := filepath.Join(generation, indexName)
	// Bleve reports with the path of the folder that holds its segments.
	if report != nil {
		reports.Store(filepath.Join(path, "store"), report)
	}
	config := map[string]any{
		"bolt_timeout": boltTimeout, "read_only": readOnly, "asyncErrorCallbackName": asyncErrors,
		"scorchMergePlanOptions": map[string]any{"maxSegmentsPerTier": segmentsATier},
	}
	if create {
		idx, err := bleveindex.NewUsing(path, staticMapping(), scorch.Name, scorch.Name, config)
		if err != nil {
			return nil, fmt.Errorf("create index: %w", err)
		}
		return idx, nil
	}
	idx, err := bleveindex.OpenUsing(path, config)
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	return idx, nil
}

// forgetReports undoes the registration of openIndex.
func forgetReports(generation string) {
	reports.Delete(filepath.Join(generation, indexName, "store"))
}
