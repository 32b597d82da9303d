package paragraph

import (
	"regexp"
	"strings"
	"sync"

	"travaux/search/un"
)

// conferences are the conferences of parties whose resolutions and decisions have
// a number and no symbol of their own: by the symbol of their documents and by
// their names, in small letters.
var conferences = []struct {
	symbol string
	names  *regexp.Regexp
}{
	{"CAC/COSP", regexp.MustCompile(`conference of the states parties to the united nations convention against corruption|conférence des états parties à la convention des nations unies contre la corruption|conferencia de los estados partes en la convención de las naciones unidas contra la corrupción|конференци\p{L}* государств ?[-–—] ?участников конвенции организации объединенных наций против коррупции|مؤتمر الدول الأطراف في اتفاقية الأمم المتحدة لمكافحة الفساد|联合国反腐败公约》?缔约国会议`)},
	{"CTOC/COP", regexp.MustCompile(`conference of the parties to the united nations convention against transnational organized crime|conférence des parties à la convention des nations unies contre la criminalité transnationale organisée|conferencia de las partes en la convención de las naciones unidas contra la delincuencia organizada transnacional|конференци\p{L}* участников конвенции организации объединенных наций против транснациональной организованной преступности|مؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية|联合国打击跨国有组织犯罪公约》?缔约方会议`)},
}

// conferenceOf gives the symbol of the one conference that the document's lines or
// passages name; empty when they name none, or both.
func (d *document) conferenceOf(passages []un.Passage) string {
	found := ""
	for _, c := range conferences {
		named := false
		for i := 0; i < len(d.lines) && !named; i++ {
			named = strings.Contains(d.lines[i].text, c.symbol+"/")
		}
		for i := 0; i < len(passages) && !named; i++ {
			named = c.names.MatchString(small(passages[i].Text))
		}
		switch {
		case named && found != "":
			return ""
		case named:
			found = c.symbol
		}
	}
	return found
}

var (
	conferenceWord   = regexp.MustCompile(`conf[eé]ren[cs]|конференци|مؤتمر|缔约国会议|缔约方会议`)
	conferenceNumber = regexp.MustCompile(`^(decision )?([0-9]{1,2}/[0-9]{1,2})(,.*)?$`)
)

// tellConference gives the resolutions and decisions without a body the
// document's conference, in passages that name a conference: "4/2" becomes
// "CAC/COSP resolution 4/2".
func (d *document) tellConference(passages []un.Passage) {
	conference := sync.OnceValue(func() string { return d.conferenceOf(passages) })
	for i := range passages {
		for j := range passages[i].References {
			r := &passages[i].References[j]
			if r.Kind == refArticle || r.Kind == refSymbol {
				continue
			}
			m := conferenceNumber.FindStringSubmatch(r.Target)
			if m == nil || !conferenceWord.MatchString(small(passages[i].Text)) || conference() == "" {
				continue
			}
			if m[1] == "" {
				m[1] = "resolution "
			}
			r.Target = conference() + " " + m[1] + m[2] + m[3]
		}
	}
}
