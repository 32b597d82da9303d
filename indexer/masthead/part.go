package masthead

// Part is what a line is in a masthead, as far as the line alone tells.
type Part int

const (
	// NoPart is a line that may be anything.
	NoPart Part = iota
	// Name is the organization, an organ, or a language.
	Name
	// Gathering is a session, or the place and dates of a meeting.
	Gathering
	// Item is the number of an agenda item.
	Item
	// Mark is what hardly anything but a masthead has: a symbol, the
	// distribution, a date, or the original language, alone on the line.
	Mark
)

// PartOf tells what a line of a first page is in a masthead: "Distr.: General"
// is a Mark, "Sixth session" a Gathering. Of a line that holds several columns,
// or a masthead run together, the part that tells most counts.
func PartOf(text string) Part {
	best := NoPart
	for _, column := range columns(text[:min(len(text), longLine)]) {
		for _, piece := range cutAnchors(column) {
			best = max(best, partOf(line{text: piece, folded: fold(piece)}))
		}
	}
	return best
}

func partOf(l line) Part {
	switch classify(l) {
	case kindSymbol, kindDistr, kindDegree, kindOriginal, kindDate:
		return Mark
	case kindItem:
		return Item
	case kindSession, kindMeeting:
		return Gathering
	case kindUN, kindLanguage, kindOnly:
		return Name
	}
	if organNames[l.folded] {
		return Name
	}
	return NoPart
}
