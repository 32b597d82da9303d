package paragraph

import (
	"regexp"
	"strconv"
	"strings"

	"travaux/search/un"
)

const (
	articleWord   = `(?:\barticles?|\barts?\.|\bart[ií]culos?|стать\p{L}{1,3}|\bст\.|(?:ال|لل)ماد(?:ة|تين|تان)|(?:ال|لل)مواد(?: من)?)`
	paragraphWord = `(?:\bsub)?(?:\bparagraphe?s?|\bparas?\.?|\bpar\.|\bpárrafos?|\bpárrs?\.|пункт\p{L}{0,3}|\bпп?\.|(?:ال|لل)فقر(?:ة|تين|تان|ات)(?: من)?)`
)

var (
	articleForm  = patternOf(articleWord + `\s?`)
	firstArticle = patternOf(`\barticle premier`)
	// paragraphBefore is "paragraph 13 of" before the word for an article.
	paragraphBefore = regexp.MustCompile(`(?:` + paragraphWord + `)\s?([0-9٠-٩]{1,2})((?:\s?\([a-z]\)|\s[a-z]\))?)\s?(?:of|de l[’']|du|de la|del|de|من)?\s?$`)
	paragraphBehind = regexp.MustCompile(`^\s?[,،]?\s?(?:` + paragraphWord + `)\s?|^\s?\(`)
	chineseArticle  = patternOf(`第\s?([0-9一二三四五六七八九十百]{1,5})\s?(?:[至到、和-]\s?(?:第\s?)?([0-9一二三四五六七八九十百]{1,5})\s?)?条(?:第\s?([0-9一二三四五六七八九十]{1,3})\s?款)?(?:第?\s?[(（]([一二三四五六七八九十a-z0-9]{1,2})[)）]\s?(?:项|款)?)?`)
	// nationalLaw is what an article belongs to that is of no treaty.
	nationalLaw = patternOf(`^[^.;]{0,60}?\b(?:of|de|du|del|de la)\s(?:the |la |le |l[’'])?(?:[\p{L}’'-]+ ){0,4}?(?:penal|criminal|civil|labou?r|family|code|constitution|act\b|law\b|ordinance|decree|código|constitución|ley\b|loi\b|constitución)|^[^.;]{0,40}?(?:конституции|уголовного|гражданского|кодекса|закона)|^[^.;]{0,30}?(?:من (?:الدستور|قانون|القانون))|^[^。；]{0,10}?(?:宪法|刑法|民法)`)
)

// articles finds articles of treaties, in the form "46(13)": "article 46,
// paragraph 13", "para. 13 of art. 46", "articles 43 to 50". Articles of national
// laws are left out where the text names the law.
func articles(low string) []un.Reference {
	var refs []un.Reference
	for _, m := range firstArticle.FindAllStringIndex(low, -1) {
		refs = append(refs, un.Reference{Kind: refArticle, Target: "1", Start: m[0], End: m[1]})
	}
	done := 0
	for _, m := range articleForm.FindAllStringIndex(low, -1) {
		list := numberList(low, m[1])
		if len(list) == 0 || nationalLaw.MatchString(low[list[len(list)-1].end:]) {
			continue
		}
		refs = append(refs, articleList(low, m[0], list, done)...)
		done = refs[len(refs)-1].End
	}
	if strings.Contains(low, "条") {
		refs = append(refs, chineseArticles(low)...)
	}
	return refs
}

// articleList makes references of the articles behind one word. What stands
// before done belongs to the articles before.
func articleList(low string, start int, list []cited, done int) []un.Reference {
	var refs []un.Reference
	for i, c := range list {
		from := c.from
		if i == 0 {
			from = start
		}
		target, end := c.number, c.end
		switch {
		case c.to != "":
			refs = append(refs, articleRange(c, from)...)
			continue
		case c.sub != "":
			target += strings.ReplaceAll(c.sub, " ", "")
		}
		if b := paragraphBefore.FindStringSubmatchIndex(low[:start]); i == 0 && b != nil && b[0] >= done {
			number, _ := digitsAt(low[:b[3]], b[2])
			target += "(" + number + ")" + strings.ReplaceAll(subOf(low[b[4]:b[5]]), " ", "")
			from = b[0]
		} else if i == len(list)-1 {
			if p, stop := paragraphOf(low, c.end); p != "" {
				target, end = target+p, stop
			}
		}
		refs = append(refs, un.Reference{Kind: refArticle, Target: target, Start: from, End: end})
	}
	return refs
}

// articleRange makes a reference of each article of a range; they share its place.
func articleRange(c cited, from int) []un.Reference {
	first, _ := strconv.Atoi(c.number)
	last, _ := strconv.Atoi(c.to)
	var refs []un.Reference
	for n := first; n <= min(last, first+60); n++ {
		refs = append(refs, un.Reference{Kind: refArticle, Target: strconv.Itoa(n), Start: from, End: c.end})
	}
	return refs
}

// paragraphOf reads ", paragraph 13 (a)" or "(13)" behind an article.
func paragraphOf(low string, at int) (paragraph string, end int) {
	m := paragraphBehind.FindStringIndex(low[at:])
	if m == nil {
		return "", 0
	}
	c, ok := citedAt(low, at+m[1])
	if !ok || len(c.number) > 2 || c.to != "" {
		return "", 0
	}
	if strings.HasSuffix(low[at:at+m[1]], "(") {
		if !strings.HasPrefix(low[c.end:], ")") {
			return "", 0
		}
		return "(" + c.number + ")", c.end + 1
	}
	return "(" + c.number + ")" + strings.ReplaceAll(c.sub, " ", ""), c.end
}

func chineseArticles(low string) []un.Reference {
	var refs []un.Reference
	for _, m := range chineseArticle.FindAllStringSubmatchIndex(low, -1) {
		if nationalLaw.MatchString(low[:m[0]]) && strings.HasSuffix(low[:m[0]], "法") {
			continue
		}
		c := cited{from: m[0], end: m[1]}
		c.number, _ = digitsAt(low[:m[3]], m[2])
		if m[4] >= 0 {
			c.to, _ = digitsAt(low[:m[5]], m[4])
		}
		switch {
		case c.number == "":
		case c.to != "" && later(c.number, c.to):
			refs = append(refs, articleRange(c, m[0])...)
		default:
			target := c.number
			if m[6] >= 0 {
				number, _ := digitsAt(low[:m[7]], m[6])
				target += "(" + number + ")"
			}
			refs = append(refs, un.Reference{Kind: refArticle, Target: target, Start: m[0], End: m[1]})
		}
	}
	return refs
}
