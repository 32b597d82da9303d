package paragraph

import (
	"regexp"
	"strings"
	"sync"

	"travaux/search/un"
)

// form is one way to say what is changed.
type form struct {
	action un.Action
	re     *regexp.Regexp
	placed bool // it needs a place before it
}

// The parts of forms: something quoted, or words; and the nouns that may stand
// before it.
const (
	quotedText = `“[^”]+”|"[^"]+"|«[^»]+»|„[^“”]+[“”]|「[^」]+」|『[^』]+』|‘[^’]+’`
	formNoun   = `(?:(?:the |the existing |les? |la |los? |las? |el |l['’])?(?:mots?|words?|phrase|figures?|number|date|symbol|term|expression|name|chiffres?|membre de phrase|nom|palabras?|cifras?|expresión|frase|fecha|слов(?:а|о|ами|ом)|цифр[уы]|عبارة|كلمة|الرقم)\s+)?`
)

// newForm makes a form of a pattern in which {old}, {new} and {after} stand for
// texts.
func newForm(action un.Action, placed bool, pattern string) form {
	for _, name := range []string{"old", "new", "after"} {
		pattern = strings.ReplaceAll(pattern, "{"+name+"}", formNoun+`(?P<`+name+`>`+quotedText+`|.+?)`)
	}
	return form{action: action, placed: placed, re: regexp.MustCompile(`(?is)^\s*[*_]*` + strings.ReplaceAll(pattern, " ", `[\s*_]+`) + `\s*[.;,]?\s*$`)}
}

// Verbs of the languages, each as an alternation.
const (
	insertFr = `(?:insérer|ajouter)`
	insertEs = `(?:insértese|añádase|agréguese|insertar|añadir|agregar|añádanse|agréguense|insértense)`
	insertRu = `(?:включить|вставить|добавить)`
	insertAr = `(?:[تي]ُ?ضاف|[تي]ُ?درج)`
	insertZh = `(?:插入|增加|增添|添加|加入|加上|增列)`
)

