package indexer

import (
	"time"

	"travaux/search"
)

// Accounts tell what became of the files of a run:
//
//	Seen = Indexed + Duplicate + Skipped() + Failed
type Accounts struct {
	// Seen counts the files found under the paths given.
	Seen int
	// Indexed counts the files taken in by this run.
	Indexed int
	// Duplicate counts files whose bytes were seen under another path.
	Duplicate int
	// Unchanged and Unsupported are the two ways to be skipped: known and as it
	// was, or of a kind that is not read.
	Unchanged, Unsupported int
	// Failed counts files that failed now, or before and not changed since;
	// Failures are the first of them, at most MaxFailures.
	Failed   int
	Failures []search.FileRecord

	// Missing counts records newly marked missing, Pruned those taken out. They
	// are not among the files seen.
	Missing, Pruned int
	// Read counts the files a reader was started for, Pages their pages.
	Read, Pages int
	// Wanting counts the files seen of which a program that is not installed would
	// read more, by its name.
	Wanting map[string]int

	// Generation is the live generation after the run.
	Generation string
	// Resumed says that the run went on where a killed one stopped.
	Resumed bool

	// Elapsed is the time of the whole run. Reading and Analysing are summed
	// over all workers; Writing is the writer's, publishing included.
	Elapsed, Reading, Analysing, Writing time.Duration
}

// MaxFailures is how many failed files Accounts name; the report names all.
const MaxFailures = 10

// Skipped counts the files that were left alone.
func (a Accounts) Skipped() int { return a.Unchanged + a.Unsupported }

// Balanced reports whether every file seen has its status.
func (a Accounts) Balanced() bool {
	return a.Seen == a.Indexed+a.Duplicate+a.Skipped()+a.Failed
}

// count enters one file.
func (a *Accounts) count(it *item, rec search.FileRecord) {
	switch it.status(rec) {
	case search.Indexed:
		a.Indexed++
	case search.Duplicate:
		a.Duplicate++
	case search.Failed:
		a.Failed++
		if len(a.Failures) < MaxFailures {
			a.Failures = append(a.Failures, rec)
		}
	case search.Skipped:
		if it.verdict == unchanged {
			a.Unchanged++
		} else {
			a.Unsupported++
		}
	}
	if it.read {
		a.Read++
		a.Pages += it.pages
	}
	a.Reading += it.reading
	a.Analysing += it.analysing
}
