package un

// Passage is one numbered paragraph of one rendition, or one unnumbered block
// of it. (symbol, anchor) is the citation, the permalink and, because paragraph
// numbers are the same in all languages, the translation key.
type Passage struct {
	// Anchor is unique in its rendition: "para-12", "annex-I-para-4",
	// "heading-3", "block-7". Only a numbered paragraph's anchor is a citation.
	Anchor string `json:"anchor"`
	// Number is the paragraph number as printed, without the full stop: "12",
	// "5 bis". Empty for a block without a number.
	Number string      `json:"number,omitempty"`
	Type   PassageType `json:"type"`
	Kinds  []KindMark  `json:"kind,omitempty"`
	// Language is the passage's own language (BCP 47).
	Language string `json:"language,omitempty"`
	// Page and PageEnd are the first and last page it stands on, from 1.
	Page    int `json:"page,omitempty"`
	PageEnd int `json:"page_end,omitempty"`
	// Headings is the path of headings above the passage, outermost first.
	Headings []Heading `json:"heading,omitempty"`
	// Text is the passage's text with line ends joined, without its number.
	Text string `json:"text"`
	// Notes are the texts of the footnotes called in the passage.
	Notes      []string    `json:"notes,omitempty"`
	References []Reference `json:"references,omitempty"`
	// States are the States named in the text, each once, as ISO 3166-1 alpha-3
	// codes in alphabetical order: "PAN". The catalogue has their names.
	States []string `json:"states,omitempty"`
	// Corrections are what a passage of a corrigendum changes, where its form
	// could be read; otherwise the passage is a plain notice.
	Corrections []Correction `json:"corrections,omitempty"`
	// OCR says that the text was recognised in a picture of the page.
	OCR bool `json:"ocr,omitempty"`
}

// PassageType says what a passage is by its form.
type PassageType string

// The types of passage.
const (
	Paragraph      PassageType = "paragraph" // a numbered paragraph
	HeadingPassage PassageType = "heading"
	Summary        PassageType = "summary"
	Footnote       PassageType = "footnote"
	Table          PassageType = "table"
	Text           PassageType = "text" // an unnumbered block, also in an annex
)

// Heading is one step of a passage's heading path.
type Heading struct {
	// Level counts from 1, the outermost.
	Level int    `json:"level"`
	Text  string `json:"text"`
}

// Kind says what a passage does: what it recommends, decides, reports.
type Kind string

// The kinds of passage.
const (
	GoodPractice   Kind = "good_practice"
	Recommendation Kind = "recommendation"
	Decision       Kind = "decision"
	RequestKind    Kind = "request"
	Challenge      Kind = "challenge"
	AssistanceNeed Kind = "assistance_need"
	Lesson         Kind = "lesson"
	Commitment     Kind = "commitment"
)

// KindMark is one kind of a passage with the words that decided it.
type KindMark struct {
	Value Kind `json:"value"`
	// Cue is the heading or phrase that decided.
	Cue string `json:"cue,omitempty"`
	// By says who speaks: body, state, speaker, or empty when not told.
	By string `json:"by,omitempty"`
}

// Reference is something a passage cites, with its place in Text.
type Reference struct {
	// Kind is symbol, resolution, decision, annex, article or paragraph.
	Kind string `json:"kind"`
	// Target is what is cited in canonical form: "A/RES/58/4", "46(13)",
	// "A/58/4, paras. 5-7", "A/RES/55/25, annex II".
	Target string `json:"target"`
	// Start and End are byte offsets in the passage's text, both 0 for what only
	// a footnote of the passage cites.
	Start int `json:"start"`
	End   int `json:"end"`
}

// Action is what a correction does to the text it corrects.
type Action string

// The actions of a correction.
const (
	Replace Action = "replace" // for Old read New
	Delete  Action = "delete"  // delete Old, or the whole place when Old is empty
	Insert  Action = "insert"  // insert New, behind After where that is given
)

// Correction is one change that a corrigendum makes: "Paragraph 12, line 3: for
// X read Y".
type Correction struct {
	// Anchor is the anchor of the passage that is corrected ("para-12",
	// "annex-I-para-4"); empty when the place has none (a title, a table).
	Anchor string `json:"anchor,omitempty"`
	// Place is the place as printed: "Paragraph 12, line 3".
	Place  string `json:"place"`
	Action Action `json:"action"`
	Old    string `json:"old,omitempty"`
	New    string `json:"new,omitempty"`
	After  string `json:"after,omitempty"`
}
