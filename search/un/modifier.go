package un

import "strings"

// modifierName gives the canonical name of a modifier's word, in any language
// in which it stands in symbols, "" when it is none.
func modifierName(word string) string {
	switch word {
	case "add", "addendum", "addenda", "adenda", "additif", "adición", "adicion", "добавление", "إضافة", "增编":
		return "Add"
	case "amend", "amendment":
		return "Amend"
	case "corr", "corrigendum", "corrigenda", "rectificatif", "corrección", "correccion", "исправление", "تصويب", "更正":
		return "Corr"
	case "rev", "revision", "révision", "revisión":
		return "Rev"
	case "supp", "suppl", "supplement", "supplément", "suplemento":
		return "Supp"
	case "sess":
		return "Sess"
	case "summary":
		return "Summary"
	case "excerpt":
		return "Excerpt"
	}
	return ""
}

// parseModifier reads one component as a modifier: "Corr.1", "REV-1", "corr 1",
// "Supp".
func parseModifier(comp string) (string, bool) {
	s := strings.ToLower(comp)
	if part, ok := partModifier(s); ok {
		return part, true
	}
	end := strings.IndexAny(s, ".- 0123456789")
	if end < 0 {
		end = len(s)
	}
	name := modifierName(s[:end])
	if name == "" {
		return "", false
	}
	number := strings.TrimLeft(s[end:], ".- ")
	if number == "" {
		return name, true
	}
	number = strings.TrimLeft(number, "0")
	if !isDigits(number) || name == "Summary" || name == "Excerpt" {
		return "", false
	}
	return name + "." + number, true
}

// partModifier reads the part of a document issued in lettered parts, "Part A", as
// section documents of the programme budget are: A/81/6 (Sect. 11)/Part A.
func partModifier(s string) (string, bool) {
	letter, ok := strings.CutPrefix(s, "part")
	letter = strings.TrimLeft(letter, " ")
	if !ok || len(letter) != 1 || !isLower(letter[0]) {
		return "", false
	}
	return "Part" + strings.ToUpper(letter), true
}

// splitGlued parts a component from the modifier that is glued to it, with a
// full stop or nothing for the slash: "20.Supp", "685REV".
func splitGlued(comp string) (item, modifier string, ok bool) {
	for i := 1; i < len(comp); i++ {
		if !isDigit(comp[i-1]) && comp[i-1] != ')' {
			continue
		}
		rest := strings.TrimLeft(comp[i:], ".- ")
		if rest == "" || isDigit(rest[0]) {
			continue
		}
		if m, ok := parseModifier(rest); ok {
			return comp[:i], m, true
		}
	}
	return comp, "", false
}

// takeModifiers takes the modifiers off the end of a symbol's components, each
// in canonical spelling. The parenthesis that stands behind the last modifier
// is given apart.
func takeModifiers(comps []string) (rest, modifiers []string, paren string) {
	rest = comps
	for len(rest) > 1 {
		last := rest[len(rest)-1]
		text, p := last, ""
		if i := strings.IndexByte(last, '('); i > 0 && strings.HasSuffix(last, ")") {
			text, p = last[:i], last[i+1:len(last)-1]
		}
		m, ok := parseModifier(text)
		if ok {
			if p != "" && len(modifiers) > 0 {
				return rest, modifiers, paren
			}
			paren = p + paren
			modifiers = append([]string{m}, modifiers...)
			rest = rest[:len(rest)-1]
			continue
		}
		item, m, ok := splitGlued(last)
		if !ok {
			return rest, modifiers, paren
		}
		modifiers = append([]string{m}, modifiers...)
		rest = append(append([]string{}, rest[:len(rest)-1]...), item)
	}
	return rest, modifiers, paren
}
