package paragraph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/paragraph"
)

// Forms of text files and web pages, where nothing but the words tells what a
// line is.
func TestSplitFlat(t *testing.T) {
	const long = "The group met in the garden and spoke about the trees, the water and the work that is still to be done."
	tests := []struct {
		name    string
		lang    string
		content *layout.Content
		want    []string
	}{
		{
			name: "job numbers and the notes of the head are no text",
			content: blocks("United Nations", "E/CN.4/2031/1", "Distr.: General", "4 May 2031", "Original: English", "Item 3 of the provisional agenda*", "Trees",
				"The care of trees**", "* E/CN.4/2031/2.", "** Reissued for technical reasons on 9 May 2031.", "V.31-04452** (E) 210731 220731", "*3104452*", "1. "+long, "2. "+long),
			want: []string{
				"heading-1 [] The care of trees**", "para-1 [] " + long, "para-2 [] " + long,
				"note-mark-1 [] E/CN.4/2031/2.", "note-mark-2 [] Reissued for technical reasons on 9 May 2031.",
			},
		},
		{
			name:    "asterisks that nothing calls are items",
			content: blocks("The group agreed on the following:", "* Oaks.", "* Beeches."),
			want:    []string{"block-1 [] The group agreed on the following: / * Oaks. / * Beeches."},
		},
		{
			name:    "running heads come back",
			content: blocks("1. "+long, "2/14", "E/CN.4/2031/1", "2. "+long, "E/CN.4/2031/1", "3/14", "3. "+long, "4/14", "E/CN.4/2031/1", "4. "+long),
			want:    []string{"para-1 [] " + long, "para-2 [] " + long, "para-3 [] " + long, "para-4 [] " + long},
		},
		{
			name: "a resolution in russian goes on in small letters",
			lang: "ru",
			content: blocks("A/RES/95/194", "28 December 2040", "Пункт 112 повестки дня", "Резолюция, принятая Генеральной Ассамблеей 16 декабря 2040 года", "95/194. Деревья",
				"Генеральная Ассамблея,", "ссылаясь на свои резолюции о деревьях,", "1. постановляет посадить дерево;", "2. просит Генерального секретаря поливать его."),
			want: []string{
				"block-1 [] Резолюция, принятая Генеральной Ассамблеей 16 декабря 2040 года", "block-2 [] 95/194. Деревья", "block-3 [] Генеральная Ассамблея,",
				"block-4 [] ссылаясь на свои резолюции о деревьях,", "para-1 [] постановляет посадить дерево;", "para-2 [] просит Генерального секретаря поливать его.",
			},
		},
		{
			name: "numbered heads of sections",
			content: blocks("1. Introduction", long, "2. Chapter II: preventive measures", "2.1. Observations on the articles", long,
				"2.2. Successes and good practices", long, "2.3. Challenges in implementation", long),
			want: []string{
				"heading-1 [] 1. Introduction", "block-1 [1. Introduction] " + long,
				"heading-2 [] 2. Chapter II: preventive measures", "heading-3 [2. Chapter II: preventive measures] 2.1. Observations on the articles",
				"block-2 [2. Chapter II: preventive measures > 2.1. Observations on the articles] " + long,
				"heading-4 [2. Chapter II: preventive measures] 2.2. Successes and good practices",
				"block-3 [2. Chapter II: preventive measures > 2.2. Successes and good practices] " + long,
				"heading-5 [2. Chapter II: preventive measures] 2.3. Challenges in implementation",
				"block-4 [2. Chapter II: preventive measures > 2.3. Challenges in implementation] " + long,
			},
		},
		{
			name:    "arabic heads, with the mark before or behind the alif, and above ten",
			lang:    "ar",
			content: blocks("أولًا - مقدمة", "١- ناقش المشاركون موضوع الأشجار وتبادلوا الخبرات في هذا المجال.", "ثانياً - الأشجار", "٢- اتفق المشاركون على مواصلة العمل في هذا المجال.", "حادي عشر - الماء", "٣- شكر المشاركون الحكومة على حسن الضيافة."),
			want: []string{
				"heading-1 [] أولًا - مقدمة", "para-1 [أولًا - مقدمة] ناقش المشاركون موضوع الأشجار وتبادلوا الخبرات في هذا المجال.",
				"heading-2 [] ثانياً - الأشجار", "para-2 [ثانياً - الأشجار] اتفق المشاركون على مواصلة العمل في هذا المجال.",
				"heading-3 [] حادي عشر - الماء", "para-3 [حادي عشر - الماء] شكر المشاركون الحكومة على حسن الضيافة.",
			},
		},
		{
			name:    "the twelfth annex in chinese",
			lang:    "zh",
			content: blocks("1. 会议讨论了树木和树木的养护问题，并交流了各自的经验。", "附件十二", "1. 会议讨论了树木和树木的养护问题，并交流了各自的经验。"),
			want: []string{
				"para-1 [] 会议讨论了树木和树木的养护问题，并交流了各自的经验。", "heading-1 [] 附件十二",
				"annex-XII-para-1 [附件十二] 会议讨论了树木和树木的养护问题，并交流了各自的经验。",
			},
		},
		{
			name:    "the twelfth annex in arabic",
			lang:    "ar",
			content: blocks("١- ناقش المشاركون موضوع الأشجار وتبادلوا الخبرات في هذا المجال.", "المرفق الثاني عشر", "١- ناقش المشاركون موضوع الأشجار وتبادلوا الخبرات في هذا المجال."),
			want: []string{
				"para-1 [] ناقش المشاركون موضوع الأشجار وتبادلوا الخبرات في هذا المجال.", "heading-1 [] المرفق الثاني عشر",
				"annex-XII-para-1 [المرفق الثاني عشر] ناقش المشاركون موضوع الأشجار وتبادلوا الخبرات في هذا المجال.",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lang := tt.lang
			if lang == "" {
				lang = "en"
			}
			got, _ := paragraph.Split(tt.content, lang)
			if diff := cmp.Diff(tt.want, outline(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The lines of one block belong together, but what another speaker says.
func TestSplitFlatLines(t *testing.T) {
	lines := func(texts ...string) []layout.Line {
		var out []layout.Line
		block := 1
		for _, text := range texts {
			if text == "" {
				block++
				continue
			}
			out = append(out, layout.Line{Text: text, Block: block})
		}
		return out
	}
	content := &layout.Content{Pages: []layout.Page{{Number: 1, Lines: lines(
		"E/CN.4/1998/65", "12 February 1998", "Original: ENGLISH", "COMMISSION ON TREES", "Item 10 of the provisional agenda", "",
		"QUESTION OF THE CARE OF TREES AND OF THEIR PLACE", "IN THE TOWNS OF ANY PART OF THE WORLD", "",
		"Situation of trees in Lima", "",
		"The meeting was called to order.", "The President: I invite the Council to look at the trees.", "Mr. Oak (Forest): I thank the President.", "Ms. Elm (Grove): I thank the speakers.",
	)}}}
	got, _ := paragraph.Split(content, "en")
	want := []string{
		"block-1 [] Situation of trees in Lima / The meeting was called to order.", "block-2 [] The President: I invite the Council to look at the trees.",
		"block-3 [] Mr. Oak (Forest): I thank the President.", "block-4 [] Ms. Elm (Grove): I thank the speakers.",
	}
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A text file may leave out the blank lines between paragraphs; a number at the
// beginning of a line that only goes on is none.
func TestSplitFlatNumbersInOneBlock(t *testing.T) {
	page := layout.Page{Number: 1}
	for _, text := range []string{
		"I. Background", "1. The group met in the garden in the year", "2031. It spoke about trees.", "2. It agreed to plant more trees in", "3. and in 4 gardens.", "3. It thanked the town.",
	} {
		page.Lines = append(page.Lines, layout.Line{Text: text, Block: 1})
	}
	got, _ := paragraph.Split(&layout.Content{Pages: []layout.Page{page}}, "en")
	want := []string{
		"heading-1 [] I. Background", "para-1 [I. Background] The group met in the garden in the year 2031. It spoke about trees.",
		"para-2 [I. Background] It agreed to plant more trees in 3. and in 4 gardens.", "para-3 [I. Background] It thanked the town.",
	}
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Hostile input: the work grows with the input, not with its square.
func TestSplitManyEqualNotes(t *testing.T) {
	p := layout.Page{Number: 1, Width: 600, Height: 800, Lines: []layout.Line{{Text: strings.Repeat("words ", 60), X: 50, Y: 50, W: 400, H: 10, Size: 10}}}
	p.Lines = append(p.Lines, layout.Line{Text: "_________", X: 50, Y: 400, W: 80, H: 10, Size: 10})
	for range 20000 {
		p.Lines = append(p.Lines, layout.Line{Text: "* Ibid.", X: 50, Y: 410, W: 40, H: 8, Size: 8})
	}
	passages, _ := paragraph.Split(&layout.Content{Pages: []layout.Page{p}}, "en")
	seen := map[string]bool{}
	for _, p := range passages {
		if seen[p.Anchor] {
			t.Fatalf("anchor %s twice", p.Anchor)
		}
		seen[p.Anchor] = true
	}
}

// A text file may have head, titles and text as one run of lines: the text
// below the title of the agenda item is not lost with it.
func TestSplitRunOfLines(t *testing.T) {
	c := blocks("United Nations", "A/S-41/4", "General Assembly", "Distr.: General", "31 March 2031", "Original: English", "Item 5 of the provisional agenda",
		"Trees of the islands", "and of the mountains", "Report of the Commission on Trees on its work", "The Secretary-General has the honour to transmit the report.")
	for i := range c.Pages[0].Lines {
		c.Pages[0].Lines[i].Block = 1
	}
	passages, _ := paragraph.Split(c, "en")
	var got []string
	for _, p := range passages {
		got = append(got, p.Text)
	}
	want := "Report of the Commission on Trees on its work The Secretary-General has the honour to transmit the report."
	if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
		t.Error(diff)
	}
}
