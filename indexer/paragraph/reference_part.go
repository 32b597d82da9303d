package paragraph

import (
	"regexp"
	"strings"

	"travaux/search/un"
)

var (
	partForm    = patternOf(`(?:` + paragraphWord + `)\s?`)
	chinesePart = patternOf(`第\s?([0-9一二三四五六七八九十百]{1,5})\s?(?:[至到-]\s?(?:第\s?)?([0-9一二三四五六七八九十百]{1,5})\s?)?段`)
	annexForm   = regexp.MustCompile(`^,?\s?[(]?(?:annex(?:es|e)?|anexos?|приложени\p{L}*|المرفق|附件)\s?([ivx]{1,4}\b|[a-e]\b|[0-9]{1,2}\b|[一二三四五六七八九十]{1,2})?`)
	// between is what may stand between a document and its paragraph, and
	// between a paragraph and its document.
	behindDocument = regexp.MustCompile(`^\s?\)?\s?[,،，]?\s?(?:(?:annex|annexe|anexo|приложение)\s?[\p{L}0-9]{0,4}\s?,\s?)?\(?$`)
	beforeDocument = regexp.MustCompile(`^[,]?\s?(?:of|de la|de l[’']|du|del|de|to|من|в)?\s?(?:the |its |la |le |el |l[’']|his |their |general assembly |security council |document |documents |report |resolution |résolution |resolución |резолюции |документа |القرار |قرار |الوثيقة |annex (?:[ivx]+ )?(?:to|of) |economic and social council |human rights council |assembly |council |conseil de sécurité |assemblée générale )*$`)
	// elsewhere is what follows a paragraph of something else: a treaty, a law, a
	// document that is named without its symbol.
	elsewhere = regexp.MustCompile(`^\s?,?\s?(?:of|to|du|de la|de l[’']|del|des|de los)\s[\p{L}(]|^\s(?:из|من)\s|^\s\p{Cyrillic}{4,}(?:ой|ого|ей|его|ов|ии|ия|та|ции)(?:[^\p{L}]|$)`)
	ofThis    = regexp.MustCompile(`^\s?,?\s?(?:of|to|du|de la|de l[’']|del|de)\s(?:the |this )?(?:present|this|presente?|présente?)|^\s(?:настоящ|из настоящ|выше|ниже)|^\s?من هذ`)
)

// parts finds paragraphs and annexes cited by number: of another document where
// one stands right beside them ("A/58/4, paras. 5-7", "paragraph 19 of
// resolution 2793 (2025)"), else of the document itself ("paragraph 12 above").
// documents are the documents found in the text.
func parts(low string, documents []un.Reference) []un.Reference {
	var refs []un.Reference
	for _, m := range partForm.FindAllStringIndex(low, -1) {
		refs = append(refs, partList(low, m[0], numberList(low, m[1]), documents)...)
	}
	for _, m := range chinesePart.FindAllStringSubmatchIndex(low, -1) {
		c := cited{from: m[0], end: m[1]}
		c.number, _ = digitsAt(low[:m[3]], m[2])
		if m[4] >= 0 {
			c.to, _ = digitsAt(low[:m[5]], m[4])
		}
		if c.number != "" {
			refs = append(refs, partList(low, m[0], []cited{c}, documents)...)
		}
	}
	sameAgain(refs)
	for _, d := range documents {
		if d.Kind == refSymbol || d.Kind == refResolution {
			if a, ok := annexOf(low, d); ok {
				refs = append(refs, a)
			}
		}
	}
	return refs
}

// partList makes references of the numbers behind one word.
func partList(low string, start int, list []cited, documents []un.Reference) []un.Reference {
	if len(list) == 0 {
		return nil
	}
	end := list[len(list)-1].end
	document := documentOf(low, start, end, documents)
	if document == "" && elsewhere.MatchString(low[end:]) && !ofThis.MatchString(low[end:]) {
		return nil
	}
	var refs []un.Reference
	for i, c := range list {
		target, from := c.String(), c.from
		if i == 0 {
			from = start
		}
		if document != "" {
			word := ", para. "
			if c.to != "" {
				word = ", paras. "
			}
			target = document + word + target
		}
		refs = append(refs, un.Reference{Kind: refParagraph, Target: target, Start: from, End: c.end})
	}
	return refs
}

// documentOf gives the document that a paragraph at text[start:end] is said to
// be of, empty where none stands beside it.
func documentOf(low string, start, end int, documents []un.Reference) string {
	for _, d := range documents {
		if d.Kind == refArticle {
			continue
		}
		switch {
		case d.End <= start && start-d.End <= 24 && behindDocument.MatchString(low[d.End:start]):
			return d.Target
		case d.Start >= end && d.Start-end <= 90 && beforeDocument.MatchString(low[end:d.Start]):
			return d.Target
		}
	}
	return ""
}

// annexOf reads the annex behind a document: "58/4, annex".
func annexOf(low string, d un.Reference) (un.Reference, bool) {
	at := d.End
	if strings.HasPrefix(low[at:], " of ") { // resolution 55/25 of 15 November 2000, annex I
		if m := dateBehind.FindStringIndex(low[at:]); m != nil {
			at += m[1]
		}
	}
	m := annexForm.FindStringSubmatchIndex(low[at:])
	if m == nil {
		return un.Reference{}, false
	}
	target, end := d.Target+", annex", at+m[1]
	if m[2] >= 0 {
		target += " " + strings.ToUpper(low[at+m[2]:at+m[3]])
		end = at + m[3]
	}
	words := strings.TrimLeft(low[at:end], " ,(")
	start := end - len(words)
	return un.Reference{Kind: refAnnex, Target: target, Start: start, End: start + len(strings.TrimRight(words, " "))}, true
}

var dateBehind = regexp.MustCompile(`^ of \d{1,2} \p{L}+ \d{4}`)

// sameAgain gives a paragraph without a document the one of an earlier paragraph
// of the same number: "paragraph 15 of resolution 5/1 ... paragraph 15 (a)".
func sameAgain(refs []un.Reference) {
	documents := map[string]string{}
	for i := range refs {
		document, number, told := strings.Cut(refs[i].Target, ", para. ")
		if told {
			documents[firstWord(number)] = document
		} else if d := documents[firstWord(refs[i].Target)]; d != "" {
			refs[i].Target = d + ", para. " + refs[i].Target
		}
	}
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}
