// Package masthead reads what stands at the head of a UN document: symbol,
// body, session, dates, distribution, languages, agenda item, title, job
// number. It reads the document alone, never its file name.
//
//	m := masthead.Parse(content)
//	m.Symbols[0].String() // CAC/COSP/EG.1/2013/2
//
// The anatomy of a masthead is that of the UN Editorial Manual ("Mastheads and
// cover pages"); the block of distribution, date and original language is
// printed in English in the Arabic, Chinese and Russian versions too.
package masthead
