package paragraph

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/indexer/masthead"
)

// partKind says what kind of part a boundary opens.
type partKind int

const (
	annex partKind = iota
	appendix
	enclosure
	annotations
	resolution
	article
)

// boundary is the head of a part in which paragraph numbers may begin again.
type boundary struct {
	block  int
	kind   partKind
	prefix string // of the anchors in it: "annex-I"
	silent bool   // it has no heading: "The General Assembly,"
}

// closed reports whether the document's own numbers cannot begin in the part.
func (b boundary) closed() bool { return b.kind <= annotations }

// unit is what the numbers in the part count.
func (b boundary) unit() string {
	if b.kind == annotations {
		return "item"
	}
	return "para"
}

// name is what a warning calls the part.
func (b boundary) name() string {
	if b.prefix == "" {
		return ""
	}
	return strings.ReplaceAll(b.prefix, "-", " ") + " "
}

// arabicOrdinals are the ordinals that number the parts of Arabic documents.
const arabicOrdinals = `(?:الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع) عشر|الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|العشرون`

// boundaryForms read the head of a part: its name, its number where it has one,
// and the rest of the line.
var boundaryForms = []struct {
	kind partKind
	name string // in anchors
	form *regexp.Regexp
}{
	{annex, "annex", regexp.MustCompile(`^(?i:annexe?|anexo|приложение|(?:ال)?مرفق|附件)(?:\s*(?i:no\. ?)?([IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]+|` + arabicOrdinals + `))?(?:\s*[.:*∗—–-]+|\s|$)(.*)$`)},
	{appendix, "appendix", regexp.MustCompile(`^(?i:appendix|appendice|apéndice|добавление|(?:ال)?تذييل|附录)(?:\s*([IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]+|` + arabicOrdinals + `))?(?:\s*[.:*∗—–-]+|\s|$)(.*)$`)},
	{enclosure, "enclosure", regexp.MustCompile(`^(?i:enclosure|pièce jointe|documento adjunto|дополнение|(?:ال)?ضميمة|附文)(?:\s*([IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]+|` + arabicOrdinals + `))?(?:\s*[.:*∗—–-]+|\s|$)(.*)$`)},
	{resolution, "resolution", regexp.MustCompile(`^(?i:(?:draft )?resolution|projet de résolution|résolution|(?:proyecto de )?resolución|проект резолюции|резолюция|مشروع القرار|القرار|决议草案|决议)\s*([IVXLC]{1,6}|[A-Z]|\d{1,4}/(?:\d{1,3}|\p{Lu}{2,6}\.\d{1,3})|\d{1,4})(?:\s*[.:*∗—–-]+|\s|$)(.*)$`)},
	{resolution, "decision", regexp.MustCompile(`^(?i:(?:draft )?decision|projet de décision|décision|(?:proyecto de )?decisión|проект решения|решение|مشروع المقرر|المقرر|决定草案|决定)\s*([IVXLC]{1,6}|[A-Z]|\d{1,4}/(?:\d{1,3}|\p{Lu}{2,6}\.\d{1,3})|\d{1,4})(?:\s*[.:*∗—–-]+|\s|$)(.*)$`)},
	{article, "article", regexp.MustCompile(`^(?i:article|artículo|статья|المادة)\s*(\d{1,3})(?:\s*[.:*∗—–-]+|\s|$)(.*)$`)},
	{article, "article", regexp.MustCompile(`^第\s*(\d{1,3}|[一二三四五六七八九十]+)\s*条()$`)},
	{article, "rule", regexp.MustCompile(`^(?i:rule|regulation|artículo|правило)\s*(\d{1,3})(?:\s*[.:*∗—–-]+|\s|$)(.*)$`)},
	{resolution, "text", regexp.MustCompile(`^(\d{1,4}/\d{1,3})(?:\.|:|\s)\s*(\p{Lu}.*)$`)},
	{annotations, "", regexp.MustCompile(`^(?:[IVX]{1,4}\.\s+|[A-Z]\.\s+|[一二三]\.\s*)?(?i:annotations|annotations to the (?:provisional )?agenda|anotaciones|аннотации|الشروح|شروح|说明)()()$`)},
}

