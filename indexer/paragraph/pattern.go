package paragraph

import (
	"fmt"
	"regexp"
	"sync"
)

// pattern is a regular expression for long texts in which it rarely stands: an
// automaton rejects most of them. It is compiled when it is first asked, since
// most processes ask none or those of one language.
type pattern struct{ compiled func() compiledPattern }

// compiledPattern is what a pattern asks; quick may be nil.
type compiledPattern struct {
	words *regexp.Regexp
	quick *automaton
}

// patternOf makes a pattern of an expression. One that does not parse panics
// when it is first asked.
func patternOf(expr string) *pattern {
	return &pattern{sync.OnceValue(func() compiledPattern {
		quick, err := newAutomaton(expr)
		if err != nil {
			panic(fmt.Sprintf("pattern %q: %v", expr, err))
		}
		return compiledPattern{regexp.MustCompile(expr), quick}
	})}
}

// may gives the expression when it may stand in the text, else nil.
func (p *pattern) may(text string) *regexp.Regexp {
	c := p.compiled()
	if c.quick == nil {
		return c.words
	}
	if matched, _ := c.quick.match(text); !matched {
		return nil
	}
	return c.words
}

// MatchString is regexp.Regexp's.
func (p *pattern) MatchString(text string) bool {
	c := p.compiled()
	if c.quick == nil {
		return c.words.MatchString(text)
	}
	if matched, sure := c.quick.match(text); sure {
		return matched
	}
	return c.words.MatchString(text)
}

// FindStringIndex is regexp.Regexp's.
func (p *pattern) FindStringIndex(text string) []int {
	words := p.may(text)
	if words == nil {
		return nil
	}
	return words.FindStringIndex(text)
}

// FindAllStringSubmatchIndex is regexp.Regexp's.
func (p *pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	words := p.may(text)
	if words == nil {
		return nil
	}
	return words.FindAllStringSubmatchIndex(text, n)
}

// FindAllStringIndex is regexp.Regexp's.
func (p *pattern) FindAllStringIndex(text string, n int) [][]int {
	words := p.may(text)
	if words == nil {
		return nil
	}
	return words.FindAllStringIndex(text, n)
}

// FindAllStringSubmatch is regexp.Regexp's.
func (p *pattern) FindAllStringSubmatch(text string, n int) [][]string {
	words := p.may(text)
	if words == nil {
		return nil
	}
	return words.FindAllStringSubmatch(text, n)
}
