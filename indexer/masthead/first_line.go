package masthead

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/un"
)

// opensPageRE finds the beginning of a first page run together: the
// organization, or its emblem's number of the page, before the symbol.
var opensPageRE = regexp.MustCompile(`^(?:\d{1,2} )?(?:United Nations|UNITED NATIONS|Nations Unies|NATIONS UNIES|Naciones Unidas|NACIONES UNIDAS|Организация Объединенных Наций|ОРГАНИЗАЦИЯ ОБЪЕДИНЕННЫХ НАЦИЙ|联合国|联 合 国)? ?`)

// cutPage cuts the first line of a page as cutAnchors does, with what opens it: on
// pages that are one line no other line may show that it is a masthead.
func cutPage(text string) []string {
	parts := cutOpening(text)
	last := parts[len(parts)-1]
	rest := cutAnchors(last)
	if len(parts) > 1 && len(rest) == 1 {
		rest = joinPlaces(cutAt(last, append(datesRuns(last), recordsRE.FindAllStringIndex(last, -1)...), []int{0, 0}))
	}
	if name := opensPageRE.FindString(rest[0]); len(name) > 3 && len(name) < len(rest[0]) {
		rest = append([]string{strings.TrimSpace(name), rest[0][len(name):]}, rest[1:]...)
	}
	return append(parts[:len(parts)-1:len(parts)-1], rest...)
}

// recordsRE finds the organ of whose Official Records a cover is a part.
var recordsRE = regexp.MustCompile(`(?i)(?:General Assembly|Security Council|Economic and Social Council|Assemblée générale|Conseil de sécurité|Conseil économique et social|Asamblea General|Consejo de Seguridad|Consejo Económico y Social|Генеральная Ассамблея|Совет Безопасности|Экономический и Социальный Совет|الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|大会|安全理事会|经济及社会理事会) ?(?:Official Records|Documents officiels|Documentos Oficiales|Официальные отчеты|الوثائق الرسمية|正式记录)`)

// cutOpening cuts organization and symbols off the beginning of a page that is
// one line: "Nations Unies A/66/PV.82 Assemblée générale ...". What follows must
// begin as a name does; a sentence that begins with a symbol goes on in small
// letters.
func cutOpening(text string) []string {
	start := len(opensPageRE.FindString(text))
	found := un.FindSymbols(text[:min(len(text), 200)])
	if len(found) == 0 || found[0].Start != start {
		return []string{text}
	}
	end := found[0].End
	for _, f := range found[1:] {
		if strings.Trim(text[end:f.Start], " -–—&/") != "" {
			break
		}
		end = f.End
	}
	rest := strings.TrimLeft(text[end:], " *")
	next, _ := utf8.DecodeRuneInString(rest)
	if len(rest) < 20 || !unicode.IsUpper(next) && !unicode.In(next, unicode.Arabic, unicode.Han) {
		return []string{text}
	}
	out := []string{text[start : len(text)-len(rest)], rest}
	if name := strings.TrimSpace(text[:start]); name != "" {
		out = append([]string{name}, out...)
	}
	return out
}
