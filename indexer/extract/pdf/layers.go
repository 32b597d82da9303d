package pdf

import (
	"fmt"
	"slices"
	"strings"

	reader "github.com/ledongthuc/pdf"
)

// layers are the optional content groups of a file that are off when it is
// opened (ISO 32000-1, 8.11), by the numbers of their objects. What belongs to
// them is not seen: drafts, other languages, answers. It is nil for a file
// without any.
type layers map[string]bool

// readLayers reads the configuration that a file opens with.
func readLayers(root reader.Value) layers {
	properties := root.Key("OCProperties")
	if properties.IsNull() {
		return nil
	}
	config := properties.Key("D")
	off := layers{}
	if config.Key("BaseState").Name() == "OFF" {
		for _, group := range references(printed(properties.Key("OCGs"))) {
			off[group] = true
		}
		for _, group := range references(printed(config.Key("ON"))) {
			delete(off, group)
		}
	}
	for _, group := range references(printed(config.Key("OFF"))) {
		off[group] = true
	}
	return off
}

// hides reports whether an entry of a dictionary names optional content that is
// off: a group, or a membership in groups.
func (l layers) hides(holder reader.Value, key string) bool {
	if l == nil {
		return false
	}
	content := holder.Key(key)
	if content.Key("Type").Name() != "OCMD" {
		return l[reference(holder, key)]
	}
	if e := content.Key("VE"); e.Kind() == reader.Array {
		return !l.shown(printed(e))
	}
	groups := references(printed(content.Key("OCGs")))
	if one := reference(content, "OCGs"); content.Key("OCGs").Kind() == reader.Dict {
		groups = []string{one}
	}
	if len(groups) == 0 {
		return false
	}
	isOff := func(group string) bool { return l[group] }
	isOn := func(group string) bool { return !l[group] }
	switch content.Key("P").Name() {
	case "AllOn":
		return slices.ContainsFunc(groups, isOff)
	case "AnyOff":
		return !slices.ContainsFunc(groups, isOff)
	case "AllOff":
		return slices.ContainsFunc(groups, isOn)
	}
	return !slices.ContainsFunc(groups, isOn)
}

// shown works out a visibility expression (ISO 32000-1, table 99).
func (l layers) shown(expression []operand) bool {
	if len(expression) == 0 {
		return true
	}
	var terms []bool
	for _, group := range references(expression) {
		terms = append(terms, !l[group])
	}
	for _, o := range expression {
		if o.kind == kindArray {
			terms = append(terms, l.shown(o.list))
		}
	}
	switch expression[0].str {
	case "And":
		return !slices.Contains(terms, false)
	case "Not":
		return !slices.Contains(terms, true)
	}
	return slices.Contains(terms, true)
}

// The library gives what a reference leads to and keeps the reference to itself,
// but for the printed form of what holds it. Two groups may well be alike, so
// their numbers are taken from there.

// printed gives the items of an array as the library prints it.
func printed(array reader.Value) []operand {
	if array.Kind() != reader.Array {
		return nil
	}
	l := &lexer{data: []byte(array.String())}
	o, _ := l.token(1)
	return o.list
}

// references gives the object numbers of the references among items.
func references(items []operand) (numbers []string) {
	for i := 2; i < len(items); i++ {
		if items[i].kind == kindOperator && items[i].str == "R" {
			numbers = append(numbers, fmt.Sprintf("%.0f", items[i-2].num))
		}
	}
	return numbers
}

// reference gives the object number that an entry of a dictionary refers to, ""
// if it holds its value itself.
func reference(holder reader.Value, key string) string {
	_, rest, _ := strings.Cut(holder.String(), "/"+key+" ")
	var number, generation uint32
	if n, _ := fmt.Sscanf(rest, "%d %d R", &number, &generation); n != 2 {
		return ""
	}
	return fmt.Sprint(number)
}
