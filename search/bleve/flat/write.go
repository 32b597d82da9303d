package flat

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"os"
)

// Writer writes a file section by section. The first error stays and is given
// by Close, so that calls between need no look at it.
type Writer struct {
	file     *os.File
	out      *bufio.Writer
	sum      hash.Hash32
	at       uint64
	sections []section
	names    map[string]bool
	err      error
}

// Create makes a file, which must not be there yet. Whoever creates it closes it.
func Create(path string) (*Writer, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	w := &Writer{file: f, sum: crc32.New(castagnoli()), names: map[string]bool{}}
	w.out = bufio.NewWriterSize(io.MultiWriter(f, w.sum), 1<<18)
	if _, err := f.Write(make([]byte, headerSize)); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	w.at = headerSize
	return w, nil
}

// Bytes writes a section of bytes. Names have at most 40 bytes; each is used once.
func (w *Writer) Bytes(name string, data []byte) {
	w.begin(name, 1, len(data))
	w.write(data)
}

// Uint32s writes a section of numbers.
func (w *Writer) Uint32s(name string, values []uint32) {
	w.begin(name, 4, len(values))
	var buffer [4096]byte
	for len(values) > 0 {
		n := min(len(values), len(buffer)/4)
		for i, v := range values[:n] {
			binary.LittleEndian.PutUint32(buffer[4*i:], v)
		}
		w.write(buffer[:4*n])
		values = values[n:]
	}
}

// Uint64s writes a section of numbers or of bits.
func (w *Writer) Uint64s(name string, values []uint64) {
	w.begin(name, 8, len(values))
	var buffer [8]byte
	for _, v := range values {
		binary.LittleEndian.PutUint64(buffer[:], v)
		w.write(buffer[:])
	}
}

// Strings writes a table of strings.
func (w *Writer) Strings(name string, table Strings) {
	at := table.at
	if len(at) == 0 {
		at = []uint32{0}
	}
	if uint64(len(table.text)) != uint64(at[len(at)-1]) {
		w.fail(fmt.Errorf("write %s: %d bytes of strings are too many", name, len(table.text)))
	}
	w.Uint32s(name+".at", at)
	w.Bytes(name+".text", table.text)
}

// begin notes a section and fills the file up to its offset.
func (w *Writer) begin(name string, width, count int) {
	if name == "" || len(name) > nameSize || w.names[name] {
		w.fail(fmt.Errorf("section %q: its name is empty, too long or used before", name))
	}
	w.names[name] = true
	var zeros [alignment]byte
	w.write(zeros[:aligned(w.at)-w.at])
	w.sections = append(w.sections, section{name, uint32(width), w.at, uint64(count)})
}

func (w *Writer) write(data []byte) {
	if w.err == nil {
		_, w.err = w.out.Write(data)
	}
	w.at += uint64(len(data))
}

func (w *Writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// Close ends the file with its directory and header. The file is not synced.
func (w *Writer) Close() error {
	var zeros [alignment]byte
	w.write(zeros[:aligned(w.at)-w.at])
	directory := w.at
	for _, s := range w.sections {
		var entry [entrySize]byte
		copy(entry[:nameSize], s.name)
		binary.LittleEndian.PutUint32(entry[40:], s.width)
		binary.LittleEndian.PutUint64(entry[48:], s.offset)
		binary.LittleEndian.PutUint64(entry[56:], s.count)
		w.write(entry[:])
	}
	if len(w.sections) > maxSections {
		w.fail(fmt.Errorf("%d sections, at most %d are read", len(w.sections), maxSections))
	}
	if w.err == nil {
		w.err = w.out.Flush()
	}
	if w.err == nil {
		_, w.err = w.file.WriteAt(header(len(w.sections), w.at, directory, w.sum.Sum32()), 0)
	}
	return errors.Join(w.err, w.file.Close())
}

func header(sections int, size, directory uint64, sum uint32) []byte {
	h := make([]byte, headerSize)
	copy(h, magic)
	binary.LittleEndian.PutUint32(h[8:], version)
	binary.LittleEndian.PutUint32(h[12:], uint32(sections))
	binary.LittleEndian.PutUint64(h[16:], size)
	binary.LittleEndian.PutUint64(h[24:], directory)
	binary.LittleEndian.PutUint32(h[32:], sum)
	binary.LittleEndian.PutUint32(h[36:], crc32.Checksum(h[:36], castagnoli()))
	return h
}
