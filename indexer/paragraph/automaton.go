package paragraph

import (
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// maxStates bounds an automaton; what goes beyond is left to the pattern.
const maxStates = 1000

// farRepeat is from how many repetitions on an automaton does not count them.
const farRepeat = 3

// automaton tells of most texts that a pattern does not stand in them, in one
// pass whatever the pattern is. It is made state by state as texts ask for it,
// and may be used from many goroutines.
//
// It accepts all that the pattern matches and a little more: it does not count
// far repetitions, which would want a state for each.
type automaton struct {
	prog *syntax.Prog
	// classes are the letters that no instruction tells apart: of ASCII in a
	// table, of others by the place where a stretch of one class begins.
	ascii   [utf8.RuneSelf]uint8
	bounds  []rune
	classOf []uint8
	typical []rune // a letter of each class

	start, accept, dead *autoState
	anchored            bool       // matches at the beginning of the text alone
	exact               bool       // accepts nothing that the pattern does not match
	mu                  sync.Mutex // guards states
	states              map[string]*autoState
}

// autoState is the instructions that a text may have come to, and what stands
// before.
type autoState struct {
	at     []uint32
	before rune // -1 at the beginning of the text
	next   []atomic.Pointer[autoState]
}

// newAutomaton makes the automaton of an expression; nil when it would want too
// many classes of letters.
func newAutomaton(expr string) (*automaton, error) {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, err
	}
	exact := !loosen(tree)
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, err
	}
	a := &automaton{prog: prog, exact: exact, states: map[string]*autoState{}}
	if !a.classify() {
		return nil, nil
	}
	a.anchored = prog.StartCond()&syntax.EmptyBeginText != 0
	a.accept, a.dead = &autoState{}, &autoState{}
	a.start = a.state(nil, -1)
	return a, nil
}

// loosen makes far repetitions endless, and reports whether there were any.
func loosen(re *syntax.Regexp) (loosened bool) {
	for _, sub := range re.Sub {
		loosened = loosen(sub) || loosened
	}
	if re.Op == syntax.OpRepeat && re.Max > farRepeat {
		re.Min, re.Max = min(re.Min, farRepeat), -1
		loosened = true
	}
	return loosened
}

// classify parts all letters into classes; false when there are too many.
func (a *automaton) classify() bool {
	bounds := []rune{0, '\n', '\n' + 1, '0', '9' + 1, 'A', 'Z' + 1, '_', '_' + 1, 'a', 'z' + 1, utf8.RuneSelf}
	for i := range a.prog.Inst {
		bounds = append(bounds, boundsOf(&a.prog.Inst[i])...)
	}
	slices.Sort(bounds)
	bounds = slices.Compact(bounds)
	numbers := map[string]int{}
	for _, r := range bounds {
		sign := []byte{kindOfContext(r)}
		for i := range a.prog.Inst {
			if in := &a.prog.Inst[i]; consumes(in) {
				sign = append(sign, boolByte(in.MatchRune(r)))
			}
		}
		n, ok := numbers[string(sign)]
		if !ok {
			n = len(numbers)
			numbers[string(sign)] = n
			a.typical = append(a.typical, r)
		}
		if n > 250 {
			return false
		}
		a.bounds, a.classOf = append(a.bounds, r), append(a.classOf, uint8(n))
	}
	for r := range a.ascii {
		a.ascii[r] = a.classOf[a.stretch(rune(r))]
	}
	return true
}

// boundsOf gives the letters where an instruction begins to take or to refuse.
func boundsOf(in *syntax.Inst) (bounds []rune) {
	if in.Op == syntax.InstRune1 || in.Op == syntax.InstRune && len(in.Rune) == 1 {
		first := in.Rune[0]
		bounds = append(bounds, first, first+1)
		for r := unicode.SimpleFold(first); r != first; r = unicode.SimpleFold(r) {
			bounds = append(bounds, r, r+1)
		}
		return bounds
	}
	for i, r := range in.Rune {
		bounds = append(bounds, r+rune(i%2))
	}
	return bounds
}

