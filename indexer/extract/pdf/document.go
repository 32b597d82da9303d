package pdf

import (
	"fmt"
	"math"

	reader "github.com/ledongthuc/pdf"

	"travaux/indexer/layout"
)

// A document is one open file with what is shared between its pages.
type document struct {
	file      *reader.Reader
	data      []byte
	encrypted bool
	fonts     map[string]*face // by printed dictionary: equal dictionaries are equal fonts
	warnings  []string
	glyphs    []glyph // room for the glyphs of a page, used again for the next
	lines     compositor
	layers    layers
}

// A leaf is one page object with what it inherits from the page tree.
type leaf struct {
	value     reader.Value
	resources reader.Value
	box       [4]float64 // the part of the page that is seen: left, bottom, right, top
	rotate    int        // degrees clockwise, 0, 90, 180 or 270
}

const (
	maxTreeDepth = 64
	maxWarnings  = 20
)

func (d *document) warn(format string, args ...any) {
	if len(d.warnings) < maxWarnings {
		d.warnings = append(d.warnings, fmt.Sprintf(format, args...))
	}
}

// pages walks the page tree once, up to limit pages. The library's own Page(n)
// starts from the root each time and trusts /Count.
func (d *document) pages(limit int) []leaf {
	root := leaf{resources: reader.Value{}, box: [4]float64{0, 0, 612, 792}}
	w := treeWalk{doc: d, limit: limit, seen: map[string]bool{}}
	w.node(d.file.Trailer().Key("Root").Key("Pages"), root, 0)
	if w.truncated {
		d.warn("only the first %d pages were read", limit)
	}
	return w.leaves
}

type treeWalk struct {
	doc       *document
	limit     int
	leaves    []leaf
	seen      map[string]bool // inner nodes, against cycles
	truncated bool
}

func (w *treeWalk) node(v reader.Value, from leaf, depth int) {
	if w.truncated || depth > maxTreeDepth {
		return
	}
	if len(w.leaves) >= w.limit {
		w.truncated = true
		return
	}
	here := inherit(v, from)
	kids := v.Key("Kids")
	if kids.Kind() != reader.Array {
		if v.Kind() == reader.Dict && v.Key("Type").Name() != "Pages" {
			here.value = v
			w.leaves = append(w.leaves, here)
		}
		return
	}
	name := v.String()
	if w.seen[name] {
		return
	}
	w.seen[name] = true
	for i := range kids.Len() {
		w.child(kids, i, here, depth)
	}
}

// child reads one kid; one that cannot be read is a lost page, not a lost file.
func (w *treeWalk) child(kids reader.Value, i int, from leaf, depth int) {
	defer func() {
		if x := recover(); x != nil {
			w.doc.warn("a page of the page tree cannot be read: %s", short(x))
			w.leaves = append(w.leaves, leaf{box: from.box})
		}
	}()
	w.node(kids.Index(i), from, depth+1)
}

// inherit reads the attributes that a page has from the nodes above it.
func inherit(v reader.Value, from leaf) leaf {
	if r := v.Key("Resources"); r.Kind() == reader.Dict {
		from.resources = r
	}
	if b, ok := boxOf(v.Key("MediaBox")); ok {
		from.box = b
	}
	if b, ok := boxOf(v.Key("CropBox")); ok {
		from.box = intersect(from.box, b)
	}
	if r := v.Key("Rotate"); !r.IsNull() {
		from.rotate = int(((r.Int64()%360)+360)%360) / 90 * 90
	}
	return from
}

func boxOf(v reader.Value) (box [4]float64, ok bool) {
	if v.Len() != 4 {
		return box, false
	}
	for i := range box {
		box[i] = v.Index(i).Float64()
		if math.IsNaN(box[i]) || math.Abs(box[i]) > 1e6 {
			return box, false
		}
	}
	box = [4]float64{
		min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]),
	}
	return box, box[2]-box[0] > 1 && box[3]-box[1] > 1
}

// intersect gives the common part of two boxes, the first where there is none.
func intersect(a, b [4]float64) [4]float64 {
	c := [4]float64{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
	if c[2]-c[0] < 1 || c[3]-c[1] < 1 {
		return a
	}
	return c
}

// view gives the transformation from the page's space to the page as seen, with
// the origin top left and y downwards, and its width and height.
func (l leaf) view() (m matrix, width, height float64) {
	x0, y0, x1, y1 := l.box[0], l.box[1], l.box[2], l.box[3]
	w, h := x1-x0, y1-y0
	switch l.rotate {
	case 90:
		return matrix{0, 1, 1, 0, -y0, -x0}, h, w
	case 180:
		return matrix{-1, 0, 0, 1, x1, -y0}, w, h
	case 270:
		return matrix{0, -1, -1, 0, y1, x1}, h, w
	}
	return matrix{1, 0, 0, -1, -x0, y1}, w, h
}

// page reads one page. What was read before the page broke off is kept.
func (d *document) page(number int, l leaf) (page layout.Page) {
	view, width, height := l.view()
	page = layout.Page{Number: number, Width: round(width), Height: round(height), Lines: []layout.Line{}}
	if l.value.IsNull() {
		page.Doubt = doubtMissing
		return page
	}
	in := &interpreter{doc: d, width: width, height: height, glyphs: d.glyphs[:0], active: map[string]bool{}}
	if err := in.page(l, view); err != nil {
		d.warn("page %d breaks off: %s", number, short(err))
		page.Doubt = doubtCut
	}
	d.glyphs = in.glyphs
	page.Lines = d.lines.arrange(in.glyphs)
	if page.Doubt == "" {
		page.Doubt = Doubt(page.Lines, in.drawn.marks(width, height))
	}
	return page
}

// short makes a warning of whatever was panicked with.
func short(x any) string {
	s := fmt.Sprint(x)
	const most = 160
	if len(s) > most {
		s = s[:most] + "…"
	}
	return s
}

// round keeps hundredths of a point: finer is noise, and takes room on disk.
func round(x float64) float64 { return math.Round(x*100)/100 + 0 } // + 0: never -0
