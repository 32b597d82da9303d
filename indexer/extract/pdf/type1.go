package pdf

import "bytes"

// type1Encoding reads the encoding that an embedded Type 1 font program carries
// in its clear text part ("dup 65 /A put"); nil if it has none of its own.
func type1Encoding(program []byte) *byteTable {
	if i := bytes.Index(program, []byte("eexec")); i >= 0 {
		program = program[:i]
	}
	i := bytes.Index(program, []byte("/Encoding"))
	if i < 0 {
		return nil
	}
	l := &lexer{data: program[i:]}
	var t byteTable
	var args []operand
	found := false
	for {
		op, got, ok := l.next(args)
		if !ok || op == "def" || op == "readonly" {
			break
		}
		args = got
		if op == "StandardEncoding" {
			return standardEncoding()
		}
		n := len(args)
		if op != "put" || n < 2 || args[n-1].kind != kindName {
			continue
		}
		if code := int(args[n-2].num); code >= 0 && code < len(t) {
			t[code] = differenceText(args[n-1].str, code)
			found = true
		}
	}
	if !found {
		return nil
	}
	return &t
}