// consumes reports whether an instruction takes a letter.
func consumes(in *syntax.Inst) bool {
	switch in.Op {
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return true
	}
	return false
}

// kindOfContext tells letters apart as bounds of words and lines do.
func kindOfContext(r rune) byte {
	switch {
	case r == '\n':
		return 1
	case syntax.IsWordChar(r):
		return 2
	}
	return 0
}

func boolByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// stretch finds the stretch of letters that r stands in.
func (a *automaton) stretch(r rune) int {
	i, found := slices.BinarySearch(a.bounds, r)
	if !found {
		i--
	}
	return i
}

// match reports whether the pattern matches in the text, and whether that is
// sure: a pattern that does not match always is.
func (a *automaton) match(text string) (matched, sure bool) {
	s := a.start
	for _, r := range text {
		var class uint8
		if r < utf8.RuneSelf {
			class = a.ascii[r]
		} else {
			class = a.classOf[a.stretch(r)]
		}
		next := s.next[class].Load()
		if next == nil {
			if next = a.step(s, int(class)); next == nil {
				return true, false
			}
		}
		switch next {
		case a.accept:
			return true, a.exact
		case a.dead:
			return false, true
		}
		s = next
	}
	end := &s.next[len(a.typical)]
	next := end.Load()
	if next == nil {
		next = a.step(s, len(a.typical))
	}
	matched = next == nil || next == a.accept
	return matched, !matched || next != nil && a.exact
}

// step makes the state behind s and a letter of a class, or the end of the text
// for the class behind the last; nil when there is no room for one more.
func (a *automaton) step(s *autoState, class int) *autoState {
	a.mu.Lock()
	defer a.mu.Unlock()
	letter := rune(-1)
	if class < len(a.typical) {
		letter = a.typical[class]
	}
	todo := slices.Clone(s.at)
	if s.before < 0 || !a.anchored {
		todo = append(todo, uint32(a.prog.Start))
	}
	reached, matched := a.closure(todo, syntax.EmptyOpContext(s.before, letter))
	next := a.accept
	if !matched {
		next = a.behind(reached, letter)
	}
	if next != nil {
		s.next[class].Store(next)
	}
	return next
}

// behind gives the state of what takes a letter among the instructions reached.
func (a *automaton) behind(reached []uint32, letter rune) *autoState {
	var at []uint32
	for _, pc := range reached {
		if in := &a.prog.Inst[pc]; letter >= 0 && in.MatchRune(letter) {
			at = append(at, in.Out)
		}
	}
	if letter < 0 || len(at) == 0 && a.anchored {
		return a.dead
	}
	return a.state(at, letter)
}

// closure follows all instructions that take no letter.
func (a *automaton) closure(todo []uint32, here syntax.EmptyOp) (reached []uint32, matched bool) {
	seen := make([]bool, len(a.prog.Inst))
	for len(todo) > 0 {
		pc := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		in := &a.prog.Inst[pc]
		switch in.Op {
		case syntax.InstMatch:
			return nil, true
		case syntax.InstAlt, syntax.InstAltMatch:
			todo = append(todo, in.Out, in.Arg)
		case syntax.InstCapture, syntax.InstNop:
			todo = append(todo, in.Out)
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(in.Arg)&^here == 0 {
				todo = append(todo, in.Out)
			}
		case syntax.InstFail:
		default:
			reached = append(reached, pc)
		}
	}
	return reached, false
}

// state gives the one state of instructions and what stands before; nil when
// there are too many. Called with mu held.
func (a *automaton) state(at []uint32, before rune) *autoState {
	slices.Sort(at)
	at = slices.Compact(at)
	kind := byte(3)
	if before >= 0 {
		kind = kindOfContext(before)
	}
	key := []byte{kind}
	for _, pc := range at {
		key = append(key, byte(pc), byte(pc>>8), byte(pc>>16))
	}
	if s, ok := a.states[string(key)]; ok {
		return s
	}
	if len(a.states) >= maxStates {
		return nil
	}
	s := &autoState{at: at, before: before, next: make([]atomic.Pointer[autoState], len(a.typical)+1)}
	a.states[string(key)] = s
	return s
}
