package masthead

import (
	"regexp"
	"strings"

	"travaux/search/un"
)

// jobRE finds a job number with what is printed behind it: the language, the
// initials and the dates of the print shop.
var jobRE = regexp.MustCompile(`^((?:(?:GE|V|K|NA|M|N)\. ?|B)?\d{2}- ?[\dIlO]{5})X?\*{0,2}(?: ?\d{3,4}[a-z])?(?: ?\([A-Z]\))?(?: ?(?:[A-Z]{2,3} )?[\d ]*)?[ ./I]*$`)

// runningJobRE finds a job number beside the page number in a running foot.
var runningJobRE = regexp.MustCompile(`(?:^|\s)((?:(?:GE|V|K|NA|M)\. ?|B)?\d{2}-\d{5})(?:\s|$)`)

// stampRE finds the dates of the print shop alone, as text files have them that
// keep the wide gap behind the job number: "030931 040931".
var stampRE = regexp.MustCompile(`^\d{6}(?: ?\d{6})?$`)

// readJob reads the job number: of the first page where it is printed there,
// else of the running feet.
func (s *sheet) readJob(m *Masthead) {
	if len(s.pages) == 0 {
		return
	}
	for _, l := range s.lines {
		if job := jobOf(l.text); job != "" {
			m.Job = job
			m.set("job", 1)
			return
		}
	}
	for _, l := range s.pages[0].Lines {
		for _, part := range columns(l.Text[:min(len(l.Text), longLine)]) {
			if job := jobOf(part); job != "" {
				m.Job = job
				m.set("job", 1)
				return
			}
		}
	}
	if job := s.runningJob(); job != "" {
		m.Job = job
		m.set("job", 0.8)
	}
}

// runningJob returns the job number that stands in the heads and feet of at
// least two of the following pages.
func (s *sheet) runningJob() string {
	counts := map[string]int{}
	best := ""
	for _, l := range s.running {
		found := runningJobRE.FindStringSubmatch(l.text)
		if found == nil || len(l.text) > 40 {
			continue
		}
		if job, ok := un.ParseJob(found[1]); ok {
			counts[job]++
			if counts[job] > counts[best] {
				best = job
			}
		}
	}
	if counts[best] < 2 && len(s.pages) > 2 {
		return ""
	}
	return best
}

// IsJobLine reports whether a line is a job number with what is printed behind
// it, "V.13-84042 (E) 260613 270613", or the bar code that goes with it.
func IsJobLine(text string) bool {
	text = clean(text)
	return jobOf(text) != "" || barCodeRE.MatchString(text)
}

// jobOf returns the job number a line consists of, in canonical form.
func jobOf(text string) string {
	if len(text) > 60 {
		return ""
	}
	found := jobRE.FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	text = strings.ReplaceAll(found[1], " ", "")
	digits := strings.NewReplacer("I", "1", "l", "1", "O", "0").Replace(text[len(text)-5:])
	job, ok := un.ParseJob(text[:len(text)-5] + digits)
	if !ok {
		return ""
	}
	return job
}
