// Package un holds the words of the field: symbols, documents, renditions,
// passages, meetings. It has values and pure functions only and imports the
// standard library only, so every other package may use it.
//
//	s, err := un.ParseSymbol("cac/cosp/eg.1/2013/2/CORR.1")
//	s.String()          // CAC/COSP/EG.1/2013/2/Corr.1
//	s.Parent().String() // CAC/COSP/EG.1/2013/2
package un
