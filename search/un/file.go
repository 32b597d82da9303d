package un

import "strings"

// identifyFile reads a file name made of a symbol: "_" for "/", a language and an
// extension behind it, as the UN Digital Library writes ("A_C.4_SR.985-FR.pdf")
// and bitexts do ("A_67_352_Add_1_EA"). Several symbols are joined by "&".
func identifyFile(s string) (Identity, bool) {
	name := strings.Trim(s, " ")
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	if !strings.Contains(name, "_") {
		return Identity{}, false
	}
	name, _ = cutExtension(name)
	for _, stem := range stems(name) {
		if id, ok := fileSymbols(stem); ok {
			return id, true
		}
	}
	return Identity{}, false
}

// stems gives a file name without its language, the likeliest reading first.
func stems(name string) []string {
	var out []string
	if i := strings.LastIndexAny(name, "-_."); i > 0 && languageTail(name[i+1:]) {
		out = append(out, name[:i])
	}
	return append(out, name)
}

// languageTail reports whether a name's last part is a language: EN, fr, or the
// letters of a pair, EA.
func languageTail(s string) bool {
	switch strings.ToLower(s) {
	case "en", "fr", "es", "ru", "ar", "zh", "de", "e", "f", "s", "r", "a", "c":
		return true
	}
	return len(s) == 2 && strings.Trim(s, "AEFRSC") == ""
}

// fileSymbols reads the symbols a file name's stem is made of.
func fileSymbols(stem string) (Identity, bool) {
	stem = strings.NewReplacer("!", "*", "%", ";", "#", ":", "^", "").Replace(stem)
	var all []Symbol
	for _, part := range strings.Split(stem, "&") {
		joint := splitJoint(unslash(part))
		if joint == nil {
			return Identity{}, false
		}
		all = append(all, joint...)
	}
	if all[0].Unknown {
		return Identity{}, false
	}
	id := of(IsFile, all[0])
	for _, other := range all[1:] {
		id.Alias = append(id.Alias, other.String())
	}
	return id, true
}

// unslash puts the slashes back, and the full stop between a modifier and its
// number.
func unslash(stem string) string {
	parts := strings.Split(stem, "_")
	out := parts[0]
	for i, p := range parts[1:] {
		sep := "/"
		if modifierName(strings.ToLower(parts[i])) != "" && isDigits(p) {
			sep = "."
		}
		out += sep + p
	}
	return out
}
