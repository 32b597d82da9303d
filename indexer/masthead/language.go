package masthead

import (
	"strings"

	"travaux/indexer/layout"
)

// readLanguage reads the language of the rendition and of the original. The
// line of its own ("Russian", "Français") above "Original:" decides, unless the
// text is in another script; without one the text itself does. Mastheads in
// Arabic, Chinese and Russian are in English but for the names of the bodies, so
// the block's own words count only for French and Spanish.
func (s *sheet) readLanguage(m *Masthead, declared string) {
	own, original, spelled := s.namedLanguages()
	if original != "" {
		m.Original = original
		m.set("original", 1)
	}
	body := detect(s.bodyText(1))
	if body == "" {
		body = detect(s.bodyText(6))
	}
	switch {
	case own != "" && (body == "" || scriptOf(own) == scriptOf(body)):
		m.Language = own
		m.set("language", 1)
	case body != "" && spelled != "" && scriptOf(body) == "latin":
		m.Language = spelled
		m.set("language", 0.9)
	case body != "":
		m.Language = body
		m.set("language", 0.9)
	case own+spelled != "":
		m.Language = own + spelled
		m.set("language", 0.6)
	default:
		s.guessLanguage(m, declared)
	}
}

// guessLanguage takes the language of the title where the text tells none, then
// what the file declares.
func (s *sheet) guessLanguage(m *Masthead, declared string) {
	var head strings.Builder
	for _, l := range s.lines[min(s.headerEnd, len(s.lines)):min(s.headerEnd+8, len(s.lines))] {
		head.WriteString(l.text)
		head.WriteByte('\n')
	}
	switch tag := detect(head.String()); {
	case tag != "":
		m.Language = tag
		m.set("language", 0.6)
	case s.itemLanguage() != "":
		m.Language = s.itemLanguage()
		m.set("language", 0.6)
	case s.onlyOne() != "":
		m.Language = s.onlyOne()
		m.set("language", 0.6)
	case s.nameLanguage() != "":
		m.Language = s.nameLanguage()
		m.set("language", 0.5)
	case declared != "" && len(s.lines) > 0:
		m.Language = declared
		m.set("language", 0.3)
	}
}

// itemLanguage returns the language of the line of the agenda item.
func (s *sheet) itemLanguage() string {
	for _, l := range s.lines {
		if l.kind != kindItem {
			continue
		}
		for i, re := range itemREs {
			if re.MatchString(WesternDigits(l.text)) {
				return [...]string{"en", "fr", "es", "ru", "ar", "zh"}[i]
			}
		}
	}
	return ""
}

// onlyOne returns the language of "English only", if it is one.
func (s *sheet) onlyOne() string {
	for _, l := range s.lines {
		if tags := onlyLanguages(l.folded); len(tags) == 1 {
			return tags[0]
		}
	}
	return ""
}

// nameLanguage returns the language in which the head names the organization.
func (s *sheet) nameLanguage() string {
	for _, l := range s.lines {
		for name, tag := range map[string]string{
			"united nations": "en", "nations unies": "fr", "naciones unidas": "es", fold("организация объединенных наций"): "ru", fold("الأمم المتحدة"): "ar", "联合国": "zh",
		} {
			if strings.HasPrefix(l.folded, name) {
				return tag
			}
		}
	}
	return ""
}

// namedLanguages returns the languages the block names: that of the rendition,
// that of the original, and the language in which the original's is spelled
// where that tells something.
func (s *sheet) namedLanguages() (own, original, spelled string) {
	seen := false // a name below "Original:" is of the original too
	for i, l := range s.lines[:min(len(s.lines), s.blockEnd+1)] {
		switch l.kind {
		case kindLanguage:
			tags := languagesOf(l.folded)
			if own == "" && !seen && len(tags) == 1 {
				own = tags[0]
			}
		case kindOriginal:
			seen = true
			named := originalRE.FindStringSubmatch(l.folded)
			if tag := languageNames[named[1]]; tag != "" && own == "" {
				own = tag
			}
			value := named[2]
			if value == "" && i+1 < len(s.lines) {
				value = s.lines[i+1].folded
			}
			if original == "" {
				original, spelled = originalLanguage(value)
			}
		}
	}
	return own, original, spelled
}

// originalLanguage reads what stands behind "Original:".
func originalLanguage(folded string) (tag, spelled string) {
	first := strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune(" /,;.:*", r) })
	if len(first) == 0 {
		return "", ""
	}
	return languageNames[first[0]], spelledIn[first[0]]
}

// bodyText returns the text the language is told by: what follows the head on
// the first page, and the next pages up to the given number.
func (s *sheet) bodyText(pages int) string {
	var b strings.Builder
	for i, p := range s.pages[:min(pages, len(s.pages))] {
		from := 0
		if i == 0 {
			from = s.textStart(p)
		}
		for _, l := range p.Lines[min(from, len(p.Lines)):] {
			if b.Len() > 12000 {
				return b.String()
			}
			b.WriteString(clean(l.Text[:min(len(l.Text), 4000)]))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// textStart returns the index of the page's first line behind the block.
func (s *sheet) textStart(p layout.Page) int {
	if s.blockEnd == 0 || s.blockEnd > len(s.lines) {
		return 0
	}
	last := s.lines[s.blockEnd-1].Line
	for i, l := range p.Lines {
		if l.Text == last.Text && l.X == last.X && l.Y == last.Y {
			return i + 1
		}
	}
	return 0
}
