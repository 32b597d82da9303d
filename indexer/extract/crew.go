package extract

import "time"

// A crew is the workers of one kind, one a slot. The slots that are free hold a
// running worker, or nil for one to start.
type crew struct {
	setup setup
	slots chan *process
	// recycle is the number of files after which a worker is replaced, start the
	// time it may take until it is ready.
	recycle int
	start   time.Duration
}

func newCrew(c crew, workers int) crew {
	c.slots = make(chan *process, workers)
	for range workers {
		c.slots <- nil
	}
	return c
}

// disband ends the workers of all slots.
func (c crew) disband() {
	for range cap(c.slots) {
		if w := <-c.slots; w != nil {
			w.kill()
		}
	}
}

// endIdle ends the workers that have had no work for a time.
func (c crew) endIdle(after time.Duration) {
	for range cap(c.slots) {
		select {
		case w := <-c.slots:
			if w != nil && time.Since(w.rests) >= after {
				w.kill()
				w = nil
			}
			c.slots <- w
		default: // all have work
			return
		}
	}
}

// heavy gives the number, up to most, of processes of a kind that may each need
// memoryLimit at a time: two kinds of them, PDFium and tesseract, are to leave
// about a quarter of the machine's memory to all else.
func heavy(most int) int {
	memory := machineMemory()
	if memory == 0 {
		return most
	}
	const both = 2 * memoryLimit
	return max(1, min(most, int((memory/4*3+both/2)/both)))
}
