package paragraph

import (
	"regexp"
	"strings"

	"travaux/indexer/masthead"
)

// ordinalWords number lines and sentences where a word does.
const ordinalWords = `(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|penultimate|final|premi[eè]re?|deuxième|seconde?|troisième|quatrième|cinquième|sixième|dernière?|avant-dernière?|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|sext[ao]|últim[ao]|penúltim[ao]|перв(?:ая|ое|ый|ой|ом)|втор(?:ая|ое|ой|ом)|трет(?:ья|ье|ий|ьей|ьем)|четверт(?:ая|ое|ый|ой|ом)|последн(?:яя|ее|ий|ей|ем)|\d{1,2}(?:st|nd|rd|th|e|ère|ª|º))`

// placeForms read one part of a place at the beginning of a text. The first group
// is the number.
var placeForms = []struct {
	kind placeKind
	form *regexp.Regexp
}{
	{paragraphPlace, regexp.MustCompile(`^(?i:(?:operative |el |le |the )?(?:paragraphs?|paras?\.?|paragraphes?|par\.|párrafos?|párrs?\.?|пункт(?:а|е|ы|ов|ах)?|пп?\.)|(?:ال)?فقر(?:ة|ات|تان|تين))\s*(\d{1,4}(?:\s?(?:bis|ter|quater))?)`)},
	{paragraphPlace, regexp.MustCompile(`^第\s*(\d{1,4})\s*(?:[(（][a-z]{1,3}[)）]\s*)*段`)},
	{paragraphPlace, regexp.MustCompile(`^(\d{1,3}(?:\.\d{1,3}){1,6})\b`)}, // of rules and regulations: "2.9.3.2"
	{articlePlace, regexp.MustCompile(`^(?i:(?:the )?(?:articles?|art\.|artículo|статья|статье|(?:ال)?مادة)\s+(\d{1,4}|[IVXLC]{1,7})\b)`)},
	{articlePlace, regexp.MustCompile(`^第\s*(\d{1,3})\s*条`)},
	{annexPlace, regexp.MustCompile(`^(?i:annexe?|anexo|приложени[ея]|(?:ال)?مرفق|附件)(?:\s*(?i:no\. ?)?([IVXLC]+|\d{1,2}|[A-Z]|[一二三四五六七八九十]+|` + arabicOrdinals + `))?(?:[\s,.:;،，、*—–-]|$)`)},
	{pagePlace, regexp.MustCompile(`^(?i:pages?|pp?\.|páginas?|págs?\.?|страниц[аыеу]|стр\.?|(?:ال)?صفح(?:ة|ات))\s*((?:\d{1,4}|[ivxlc]{1,6})(?:\s?[-–]\s?\d{1,4})?)`)},
	{pagePlace, regexp.MustCompile(`^第\s*(\d{1,4})\s*页`)},
	{linePlace, regexp.MustCompile(`^(?i:lines?|lignes?|líneas?|renglón|строк[аеиу]|(?:ال)?سطر|sentences?|phrases?|oración|frase|предложени[ея])\s*(\d{1,3}(?:\s?(?:-|–|and|et|y|и)\s?\d{1,3})?|(?:الأول|الثاني|الثالث|الرابع|الخامس|الأخير))`)},
	{linePlace, regexp.MustCompile(`^(?i:the |la |le |el |l['’]|в )?` + ordinalWords + `(?:\s(?i:and|et|y|и)\s` + ordinalWords + `)?\s+(?i:lines?|lignes?|líneas?|renglón|строк[аеиу]|sentences?|phrases?|oración|frase|предложени[еяи]|bullet(?: point)?)()`)},
	{linePlace, regexp.MustCompile(`^(?:第\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})|最后一|倒数第[一二三四五\d])\s*[行句]()`)},
	{linePlace, regexp.MustCompile(`^(?i:(?:the |le |el |la |l['’])(?:existing |present )?(?:paragraph|text|sentence|line|paragraphe|texte|phrase|ligne|párrafo|texto|oración|línea))()\b`)},
	{otherPlace, regexp.MustCompile(`^(?i:(?:the |le |el |la )?(?:title|heading|subheading|cover page|titre|título|encabezamiento|название|заголовок|(?:ال)?عنوان)|标题)()`)},
	{otherPlace, regexp.MustCompile(`^(?i:(?:the )?(?:tables?|figures?|box|footnotes?|foot-notes?|notes?|sections?|sect\.|chapters?|chap\.|parts?|rules?|agenda items?|items?|recommendations?|tableau|chapitre|note de bas de page|point|cuadro|gráfico|sección|capítulo|nota(?: de pie de página)?|tema|таблица|сноска|раздел|глава|(?:ال)?جدول|(?:ال)?حاشية|(?:ال)?فرع|(?:ال)?فصل))\s+((?:\d{1,4}|[IVXLC]{1,7}|[A-Z]\b)(?:[./][A-Z\d]{1,4}){0,5}(?:\s?\([a-z]{1,4}\))?)`)},
	{otherPlace, regexp.MustCompile(`^(?i:(?:the )?definition of|la définition d[eu]|définition d[eu]|(?:la )?definición de)\s(?:` + quotedText + `)()`)},
	{otherPlace, regexp.MustCompile(`^(?i:sub-?paragraph|alinéa|apartado|подпункт) ?[(]?\p{L}{1,4}[)]()`)},
	{otherPlace, regexp.MustCompile(`^(?:表|图|脚注|第)\s*(\d{1,3}|[一二三四五六七八九十]{1,3})(?:[章节]|$|[，,：:])`)},
	{otherPlace, regexp.MustCompile(`^(?i:the )?` + ordinalWords + `\s+(?i:preambular paragraph|paragraph|alinéa du préambule|alinéa|párrafo del preámbulo|párrafo|пункт преамбулы|абзац(?: преамбулы)?|column)()`)},
}