// isBoundaryLine reports whether a line may open a part by itself.
func isBoundaryLine(text string) bool {
	_, _, rest, ok := boundaryOf(text)
	return ok && (rest == "" || startsTransmittal(rest))
}

// opensAnnex reports whether a line is the head of an annex, an appendix or an
// enclosure and nothing else: its title stands below.
func opensAnnex(text string) bool {
	form, _, rest, ok := boundaryOf(text)
	return ok && rest == "" && boundaryForms[form].kind <= enclosure
}

// boundaryOf reads the head of a part.
func boundaryOf(text string) (form int, number, rest string, ok bool) {
	if startsLower(text) || utf8.RuneCountInString(text) > 300 {
		return 0, "", "", false // the middle of a sentence, or a whole one
	}
	for i, f := range boundaryForms {
		if m := f.form.FindStringSubmatch(text); m != nil {
			return i, m[1], strings.TrimSpace(m[2]), true
		}
	}
	return 0, "", "", false
}

// startsTransmittal reports whether the words after "Annex" say to which letter
// it belongs.
func startsTransmittal(rest string) bool {
	for _, p := range []string{"to the letter", "to the note", "to the identical", "à la lettre", "a la carta", "к письму", "to the present", "[Original"} {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	return false
}

// boundaries finds the parts of the document. Articles and resolutions count
// only where there are several, or a report around them: one alone is the
// document itself.
func (d *document) boundaries(blocks []block) []boundary {
	var out []boundary
	counts := map[partKind]int{}
	outer, inner := "", ""
	openings := 0
	for i, b := range blocks {
		if b.table {
			continue
		}
		text := b.text(d.words)
		if masthead.OpensResolution(text) {
			openings++
			if n := len(out); n == 0 || out[n-1].kind != resolution || i-out[n-1].block > 3 {
				counts[resolution]++
				out = append(out, boundary{block: i, kind: resolution, prefix: joinAnchor(joinAnchor(outer, inner), fmt.Sprintf("text-%d", openings)), silent: true})
			}
			continue
		}
		form, number, rest, ok := boundaryOf(text)
		if !ok || strings.HasSuffix(text, ".") || !(rest == "" || startsTransmittal(rest) || d.heads(b)) {
			continue
		}
		f := boundaryForms[form]
		if (f.kind == appendix || f.kind == enclosure) && outer == "" && number == "" && b.first().sheet == blocks[0].first().sheet && !d.numberedAbove(blocks[:i]) {
			continue // the word that names an addendum in a masthead
		}
		part := f.name
		if number != "" {
			part += "-" + strings.ReplaceAll(partNumber(number), "/", "-")
		}
		switch {
		case f.kind == annex:
			outer, inner = part, ""
			part = outer
		case f.kind == appendix || f.kind == enclosure:
			inner = part
			part = joinAnchor(outer, inner)
		case f.kind == annotations:
			part = ""
		default:
			part = joinAnchor(joinAnchor(outer, inner), part)
		}
		counts[f.kind]++
		out = append(out, boundary{block: i, kind: f.kind, prefix: part})
	}
	kept := out[:0]
	for _, b := range out {
		if b.kind < resolution || counts[b.kind] > 1 || b.kind == resolution && d.numberedAbove(blocks[:b.block]) {
			kept = append(kept, b)
		}
	}
	return kept
}

// numberedAbove reports whether numbered text stands above, as it does above a
// draft resolution in a report.
func (d *document) numberedAbove(blocks []block) bool {
	for _, b := range blocks {
		if b.labelled && !b.table && b.label.prefix == "" && d.weigh(b) >= 0.8 {
			return true
		}
	}
	return false
}

// partNumber writes the number of a part alike in all languages: Han and Arabic
// ordinals as roman numerals.
func partNumber(s string) string {
	if n := hanValue(s); n > 0 {
		return toRoman(n)
	}
	if n := masthead.Ordinal(s); n > 0 && startsArabic(s) {
		return toRoman(n)
	}
	return s
}

func startsArabic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Arabic, r)
}
