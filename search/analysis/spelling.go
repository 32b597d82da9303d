package analysis

import "strings"

// British writes -ize as -ise; Oxford, and so the United Nations, write -ize but
// for these, whose -ise is no ending of Greek verbs: what stands before it.
var neverIze = []string{
	"v",          // advise, revise, supervise
	"pr",         // comprise, enterprise, surprise
	"rom", "rem", // promise, premise
	"dem", "urm", // demise, surmise
	"erc", "onc", "rec", "exc", "inc", "umc", // exercise, concise, precise, excise, incise, circumcise
	"ert", "ast", "esp", // advertise, expertise, chastise, despise
	"gu", "anch", "chand", // disguise, franchise, merchandise
	"rad", "eat", "w", // paradise, treatise, likewise
	"a", "o", "u", // raise, noise, bruise
}

// izeEndings are those of verbs in -ise and of what is made of them.
var izeEndings = []string{"ise", "ised", "ises", "iser", "isers", "ising", "isation", "isations", "isational"}

// oneSpelling writes an English word so that "organisation" finds "organization"
// and "analyze" finds "analyse": -ise as -ize, -lyze as -lyse. All forms of a verb
// are changed or none, since it depends on what stands before the ending.
func oneSpelling(word string) string {
	if i := strings.LastIndex(word, "lyz"); i > 0 {
		return word[:i] + "lys" + word[i+3:]
	}
	for _, ending := range izeEndings {
		before, ok := strings.CutSuffix(word, ending)
		if !ok {
			continue
		}
		if strings.HasPrefix(ending, "isa") || len(before) > 2 && !endsIn(before, neverIze) {
			return before + "iz" + ending[2:]
		}
		return word
	}
	return word
}

func endsIn(word string, endings []string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
