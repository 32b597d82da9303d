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
//
// The room in the order in which a page goes through it:
//
//   - sheet: the page with the masthead, behind covers; rows puts its lines in
//     order, cut, run and first_line cut those apart that run together.
//   - kind: what each line is, by itself alone; session, place, dates, agenda,
//     languages and job hold the forms of each kind.
//   - header: from the kinds, where the block ends and where the lines of session,
//     place and agenda item below it end.
//   - own, repair, running and note: the symbol; block: distribution and date;
//     language, meeting, body: those fields.
//   - blocks, prose and opening: the titles between header and text; split, proper
//     and bodytitle: which of them is the document's; typeof and typerules: its
//     type.
//   - record and held: what only the records of meetings have.
//
// All phrases are compared in the form that fold gives.
package masthead
