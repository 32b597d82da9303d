package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// A file whose cross references are lost or wrong still holds its objects. The
// PDF library gives up there; viewers look for the objects themselves, and so
// does rebuild.

var (
	objectStart = regexp.MustCompile(`(?:^|[\s>])(\d{1,8})\s{1,4}(\d{1,5})\s{1,4}obj\b`)
	rootEntry   = regexp.MustCompile(`/Root\s+\d+\s+\d+\s+R`)
	infoEntry   = regexp.MustCompile(`/Info\s+\d+\s+\d+\s+R`)
	cryptEntry  = regexp.MustCompile(`/Encrypt\s+\d+\s+\d+\s+R`)
	idEntry     = regexp.MustCompile(`/ID\s*\[\s*(?:<[0-9A-Fa-f\s]*>\s*){2}\]`)
	catalogType = regexp.MustCompile(`/Type\s*/Catalog\b`)
	objectsType = regexp.MustCompile(`/Type\s*/ObjStm\b`)
	countEntry  = regexp.MustCompile(`/N\s+(\d{1,6})`)
	flateFilter = regexp.MustCompile(`/Filter\s*\[?\s*/FlateDecode`)
)

const maxObjects = 1 << 20

// A place says where an object is: at an offset of the file, or at an index of
// an object stream.
type place struct {
	offset, generation int
	stream, index      int // stream is 0 for objects of the file itself
}

// rebuild appends new cross references to a file, made by looking for its
// objects; ok is false if there is nothing to be found.
func rebuild(data []byte) (mended []byte, ok bool) {
	objects, catalog := findObjects(data)
	if len(objects) == 0 {
		return nil, false
	}
	trailer := catalog
	if all := rootEntry.FindAll(data, -1); len(all) > 0 {
		trailer = string(all[len(all)-1])
	}
	if trailer == "" {
		return nil, false
	}
	for _, entry := range []*regexp.Regexp{infoEntry, cryptEntry, idEntry} {
		if all := entry.FindAll(data, -1); len(all) > 0 {
			trailer += " " + string(all[len(all)-1])
		}
	}
	return appendReferences(data, objects, trailer), true
}

// findObjects finds the objects of a file, the last of each number, and the
// /Root entry for its catalogue, "" if that is in an object stream.
func findObjects(data []byte) (objects map[int]place, catalog string) {
	objects = map[int]place{}
	packed := map[int]place{}
	starts := objectStart.FindAllSubmatchIndex(data, -1)
	for i, m := range starts {
		number, _ := strconv.Atoi(string(data[m[2]:m[3]]))
		generation, _ := strconv.Atoi(string(data[m[4]:m[5]]))
		if number == 0 || number > maxObjects || generation > 65535 {
			continue
		}
		objects[number] = place{offset: m[2], generation: generation}
		end := len(data)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		body := data[m[1]:end]
		head, rest, _ := bytes.Cut(body, []byte("stream"))
		switch {
		case catalogType.Match(head):
			catalog = fmt.Sprintf("/Root %d %d R", number, generation)
		case objectsType.Match(head):
			for index, n := range packedObjects(head, rest) {
				packed[n] = place{stream: number, index: index}
			}
		}
	}
	for n, p := range packed {
		if _, ok := objects[n]; !ok {
			objects[n] = p
		}
	}
	return objects, catalog
}

// packedObjects lists the numbers of the objects in an object stream.
func packedObjects(head, rest []byte) []int {
	count := countEntry.FindSubmatch(head)
	if count == nil {
		return nil
	}
	n, _ := strconv.Atoi(string(count[1]))
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest, []byte("\r")), []byte("\n"))
	if flateFilter.Match(head) {
		r, err := decoder("FlateDecode", bytes.NewReader(rest))
		if err != nil {
			return nil
		}
		rest, _ = readCapped(r) // what comes before an error is good
	}
	l := &lexer{data: rest}
	var numbers []int
	for range n {
		number, ok1 := l.token(0)
		_, ok2 := l.token(0)
		if !ok1 || !ok2 || number.kind != kindNumber || number.num < 1 || number.num > maxObjects {
			break
		}
		numbers = append(numbers, int(number.num))
	}
	return numbers
}

// appendReferences writes the places as a cross reference stream (ISO 32000-1,
// 7.5.8), which alone can name objects in object streams.
func appendReferences(data []byte, objects map[int]place, trailer string) []byte {
	most := 0
	for n := range objects {
		most = max(most, n)
	}
	table := make([]byte, 0, 8*(most+2))
	for n := range most + 1 {
		p, ok := objects[n]
		switch {
		case !ok:
			table = append(table, 0, 0, 0, 0, 0, 0, 0)
		case p.stream > 0:
			table = append(table, 2)
			table = binary.BigEndian.AppendUint32(table, uint32(p.stream))
			table = binary.BigEndian.AppendUint16(table, uint16(p.index))
		default:
			table = append(table, 1)
			table = binary.BigEndian.AppendUint32(table, uint32(p.offset))
			table = binary.BigEndian.AppendUint16(table, uint16(p.generation))
		}
	}
	out := slices.Clip(data)
	out = append(out, '\n')
	at := len(out)
	out = fmt.Appendf(out, "%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 2] %s /Length %d >>\nstream\n", most+1, most+1, trailer, len(table))
	out = append(out, table...)
	return fmt.Appendf(out, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
}
