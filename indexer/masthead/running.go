package masthead

import "travaux/search/un"

// readRunning takes the symbol of the running heads where the first page has
// none that can be read: the same symbol alone at the edge of at least two
// pages, in a document whose first page shows that it is one of the United
// Nations.
func (s *sheet) readRunning(m *Masthead) {
	if !s.anchored && s.nameLanguage() == "" {
		return
	}
	counts := map[string]int{}
	best := ""
	for _, l := range s.running {
		if !onlySymbols(l.text) {
			continue
		}
		key := un.FindSymbols(l.text)[0].Symbol.Key()
		counts[key]++
		if counts[key] > counts[best] {
			best = key
		}
	}
	if counts[best] < 2 {
		return
	}
	for _, l := range s.running {
		if !onlySymbols(l.text) {
			continue
		}
		if own := symbolsIn(l.text); own[0].Key() == best {
			for i := range own {
				own[i].Reissue = "" // the running head's mark is no evidence
			}
			m.Symbols = own
			m.set("symbol", 0.6)
			return
		}
	}
}
