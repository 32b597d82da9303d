package paragraph

import "travaux/search/un"

// englishPhrases are written in small letters. Where a phrase says what is not, or
// is a question, "not" tells.
var englishPhrases = []cue{
	// A practice counts where it is said to be one, or somebody is to share
	// his; practices exchanged in general are no news.
	{
		kind: un.GoodPractice, near: anyOf("practice"),
		words: anywhere(`\b(?:(?:(?:is|was|are|were|be|become|became|constitutes?|constituted|represents?|considered|regarded as|viewed as|example of|examples of|called|this|such an?) (?:(?:an?|the|one|its|another) )?|as (?:an?|one of (?:the|its)) )(?:[\p{L}-]*[^\sg] )?(?:good|best|positive|promising|exemplary|leading|noteworthy) practices?|(?:good|best|positive|promising) practices? (?:include[sd]?|identified|reported|highlighted|was|were|is|are|could be|can be|had been|have been|in place|observed|noted|shared by|worth)\b)`),
		not:   anywhere(`\bin line with|in accordance with|consistent with|which of the|requested (?:[\p{L}]+ )?(?:examples|information)|\basked\b|\benquired\b|\bsuch as [^.]*practices|\bguidelines\b|whether|good practices? (?:is|are) (?:to|that)`),
	},
	{
		// A practice that has an owner is one: "Eritrea's best practices"; not yet
		// where the owner is to find it out.
		kind: un.GoodPractice, near: anyOf("practice"),
		words: anywhere(`(?:\b(?:its|their)|[\p{L}]{3,}[’']s?) (?:(?:own|experiences?,?|expertise,?|successes|many|innovative|other|and) )*(?:good|best|positive) practices?\b|sharing of (?:its |their )?(?:best|good) practices with (?:interested|other) (?:countries|states)`),
		not:   anywhere(`\b(?:asked|enquired|inquired|requested|elaborate|comment|what|how|whether|offered to|ready to|readiness|willing(?:ness)?|wanted to|wish(?:e[sd])? to|to (?:determine|identify|document|compile|collect|develop)|interest in|exchange (?:views|experiences|information|best|good)|guidelines?|in line with|challenges|subprogramme|secretariat|department|unit)\b`),
	},
	{
		kind: un.GoodPractice, near: anyOf("practice|experience|success"),
		words: anywhere(`\b(?:share[sd]?|sharing|replicate|extend|disseminate|emulate)\b (?:and (?:share|extend|develop|disseminate) )?(?:(?:its|their|his|her|our|this|these|with [^.;,]{3,70}?|in particular|widely) )*(?:(?:best|good|successful|positive|rich|valuable|development|own|national|experiences?|lessons|information|knowledge|expertise|practices|and|on|its|such) )*(?:best |good |successful |positive )(?:[\p{L}-]+ )?(?:and )?(?:practices?|experiences?|example)`),
		not:   anywhere(`\bto exchange (?:views|experiences|information|best|good|ideas|lessons)|\bexchanges? of|exchanging|\bwill (?:[^.;]{0,160} )?share|would (?:[^.;]{0,60} )?enable|which of the|offered to|proposed to share|read(?:y|iness) to share|willing(?:ness)? to share|(?:wanted|wish(?:e[sd])?) to share|\belaborate\b|interest in|means of sharing|presenting examples|\bworkshop|\bseminar|through the sharing|the sharing of expertise|in order to share|meeting [^.]* to share|best practices and challenges|\bcommittee (?:agreed|noted|emphasized|stressed)|platform|\b(?:member states|associate members|states parties|parties|governments|entities)\b[^.;]{0,60}\bshare|\bstates (?:to|should|may|could|continue to)\b[^.;]{0,40}share|united nations system|organizations?\b[^.]*\bshare|secretariat|\bpromote international|\bstakeholders|frameworks`),
	},
	{
		kind: un.GoodPractice, near: anyOf("experience"),
		words: anywhere(`(?:^|[^\p{L}])(?:and |to |that [^.;]{2,60} )?share(?:s|d)? (?:its|their|his) (?:own |rich |valuable |successful )?(?:[\p{L}-]+ )?experiences? (?:in|on|with|of|regarding|gained)`),
		not:   anywhere(`\basked\b|offered to|proposed to share|read(?:y|iness) to share|willing(?:ness)? to share|(?:wanted|wish(?:e[sd])?) to share|\belaborate\b|in order to share|interest in|\binvited (?:to|speakers)|\bparticipants\b|speakers`),
	},
	{
		kind: un.GoodPractice, near: anyOf("practice"),
		words: anywhere(`\b(?:many|several|numerous|following|number of|some) (?:good|best|promising|positive) practices|practice (?:that is |which is )?worth(?:y)?|(?:good|best|promising) practices? (?:in|on|for) [^.;]{3,80} (?:was|were|is|are|has|have|had) `),
		not:   anywhere(`\basked\b|\benquired\b|\brequested\b|\bexchange|would (?:consider|include)|will (?:be|identify)|\bto identify|seminar|practices? (?:in|on|for) (?:how|what|when|where|which)\b`),
	},
	{
		kind: un.GoodPractice, near: anyOf("model|exempla|example|pioneer|noteworthy|success|proved|proven"),
		words: anywhere(`\b(?:constitutes?|constituted|become|became|is|was|as|serve[sd]? as|be|provide[sd]?|set|sets|offers?|remains?) (?:an? )?(?:good |excellent |outstanding |successful |inspiring |positive |shining |international |regional )*(?:model(?: case)?|example|benchmark|success story)(?: (?:for|to|in|that|worth|of (?:good|best|success|how))| case)|\bexample to (?:follow|others)|has been exemplary|(?:is|was|were|are) (?:exemplary|noteworthy|worth emulating)(?:[.,;]|\s(?:and|in|for|as|because)\b)|(?:had|has|have|was|were) (?:proved|proven|shown)(?: to be)? (?:very |highly |particularly |a )?(?:success|effective)(?:ful|ly)?\b|(?:strateg(?:y|ies)|polic(?:y|ies)|programmes?|plans?|projects?|initiatives?|measures|campaigns?|endeavours) (?:had|has|have) been (?:very |highly |particularly )?successful\b|many successful (?:endeavours|initiatives|programmes|practices)`),
		not:   anywhere(`\b(?:such as|for example|asked|enquired|whether|would|could|should|will be|requested (?:[\p{L}]+ )?(?:examples|information)|new model|conflict-|which of the|business model|delivery model|scalability model|staffing model)\b`),
	},
	{
		kind: un.Recommendation, near: anyOf("recommend"),
		words: anywhere(`(?:^|[^\p{L}])(?:recommend(?:s|ed)? [\p{L}(]|it is recommended|(?:is|are|was|were) (?:strongly )?recommended(?:\b to|\.|,| that|$)|made the following recommendations?|offered (?:[\p{L}]+ )?recommendations|recommendations? (?:emphasized|made|put forward)[^.;]{0,40} (?:was|were|is|are|include))`),
		not:   anywhere(`\b(?:as|previously|already|had been|also been|commissioner|treaty bod(?:y|ies)|committee against torture|by the [\p{L} ]{3,60}) recommended\b|recommended by|recommended for adoption by|recommendations? made by|\bmeasures recommended|recommended (?:dose|level|value|daily)|recommended (?:budget|allocation)s?\b`),
	},
	{
		kind: un.Recommendation, near: anyOf("suggest|propos|advis"),
		words: anywhere(`\b(?:suggest(?:s|ed)? (?:that|the (?:council|committee|secretariat|government)|to the)|proposed that|advise[sd]? (?:the |that |states|to |[\p{L} ,-]{3,60} to )|(?:is|are) advised to|proposals are put forward|inspectors (?:suggest|propose|advise))`),
		not:   anywhere(`\b(?:which|data|studies|research|evidence|findings|results?|responses|figures|reports|survey|this|it is) (?:also )?suggest|ill-advised|was advised of|question|is suggested whereby|informed and advised|advised to the|cabinet`),
	},
	{
		kind: un.Recommendation, near: anyOf("should"), unquoted: true, told: true,
		words: anywhere(`\b` + englishAgent + `(?: (?:and|or|of|in|on|for|at|with|to|that|which|should|also|concerned|, )[^.;:]{0,70}?)?,? should(?: (?:also|therefore|further|continue|not|be|consider|ensure|take|make|provide|develop|adopt|, |strive|seek|work|merge|establish|urgently|commission|conduct|promote|strengthen|support|use|have|give|[\p{L}]+ly|[\p{L}]+))`),
		not:   anywhere(`\b(?:whether|should (?:not )?be (?:noted|recalled|understood|construed|read|mentioned|borne|pointed|stressed)|should it|should the need|asked|asks|enquired|questions?|why|how|if [^.]{0,60} should|should be [\p{L}]+ (?:soon|shortly|in a few)|rule \d|shall|why|what|article \d+ (?:of|provides)|expected|convention (?:provides|states|stipulates)|the (?:convention|covenant|charter|law|act|constitution) (?:states|provides|says|stipulates)|presiding|he should|i should)\b`),
	},
	{
		kind: un.Recommendation, near: anyOf("should"), told: true,
		words: anywhere(`\b(?:frameworks?|partnerships?|measures|steps|efforts|attention|priority|mechanisms?|systems?|sets?|data|approach(?:es)?|programmes?|polic(?:y|ies)|strateg(?:y|ies)|legislation|training|assessments?|networks?|observatories|tools|modules?|reports?|cooperation|conditions|initiatives|information|support|resources|procedures|guidelines|module) (?:of [^.;]{2,50} |for [^.;]{2,50} |necessary [^.;]{2,50} |[^.;,]{2,40} )?should (?:also |therefore |not only )?(?:be|form|include|take|focus|continue|help|reflect|become|remain)\b`),
		not:   anywhere(`\b(?:whether|should (?:not )?be (?:noted|recalled|understood|construed|read|mentioned|borne|pointed|stressed|possible)|asked|enquired|why|how|convention (?:provides|states)|shall|rule \d)\b`),
	},
	{
		kind: un.Recommendation, near: anyOf("must|need"), told: true,
		words: anywhere(`\bmust (?:ensure|be (?:identified|implemented|taken|strengthened|promoted|put|developed|established|adopted|made|given))\b|\bneeds? to be (?:carried out|strengthened|developed|established|taken|improved|addressed|put in place)`),
		not:   anywhere(`\b(?:law|act|legislation|constitution|rule|article|regulations?|according to|guided by|agreement|contract|before such)\b|noted|stated|indicated|said`),
	},
	{
		kind: un.RequestKind, near: anyOf("request|invit|encourag|urg|call|appeal|demand|instruct"),
		words: anywhere(`(?:^|[^\p{L}])(?:requested (?:the |that |all |its |states|member states|to |[\p{L}’' -]{3,60} to [\p{L}])|invited (?:the |all |states|member states|its |[\p{L}’' -]{3,50} to [\p{L}])|encouraged (?:the |all |its |further |continued |increased |efforts|states|member states|them|it |[\p{L}’' -]{3,70} to [\p{L}(]|[\p{L}-]+ing )|urge[sd]? |called (?:on|upon|for) |calls (?:on|upon) |(?:committee|council|assembly|government|states|ministers|members|group|secretary-general|union|movement|summit|he|she|it|who)[^.;]{0,40} calls for |appealed (?:to|for) |appeals (?:to|for) |demand(?:s|ed) |instruct(?:s|ed) the |reiterate[sd]? (?:the|its) (?:call|request|appeal))`),
		not:   anywhere(`(?:requested|sought|asked for) (?:[\p{L}-]+ ){0,4}(?:information|details?|clarifications?|explanations?|data)|(?:request|invit|encourag)\w+ (?:[\p{L}’'-]+ ){1,6}to (?:elaborate|comment|explain|clarify|provide (?:more|further|additional )?(?:information|details)|indicate|share (?:information|its experience)|describe|share|comment)|(?:was|were|is|are|been) (?:encouraged (?:by|to (?:note|see|learn))|invited to (?:attend|participate|address))|(?:that|which|process|this|situation|approach|context|mandates?) calls? for|\bissues? called|so called|is called|called for (?:by|in)\b|as requested by|requested by the (?:committee|standing|council)|called upon to|transformation [^.]* called for|at the request|\bgovernment\b[^.;]{0,120} had requested|those who urged|called for proposals`),
	},
	{
		kind: un.RequestKind, near: anyOf("urge|call|request|invite|encourage|appeal"),
		words: anywhere(`\b(?:i|we)(?: also| further| strongly| therefore| again)* (?:urge|call|request|invite|encourage|appeal|ask)\b|\b(?:inspectors|group|committee|working group|members|states|delegations|countries)(?: also| further| strongly| therefore)* (?:urge|call (?:on|upon|for)|request|invite|encourage|appeal)\b`),
		not:   anywhere(`which (?:is|are) requested|\bon request\b|invited to (?:attend|participate)\b|\bmandate`),
	},
	{
		kind: un.RequestKind, near: anyOf("requests|invites|encourages|urges"),
		words: anywhere(`(?:resolution \d+|assembly|council|committee|commission|conference|board|group|plan of action)(?: [^.;]{0,80}?)?[:,]? (?:[(]?\d[)] )?(?:also |further )?(?:requests|invites|encourages|urges|instructs) `),
	},
	{
		kind: un.RequestKind, near: anyOf("requested|invited|encouraged|urged|called upon"), unsaid: true,
		words: anywhere(`\b(?:are|is)(?: strongly| therefore| also| hereby| further| now| kindly)* (?:requested|invited|encouraged|urged|called upon)\b to\b|(?:are|is)(?: now)? strongly urged`),
		not:   anywhere(`which (?:is|are) requested|\bon request\b|invited to (?:attend|participate)\b|\bmandate|encouraged to (?:note|see)`),
	},
	{kind: un.RequestKind, near: anyOf("trusts"), words: anywhere(`\b(?:committee|inspectors?|council|board) (?:also |further |therefore )?trusts?\b`)},
	{kind: un.RequestKind, near: anyOf("grateful|wish"), words: anywhere(`\b(?:would|should|shall) be (?:most )?grateful if|may wish to`)},
	{kind: un.RequestKind, near: anyOf("put an end|asked"), words: anywhere(`\basked (?:[\p{L}’'-]+ ){1,5}to (?:put|stop|cease|refrain|ensure|withdraw|release|halt)\b`)},
	{kind: un.RequestKind, operative: true, words: opening(`(?:(?:also|further|strongly|solemnly|again|once again|accordingly|urgently|earnestly|and) )*(?:requests|invites|encourages|urges|calls upon|calls on|calls for|demands|appeals to|appeals for|reiterates its (?:call|request|demand|invitation|appeal))`)},
	{kind: un.RequestKind, operative: true, near: anyOf("demands|encourages|calls|urges|requests|invites"), words: anywhere(`^(?:(?:also|further|strongly|deeply) )?(?:condemns|emphasizes|stresses|reiterates|reaffirms|welcomes|recognizes|affirms|expresses|notes|takes note|underlines|underscores|recalls|commends|decides|supports)[^a-z].*?(?:and|,) (?:also |further |strongly |in this regard |in this context |once again )*(?:demands|encourages|calls (?:upon|on|for)|urges|requests|invites) `)},
	{
		kind: un.Decision, near: anyOf("decide|adopt|agreed|endorse|approve|took note|elect|appropriat|authori|established|designated|appointed|concurred|takes note"),
		words: anywhere(`\b` + englishBody + `(?:decide[sd]|adopt(?:ed|s) (?:[^b]|b[^y])|agreed (?:to|on|upon|by)|endorse[sd]|approve[sd]|took note|takes note|elect(?:ed|s) |appropriated|authori[sz]ed|established (?:the|a|an) |designated|appointed|concurred)`),
		not:   anywhere(`\b(?:council of ministers|national assembly|european commission|parliament|ministerial council|legislative (?:council|assembly)|supreme|national (?:council|commission|committee)|judicial (?:council|appointments)|cabinet|human rights commission|federal|house of|growth plan|state council|the law|privy council|government had|establishment of)\b|\bwere adopted`),
	},
	{
		kind: un.Decision, near: anyOf("adopted|approved|endorsed|elected|agreed|noted|authorized"),
		words: anywhere(`\b(?:was|were|been) (?:unanimously |then |also |subsequently )?(?:adopted|approved|endorsed|elected|agreed|authori[sz]ed)(?: [^.;]{0,40})? by (?:the )?(?:[\p{L}-]+ ){0,4}` + englishBodies),
		not:   anywhere(`\b(?:council of ministers|national assembly|european commission|parliament|legislative|supreme|national (?:council|commission|committee)|congress of|cabinet)\b`),
	},
	{kind: un.Decision, near: anyOf("took note|decided|adopted|approved|endorsed|elected"), words: anywhere(`[:;(]\s*(?:[(]?[a-z0-9][).] )?(?:took note|decided|adopted|approved|endorsed|elected) `), not: anywhere(`\b(?:government|parliament|minister|law|act|plan of|measures)\b`)},
	{kind: un.Decision, operative: true, words: opening(`(?:(?:also|further|hereby) )?(?:decides|adopts|endorses|approves|takes note|establishes|agrees|authorizes|appoints|elects|designates|concurs|renews)`)},
	{
		kind: un.Challenge, near: anyOf("challeng|difficult|obstacle|constrain|imped|barrier|problem|hamper|hinder|bottleneck|hurdle"),
		words: anywhere(`\b(?:(?:face[sd]?|facing|encounter(?:s|ed|ing)?|experience[sd]?|confronted (?:with|by)|pose[sd]?|posing|presents?|presented|raises?|met with|noted|identified|recalled|recogni[sz]ed|understood|acknowledg(?:e|es|ed|ing)|describing|described|discussed|highlighted|reported|emphasizing|underlin(?:ed|ing)|compounded by|noting|notwithstanding|underscored|mentioned|amidst|amid|considerable|many|lead(?:s|ing)? to|owing to|due to|because of|despite(?: the)?|despite existing) (?:(?:the|a|an|some|many|several|its|their|such|these|those|of|by|in|to|from|with|number|other|and|[\p{L}-]+) ){0,4}?` + englishTrying + `|` +
			englishTrying + ` (?:faced|encountered|remain(?:s|ed)?|persist(?:s|ed)?|include[sd]?|posed|inherent|identified|relat(?:ed|ing) to|experienced|had|have|for|in (?:implement|ensur|access|the implementation)|continue[sd]?|associated|facing|stemming|such as|were|was|is|are|lies?|has|that)\b|` +
			`(?:remains?|remained|is|was|were|be|are|been) (?:still )?(?:(?:an?|the|also|quite|one of|particularly|more|very|its|most|major|main|key|particular|serious|significant|persistent|great) )*(?:challeng(?:e|es|ing)|obstacles?|problems?|difficult)\b|` +
			`(?:hampered|hindered|impeded|constrained|complicated|undermined|obstructed) by|complicat(?:es|ing) |(?:a|another|major|main|particular|significant|key|real|formidable|serious) (?:challenge|obstacle|handicap|difficulty|impediment) |` +
			`quite a challenge|difficulties|these challenges|budgetary difficult|(?:liquidity|financial|budgetary|resource|capacity|economic) (?:constraints?|difficulties)|(?:of|and) limited (?:capacity|resources|funding)|continue to face|still face|faces? (?:impediments|challenges))`),
		not: anywhere(`\b(?:asked|enquired|inquired|requested|sought|question|questions|whether|what|how)\b|no (?:problem|difficult|obstacle)|which is difficult|comment on|problems? of|(?:address|addressing|meet|tackle|tackling|overcome|overcoming|resolve|resolving|solve|solving|solutions? to|respond to|responding to|cope with|to identify|identify and address|face up to) (?:[\p{L}’'-]+ ){0,3}?` + englishTrying + `|` + englishTrying + ` (?:and|or|as well as) (?:opportunities|solutions|best practices|successes)(?: (?:in|of|for) )|successes and challenges|opportunities and challenges|deliverables|subprogramme (?:will|seeks)|difficult(?:y|ies)? (?:of|to) (?:the |a )?(?:situation of)|problem of traffick|commended action|praised|in order to`),
	},
	{
		kind: un.Challenge, near: anyOf("gap|lack|insufficient|inadequa|limited|not adequately|not consistently|not sufficiently|not systematically|far from|few organi|unable to|inability|ability to"),
		words: anywhere(`\b(?:(?:significant|serious|persistent|major|important|critical|educational|considerable|remaining|continuing)(?: [\p{L}-]+)? gaps?\b|gaps (?:remain|persist|exist|in (?:the )?(?:implementation|legislation|coverage|capacity))|generally lack|(?:still|continue to|often|most|many|they|organizations|countries|entities|missions|states|people|offices) lack(?:s|ed)? |lack(?:s|ed|ing)? (?:the )?(?:capacity|resources|funding|political capacity|mandates?|expertise|of (?:capacity|resources|funding|political|coordination|training|financial|data|awareness|affordable|clarity|standardized|technical|legal|adequate|infrastructure))|(?:are|is|was|were|remains?) (?:currently |still |often )?(?:inadequate|insufficient|not (?:adequately|consistently|sufficiently|systematically)|far from sufficient|lagging behind)|limited (?:the )?(?:ability|capacity|funding|human resources|resources)|insufficient (?:resources|funding|capacity|staff)|affected the ability|inadequate (?:training|implementation|resources|funding)|few organizations|unable to|inability of)`),
		not:   anywhere(`\b(?:asked|enquired|inquired|requested|question|whether|what|how|expressed concern|concerned|concern (?:at|about|over)|deeply|no lack|regret|despite limited resources|to address|bridg|closing|close the|to close|deliverables|accused)\b`),
	},
	{kind: un.Challenge, near: anyOf("not met|deferred|curtail|deteriorat|vacant|lag behind|jeopardi"), words: anywhere(`\b(?:target was not met|could not be|had to be (?:deferred|postponed|cancelled))[^.;]{0,200}(?:owing|due) to [^.;]{0,140}(?:difficult|constraint|lack|shortage|liquidity|conflict|insecurity)|(?:data|countries|regions|progress) lags? behind|loss of capacity|deteriorated [^.]{0,160}\.`), not: anywhere(`asked|enquired`)},
	{
		kind: un.AssistanceNeed, near: anyOf("assist|support|aid|help|fund|needs"),
		words: anywhere(`\b(?:(?:needs?|needed|require[sd]?|requiring|requests?|requested|seeks?|sought|lacks?|in need of|requests? for|needs? for|want(?:s|ed)) (?:(?:the|for|further|continued|more|urgent|additional|necessary|much needed|of|its|from|and) )*(?:[\p{L}-]+ ){0,2}?(?:` + englishHelp + `|assistance from|support (?:of the international|from (?:the |such )?(?:international|relevant)))|` +
			englishHelp + ` (?:needs|was needed|is needed|were needed|was required|is required|required|might be|would be (?:needed|required))|assistance (?:was|is|were|would be) (?:needed|required|necessary)|` +
			`(?:called (?:up)?on|calls? (?:up)?on|call upon|urged?|urges|invited?|invites|appealed to|appeals? to|encouraged?|asked|recommended that|request(?:ed|s)?) (?:the )?(?:international (?:community|partners|organi[sz]ations)|donors?(?: community)?|development partners|developed countries|united nations agencies)[^.;]{0,160}?(?:assist|support|provid|accompan|aid\b|help|extend|fund)|` +
			`called for (?:further |greater |increased |more )?(?:international|technical|financial) (?:assistance|support|cooperation)|capacity-building needs|needs for (?:technical assistance|capacity|support)|request for (?:technical )?assistance|technical (?:support|assistance) requests|requires the continued support of the international|with all possible (?:financial|technical))`),
		not: anywhere(`\b(?:asked (?:what|how|whether|about|for)|enquired|inquired|requested (?:more |further |additional )?information|sought information|sought (?:clarification|the)|deliverables|the subprogramme will|provides? technical assistance|greater support for human rights|asylum|victims?|in response to requests|upon request)\b`),
	},
	{kind: un.Lesson, near: anyOf("lesson"), words: anywhere(`\blessons? (?:learn(?:ed|t)|drawn|for the|from)\b|\bthe lesson (?:was|is)\b`), not: anywhere(`\b(?:exchange|exchanging|sharing|share|presents? (?:key )?lessons|will draw|asked|requested|best practices and lessons|report on|documentation of|guided by)\b`)},
	{
		kind: un.Commitment, near: anyOf("commit|pledge|undert|promise|resolute|contribution"),
		words: anywhere(`\b(?:(?:reaffirm|reiterat|express|underlin|renew|confirm|stress|emphasi[sz]|highlight|restat|declar|affirm|underscor|pledg|stat)(?:ed|es|e|s|ing)? (?:once again |also |further |again )?(?:its|their|his|her|the|our|[\p{L}’'-]+(?: [\p{L}’'-]+){0,3}) (?:[\p{L}-]+ ){0,3}?(?:commitment|pledge)|commitment of [\p{L} ]{3,40} (?:was|is) (?:reaffirmed|reiterated)|(?:remain(?:s|ed)?|is|was|were|are|be|stands?|stood) (?:fully |firmly |strongly |deeply |also |still |very )*(?:committed to|determined to)|pledge[sd]? (?:to|its|a|an|the)\b|(?:has|had|have) (?:also )?(?:undertaken|pledged|committed(?: itself| themselves)?) to|undertook to|commits? (?:itself|themselves|ourselves) to|committed (?:itself|themselves) to|promised to|will remain resolute|(?:government|it|delegation) would make (?:the following|a|an) (?:[\p{L}-]+ )?contributions?)`),
		not:   anywhere(`\b(?:commended|welcomed|praised|appreciated|congratulated|noted with|asked|enquired|recogni[sz]ed|acknowledged)\b[^.]{0,120}(?:commit|pledge)|\bcrimes? committed|fostering|for (?:a )?renewed|need for|show|demonstrate|\brecommended\b|persons? who (?:is|are)|acts? committed|should|demonstrating`),
	},
}
