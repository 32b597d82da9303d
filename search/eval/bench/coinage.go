package bench

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"
)

// coinage makes words that the source does not have, and repeats them.
type coinage struct {
	random *rand.Rand
	models []string // rare words of the source, numbers among them
	known  map[string]bool
	list   []string
	told   []uint32 // every word told so far, by its place in the list
	here   int      // where in told the document at hand began
}

func newCoinage(s *Source, random *rand.Rand) *coinage {
	c := &coinage{random: random, known: make(map[string]bool, len(s.words))}
	for i, w := range s.words {
		c.known[w] = true
		if s.counts[i] == 1 {
			c.models = append(c.models, w)
		}
	}
	if len(c.models) == 0 {
		c.models = s.words
	}
	return c
}

// document begins another document.
func (c *coinage) document() { c.here = len(c.told) }

// word gives a new word, or one that was told before.
func (c *coinage) word(fresh bool) (text string, isNew bool) {
	if isNew = fresh || len(c.told) == 0; isNew {
		c.list = append(c.list, c.coin())
		c.told = append(c.told, uint32(len(c.list)-1))
		return c.list[len(c.list)-1], true
	}
	from := 0
	if c.here < len(c.told) && c.random.IntN(2) == 0 {
		from = c.here
	}
	again := c.told[from+c.random.IntN(len(c.told)-from)]
	c.told = append(c.told, again)
	return c.list[again], false
}

// coin makes a word: the beginning of one rare word and the end of another, so
// that beginnings and endings are as frequent as in real ones; or a number of the
// form of a real one.
func (c *coinage) coin() string {
	for {
		model, other := c.model(), c.model()
		text := ""
		switch hasDigit := strings.ContainsFunc(model, unicode.IsDigit); {
		case hasDigit:
			text = c.digits(model)
		case strings.ContainsFunc(other, unicode.IsDigit):
			continue
		default:
			a, b := []rune(model), []rune(other)
			text = string(a[:(len(a)+1)/2]) + string(b[len(b)/2:])
		}
		if !c.known[text] {
			c.known[text] = true
			return text
		}
		if len(c.list) > 0 && c.random.IntN(20) == 0 { // short forms run out
			c.models = append(c.models, c.list[c.random.IntN(len(c.list))])
		}
	}
}

func (c *coinage) model() string { return c.models[c.random.IntN(len(c.models))] }

// digits draws the digits of a number anew; one in ten is a digit longer.
func (c *coinage) digits(model string) string {
	text := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0' + rune(c.random.IntN(10))
		}
		return r
	}, model)
	if c.random.IntN(10) == 0 {
		text += strconv.Itoa(c.random.IntN(10))
	}
	return text
}
