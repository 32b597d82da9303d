package paragraph

import (
	"regexp"
	"sort"
	"strings"

	"travaux/indexer/masthead"
	"travaux/search/un"
)

// Kinds of reference.
const (
	refSymbol     = "symbol"
	refResolution = "resolution"
	refArticle    = "article"
	refParagraph  = "paragraph"
)

// referencesOf finds what a text cites: document symbols, resolutions by number
// and body, articles, and paragraphs of the document itself, with their places.
func referencesOf(text string) []un.Reference {
	var refs []un.Reference
	for _, f := range un.FindSymbols(text) {
		refs = append(refs, un.Reference{Kind: refSymbol, Target: f.Symbol.String(), Start: f.Start, End: f.End})
	}
	lower := strings.ToLower(text)
	if containsAny(lower, "resol|résol|резолюц|قرار|决议") {
		refs = append(refs, resolutions(text)...)
	}
	if containsAny(lower, "art|стать|ст.|الماد|المواد|条") {
		refs = append(refs, articles(text)...)
	}
	if containsAny(lower, "paragr|para.|paras|párr|пункт|الفقر|段") {
		refs = append(refs, paragraphs(text, refs)...)
	}
	sort.SliceStable(refs, func(i, j int) bool { return refs[i].Start < refs[j].Start })
	return refs
}

// bodyNames are the bodies whose resolutions have symbols, as texts name them.
var bodyNames = []struct {
	organ string
	names *regexp.Regexp
}{
	{"A/HRC", regexp.MustCompile(`(?i)human rights council|conseil des droits de l[’']homme|consejo de derechos humanos|совета по правам человека|مجلس حقوق الإنسان|人权理事会`)},
	{"S", regexp.MustCompile(`(?i)security council|conseil de sécurité|consejo de seguridad|совета безопасности|مجلس الأمن|安全理事会|安理会`)},
	{"E", regexp.MustCompile(`(?i)economic and social council|conseil économique et social|consejo económico y social|экономического и социального совета|المجلس الاقتصادي والاجتماعي|经济及社会理事会|经社理事会`)},
	{"A", regexp.MustCompile(`(?i)general assembly|assemblée générale|asamblea general|генеральной ассамблеи|الجمعية العامة|大会`)},
}

const resolutionNumber = `(\d{1,4}/\d{1,3}|(?:S|ES)-\d{1,2}/\d{1,3}|\d{1,4} ?\((?:\d{4}|[IVXLC]+|S-[IVXLC]+|ES-[IVXLC]+)\))`

var resolutionForm = regexp.MustCompile(`(?i:resolutions?|résolutions?|resoluci(?:ón|ones)|резолюци\p{L}*|قرار\p{L}*)(?: [\p{Arabic} ]{3,40})? ` + resolutionNumber + `|第 ?(\d{1,4}/\d{1,3}|\d{1,4} ?[(（]\d{4}[)）]) ?号决议`)

// reach is how far from the number the body's name may stand, in bytes.
const reach = 48

// resolutions finds resolutions cited by number. The symbol is given where the
// body is named beside them, or the form of the number leaves no choice: a year
// in brackets is the Security Council's. Otherwise the number is the target.
func resolutions(text string) []un.Reference {
	var refs []un.Reference
	for _, m := range resolutionForm.FindAllStringSubmatchIndex(text, -1) {
		g := 2
		if m[2] < 0 {
			g = 4
		}
		number := strings.NewReplacer(" ", "", "（", "(", "）", ")").Replace(text[m[g]:m[g+1]])
		refs = append(refs, un.Reference{Kind: refResolution, Target: resolutionTarget(text, m[0], m[1], number), Start: m[g], End: m[g+1]})
	}
	return refs
}

var yearInBrackets = regexp.MustCompile(`^\d{1,4}\((?:19[4-9]|20)\d{1,2}\)$`)

func resolutionTarget(text string, start, end int, number string) string {
	organ := nearOrgan(text, start, end)
	if organ == "" && yearInBrackets.MatchString(number) {
		organ = "S"
	}
	if organ == "" {
		return number
	}
	if organ == "A" && strings.HasSuffix(number, ")") || organ == "E" && strings.HasSuffix(number, ")") {
		if s, err := un.ParseSymbol(organ + "/RES/" + number); err == nil {
			return s.String()
		}
	}
	target := organ + "/RES/" + number
	if s, err := un.ParseSymbol(target); err == nil {
		return s.String()
	}
	return target
}

// nearOrgan gives the organ named right before or right behind a citation, or
// within it.
func nearOrgan(text string, start, end int) string {
	before := clip(text, start-reach, start)
	behind := clip(text, end, end+reach)
	if i := strings.IndexAny(behind, ".;,，。"); i >= 0 {
		behind = behind[:i]
	}
	if i := strings.LastIndexAny(before, ".;,，。"); i >= 0 {
		before = before[i+1:]
	}
	for _, window := range []string{text[start:end], before, behind} {
		for _, b := range bodyNames {
			if b.names.MatchString(window) {
				return b.organ
			}
		}
	}
	return ""
}

// clip cuts text[from:to] at rune bounds.
func clip(text string, from, to int) string {
	from, to = max(from, 0), min(to, len(text))
	return strings.ToValidUTF8(text[from:to], "")
}

var articleForm = regexp.MustCompile(`(?i:\barticles?|\barts?\.|\bart[ií]culos?|стать\p{L}{1,3}|ст\.|المادة|المواد) ?(\d{1,3})(?: ?(?:,|\() ?(?i:paras?\.?|paragraphs?|paragraphes?|párr\.?|párrafos?|пункт\p{L}*|الفقرة)? ?(\d{1,2})\)?)?|第 ?(\d{1,3}) ?条(?:第 ?(\d{1,2}) ?款)?`)

// articles finds articles of treaties: "article 46", "art. 46, para. 13".
func articles(text string) []un.Reference {
	var refs []un.Reference
	for _, m := range articleForm.FindAllStringSubmatchIndex(text, -1) {
		target, end := "", m[1]
		for g := 2; g < len(m); g += 2 {
			if m[g] < 0 {
				continue
			}
			if target != "" {
				target += "/"
			}
			target += masthead.WesternDigits(text[m[g]:m[g+1]])
		}
		refs = append(refs, un.Reference{Kind: refArticle, Target: target, Start: m[0], End: end})
	}
	return refs
}

var paragraphForm = regexp.MustCompile(`(?i:\bparagraphs?|\bparas?\.|\bparagraphes?|\bpárrs?\.|\bpárrafos?|пункт\p{L}{0,3}|الفقرة|الفقرات) ?(\d{1,3}(?: ?[-–] ?\d{1,3})?)(?: (?:of|to|du|de|del) (?i:the present|le présent|présent|presente|l presente)[\p{L} ]*)?|上文第 ?(\d{1,3}) ?段`)

// paragraphs finds paragraphs cited by number, those apart that belong to an
// article already found.
func paragraphs(text string, have []un.Reference) []un.Reference {
	var refs []un.Reference
	for _, m := range paragraphForm.FindAllStringSubmatchIndex(text, -1) {
		inside := false
		for _, h := range have {
			inside = inside || m[0] >= h.Start && m[0] < h.End
		}
		if inside {
			continue
		}
		g := 2
		if m[2] < 0 {
			g = 4
		}
		target := strings.NewReplacer(" ", "", "–", "-").Replace(text[m[g]:m[g+1]])
		refs = append(refs, un.Reference{Kind: refParagraph, Target: target, Start: m[0], End: m[1]})
	}
	return refs
}
