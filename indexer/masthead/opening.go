package masthead

import "regexp"

// openingRE finds the line with which a body begins to speak.
var openingRE = regexp.MustCompile(`^(?:` +
	`The \p{Lu}[\p{L} -]{3,160},` +
	`|(?:L[ea] |L’|L\')\p{Lu}[\p{L}’\' -]{3,160},` +
	`|(?:La|El|Los|Las) \p{Lu}[\p{L} ]{3,160},` +
	`|(?:Генеральная Ассамблея|Экономический и Социальный Совет|(?:Совет|Комиссия|Комитет|Конференция|Совещание)[\p{L} –-]{0,160}),` +
	`|إن (?:ال|مجلس |مؤتمر |لجنة )[\p{L} ]{3,160}،` +
	`|\p{Han}{0,40}(?:大会|理事会|委员会|会议)[，,]` +
	`)$`)

// OpensResolution reports whether a line is the one with which a body begins a
// resolution or decision, in one of the six languages: "The General Assembly,",
// "La Conferencia de los Estados Parte,".
func OpensResolution(line string) bool { return openingRE.MatchString(line) }
