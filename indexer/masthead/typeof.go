package masthead

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/search/un"
)

// TypeOf tells what kind of document a symbol, a title and an origin line
// ("Note by the Secretariat") make. types holds the content type first, as far
// as one is told, and then the flags corrigendum, addendum, revision, which go
// on top of the type of the parent; originType is the type the origin line
// names, empty when it names none. A document whose title tells no type has
// that of its origin line. Titles may be in any of the six languages; symbol,
// title and origin may each be empty.
//
// The rules follow the UNBIS type-of-material codes (UNBIS Reference Manual,
// field 089); they are tried in the order of the table and the first that
// holds decides.
func TypeOf(s un.Symbol, title, origin string) (types []un.Type, originType un.Type) {
	foldedTitle, foldedOrigin := fold(title), fold(origin)
	originType = firstType(originRules, s, foldedOrigin)
	series, flags := un.TypeOfSymbol(s)
	if s.IsZero() {
		flags = flagsOfTitle(foldedTitle)
	}
	byTitle := func() un.Type { return firstType(contentRules, s, foldedTitle) }
	content := firstType(seriesRules, s, foldedTitle)
	if s.Nature == "INF" {
		content = cmp.Or(content, byTitle()) // information of any kind: lists, reports
	}
	for _, next := range []func() un.Type{
		func() un.Type { return series },
		byTitle,
		func() un.Type { return contentOfOrigin(s, foldedOrigin, originType) },
		func() un.Type { return firstType(originRules, s, foldedTitle) },
	} {
		if content == "" {
			content = next()
		}
	}
	if content != "" {
		types = append(types, content)
	}
	return append(types, flags...), originType
}

// contentOfOrigin returns the content type an origin line stands for: an
// origin line may name a content type itself ("Progress report of the
// Secretariat", "Statement submitted by ...").
func contentOfOrigin(s un.Symbol, origin string, originType un.Type) un.Type {
	if origin == "" {
		return ""
	}
	if t := firstType(contentRules, s, origin); t != "" {
		return t
	}
	return originType
}

// firstType returns the type of the first rule that holds.
func firstType(rules []typeRule, s un.Symbol, folded string) un.Type {
	starts := partStarts(folded)
	for _, r := range rules {
		if r.holds(s, folded, starts) {
			return r.gives
		}
	}
	return ""
}

// typeRule is one row of a table: it holds for a symbol of one of the natures
// whose title has one of the phrases; an empty list of natures asks nothing.
type typeRule struct {
	gives   un.Type
	natures []string
	phrases []string
	// folded are the phrases as they are compared; compile makes them.
	folded []phrase
}

// compile folds the phrases of a table once.
func compile(rules []typeRule) []typeRule {
	for i, r := range rules {
		for _, p := range r.phrases {
			rules[i].folded = append(rules[i].folded, parsePhrase(p))
		}
	}
	return rules
}

// holds reports whether the rule holds for a symbol and a folded title, whose parts
// begin at starts.
func (r typeRule) holds(s un.Symbol, folded string, starts []int) bool {
	if len(r.natures) > 0 && !slices.Contains(r.natures, s.Nature) {
		return false
	}
	return slices.ContainsFunc(r.folded, func(p phrase) bool { return p.in(folded, starts) })
}

// phrase is a phrase of the tables, folded. Written out, "^" stands for the
// beginning of the text or of a part of it (after a colon, a full stop or a
// dash), "$" for the end, "*" for any words between.
type phrase struct {
	parts            []string
	anchored, closed bool
}

func parsePhrase(text string) phrase {
	var p phrase
	text, p.anchored = strings.CutPrefix(text, "^")
	text, p.closed = strings.CutSuffix(text, "$")
	for _, part := range strings.Split(text, "*") {
		p.parts = append(p.parts, fold(part))
	}
	return p
}

// in reports whether a folded text, whose parts begin at starts, has the phrase.
func (p phrase) in(folded string, starts []int) bool {
	if p.closed && !strings.HasSuffix(strings.TrimRight(folded, "*. "), p.parts[len(p.parts)-1]) {
		return false
	}
	if !p.anchored {
		return inOrder(folded, p.parts)
	}
	for _, start := range starts {
		if rest, ok := strings.CutPrefix(folded[start:], p.parts[0]); ok && inOrder(rest, p.parts[1:]) {
			return true
		}
	}
	return false
}

// opens reports whether a folded text begins with the phrase or, in Chinese,
// which puts the kind of document last, is short and ends with it.
func (p phrase) opens(folded string) bool {
	if p.parts[0] < "\u3000" {
		return strings.HasPrefix(folded, p.parts[0]) && inOrder(folded, p.parts)
	}
	return utf8.RuneCountInString(folded) < 20 && strings.HasSuffix(folded, p.parts[len(p.parts)-1])
}

// inOrder reports whether a text has the parts one after the other.
func inOrder(text string, parts []string) bool {
	for _, p := range parts {
		i := strings.Index(text, p)
		if i < 0 {
			return false
		}
		text = text[i+len(p):]
	}
	return true
}

// partStarts returns where the parts of a title begin.
func partStarts(folded string) []int {
	starts := []int{0}
	for i := 0; i+2 < len(folded); i++ {
		if strings.IndexByte(":.-;)", folded[i]) >= 0 && folded[i+1] == ' ' {
			starts = append(starts, i+2)
		}
	}
	return starts
}

// flagsOfTitle returns the flags that the words at an end of a title make.
func flagsOfTitle(title string) []un.Type {
	var out []un.Type
	starts := partStarts(title)
	for _, f := range flagRules {
		if slices.ContainsFunc(f.folded, func(p phrase) bool {
			return phrase{parts: p.parts, anchored: true}.in(title, starts) || phrase{parts: p.parts, closed: true}.in(title, starts)
		}) {
			out = append(out, f.gives)
		}
	}
	return out
}
