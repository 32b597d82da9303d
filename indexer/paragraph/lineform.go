package paragraph

import (
	"regexp"
	"strings"
)

// caption matches what stands above a table or a figure.
var caption = regexp.MustCompile(`^(?i:table|tableau|cuadro|таблица|figure|figura|gráfico|рис(?:унок|\.)|الجدول|الشكل|表|图|box|encadré|recuadro|source|sources|notes?)\s?[\d:.IVX]`)

var summaryHead = regexp.MustCompile(`(?i)^(?:executive )?summary\b.{0,20}$|^résumé(?: analytique)?$|^resumen(?: ejecutivo)?$|^резюме$|^(?:ال)?موجز|^ملخص|^(?:内容)?(?:提要|摘要)$`)

func isSummaryHead(text string) bool { return summaryHead.MatchString(strings.TrimSpace(text)) }

var speakerLine = regexp.MustCompile(`^(?:Mr|Ms|Mrs|Miss|Sir|M|Mme|Mlle|Sr|Sra)s?\.? [\p{Lu}][^:.]{1,60}(?:\([^)]{2,60}\))?[^:.]{0,40}:|^The (?:Acting |Temporary )?(?:President|Chair|Chairman|Chairperson|Chairwoman|Secretary-General|Co-Chair)(?: \([^)]{2,40}\))?:|^(?:Le|La|El) (?:Président|Présidente|Presidente|Presidenta)(?: \([^)]{2,40}\))?\s?:|^Председатель(?: \([^)]{2,40}\))?:|^(?:الرئيس|الرئيسة)(?: \([^)]{2,40}\))?:|^主席(?:（[^）]{2,20}）)?：`)

// isSpeaker reports whether a line begins what someone says at a meeting.
func isSpeaker(text string) bool {
	return strings.ContainsAny(text, ":：") && speakerLine.MatchString(text)
}
