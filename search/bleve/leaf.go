package bleve

import (
	"travaux/search/bleve/zap"
	"travaux/search/query"
)

// leaf is where a word, phrase or other leaf of a query stands, in all languages.
type leaf struct {
	asked query.Node
	// texts are by analysis where it stands in passages, titles where in titles of
	// renditions.
	texts, titles []listing
	// neutral are the languages in which nothing is left of the words (stop
	// words): there the leaf asks for nothing.
	neutral map[string]bool
	// short are sentences on what stands for more words than were taken.
	short []string
	// titlesOnly says that it was looked for in titles alone.
	titlesOnly bool
}

// listing is where a leaf stands in one analysis: in which texts, how often, and
// how many terms these have. Of a single word only the texts are held; the rest is
// read again for those that are scored.
type listing struct {
	texts                []uint32 // passages or renditions, in the order of the index
	frequencies, lengths []uint32 // nil for a single word
	word                 zap.Term
	// renditions is the number of renditions with any of the texts, or with the leaf
	// in their title.
	renditions int
}

// readLeaf reads where a leaf of a query stands, by the analyses that it is
// looked for in.
func (e *evaluation) readLeaf(n query.Node, titlesOnly bool) (*leaf, error) {
	l := &leaf{asked: n, titlesOnly: titlesOnly, texts: make([]listing, len(e.analyses)), titles: make([]listing, len(e.analyses)), neutral: map[string]bool{}}
	texts := e.dictionary(textField, e.columns.passageOf, e.columns.passagesIn)
	titles := e.dictionary(titleField, e.columns.renditionOf, e.columns.renditionsIn)
	looked := e.analyzers.analysesOf(n)
	for i, lang := range e.analyses {
		if !contains(looked, lang) {
			continue
		}
		found, something, err := e.readIn(n, lang, titles)
		if err != nil {
			return nil, err
		}
		l.titles[i] = found
		if !something {
			l.ask(lang)
			continue
		}
		if titlesOnly {
			continue
		}
		if l.texts[i], _, err = e.readIn(n, lang, texts); err != nil {
			return nil, err
		}
	}
	l.short = titles.short
	if !titlesOnly {
		l.short = texts.short
	}
	return l, nil
}

func contains(list []string, wanted string) bool {
	for _, s := range list {
		if s == wanted {
			return true
		}
	}
	return false
}

// ask notes that a leaf asks for nothing in a language; what asks for nothing in
// the exact form does so in all.
func (l *leaf) ask(lang string) {
	if lang != exactForm {
		l.neutral[lang] = true
		return
	}
	for _, every := range languages() {
		l.neutral[every] = true
	}
}

// readIn reads where a leaf stands in one analysis; something tells whether
// anything is left to look for.
func (e *evaluation) readIn(n query.Node, lang string, d *dictionary) (out listing, something bool, err error) {
	if near, ok := n.(query.Near); ok {
		return e.readNear(near, lang, d)
	}
	forms, err := e.forms(n, lang, d)
	if err != nil {
		return out, true, err
	}
	join := best
	if expands(n) {
		join = sum
	}
	out, err = e.readForms(forms, join, d)
	return out, len(forms) > 0 || expands(n), err
}

// expands reports whether a leaf stands for other words; that there are none
// in the collection does not make it a stop word.
func expands(n query.Node) bool {
	switch n.(type) {
	case query.Wildcard, query.Fuzzy:
		return true
	}
	return false
}

// sum joins the frequencies of several words in a text, best those of the ways in
// which one may stand there: what is written with a hyphen stands in two ways at
// one place, and is one word.
func sum(a, b uint32) uint32  { return a + b }
func best(a, b uint32) uint32 { return max(a, b) }

// readForms gives the texts of all forms together, as of one word.
func (e *evaluation) readForms(forms []form, join func(a, b uint32) uint32, d *dictionary) (listing, error) {
	switch len(forms) {
	case 0:
		return listing{}, nil
	case 1:
		if len(forms[0].words) == 1 {
			return e.readWord(forms[0].words[0], d)
		}
		return e.readPhrase(forms[0], d)
	}
	return e.readWords(forms, join, d)
}

// readWord gives the texts with one word.
func (e *evaluation) readWord(word zap.Term, d *dictionary) (listing, error) {
	l := listing{word: word}
	room, err := word.AtMost()
	if err != nil || room == 0 {
		return l, err
	}
	if err := e.budget.take(int64(room) * ordinalBytes); err != nil {
		return l, err
	}
	l.texts = e.list(room)
	r := &e.scratch.postings
	for r.Open(word, zap.Entries); ; {
		n, err := e.next(r)
		if n == 0 || err != nil {
			e.keep(l.texts)
			return l, err
		}
		for _, entry := range r.Entries[:n] {
			l.texts = append(l.texts, d.ordinals[entry])
		}
	}
}

// next reads a block of postings unless the time is over.
func (e *evaluation) next(r *zap.Reader) (int, error) {
	if err := e.tick(); err != nil {
		return 0, err
	}
	return r.Next()
}

// readWords gives the texts with any of several words or phrases, the frequencies
// joined.
func (e *evaluation) readWords(forms []form, join func(a, b uint32) uint32, d *dictionary) (out listing, err error) {
	joined, lengths := e.adders()
	texts := e.list(blockRoom)
	defer func() {
		for _, t := range texts {
			joined[t] = 0
		}
	}()
	add := func(ordinals, frequencies, terms []uint32) {
		for i, t := range ordinals {
			if t == none {
				continue
			}
			if joined[t] == 0 {
				texts = append(texts, t)
			}
			joined[t] = join(joined[t], frequencies[i])
			lengths[t] = terms[i]
		}
	}
	for _, f := range forms {
		before := len(texts)
		if err := e.readForm(f, d, add); err != nil {
			return out, err
		}
		if err := e.budget.take(int64(len(texts)-before) * factBytes); err != nil {
			return out, err
		}
	}
	out = listing{texts: e.keep(texts), frequencies: e.keep(e.list(len(texts))), lengths: e.keep(e.list(len(texts)))}
	for _, t := range texts {
		out.frequencies = append(out.frequencies, joined[t])
		out.lengths = append(out.lengths, lengths[t])
	}
	return out, nil
}

// blockRoom is the room of a list whose length is not known.
const blockRoom = 1024

// readForm visits the texts with one form, block by block.
func (e *evaluation) readForm(f form, d *dictionary, visit func(texts, frequencies, lengths []uint32)) error {
	if len(f.words) > 1 {
		l, err := e.readPhrase(f, d)
		if err == nil {
			visit(l.texts, l.frequencies, l.lengths)
		}
		return err
	}
	r, ordinals := &e.scratch.postings, &e.scratch.block
	for r.Open(f.words[0], zap.Entries|zap.Facts); ; {
		n, err := e.next(r)
		if n == 0 || err != nil {
			return err
		}
		for i, entry := range r.Entries[:n] {
			ordinals[i] = d.ordinals[entry]
		}
		visit(ordinals[:n], r.Frequencies[:n], r.Lengths[:n])
	}
}
