package search

import "travaux/search/un"

// DocumentView is one document for reading, in one of its languages.
type DocumentView struct {
	// Rendition is the one shown; its Passages are filled.
	Rendition un.Rendition
	// Languages are those of all held renditions.
	Languages []string
	// Meeting is nil when the meeting is not known.
	Meeting *un.Meeting
	// Family are the other documents of the family: parent, corrigenda,
	// addenda, revisions, in the order of their symbols.
	Family []FamilyHit
	// Corrections are what its corrigenda change in this rendition, in the order
	// of their symbols.
	Corrections []Corrected
	// Marks are, by anchor, the passage's text cut into spans where the query
	// asked with matches it; a passage without a match is absent.
	Marks map[string][]Span
	// Generation is the generation that answered.
	Generation string
}

// MeetingView is a meeting with its documents.
type MeetingView struct {
	Meeting un.Meeting
	// Groups hold the documents by type, the types in their usual order.
	Groups     []MeetingGroup
	Total      int
	Generation string
}

// MeetingGroup is the documents of one type.
type MeetingGroup struct {
	Type      un.Type
	Label     string
	Documents []Hit
}

// Status is what a collection holds.
type Status struct {
	Generation string
	// Published is when the generation was published, RFC 3339.
	Published  string
	Documents  int // symbols, held or listed
	Held       int // symbols with a file
	Renditions int // held renditions
	Recognised int // held renditions read in pictures of their pages, in part or whole
	NoText     int // held renditions whose files hold no text that could be read
	Passages   int
	Files      int // files of the table, whatever their status
	Failed     int // files that failed
	// Notice is a sentence for the operator, when the newest generation is
	// damaged and an older one answers. Empty when all is well.
	Notice string
}
