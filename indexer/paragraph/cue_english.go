package paragraph

import "travaux/search/un"

const (
	englishAdverb = `(?:also |further |then |therefore |strongly |unanimously |again |subsequently |accordingly |hereby |formally |repeatedly |specifically |urgently |thus |, |and )*`
	englishBodies = `(?:(?:sub)?committee|commission|council|assembly|board|conference|meeting|working group|working party|group of experts|expert group|panel|congress|plenary|bureau|forum|conference of the parties)`
	// englishBody is a body as a subject: "the Commission on the Status of
	// Women, at its 2nd meeting,".
	englishBody = englishBodies + `(?: (?:of|on|for|against) [^.;,]{2,70}?)?(?:, (?:at|in|on|by|having|under|through|without) [^.;]{2,90},)? ` + englishAdverb
	// englishAgent is one who can be told what to do.
	englishAgent  = `(?:states?(?: parties)?|secretariat|unodc|undp|unicef|united nations(?: system)?|conference|meeting|governments?|parties|commission|committee|council|working group|assembly|group|board|donors?|secretary-general|organi[sz]ations?|entities|agencies|community|authorities|ministry|parliament|country|countries|heads|offices?|missions?|members|partners|actors|institutions|stakeholders|companies|practitioners|experts|police|courts?|prosecutors|judges|department|bodies|unit)`
	englishTrying = `(?:challenge|difficult(?:y|ie)|obstacle|constraint|impediment|barrier|problem|bottleneck|hurdle)s?`
	englishHelp   = `(?:technical|financial|international|material|logistical|humanitarian)(?:(?:,| and| or)? (?:technical|financial|international|technological|material))* (?:assistance|support|aid|help)`
)

var english = cues{
	headings: []headingCue{
		{kind: un.GoodPractice, words: word(`(?:good|best|promising|positive) practices?|success(?:es| stories)|positive experiences?`), item: englishTold},
		{
			kind: un.Recommendation, words: word(`recommendations?`), item: anywhere(
				`^[\s•–—-]*(?:\d{1,3}[.)] )?(?:(?:that|to|continue|consider|ensure|take|adopt|ratify|accede|strengthen|promote|improve|establish|implement|develop|provide|increase|enhance|further|review|intensify|pursue|make|step|put|set|undertake|encourage|facilitate|maintain|introduce|develop)\b)|` +
					`[(](?:[\p{L}'’ -]{4,60}(?:, |; | and )?)+[)]{1,2}\s*[;.,]?\s*$|\bshould\b|\bis recommended\b|\bare recommended\b`),
			not: anywhere(`should not be (?:construed|understood|interpreted)`),
		},
		{kind: un.Challenge, words: word(`(?:main |key )?(?:challenges|obstacles|difficulties|constraints)(?: in implementation| encountered| identified)?`), item: englishTold},
		{kind: un.AssistanceNeed, words: word(`(?:technical )?assistance needs?(?: identified)?|needs for technical assistance`), item: englishTold},
		{kind: un.Lesson, words: word(`lessons? learn(?:ed|t)`), item: anywhere(`\b(?:lessons?|learn(?:ed|t|ing))\b|\b(?:must|should|critical|important|importance|essential|need(?:s|ed)?|challenges?|difficult(?:y|ies)|proved)\b`)},
		{kind: un.Commitment, words: word(`(?:voluntary )?(?:pledges|commitments)`), item: anywhere(`\b(?:will|commits?|committed|pledge[sd]?|undertakes?|undertook|intends?)\b`)},
	},
	phrases: englishPhrases,
	speaker: word(`(?:some|several|many|one|other|another|a number of|most|all|the|two|three|group of) (?:speakers?|delegates?|panell?ists?|participants?|representatives?|experts?|delegations|members|groups|regional groups)|(?:group of|one|another|several|many|some|a number of|other) delegations?|mr\.|ms\.|mrs\.|dr\.?|(?:executive )?(?:director|president|chairperson|chair|under-secretary-general|principal adviser|rapporteur|moderator|keynote speaker|panel members?)`),
	body:    word(`(?:the |its |a )?(?:[\p{L}-]+ ){0,4}` + englishBodies + `|the inspectors|joint inspection unit|commission on [\p{L} ]+`),
	state:   word(`the (?:government|delegation|representative|head of (?:the )?delegation)(?: of)?|member states|states parties|my government|our delegation`),
	preamble: opening(`(?:deeply |further |gravely |also |fully |strongly |seriously )?(?:recalling|noting|reaffirming|having|recognizing|considering|bearing|stressing|emphasizing|welcoming|acknowledging|expressing|underlining|underscoring|reiterating|taking|affirming|desiring|appreciating|condemning|acting|convinced|concerned|guided|determined|alarmed|conscious|aware|mindful|desirous|cognizant)(?: (?:also|further|that|the|in|with|its|of|by|as|to|resolution|resolutions|deep|full|and|satisfaction|grave|note|into|considered|examined|received|heard|regard|on|once|again|previous|all|previously)[^.]*| [^.]*,)$|` +
		`(?:recalling|noting|reaffirming|having|recognizing|bearing in mind|stressing|emphasizing|guided by|mindful of|conscious of|convinced|concerned|deeply concerned|reiterating)[^.]*,\s*\d?$|` +
		`(?:recalling|reaffirming|bearing in mind|having considered|having examined|having received|guided by|mindful|conscious|convinced|deeply concerned)`),
	pointer: anywhere(`\b(?:presented|described|outlined|set out|contained|found|listed|reflected) (?:below |above )?in (?:the )?(?:performance measure|table|figure|annex|section|chapter|paragraph|sections|document)|\b(?:recommendations?|conclusions)\b.{0,80}\bwill be examined by\b|\(see (?:table|figure) [^)]*\)\.?$`),
}

// englishTold is what an item of a list tells: not that there are some.
var englishTold = anywhere(`[\p{L}].{15}`)