// forms gives the forms in the order in which they are tried. They are compiled
// when the first corrigendum is read.
var forms = sync.OnceValue(func() []form {
	return []form{
		newForm(un.Replace, true, `for the (?:existing|present|current) (?:text|table|paragraph|sentence|title),? (?:substitute|read)(?: the following)?:?\s*(?P<new>.*)`),
		newForm(un.Replace, false, `for {old},? (?:please )?(?:read|substitute):? {new}`),
		newForm(un.Replace, false, `(?:replace|substitute) (?:the )?(?:existing|present|current) (?:text|table|paragraph|sentence|title) (?:by|with)(?: the following)?:?\s*(?P<new>.*)`),
		newForm(un.Replace, false, `replace {old},? (?:by|with):? {new}`),
		newForm(un.Replace, false, `substitute {new} for {old}`),
		newForm(un.Replace, true, `(?:amend|revise|modify) [^:\n]{1,160} to read(?: as follows)?\s*:?\s*(?P<new>.*)`),
		newForm(un.Replace, false, formNoun+`(?P<old>`+quotedText+`) should (?:read|be replaced (?:by|with)|be):? {new}`),
		newForm(un.Replace, true, `(?:should|shall|is to|to) (?:now )?(?:read|be replaced (?:by|with))(?: as follows| the following(?: text| sentence| paragraph)?)?\s*[:,]?\s*(?P<new>.*)`),
		newForm(un.Delete, true, `should be deleted`),
		newForm(un.Delete, false, `(?P<old>`+quotedText+`) should be deleted`),
		newForm(un.Delete, true, `delete`),
		newForm(un.Delete, false, `delete {old}`),
		newForm(un.Insert, false, `after {after},? (?:insert|add):? {new}`),
		newForm(un.Insert, false, `(?:insert|add) {new} (?:after|following) {after}`),
		newForm(un.Insert, false, `(?:insert|add) {new} between {after} and .+`),
		newForm(un.Insert, true, `(?:the following|a new) (?:sentence|paragraph|words?|text|item|line|footnote|entry)s? (?:should|shall|is to|are to) be (?:added|inserted)[^:\n]{0,100}: {new}`),
		newForm(un.Insert, true, `(?:insert|add)(?: the following[^:\n]{0,60}:)? {new}`),

		newForm(un.Replace, false, `au lieu (?:de|du|des)? ?(?:d['’]\s*)?{old}\s*,? (?:il faut )?lire\s*:? {new}`),
		newForm(un.Replace, false, `(?:remplacer|substituer) {old} par\s*:? {new}`),
		newForm(un.Replace, true, `(?:(?:doit|devrait|devraient|doivent) )?se lire(?: comme suit)?\s*:?\s*(?P<new>.*)`),
		newForm(un.Replace, true, `(?:il faut )?lire(?: comme suit)?\s*:?\s*(?P<new>.*)`),
		newForm(un.Delete, true, `(?:supprimer|biffer)`),
		newForm(un.Delete, false, `(?:supprimer|biffer) {old}`),
		newForm(un.Insert, false, `après {after}\s*,? `+insertFr+`\s*:? {new}`),
		newForm(un.Insert, false, insertFr+` {new} après {after}`),
		newForm(un.Insert, true, insertFr+`\s*:? {new}`),

		newForm(un.Replace, false, `(?:donde )?dice\s*:? {old}\s*,? (?:debe decir|léase)\s*:? {new}`),
		newForm(un.Replace, false, `en (?:lugar|vez) de {old}\s*,? (?:léase|debe decir)\s*:? {new}`),
		newForm(un.Replace, false, `(?:sustitúyan?se|sustituir|reemplácen?se|reemplazar) {old} por\s*:? {new}`),
		newForm(un.Replace, true, `(?:(?:debe|debería|deberá|deben) decir|léase)(?: lo siguiente)?\s*:?\s*(?P<new>.*)`),
		newForm(un.Delete, true, `(?:suprímase|suprimir|elimínese|eliminar)`),
		newForm(un.Delete, false, `(?:suprímase|suprímanse|suprimir|elimínese|elimínense|eliminar) {old}`),
		newForm(un.Insert, false, `(?:después|a continuación) del? {after}\s*,? `+insertEs+`\s*:? {new}`),
		newForm(un.Insert, false, insertEs+` {new} (?:después|a continuación) del? {after}`),
		newForm(un.Insert, true, insertEs+`\s*:? {new}`),

		newForm(un.Replace, false, `вместо {old}\s*,? (?:следует )?читать\s*:? {new}`),
		newForm(un.Replace, false, `(?:следует )?заменить {old} (?:на\s|словами|словом|цифрой)?\s*{new}`),
		newForm(un.Replace, true, `(?:(?:следует )?читать|должн[оаы]? (?:гласить|читаться))(?: следующим образом| как)?\s*:?\s*(?P<new>.*)`),
		newForm(un.Delete, true, `(?:исключить|опустить|снять|вычеркнуть|удалить)`),
		newForm(un.Delete, false, `(?:исключить|опустить|снять|вычеркнуть|удалить) {old}`),
		newForm(un.Insert, false, `после {after}\s*,? `+insertRu+`\s*:? {new}`),
		newForm(un.Insert, false, insertRu+` {new} после {after}`),
		newForm(un.Insert, true, insertRu+`\s*:? {new}`),

		newForm(un.Replace, false, `بدلا?ً?ا? من {old}\s*[،,]? (?:ي|ت|ا)ُ?قرأ\s*:? {new}`),
		newForm(un.Replace, false, `[يت]ُ?ستعاض عن {old} بـ?\s*{new}`),
		newForm(un.Replace, true, `(?:يصبح نص\S* |[يت]ُ?قرأ |يكون نص\S* )(?:على النحو التالي|كما يلي)?\s*:?\s*(?P<new>.*)`),
		newForm(un.Delete, true, `[تي]ُ?حذف`),
		newForm(un.Delete, false, `[تي]ُ?حذف {old}`),
		newForm(un.Insert, false, insertAr+` {new} بعد {after}`),
		newForm(un.Insert, false, `بعد {after}\s*[،,]? `+insertAr+`\s*:? {new}`),
		newForm(un.Insert, true, insertAr+`\s*:? {new}`),

		newForm(un.Replace, true, `(?:全[文段句])?应?(?:改|读)为\s*[:：]\s*(?P<new>.*)`),
		newForm(un.Replace, false, `[将把]{old}应?(?:改为|替换为|更正为|改成)\s*[:：]?{new}`),
		newForm(un.Replace, false, `(?P<old>`+quotedText+`)应?(?:改为|为|替换为|更正为)\s*[:：]?{new}`),
		newForm(un.Replace, true, `{old}应(?:改为|为)\s*[:：]?{new}`),
		newForm(un.Replace, true, `应(?:改|读)?为\s*[:：]?\s*(?P<new>.*)`),
		newForm(un.Replace, false, `以{new}(?:取代|代替|替换){old}`),
		newForm(un.Delete, true, `(?:应)?(?:删除|删去|删掉)`),
		newForm(un.Delete, false, `(?:应)?(?:删除|删去|删掉){old}`),
		newForm(un.Insert, false, `在?{after}之?后面?`+insertZh+`\s*[:：]?{new}`),
		newForm(un.Insert, true, insertZh+`\s*[:：]?{new}`),
	}
})

