package pdf

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// glyphText gives the text of a glyph name, by the rules of the Adobe Glyph
// List specification: a suffix behind a full stop is dropped, components are
// joined by "_", uniXXXX and uXXXX carry code points; the names themselves are
// composed by rule where they are regular (Aacute is A with an acute) and
// listed where they are not. Unknown names give "".
func glyphText(name string) string {
	if i := strings.IndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if strings.IndexByte(name, '_') > 0 {
		var out strings.Builder
		for part := range strings.SplitSeq(name, "_") {
			out.WriteString(glyphPart(part))
		}
		return out.String()
	}
	return glyphPart(name)
}

func glyphPart(name string) string {
	if len(name) == 1 && (name[0]|0x20) >= 'a' && (name[0]|0x20) <= 'z' {
		return name
	}
	if s, ok := listedGlyphs[name]; ok {
		return s
	}
	if s := codedGlyph(name); s != "" {
		return s
	}
	return accentedGlyph(name)
}

// codedGlyph reads names that carry their code point: uni0041, u1F600, and the
// Cyrillic and Arabic series of the AFII registry.
func codedGlyph(name string) string {
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var out strings.Builder
		for ; len(hex) >= 4; hex = hex[4:] {
			out.WriteString(hexRune(hex[:4]))
		}
		return out.String()
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		return hexRune(hex)
	}
	digits, ok := strings.CutPrefix(name, "afii")
	if !ok {
		return ""
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return ""
	}
	for _, s := range afiiSeries {
		if i := n - s.first; i >= 0 && i < len([]rune(s.text)) {
			return string([]rune(s.text)[i])
		}
	}
	return ""
}

func hexRune(hex string) string {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || n < ' ' || n > 0x10ffff || n >= 0xd800 && n < 0xe000 {
		return ""
	}
	return string(rune(n))
}

