package un

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

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
	// Nature is the nature code without its dot: "CRP", "L", "RES", "SER.B";
	// codes that come before it behind the session stand with it: "P/L".
	Nature string
	// Number is the item's number: "12", "52-53", "16A", "3249/2018".
	Number string
	// Paren is what stands in parentheses and is no session: "PartI".
	Paren string
	// Modifiers are in their order, in canonical spelling: "Add.3", "Rev.1".
	Modifiers []string
	// Reissue holds the asterisks of a document issued again, "*" or "**".
	Reissue string
	// Unknown says that the shape is a symbol's but no body table lists the
	// series.
	Unknown bool
	// canonical is the whole symbol in canonical spelling without asterisks.
	canonical string
	// path is the body with the part of Subsidiary that stands before the
	// session.
	path string
}

// ErrNotSymbol says that a string is no document symbol.
var ErrNotSymbol = errors.New("not a document symbol")

// String returns the canonical spelling, without asterisks:
// "CAC/COSP/EG.1/2013/2/Corr.1".
func (s Symbol) String() string { return s.canonical }

// IsZero reports whether s is no symbol.
func (s Symbol) IsZero() bool { return s.canonical == "" }

// Equal reports whether both are the same symbol, asterisks and all.
func (s Symbol) Equal(t Symbol) bool {
	return s.canonical == t.canonical && s.Reissue == t.Reissue
}

// Key returns the match key, equal for all spellings of one symbol: upper case,
// no blanks, "/INF/1" and "/BP/1" written "/INF.1" and "/BP.1".
func (s Symbol) Key() string {
	key := strings.ToUpper(strings.ReplaceAll(s.canonical, " ", ""))
	nature := strings.ToUpper(s.Nature)
	if i := strings.LastIndexByte(nature, '/'); i >= 0 {
		nature = nature[i+1:]
	}
	if nature != "INF" && nature != "BP" {
		return key
	}
	number := strings.ToUpper(s.Number)
	return strings.Replace(key, "/"+nature+"/"+number, "/"+nature+"."+number, 1)
}

// Parent returns the symbol without its last modifier: what a corrigendum
// corrects, an addendum supplements, a revision replaces. It is the zero Symbol
// when there is no modifier.
func (s Symbol) Parent() Symbol {
	if len(s.Modifiers) == 0 {
		return Symbol{}
	}
	return s.cut(1)
}

// Base returns the symbol without any modifier, the root of its family.
func (s Symbol) Base() Symbol {
	if len(s.Modifiers) == 0 {
		s.Reissue = ""
		return s
	}
	return s.cut(len(s.Modifiers))
}

// cut takes the last n modifiers off, and the asterisks, which are of the whole.
func (s Symbol) cut(n int) Symbol {
	text := s.canonical
	for range n {
		text = text[:strings.LastIndexByte(text, '/')]
	}
	parsed, err := ParseSymbol(text)
	if err != nil {
		return Symbol{}
	}
	return parsed
}

// Relation tells what the symbol's last modifier does to its parent: corrects,
// supplements, revises, or nothing ("").
func (s Symbol) Relation() string {
	if len(s.Modifiers) == 0 {
		return ""
	}
	name, _, _ := strings.Cut(s.Modifiers[len(s.Modifiers)-1], ".")
	switch name {
	case "Corr":
		return "corrects"
	case "Add", "Supp":
		return "supplements"
	case "Rev", "Amend":
		return "revises"
	}
	return ""
}

// BodyPath returns body and subsidiary as the symbol begins: "CAC/COSP/EG.1".
func (s Symbol) BodyPath() string { return s.path }

// MeetingID returns body path and session: "CAC/COSP/EG.1/2013", for a
// resolution A/RES/79/1 "A/79". It is empty when the symbol tells no session.
// Roman sessions (resolutions before 1976) become numbers; the cycles of country
// reviews ("I/3") are no sessions.
func (s Symbol) MeetingID() string {
	if s.path == "" || s.Session == "" || strings.Contains(s.Session, "/") {
		return ""
	}
	session := s.Session
	prefix, number := "", session
	if i := strings.LastIndexByte(session, '-'); i >= 0 {
		prefix, number = session[:i+1], session[i+1:]
	}
	if n := roman(number); n > 0 {
		session = prefix + strconv.Itoa(n)
	}
	return s.path + "/" + session
}

// Prefixes returns the chain of the facet tree from the body down to the symbol
// itself: "CAC/COSP", "CAC/COSP/EG.1", "CAC/COSP/EG.1/2013", and so on. A part
// in parentheses is a step of its own.
func (s Symbol) Prefixes() []string {
	if s.IsZero() {
		return nil
	}
	chain := []string{s.Body}
	add := func(end int) {
		if p := s.canonical[:end]; p != chain[len(chain)-1] {
			chain = append(chain, p)
		}
	}
	rest := s.canonical
	for i := len(s.Body); i < len(rest); i++ {
		switch {
		case rest[i] == '/':
			add(i)
		case rest[i] == '.' && s.glued(i):
			add(i)
		case rest[i] == '(' && s.Paren != "" && strings.HasPrefix(rest[i+1:], s.Paren+")"):
			add(i)
		}
	}
	add(len(rest))
	return slices.Clip(chain)
}

// glued reports whether the full stop at i joins the session to the body, as in
// IDB.49/1 and E/NL.1993/52.
func (s Symbol) glued(i int) bool {
	return s.canonical[:i] == s.path && strings.HasPrefix(s.canonical[i+1:], s.Session+"/")
}

// MarshalText writes the canonical spelling with its asterisks.
func (s Symbol) MarshalText() ([]byte, error) {
	return []byte(s.canonical + s.Reissue), nil
}

// UnmarshalText reads what MarshalText writes, a note verbale's number too; an
// empty text gives the zero Symbol.
func (s *Symbol) UnmarshalText(text []byte) error {
	*s = Symbol{}
	if len(text) == 0 {
		return nil
	}
	if note, ok := identifyNote(strings.Replace(string(text), "/?", "/", 1)); ok {
		*s = note.Symbol
		return nil
	}
	parsed, err := ParseSymbol(string(text))
	if err != nil {
		return err
	}
	*s = parsed
	return nil
}
