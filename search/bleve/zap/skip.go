package zap

import (
	"encoding/binary"
	"math/bits"
	"sort"
)

// skipTo passes all numbers below a target, and reports how many they were and
// whether the next one is the target. It never goes back.
func (c *cursor) skipTo(target uint32) (passed int, found bool) {
	for {
		if c.high <= target && target-c.high >= containerRange {
			passed += c.drop()
		} else if c.high > target {
			return passed, false
		}
		n, found, beyond := c.skipWithin(target)
		passed += n
		if found || beyond {
			return passed, found
		}
		if !c.open() {
			return passed, false
		}
	}
}

// drop passes what is left of the current container.
func (c *cursor) drop() (passed int) {
	switch c.kind {
	case arrayKind:
		passed = len(c.current) / 2
	case bitmapKind:
		passed = bits.OnesCount64(c.word)
		for in := c.current; len(in) >= 8; in = in[8:] {
			passed += bits.OnesCount64(binary.LittleEndian.Uint64(in))
		}
	case runKind:
		passed = int(c.left)
		for in := c.current; len(in) >= 4; in = in[4:] {
			passed += int(binary.LittleEndian.Uint16(in[2:])) + 1
		}
	}
	c.current, c.word, c.left = nil, 0, 0
	return passed
}

// skipWithin is skipTo in the current container; beyond tells that its next number
// is above the target.
func (c *cursor) skipWithin(target uint32) (passed int, found, beyond bool) {
	switch c.kind {
	case arrayKind:
		return c.skipArray(target)
	case bitmapKind:
		return c.skipBitmap(target)
	}
	return c.skipRuns(target)
}

func (c *cursor) skipArray(target uint32) (passed int, found, beyond bool) {
	n := len(c.current) / 2
	at := func(i int) uint32 { return c.high + uint32(binary.LittleEndian.Uint16(c.current[2*i:])) }
	below, step := 0, 1 // all before below are below the target
	for below+step <= n && at(below+step-1) < target {
		below += step
		step *= 2
	}
	passed = below + sort.Search(min(step, n-below), func(i int) bool { return at(below+i) >= target })
	if passed < n {
		found, beyond = at(passed) == target, true
	}
	c.current = c.current[2*passed:]
	return passed, found, beyond
}

func (c *cursor) skipBitmap(target uint32) (passed int, found, beyond bool) {
	for c.next <= target {
		passed += bits.OnesCount64(c.word)
		if c.word = 0; len(c.current) < 8 {
			return passed, false, false
		}
		c.word = binary.LittleEndian.Uint64(c.current)
		c.current = c.current[8:]
		c.next += 64
	}
	if base := c.next - 64; target > base {
		below := uint64(1)<<(target-base) - 1
		passed += bits.OnesCount64(c.word & below)
		c.word &^= below
	}
	return passed, c.word>>((target-c.next+64)%64)&1 != 0 && target >= c.next-64, true
}

func (c *cursor) skipRuns(target uint32) (passed int, found, beyond bool) {
	for {
		if c.left > 0 && c.run >= target {
			return passed, c.run == target, true
		}
		skip := min(c.left, target-c.run)
		passed, c.run, c.left = passed+int(skip), c.run+skip, c.left-skip
		if c.left > 0 {
			continue
		}
		if len(c.current) < 4 {
			return passed, false, false
		}
		c.run = c.high + uint32(binary.LittleEndian.Uint16(c.current))
		c.left = uint32(binary.LittleEndian.Uint16(c.current[2:])) + 1
		c.current = c.current[4:]
	}
}
