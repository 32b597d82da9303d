package un

import "strings"

// ParseJob reads a job number in any of its forms and gives the canonical one:
// "V.13-84042 (E) 260613 270613", "*1384042*", "V1501966.doc" give "V.13-84042"
// and so on; New York's have no letter, "11-37476". ODS file names of New York
// begin with N.
func ParseJob(s string) (job string, ok bool) {
	s = strings.Trim(fold(s), " ")
	if inner, found := strings.CutPrefix(s, "*"); found {
		inner, found = strings.CutSuffix(inner, "*")
		if found && len(inner) == 7 && isDigits(inner) {
			return "V." + inner[:2] + "-" + inner[2:], true
		}
	}
	office, rest := cutOffice(s)
	year, rest := cutDigits(rest)
	if len(year) == 7 {
		year, rest = year[:2], year[2:]+rest
	} else {
		rest = strings.TrimPrefix(rest, "-")
	}
	number, rest := cutDigits(rest)
	if len(year) != 2 || len(number) != 5 {
		return "", false
	}
	dashed := strings.Contains(s, year+"-"+number)
	stem, file := cutExtension(rest)
	switch {
	case file && fileTail(stem):
		// A publication's file name has the dash but lost Vienna's letter.
		if office == "" && dashed {
			office = "V."
		}
	case file || !jobTail(rest) || office == "" && !dashed && s[0] != 'N':
		return "", false
	}
	return office + year + "-" + number, true
}

// cutOffice takes the office off a job number: Vienna, Geneva, Nairobi, Bangkok; New York
// is empty.
func cutOffice(s string) (office, rest string) {
	upper := strings.ToUpper(s)
	for _, o := range []struct{ printed, canonical string }{
		{"GE", "GE."}, {"G", "GE."}, {"B", "B"}, {"V", "V."}, {"K", "K."}, {"NA", "NA."}, {"N", ""}, {"M", "M."},
	} {
		if strings.HasPrefix(upper, o.printed) {
			rest = strings.TrimLeft(s[len(o.printed):], ". ")
			if rest != "" && isDigit(rest[0]) {
				return o.canonical, rest
			}
		}
	}
	return "", s
}

// cutExtension takes a document's extension off a file name.
func cutExtension(s string) (stem string, ok bool) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return s, false
	}
	switch strings.ToLower(s[i+1:]) {
	case "pdf", "doc", "docx", "txt", "htm", "html", "wpf", "wpd":
		return s[:i], true
	}
	return s, false
}

// fileTail reports whether what follows the number in a file name is nothing or
// a language's letter.
func fileTail(s string) bool {
	s = strings.TrimPrefix(strings.ToUpper(s), "_")
	return s == "" || len(s) == 1 && strings.Contains("AEFRSCX", s)
}

// jobTail reports whether what follows a printed job number is what follows
// them: asterisks, the language in parentheses, initials and dates.
func jobTail(s string) bool {
	s = strings.TrimLeft(s, "* ")
	if s == "" {
		return true
	}
	if len(s) < 3 || s[0] != '(' || s[2] != ')' || !isUpper(s[1]&^0x20) {
		return false
	}
	for _, f := range strings.Fields(s[3:]) {
		if !isDigits(f) && len(f) > 3 && strings.Trim(f, "*0123456789") != "" {
			return false
		}
	}
	return true
}

func identifyJob(s string) (Identity, bool) {
	job, ok := ParseJob(s)
	return Identity{Kind: IsJob, Canonical: job, Key: job}, ok
}
