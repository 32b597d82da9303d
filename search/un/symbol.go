package un

import "errors"

// Symbol is a parsed UN document symbol (domain rules: UN "Document symbols"
// guide, research.un.org/en/docs/symbols). The zero Symbol is no symbol.
type Symbol struct {
	// Body is the longest known body prefix: "CAC/COSP", "A", "E".
	Body string
	// Subsidiary is what follows the body up to the session: "EG.1",
	// "CN.4/Sub.2/AC.2".
	Subsidiary string
	// Session is the session or year element: "2013", "79", "ES-10", "I/3".
	Session string
	// Nature is the nature code without its dot: "CRP", "L", "RES", "SER.B".
	Nature string
	// Number is the item's number: "12", "52-53", "16A".
	Number string
	// Paren is what stands in parentheses and is no session: "PartI".
	Paren string
	// Modifiers are in their order, in canonical spelling: "Add.3", "Rev.1".
	Modifiers []string
	// Reissue holds the asterisks of a document issued again, "*" or "**".
	Reissue string
	// canonical is the whole symbol in canonical spelling without asterisks.
	canonical string
}

// ErrNotSymbol says that a string is no document symbol.
var ErrNotSymbol = errors.New("not a document symbol")