// afiiSeries are runs of glyph numbers of the AFII registry in use for
// Cyrillic, Hebrew and Arabic.
var afiiSeries = []struct {
	first int
	text  string
}{
	{10017, "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"},
	{10050, "ҐЂЃЄЅІЇЈЉЊЋЌЎ"},
	{10065, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"},
	{10098, "ґђѓєѕіїјљњћќў"},
	{10145, "Џ"},
	{10193, "џ"},
	{61352, "№"},
	{57388, "،"},
	{57392, "٠١٢٣٤٥٦٧٨٩"},
	{57403, "؛"},
	{57407, "؟"},
	{57409, "ءآأؤإئابةتثجحخدذرزسشصضطظعغ"},
	{57440, "ـفقكلمنهوىيًٌٍَُِّْ"},
	{57664, "אבגדהוזחטיךכלםמןנסעףפץצקרשת"},
}

// combining gives the mark that a suffix of a glyph name puts on its letter.
var combining = []struct{ suffix, mark string }{
	{"acute", "\u0301"},
	{"grave", "\u0300"},
	{"circumflex", "\u0302"},
	{"dieresis", "\u0308"},
	{"tilde", "\u0303"},
	{"ring", "\u030a"},
	{"caron", "\u030c"},
	{"cedilla", "\u0327"},
	{"ogonek", "\u0328"},
	{"macron", "\u0304"},
	{"breve", "\u0306"},
	{"dotaccent", "\u0307"},
	{"hungarumlaut", "\u030b"},
	{"commaaccent", "\u0326"},
	{"tonos", "\u0301"},
}

func accentedGlyph(name string) string {
	for _, c := range combining {
		base, ok := strings.CutSuffix(name, c.suffix)
		if !ok || base == "" {
			continue
		}
		letter := glyphPart(base)
		if letter == "" {
			continue
		}
		mark := c.mark
		if composed := norm.NFC.String(letter + mark); len([]rune(composed)) == 1 {
			return composed
		}
		if c.suffix == "commaaccent" { // Gcommaaccent is Unicode's G with cedilla
			return norm.NFC.String(letter + "\u0327")
		}
	}
	return ""
}

// listedGlyphs are the names that no rule gives.
var listedGlyphs = func() map[string]string {
	const list = `space   exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle '
parenleft ( parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4
five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @
bracketleft [ backslash \ bracketright ] asciicircum ^ underscore _ grave ` + "`" + ` braceleft { bar | braceright }
asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥ brokenbar ¦ section § dieresis ¨ copyright ©
ordfeminine ª guillemotleft « guillemotright » logicalnot ¬ registered ® macron ¯ overscore ¯ degree ° plusminus ±
twosuperior ² threesuperior ³ onesuperior ¹ acute ´ mu µ mu1 µ paragraph ¶ periodcentered · middot · cedilla ¸
ordmasculine º onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ AE Æ ae æ Oslash Ø oslash ø Eth Ð eth ð
Thorn Þ thorn þ germandbls ß multiply × divide ÷ Dcroat Đ dcroat đ Hbar Ħ hbar ħ dotlessi ı IJ Ĳ ij ĳ
kgreenlandic ĸ Ldot Ŀ ldot ŀ Lslash Ł lslash ł napostrophe ŉ Eng Ŋ eng ŋ OE Œ oe œ Tbar Ŧ tbar ŧ longs ſ
florin ƒ circumflex ˆ caron ˇ breve ˘ dotaccent ˙ ring ˚ ogonek ˛ tilde ˜ hungarumlaut ˝
endash – emdash — afii00208 ― quoteleft ‘ quoteright ’ quotesinglbase ‚ quotereversed ‛ quotedblleft “
quotedblright ” quotedblbase „ dagger † daggerdbl ‡ bullet • onedotenleader ․ twodotenleader ‥ ellipsis …
perthousand ‰ minute ′ second ″ guilsinglleft ‹ guilsinglright › exclamdbl ‼ fraction ⁄ Euro € euro € trademark ™
estimated ℮ partialdiff ∂ Delta ∆ increment ∆ product ∏ summation ∑ minus − radical √ infinity ∞ integral ∫
approxequal ≈ notequal ≠ lessequal ≤ greaterequal ≥ lozenge ◊ ff ff fi fi fl fl ffi ffi ffl ffl
Alpha Α Beta Β Gamma Γ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ
Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ
iota ι kappa κ lambda λ nu ν xi ξ omicron ο pi π rho ρ sigma σ sigma1 ς tau τ upsilon υ phi φ chi χ psi ψ omega ω
theta1 ϑ phi1 ϕ omega1 ϖ Upsilon1 ϒ universal ∀ existential ∃ suchthat ∋ asteriskmath ∗ congruent ≅ therefore ∴
perpendicular ⊥ similar ∼ proportional ∝ equivalence ≡ element ∈ notelement ∉ intersection ∩ union ∪ angle ∠
gradient ∇ dotmath ⋅ logicaland ∧ logicalor ∨ arrowleft ← arrowup ↑ arrowright → arrowdown ↓ arrowboth ↔
emptyset ∅ circleplus ⊕ circlemultiply ⊗ filledbox ■ H22073 □ triagup ▲ triagdn ▼ circle ○ H18533 ● checkmark ✓
angbracketleft ⟨ angbracketright ⟩ angleleft 〈 angleright 〉 arrowdblright ⇒ arrowdblleft ⇐ arrowdblboth ⇔ subset ⊂ superset ⊃
propersubset ⊂ propersuperset ⊃ reflexsubset ⊆ reflexsuperset ⊇ notsubset ⊄ existential1 ∃ openbullet ◦ lessmuch ≪
greatermuch ≫ precedes ≺ follows ≻ bardbl ∥ floorleft ⌊ floorright ⌋ ceilingleft ⌈ ceilingright ⌉
epsilon1 ϵ pi1 ϖ rho1 ϱ lscript ℓ aleph ℵ visiblespace ␣ circledot ⊙ minusplus ∓ diamondmath ⋄
Ifractur ℑ Rfractur ℜ weierstrass ℘ coproduct ∐ prime ′ primereversed ‵ primemod ′ periodinferior . integraldisplay ∫
summationdisplay ∑ productdisplay ∏ radicaltp √ radicalbig √ numero № nonbreakinghyphen -
spade ♠ club ♣ heart ♥ diamond ♦ softhyphen - sfthyphen - dotlessj ȷ`
	fields := strings.Fields(strings.Replace(list, "space   ", "", 1))
	out := map[string]string{"space": " ", "nbspace": " ", "nonbreakingspace": " "}
	for i := 0; i+1 < len(fields); i += 2 {
		out[fields[i]] = fields[i+1]
	}
	return out
}()
