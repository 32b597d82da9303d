package paragraph

import (
	"strings"

	"travaux/search/un"
)

// tellBodies gives the resolutions and decisions whose body a passage does not
// tell the one that another passage of the document tells for the same number;
// where two are told, none.
func tellBodies(passages []un.Passage) {
	told := map[string]string{}
	for _, p := range passages {
		for _, r := range p.References {
			if number, ok := toldNumber(r); ok {
				if have, seen := told[number]; seen && have != r.Target {
					told[number] = ""
				} else {
					told[number] = r.Target
				}
			}
		}
	}
	for i := range passages {
		for j := range passages[i].References {
			r := &passages[i].References[j]
			number, part, _ := strings.Cut(r.Target, ",")
			if target := told[r.Kind+" "+number]; target != "" {
				r.Target = target
			} else if target := told[refResolution+" "+number]; target != "" && part != "" {
				r.Target = target + "," + part
			}
		}
	}
}

// toldNumber gives the number of a resolution or decision whose body is told, as
// the target of one whose body is not would be.
func toldNumber(r un.Reference) (number string, ok bool) {
	switch r.Kind {
	case refResolution:
		if _, number, ok = strings.Cut(r.Target, "/RES/"); !ok {
			_, number, ok = strings.Cut(r.Target, " resolution ")
		}
		return refResolution + " " + number, ok
	case refDecision:
		if _, number, ok = strings.Cut(r.Target, "/DEC/"); !ok {
			_, number, ok = strings.Cut(r.Target, " decision ")
		}
		return refDecision + " decision " + number, ok
	}
	return "", false
}
