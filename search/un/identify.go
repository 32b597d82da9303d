package un

import "strings"

// IdentityKind says what a string names.
type IdentityKind string

// The kinds of identity.
const (
	IsSymbol   IdentityKind = "symbol"   // a document symbol, also in a link to it
	IsDouble   IdentityKind = "double"   // one document with two symbols
	IsCompound IdentityKind = "compound" // a citation of several documents
	IsFile     IdentityKind = "file"     // a file name made of a symbol
	IsNote     IdentityKind = "nv"       // a note verbale: CU 2013/175
	IsRef      IdentityKind = "ref"      // a resolution or decision named in text
	IsJob      IdentityKind = "job"      // a job number
	IsPress    IdentityKind = "press"    // a press release
	IsSeries   IdentityKind = "series"   // a series with its session, no document
	IsForeign  IdentityKind = "foreign"  // another organization's symbol
	IsLegacy   IdentityKind = "legacy"   // a League of Nations number
	IsRejected IdentityKind = "reject"   // nothing of these
)

// longestIdentity bounds the strings that Identify looks at, in bytes: a link
// may be long, nothing else is.
const longestIdentity = 500

// Identity is what a string names. Fields that do not apply are empty.
type Identity struct {
	Kind IdentityKind
	// Canonical is the canonical spelling, for a resolution whose body is not
	// told "resolution 4/2".
	Canonical string
	// Key is the match key; empty where there is nothing to match with.
	Key string
	// Symbol holds the parts. For notes verbales, press releases, references
	// and the like it is filled as far as they have such parts.
	Symbol Symbol
	// Parent is the canonical symbol without its last modifier.
	Parent string
	// Alias are the second symbol of a double one, the further documents of a
	// compound citation.
	Alias []string
}

// Identify tells what any string names. It never fails: what it does not know
// is IsRejected, with nothing else set.
func Identify(s string) Identity {
	if len(s) > longestIdentity {
		return Identity{Kind: IsRejected}
	}
	for _, try := range []func(string) (Identity, bool){
		identifyLink, identifyNote, identifyJob, identifyReference, identifySymbol,
		identifyFile, identifyDouble, identifyCompound, identifyLegacy,
	} {
		if id, ok := try(s); ok {
			return id
		}
	}
	return Identity{Kind: IsRejected}
}

// IdentityHeader lists the columns of Identity.Row, as `travaux symbol --format
// tsv` prints them.
func IdentityHeader() []string {
	return strings.Fields("canonical key kind body subsidiary session nature number paren modifiers reissue parent alias")
}

// Row gives the identity's values in the order of IdentityHeader; lists are
// joined by ";".
func (id Identity) Row() []string {
	s := id.Symbol
	return []string{
		id.Canonical, id.Key, string(id.Kind), s.Body, s.Subsidiary, s.Session, s.Nature, s.Number, s.Paren,
		strings.Join(s.Modifiers, ";"), s.Reissue, id.Parent, strings.Join(id.Alias, ";"),
	}
}

// of makes the identity of a parsed symbol.
func of(kind IdentityKind, s Symbol) Identity {
	id := Identity{Kind: kind, Canonical: s.String(), Key: s.Key(), Symbol: s}
	if n := len(s.Modifiers); n > 0 {
		id.Parent = strings.TrimSuffix(s.canonical, "/"+s.Modifiers[n-1])
		if i := strings.LastIndexByte(s.canonical, '/'); id.Parent == s.canonical {
			id.Parent = s.canonical[:i]
		}
	}
	return id
}

func identifySymbol(s string) (Identity, bool) {
	p, err := parse(s)
	if err != nil {
		return Identity{}, false
	}
	switch {
	case p.family == pressSeries:
		return of(IsPress, p.sym), !p.series
	case p.family == foreignSeries:
		return of(IsForeign, p.sym), !p.series
	case p.series:
		return of(IsSeries, p.sym), true
	}
	return of(IsSymbol, p.sym), true
}

// identifyDouble reads two symbols of one document: "X - Y", "X||Y", "X Y" and
// the joint form "X-Y" of mastheads.
func identifyDouble(s string) (Identity, bool) {
	all := splitJoint(s)
	if len(all) < 2 {
		return Identity{}, false
	}
	id := of(IsDouble, all[0])
	for _, other := range all[1:] {
		id.Alias = append(id.Alias, other.String())
	}
	return id, true
}

// splitJoint parts a joint form into its symbols; nil when any part is no symbol.
func splitJoint(s string) []Symbol {
	s = strings.Trim(fold(s), " ")
	if first, err := ParseSymbol(s); err == nil {
		return []Symbol{first}
	}
	for i := 1; i < len(s); i++ {
		if strings.IndexByte(" -|", s[i]) < 0 || !jointAt(s, i) {
			continue
		}
		before := strings.TrimRight(s[:i], " -|")
		first, err := ParseSymbol(before)
		if err != nil || strings.ContainsAny(before[len(before)-1:], ",;") {
			continue
		}
		if rest := splitJoint(s[i+1:]); rest != nil {
			return append([]Symbol{first}, rest...)
		}
	}
	return nil
}

// jointAt reports whether another symbol follows behind the dash or blank at i of
// a symbol. A single letter behind a number of the World Food Programme is a part
// of its item, not the head of a series.
func jointAt(s string, i int) bool {
	if len(s) > 3 && strings.EqualFold(s[:3], "WFP") && s[i] == '-' && i+2 <= len(s) && (i+2 == len(s) || s[i+2] == '/') {
		return false
	}
	return headAt(s[i+1:])
}

// headAt reports whether the text begins with the head of a known series.
func headAt(text string) bool {
	_, n := matchHead(text)
	return n > 0
}

// identifyLegacy keeps the numbers of the League of Nations as they are, blanks
// dropped: "C.278.M.168.1936.XI", "O.C. 1070". They have no match key.
func identifyLegacy(s string) (Identity, bool) {
	s = strings.ReplaceAll(strings.Trim(fold(s), " ,;:"), " ", "")
	parts := strings.Split(s, ".")
	if len(parts) < 3 || strings.ContainsAny(s, "/[]") {
		return Identity{}, false
	}
	letters, numbers := 0, 0
	for i, p := range parts {
		switch {
		case len(p) == 1 && isUpper(p[0]):
			letters++
		case isDigits(p) || i > 0 && p != "" && isDigits(strings.TrimRight(p, "abcdefgh")):
			numbers++
		case isRoman(p) || p == "" && i == len(parts)-1:
		default:
			return Identity{}, false
		}
	}
	if len(parts[0]) != 1 || !strings.Contains("ACEFLMOR", parts[0]) || letters < 2 && numbers < 2 || numbers == 0 {
		return Identity{}, false
	}
	return Identity{Kind: IsLegacy, Canonical: s}, true
}
