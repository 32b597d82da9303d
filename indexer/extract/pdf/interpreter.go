package pdf

import (
	"fmt"

	reader "github.com/ledongthuc/pdf"
)

// An interpreter runs the content of one page and collects the glyphs it shows.
type interpreter struct {
	doc           *document
	width, height float64 // of the page as seen
	glyphs        []glyph
	state         state
	saved         []state
	active        map[string]bool // forms being drawn, against cycles
	depth         int
	operators     int
	spaced        float64 // share of the last glyph's advance that is character spacing
	drawn         drawing
	resources     reader.Value
	marked        []marked
	unmarked      int              // levels of marked content over the bound
	replacing     int              // levels of marked content that bring their own text
	hiding        int              // levels of marked content that is not shown
	fonts         map[string]*face // of the resources, by name
	hidden        map[string]bool  // optional content of the resources that is off, by name
}

// state is the part of the graphics state that text depends on (ISO 32000-1,
// tables 52 and 104). The text matrices are kept with it: forms save them too.
type state struct {
	ctm        matrix
	text, line matrix
	font       *face
	size       float64
	charSpace  float64
	wordSpace  float64
	scale      float64 // horizontal scaling, 1 is normal
	leading    float64
	rise       float64
	mode       int
}

// Bounds that no page of text comes near; they end drawings made to run for
// ever, such as forms that draw forms ten times over.
const (
	maxOperators  = 4 << 20
	maxGlyphs     = 1 << 20
	maxFormDepth  = 16
	maxStateDepth = 512

	bytesOfOperator = 64 // at most, in content that is mostly text
)

// page runs the content of a page.
func (in *interpreter) page(l leaf, view matrix) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%v", x)
		}
	}()
	in.state = state{ctm: view, text: identity(), line: identity(), scale: 1}
	in.use(l.resources)
	data, readErr := in.content(l.value.Key("Contents"))
	in.drawn.missing = in.doc.contentMissing(l.value, data)
	if err := in.run(data); err != nil {
		return err
	}
	in.annotations(l.value, view)
	return readErr
}

// content joins the streams of a page by white space: a token never spans two
// (ISO 32000-1, 7.8.2). A stream that cannot be read does not stop the others.
func (in *interpreter) content(v reader.Value) (data []byte, err error) {
	if v.Kind() == reader.Stream {
		return in.doc.readStream(v)
	}
	for i := range v.Len() {
		part, partErr := in.doc.readStream(v.Index(i))
		if partErr != nil {
			err = partErr
		}
		if len(data)+len(part) > maxStream {
			return data, fmt.Errorf("content over %d bytes", maxStream)
		}
		data = append(append(data, part...), '\n')
	}
	return data, err
}

// run executes the operators of a content stream.
func (in *interpreter) run(data []byte) error {
	l := &lexer{data: data}
	var args []operand
	for {
		op, got, ok := l.next(args)
		if !ok {
			return nil
		}
		args = got
		if in.operators++; in.operators > maxOperators || len(in.glyphs) > maxGlyphs {
			return fmt.Errorf("more than %d operators or %d characters", maxOperators, maxGlyphs)
		}
		if err := in.execute(op, args); err != nil {
			return err
		}
	}
}

func (in *interpreter) execute(op string, args []operand) error {
	switch op {
	case "q":
		if len(in.saved) < maxStateDepth {
			in.saved = append(in.saved, in.state)
		}
	case "Q":
		if n := len(in.saved); n > 0 {
			text, line := in.state.text, in.state.line
			in.state = in.saved[n-1]
			in.state.text, in.state.line = text, line
			in.saved = in.saved[:n-1]
		}
	case "cm":
		if m, ok := matrixOf(args); ok {
			in.state.ctm = m.mul(in.state.ctm)
		}
	case "Do":
		return in.draw(nameArg(args))
	case "gs":
		in.external(nameArg(args))
	case "BDC", "BMC":
		in.beginMarked(op, args)
	case "EMC":
		in.endMarked()
	case "BI":
		in.drawn.image(in.state.ctm)
	case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh":
		in.drawn.paints++
	default:
		in.textOperator(op, args)
	}
	return nil
}

// textOperator executes the operators of ISO 32000-1, 9.3 and 9.4.
func (in *interpreter) textOperator(op string, args []operand) {
	s := &in.state
	switch op {
	case "BT":
		s.text, s.line = identity(), identity()
	case "Tc":
		s.charSpace = numArg(args, 0)
	case "Tw":
		s.wordSpace = numArg(args, 0)
	case "Tz":
		s.scale = numArg(args, 0) / 100
	case "TL":
		s.leading = numArg(args, 0)
	case "Ts":
		s.rise = numArg(args, 0)
	case "Tr":
		s.mode = int(numArg(args, 0))
	case "Tf":
		if len(args) >= 2 {
			s.font, s.size = in.font(args[len(args)-2].str), args[len(args)-1].num
		}
	case "Td":
		in.moveLine(numArg(args, 1), numArg(args, 0))
	case "TD":
		s.leading = -numArg(args, 0)
		in.moveLine(numArg(args, 1), numArg(args, 0))
	case "Tm":
		if m, ok := matrixOf(args); ok {
			s.text, s.line = m, m
		}
	case "T*":
		in.moveLine(0, -s.leading)
	case "Tj":
		in.show(stringArg(args))
	case "TJ":
		in.showArray(args)
	case "'":
		in.moveLine(0, -s.leading)
		in.show(stringArg(args))
	case `"`:
		s.wordSpace, s.charSpace = numArg(args, 2), numArg(args, 1)
		in.moveLine(0, -s.leading)
		in.show(stringArg(args))
	}
}

func (in *interpreter) moveLine(x, y float64) {
	in.state.line = translate(x, y).mul(in.state.line)
	in.state.text = in.state.line
}

func (in *interpreter) showArray(args []operand) {
	if len(args) == 0 {
		return
	}
	for _, part := range args[len(args)-1].list {
		switch part.kind {
		case kindString:
			in.show(part.str)
		case kindNumber:
			by := -part.num / 1000 * in.state.size
			in.undoSpacing(by)
			in.advance(by)
		}
	}
}

// advance moves the text position by a distance in text space.
func (in *interpreter) advance(by float64) {
	s := &in.state
	if s.font != nil && s.font.vertical {
		s.text = translate(0, by).mul(s.text)
		return
	}
	s.text = translate(by*s.scale, 0).mul(s.text)
}

func numArg(args []operand, fromEnd int) float64 {
	if i := len(args) - 1 - fromEnd; i >= 0 {
		return args[i].num
	}
	return 0
}

func nameArg(args []operand) string { return stringArg(args) }

func stringArg(args []operand) string {
	if len(args) == 0 {
		return ""
	}
	return args[len(args)-1].str
}
