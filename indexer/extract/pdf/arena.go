package pdf

import "strings"

// An arena makes strings of bytes, many to one piece of memory: a page has
// thousands of short ones. The strings stay valid as long as they are held.
type arena struct{ room strings.Builder }

const arenaPiece = 8 << 10

func (a *arena) text(b []byte) string {
	if len(b) > a.room.Cap()-a.room.Len() {
		a.room = strings.Builder{}
		a.room.Grow(max(len(b), arenaPiece))
	}
	start := a.room.Len()
	a.room.Write(b)
	return a.room.String()[start:]
}