// readForm reads what is changed. placed says that a place stands before it.
func readForm(text string, placed bool) (un.Correction, bool) {
	for _, f := range forms() {
		if f.placed && !placed {
			continue
		}
		m := f.re.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		c := un.Correction{Action: f.action}
		for i, name := range f.re.SubexpNames() {
			switch name {
			case "old":
				c.Old = unquote(m[i])
			case "new":
				c.New = unquote(m[i])
			case "after":
				c.After = unquote(m[i])
			}
		}
		if again(m) || c.Action == un.Insert && c.After == "" && beforeWord.MatchString(unquoted.ReplaceAllString(c.New, "")) || c.New == "" && (c.Old != "" && c.Action == un.Replace || c.Action == un.Insert) {
			return un.Correction{}, false
		}
		return c, true
	}
	return un.Correction{}, false
}

var (
	secondForm = regexp.MustCompile(`(?is)\bfor\b.+\bread\b|\blire\b|debe decir|читать|改为`)
	formWords  = regexp.MustCompile(`(?i)^\s*[*_]*(?:for|replace|substitute|delete|insert|add|after|should|read|au lieu|remplacer|supprimer|insérer|ajouter|après|lire|donde dice|dice|sustitúy|suprím|insért|añád|agrég|вместо|заменить|исключить|после|включить|читать|بدلا|[يت]ستعاض|[يت]حذف|[تي]ضاف|将|把|应|删|在)`)
)

// beforeWord says that something is to be inserted before a text, for which a
// correction has no place: the notice tells.
var (
	beforeWord = regexp.MustCompile(`(?i)\bbefore\b|\bavant\b|\bantes de\b|перед\s|قبل\s|之前`)
	unquoted   = regexp.MustCompile(quotedText)
)

// again reports whether a text holds a second change, so that the first cannot be
// told from it.
func again(m []string) bool {
	for _, part := range m[1:] {
		if !isQuoted(part) && secondForm.MatchString(part) {
			return true
		}
	}
	return false
}

// opensForm reports whether a text begins as a form does.
func opensForm(text string) bool { return formWords.MatchString(text) }

var wholeQuote = regexp.MustCompile(`(?s)^(?:` + quotedText + `)$`)

func isQuoted(s string) bool { return wholeQuote.MatchString(strings.TrimSpace(s)) }

// unquote takes quotation marks and marks of italics off, and the full stop that
// ends the notice, not the text.
func unquote(s string) string {
	s = strings.Trim(s, " \t\n*_")
	if isQuoted(s) {
		return strings.TrimSpace(strings.Trim(s, `“”"«»„「」『』‘’`))
	}
	return s
}
