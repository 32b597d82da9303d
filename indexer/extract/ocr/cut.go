package ocr

import (
	"image"
	"slices"
)

// grown widens the box of a span to where its ink ends or a sure word begins:
// letters of another script are at times not taken for letters at all. It takes
// the words in the wider box along, but for the first ones, which are taken.
func grown(page *image.Gray, words []word, s span, taken int) (span, image.Rectangle) {
	x, y, w, h := piece(words[s.first:s.last]).box()
	box := image.Rect(x, y, x+w, y+h).Intersect(page.Bounds())
	left, right := page.Rect.Min.X, page.Rect.Max.X
	for i, other := range words {
		if i >= s.first && i < s.last || other.bottom() <= box.Min.Y || other.y >= box.Max.Y || other.confidence < surePage {
			continue
		}
		if other.x+other.w/2 < x+w/2 {
			left = max(left, other.right())
		} else {
			right = min(right, other.x)
		}
	}
	box.Min.X = inkEnd(page, box, box.Min.X, min(left, box.Min.X), -1)
	box.Max.X = inkEnd(page, box, box.Max.X, max(right, box.Max.X), 1)
	inside := func(w word) bool {
		return w.x >= box.Min.X && w.right() <= box.Max.X && w.y < box.Max.Y && w.bottom() > box.Min.Y
	}
	for s.first > taken && inside(words[s.first-1]) {
		s.first--
	}
	for s.last < len(words) && inside(words[s.last]) {
		s.last++
	}
	return s, box
}

// inkEnd goes from x towards limit, in steps of 1 or -1, as long as no white
// wider than a space comes, and gives the place after the last ink.
func inkEnd(page *image.Gray, box image.Rectangle, x, limit, step int) int {
	end := x
	for ; x != limit && (x-end)*step <= box.Dy()/2; x += step {
		for y := box.Min.Y; y < box.Max.Y; y++ {
			if dark(page.GrayAt(x, y)) {
				end = x
				break
			}
		}
	}
	if end != x && step > 0 && end > box.Max.X {
		end++
	}
	return end
}

// cutBySize cuts a box where its first letters are larger than the rest, by a
// quarter at least.
func cutBySize(page *image.Gray, box image.Rectangle) []image.Rectangle {
	glyphs := inkRuns(page, box)
	if len(glyphs) < 4 {
		return []image.Rectangle{box}
	}
	heights := make([]int, len(glyphs))
	for i, g := range glyphs {
		heights[i] = g.Dy()
	}
	slices.Sort(heights)
	usual := heights[len(heights)/2]
	large := 0
	for large < len(glyphs) && glyphs[large].Dy()*4 >= usual*5 {
		large++
	}
	if large == 0 || large > 6 || large == len(glyphs) {
		return []image.Rectangle{box}
	}
	at := (glyphs[large-1].Max.X + glyphs[large].Min.X + 1) / 2
	left, right := box, box
	left.Max.X, right.Min.X = at, at
	return []image.Rectangle{left, right}
}

// inkRuns gives the boxes of ink that white columns part.
func inkRuns(page *image.Gray, box image.Rectangle) []image.Rectangle {
	var runs []image.Rectangle
	var run image.Rectangle
	for x := box.Min.X; x <= box.Max.X; x++ {
		ink := image.Rectangle{}
		for y := box.Min.Y; x < box.Max.X && y < box.Max.Y; y++ {
			if dark(page.GrayAt(x, y)) {
				ink = ink.Union(image.Rect(x, y, x+1, y+1))
			}
		}
		switch {
		case !ink.Empty():
			run = run.Union(ink)
		case !run.Empty():
			runs = append(runs, run)
			run = image.Rectangle{}
		}
	}
	return runs
}