type placeKind int

const (
	paragraphPlace placeKind = iota
	annexPlace
	articlePlace
	pagePlace
	linePlace
	otherPlace
)

var (
	placeLead  = regexp.MustCompile(`^(?i:in |on |at |dans |au |à |en |в |на |في )`)
	placeComma = regexp.MustCompile(`^\s*(?:[,;،，、]\s*)?(?i:(?:of|in|du|de la|de l['’]|del|and|et|y|и|و)\s+)?`)
	placeSub   = regexp.MustCompile(`^\s*(?:[(（]\s?(?:\p{L}{1,2}|[ivxlc]{1,5})\s?[)）]|[a-z]{1,3}\)|,? ?(?i:sub-?paragraph|alinéa|apartado|подпункт) ?[(]?\p{L}{1,4}[)])`)
	moreParas  = regexp.MustCompile(`^\s*(?:,|-|–|and|et|y|и|و|至|和|to|à|a)\s*(\d{1,4})(?:[^\p{L}\d]|$)`)
	placeEnd   = regexp.MustCompile(`^\s*(?:[:：.,،，;—–-]\s*)*`)
)

// maxPlace is how many parts a place may have.
const maxPlace = 8

// readPlace reads the place at the beginning of a text and gives what follows it.
// A place without a printed form was not there.
func readPlace(text string) (p place, rest string) {
	folded := masthead.WesternDigits(text)
	at := len(placeLead.FindString(folded))
	end := 0
	p.inner = true
	for range maxPlace {
		if end > 0 {
			at = end + len(placeComma.FindString(folded[end:]))
		}
		n := p.take(folded[at:])
		if n == 0 {
			break
		}
		end = at + n
	}
	if end == 0 {
		return place{}, strings.TrimSpace(text)
	}
	p.printed = strings.TrimRight(tailless(text, folded, end), " .:,;،，")
	p.printed = strings.Join(strings.FieldsFunc(p.printed, func(r rune) bool { return r == '\n' }), ", ")
	if !p.inner {
		p.home = p.printed
	}
	end += len(placeEnd.FindString(folded[end:]))
	return p, tail(text, folded, end)
}

// tailless gives what of text stands before the first n bytes of its folded form.
func tailless(text, folded string, n int) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), tail(text, folded, n)))
}

// take reads one part of a place into p and gives its length in bytes.
func (p *place) take(text string) int {
	for _, f := range placeForms {
		m := f.form.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		number, end := "", m[1]
		if m[2] >= 0 {
			number = text[m[2]:m[3]]
		}
		switch f.kind {
		case annexPlace:
			p.part, p.inner = annexPart(number), false
		case articlePlace:
			// A paragraph of an article is none of the document's own.
			p.part, p.other, p.inner = joinAnchor(p.part, "article-"+number), true, false
		case paragraphPlace:
			p.paras, p.inner = append(p.paras, number), false
			end = p.takeMore(text, end)
		case linePlace:
		default:
			p.other, p.inner = true, false
		}
		return len(strings.TrimRight(text[:end], " \n:.,;،，、—–*-"))
	}
	return 0
}

// takeMore reads sub-paragraphs, and further paragraphs: "12 (b)", "5 and 6".
func (p *place) takeMore(text string, end int) int {
	for range maxPlace {
		if n := len(placeSub.FindString(text[end:])); n > 0 {
			end += n
			continue
		}
		m := moreParas.FindStringSubmatchIndex(text[end:])
		if m == nil {
			break
		}
		p.paras = append(p.paras, text[end+m[2]:end+m[3]])
		end += m[3]
	}
	return end
}

// annexPart is the part of anchors in an annex: "annex-I".
func annexPart(number string) string {
	if number == "" {
		return "annex"
	}
	return "annex-" + partNumber(number)
}
