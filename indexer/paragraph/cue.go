package paragraph

import (
	"regexp"

	"travaux/search/un"
)

// cue is a pattern that decides a kind.
type cue struct {
	kind un.Kind
	// near are words, in small letters, without one of which the pattern need
	// not be tried; empty: always try.
	near  string
	words *regexp.Regexp
	// unquoted: inside a quotation it decides nothing.
	unquoted bool
	// operative: only a body writes so.
	operative bool
}

// cues are the patterns of one language.
type cues struct {
	headings, phrases    []cue
	speaker, body, state *regexp.Regexp
	preamble             *regexp.Regexp
}

// cuesOf gives the patterns of a language, nil for others than the six.
func cuesOf(lang string) *cues {
	switch lang {
	case "en":
		return &english
	case "fr":
		return &french
	case "es":
		return &spanish
	case "ru":
		return &russian
	case "ar":
		return &arabic
	case "zh":
		return &chinese
	}
	return nil
}

func word(expr string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:` + expr + `)(?:[^\p{L}]|$)`)
}

func stem(expr string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:` + expr + `)`)
}

func anywhere(expr string) *regexp.Regexp { return regexp.MustCompile(expr) }

const englishBody = `(?:meeting|working group|working party|group|conference|commission|committee|subcommittee|council|assembly|board|panel|congress|plenary)`

var english = cues{
	headings: []cue{
		{kind: un.GoodPractice, words: word(`(?:good|best) practices?|successes|positive experiences?`)},
		{kind: un.Recommendation, words: word(`recommendations?`)},
		{kind: un.Challenge, words: word(`challenges|obstacles|difficulties`)},
		{kind: un.AssistanceNeed, words: word(`technical assistance needs?(?: identified)?|needs for technical assistance`)},
		{kind: un.Lesson, words: word(`lessons learn(?:ed|t)`)},
		{kind: un.Commitment, words: word(`(?:voluntary )?(?:pledges|commitments)`)},
		{kind: un.Decision, words: word(`decisions? adopted|action taken`)},
	},
	phrases: []cue{
		{kind: un.GoodPractice, near: "practi|experience", words: word(`(?:good|best) practices?|positive experiences?`)},
		{kind: un.Recommendation, near: "recommend", words: word(`(?:` + englishBody + `|speakers?|delegations?|participants?|secretariat|rapporteur|expert|inspectors?) (?:also |further |therefore |strongly )?recommend(?:s|ed)?|recommend(?:s|ed) that|it is recommended|is recommended to`)},
		{kind: un.Recommendation, near: "should", unquoted: true, words: word(`(?:states? parties|member states|states?|the secretariat|unodc|the conference|the meeting|governments?|parties|the commission|the committee|the council|the working group|the assembly|the group|the board|donors|the secretary-general|organizations?|entities|agencies) (?:and \p{L}+ (?:\p{L}+ )?)?should`)},
		{kind: un.RequestKind, near: "requested|invited|encouraged|urged|called upon|requests|invites|encourages|urges|calls upon|appealed|may wish", words: word(`the (?:[\p{L}-]+ ){0,4}` + englishBody + ` (?:also |further |then )?(?:requested|invited|encouraged|urged|called upon|requests|invites|encourages|urges|calls upon|appealed to)|may wish to`)},
		{kind: un.RequestKind, operative: true, words: regexp.MustCompile(`^(?:(?:Also |Further )?(?:[Rr]equests|[Ii]nvites|[Ee]ncourages|[Uu]rges|[Cc]alls upon|[Cc]alls on|[Dd]emands|[Rr]eiterates its (?:call|request)|[Aa]ppeals to)|(?:Strongly|Solemnly) (?:urges|encourages|appeals))`)},
		{kind: un.Decision, near: "decided|adopted|agreed|endorsed|approved|took note|elected|decides|adopts", words: word(englishBody + ` (?:also |further |then |unanimously |therefore )?(?:decided|adopted|agreed|endorsed|approved|took note|elected|decides|adopts)`)},
		{kind: un.Decision, operative: true, words: regexp.MustCompile(`^(?:Also |Further )?(?:[Dd]ecides|[Aa]dopts|[Ee]ndorses|[Aa]pproves|[Tt]akes note|[Ee]stablishes|[Aa]grees)\b`)},
		{kind: un.Challenge, near: "challenge|obstacle|difficult", words: word(`(?:main |key |major |practical |significant )?(?:challenges|obstacles|difficulties)(?: in implementation)?`)},
		{kind: un.AssistanceNeed, near: "technical assistance", words: word(`technical assistance needs?|need for technical assistance|require(?:s|d)? technical assistance|technical assistance (?:was|is|were) (?:needed|required)`)},
		{kind: un.Lesson, near: "lesson", words: word(`lessons? learn(?:ed|t)`)},
		{kind: un.Commitment, near: "commit|pledged|undertook", words: word(`(?:reaffirmed|reiterated|expressed|underlined|renewed) (?:its|their|his|her) (?:\p{L}+ )?commitment|pledged to|committed itself|committed themselves|undertook to`)},
	},
	speaker:  word(`(?:(?:some|several|many|one|other|another|a number of|most|all|the|two|three) )?(?:speakers?|delegations?|delegates?|panellists?|panelists?|participants?|representatives?|experts?) (?:also |further )?(?:noted|stressed|highlighted|recommended|emphasi[sz]ed|underlined|suggested|proposed|called|expressed|stated|requested|urged|encouraged|reported|mentioned|welcomed|observed|referred|said|asked|described|pointed|indicated)`),
	body:     word(`the (?:[\p{L}-]+ ){0,4}` + englishBody + ` (?:also |further |then |unanimously |therefore )?(?:decided|adopted|agreed|endorsed|approved|took note|recommend(?:s|ed)|requested|invited|encouraged|urged|called|noted|welcomed|stressed|emphasi[sz]ed|elected|expressed|took|considered|reaffirmed|reiterated)`),
	state:    word(`(?:the (?:government|delegation|representative) of \p{L}+|the state party) (?:\p{L}+ ){0,6}(?:recommended|reported|stated|indicated|noted|committed|pledged|requested)|[\p{L} ]{3,30} recommended that`),
	preamble: regexp.MustCompile(`^(?:Deeply |Further |Gravely |Also |Fully |Strongly |Seriously )?(?:(?:Recall|Not|Reaffirm|Hav|Recogniz|Consider|Bear|Stress|Emphasiz|Welcom|Acknowledg|Express|Underlin|Underscor|Reiterat|Tak|Affirm|Desir|Appreciat|Condemn|Act)ing|(?:Convinc|Concern|Guid|Determin|Alarm)ed|Conscious|Aware|Mindful|Desirous|Cognizant)\b`),
}
