package paragraph

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// mastheadForms are lines that only a masthead has, in the six languages.
var mastheadForms = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^distr(?:\.|ibu)|^dist\.\s?:|^(?:general|limited|restricted|générale|limitée|restreinte|limitada|restringida|reservada)$|^Общий$|^分发|^普遍|^一般|^التوزيع|توزيع`),
	regexp.MustCompile(`(?i)^original(?:\s?:|e\s?:)|^оригинал|^язык оригинала|^الأصل|^原文|original: *(?:english|french|spanish|russian|arabic|chinese|inglés|anglais)`),
	regexp.MustCompile(`(?i)^(?:\d{1,2}(?:er)? (?:de )?\p{L}{3,12}\.? (?:de )?(?:\d{4})|\p{L}{3,9} \d{4}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} \p{L}{3,12}(?: г(?:ода|\.))?)$|^\d{1,2} \p{Arabic}.{0,40}\d{4}$`),
	regexp.MustCompile(`(?i)^(?:united|nations|united nations|nations unies|naciones unidas|организация|объединенных наций|объединенные нации|организация объединенных наций|الأمم المتحدة|联合国|general assembly|assemblée générale|asamblea general|генеральная ассамблея|الجمعية العامة|大会|security council|conseil de sécurité|consejo de seguridad|совет безопасности|مجلس الأمن|安全理事会|economic and social council|conseil économique et social|consejo económico y social|экономический и социальный совет|المجلس الاقتصادي والاجتماعي|经济及社会理事会|secretariat|unies|unidas)$`),
	regexp.MustCompile(`(?i)^(?:provisional )?(?:agenda )?items? \d|^agenda items?\b|^points? \d.*ordre du jour|^temas? \d|^пункты? \d|^البن(?:د|ود)|^(?:临时)?议程(?:草案)?[*∗]{0,2}项目`),
	regexp.MustCompile(`(?i)^[\p{L} -]{3,40}(?:session|year|период сессии|сессия)(?:,? \d{4})?$|^(?:annual |regular |\d{4} )session(?: \d{4})?$|session$|^.{3,40}período(?: extraordinario)? de sesiones$|^الدورة|^第.{1,8}(?:届会议|届|年|次会议)`),
	regexp.MustCompile(`(?i)^(?:english|french|spanish|russian|arabic|chinese) only$|^for (?:decision|information)$|^unrestricted$`),
	regexp.MustCompile(`^[\p{Lu}\p{Arabic}][\p{L} ,.'’()-]{2,40}[,،] \d{1,2}.{3,40}\d{4}(?: г(?:ода|\.))?$|^\d{4}年\d{1,2}月\d{1,2}日.{0,30}$`),
}

// strongForms are the first forms: one of them makes the page's head a masthead.
const strongForms = 3

// markMasthead marks the lines of the first page down to the last one that only
// a masthead has, and the title of the agenda item below it. Down is measured
// on the page where lines have places: its right column may be read last.
func (d *document) markMasthead() {
	n := 0
	for n < len(d.sheets) && d.sheets[n].first == d.sheets[n].last {
		n++
	}
	if n == len(d.sheets) {
		return
	}
	s := d.sheets[n]
	last, strong, weak := -1, 0, 0
	end, floor := d.mastheadEnd(s)
	for i := s.first; i < end; i++ {
		l := d.lines[i]
		f := mastheadForm(l)
		if f < 0 || l.placed() && l.y >= floor {
			continue
		}
		if last < 0 || !l.placed() || l.y > d.lines[last].y {
			last = i
		}
		if f < strongForms {
			strong++
		} else {
			weak++
		}
	}
	if last < 0 || strong == 0 || strong+weak < 2 {
		return
	}
	lowest := d.agendaTitle(last, s)
	for i := s.first; i < s.last; i++ {
		l := d.lines[i]
		above := i <= lowest
		if l.placed() {
			above = l.y <= d.lines[lowest].y
		}
		if above && l.role == body && l.heading == 0 {
			d.lines[i].role = masthead
		}
	}
}

// mastheadEnd gives where running text begins on the page: the index of its
// first line, and its height on the page.
func (d *document) mastheadEnd(s sheet) (end int, floor float64) {
	for i := s.first; i < min(s.last, s.first+45); i++ {
		if !d.running(i, s.last) {
			continue
		}
		if d.lines[i].placed() {
			return s.last, d.lines[i].y
		}
		return i, 0
	}
	return min(s.last, s.first+45), s.height
}

// mastheadForm gives the number of the form that the line, or a piece of it,
// has; -1: none.
func mastheadForm(l line) int {
	cells := l.cells
	if len(cells) == 0 {
		cells = []string{l.text}
	}
	for _, c := range cells {
		if utf8.RuneCountInString(c) > 80 || startsLower(c) && !strings.HasPrefix(c, "distr") || strings.HasSuffix(c, ".") && len(c) > 20 {
			continue
		}
		if symbolLine.MatchString(c) {
			return 0
		}
		for f, re := range mastheadForms {
			if re.MatchString(strings.TrimRight(c, "*∗ ")) {
				return f
			}
		}
	}
	return -1
}

// running reports whether running text begins at line i: a numbered paragraph,
// or a long line that is followed by another.
func (d *document) running(i, end int) bool {
	l := d.lines[i]
	if lab, ok := paragraphLabel(l.text, d.lang); ok && !lab.glued && utf8.RuneCountInString(lab.text) > 40 {
		return true
	}
	if !l.placed() {
		return utf8.RuneCountInString(l.text) > 250
	}
	long := func(l line) bool {
		return utf8.RuneCountInString(l.text) > 60 && l.w > 0.55*d.sheets[l.sheet].width && len(l.cells) < 2 && !l.bold
	}
	return i+1 < end && long(l) && long(d.lines[i+1]) && d.bodySized(l)
}

// agendaTitle takes in the lines below an agenda item line that continue it:
// the same edge, no gap.
func (d *document) agendaTitle(last int, s sheet) int {
	l := d.lines[last]
	if mastheadForm(l) != 4 {
		return last
	}
	short := func(l line) bool { return utf8.RuneCountInString(l.text) < 150 && !strings.HasSuffix(l.text, ".") }
	if !l.placed() {
		if last+2 < s.last && d.lines[last+1].heading == 0 && short(d.lines[last+1]) && short(d.lines[last+2]) && !isNumbered(d.lines[last+1].text, d.lang) {
			return last + 1
		}
		return last
	}
	for i := last + 1; i < s.last; i++ {
		prev, next := d.lines[i-1], d.lines[i]
		if next.x > l.x+6 || next.x < l.x-6 || next.y-prev.y > 1.4*max(prev.h, s.pitch) || next.size > l.size+0.5 {
			break
		}
		last = i
	}
	return last
}
