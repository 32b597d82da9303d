package fidelity

import "path/filepath"

// Opened counts how hostile files fared.
type Opened struct {
	// Theirs is the number that pdftotext opens, Both of these the number
	// opened here.
	Theirs, Both int
	// Hung were stopped by the clock, Crashed killed their worker; both are
	// failures of one file, not of the run.
	Hung, Crashed int
	// Missed names those that only pdftotext opens, each with its reason.
	Missed []string
}

// Count counts how files fared.
func Count(documents []Document) Opened {
	var o Opened
	for _, d := range documents {
		if d.Hung() {
			o.Hung++
		}
		if d.Crashed() {
			o.Crashed++
		}
		switch {
		case d.Rejected:
		case d.Failure == "":
			o.Theirs++
			o.Both++
		default:
			o.Theirs++
			o.Missed = append(o.Missed, filepath.Base(d.Path)+": "+d.Failure)
		}
	}
	return o
}
