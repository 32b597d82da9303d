package paragraph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/paragraph"
	"travaux/search/un"
)

// outline writes passages one a line: anchor, headings, text.
func outline(passages []un.Passage) []string {
	var out []string
	for _, p := range passages {
		var path []string
		for _, h := range p.Headings {
			path = append(path, h.Text)
		}
		out = append(out, fmt.Sprintf("%s [%s] %s", p.Anchor, strings.Join(path, " > "), strings.ReplaceAll(p.Text, "\n", " / ")))
	}
	return out
}

func TestSplitLanguages(t *testing.T) {
	tests := []struct {
		lang    string
		heading string
		one     []string // the lines of paragraph 1, with its number
		sub     string
		two     string
		want    []string
	}{
		{
			lang: "en", heading: "I. Introduction",
			one: []string{"1. The Meeting was held in a quiet place and its members had come from all of the", "regions to talk about trees and their care, namely:"},
			sub: "(a) Old trees;", two: "2. The Chair thanked the members for their patience.",
			want: []string{
				"heading-1 [] I. Introduction",
				"para-1 [I. Introduction] The Meeting was held in a quiet place and its members had come from all of the regions to talk about trees and their care, namely: / (a) Old trees;",
				"para-2 [I. Introduction] The Chair thanked the members for their patience.",
			},
		},
		{
			lang: "fr", heading: "I. Introduction",
			one: []string{"1. La réunion s’est tenue dans un lieu calme et ses membres étaient venus de toutes les", "régions pour parler des arbres et de leur soin, à savoir :"},
			sub: "a) Les vieux arbres ;", two: "2. La Présidente a remercié les membres de leur patience.",
			want: []string{
				"heading-1 [] I. Introduction",
				"para-1 [I. Introduction] La réunion s’est tenue dans un lieu calme et ses membres étaient venus de toutes les régions pour parler des arbres et de leur soin, à savoir : / a) Les vieux arbres ;",
				"para-2 [I. Introduction] La Présidente a remercié les membres de leur patience.",
			},
		},
		{
			lang: "es", heading: "I. Introducción",
			one: []string{"1. La reunión se celebró en un lugar tranquilo y sus miembros habían venido de todas las", "regiones para hablar de los árboles y de su cuidado, a saber:"},
			sub: "a) Los árboles viejos;", two: "2. La Presidenta agradeció a los miembros su paciencia.",
			want: []string{
				"heading-1 [] I. Introducción",
				"para-1 [I. Introducción] La reunión se celebró en un lugar tranquilo y sus miembros habían venido de todas las regiones para hablar de los árboles y de su cuidado, a saber: / a) Los árboles viejos;",
				"para-2 [I. Introducción] La Presidenta agradeció a los miembros su paciencia.",
			},
		},
		{
			lang: "ru", heading: "I. Введение",
			one: []string{"1. Совещание проходило в тихом месте, и его участники прибыли из всех регионов мира,", "чтобы поговорить о деревьях и уходе за ними, а именно:"},
			sub: "a) старые деревья;", two: "2. Председатель поблагодарил участников за терпение.",
			want: []string{
				"heading-1 [] I. Введение",
				"para-1 [I. Введение] Совещание проходило в тихом месте, и его участники прибыли из всех регионов мира, чтобы поговорить о деревьях и уходе за ними, а именно: / a) старые деревья;",
				"para-2 [I. Введение] Председатель поблагодарил участников за терпение.",
			},
		},
		{
			lang: "ar", heading: "أولا - مقدمة",
			one: []string{"١ - عقد الاجتماع في مكان هادئ وقد حضر أعضاؤه من جميع المناطق للتحدث عن الأشجار القديمة", "وعن العناية بها في كل بلد من البلدان وهي:"},
			sub: "(أ) الأشجار القديمة؛", two: "٢ - وشكر الرئيس الأعضاء على صبرهم.",
			want: []string{
				"heading-1 [] أولا - مقدمة",
				"para-1 [أولا - مقدمة] عقد الاجتماع في مكان هادئ وقد حضر أعضاؤه من جميع المناطق للتحدث عن الأشجار القديمة وعن العناية بها في كل بلد من البلدان وهي: / (أ) الأشجار القديمة؛",
				"para-2 [أولا - مقدمة] وشكر الرئيس الأعضاء على صبرهم.",
			},
		},
		{
			lang: "zh", heading: "一. 导言",
			one: []string{"1. 会议在一个安静的地方举行，来自各个区域的成员前来讨论树木和树木的养护问题，并交流各自国家的经验和各自城市采取的做法和措施以及今后几年的计划和", "安排，即："},
			sub: "(a) 古老的树木；", two: "2．主席感谢各位成员的耐心。",
			want: []string{
				"heading-1 [] 一. 导言",
				"para-1 [一. 导言] 会议在一个安静的地方举行，来自各个区域的成员前来讨论树木和树木的养护问题，并交流各自国家的经验和各自城市采取的做法和措施以及今后几年的计划和安排，即： / (a) 古老的树木；",
				"para-2 [一. 导言] 主席感谢各位成员的耐心。",
			},
		},
	}
	for _, tt := range tests {
		lines := append([]string{"^" + tt.heading, "|" + tt.one[0]}, tt.one[1:]...)
		lines = append(lines, ">"+tt.sub, "|"+tt.two)
		joined := strings.Join(tt.one, " ")
		if tt.lang == "zh" {
			joined = strings.Join(tt.one, "")
		}
		for name, c := range map[string]*layout.Content{
			"placed": placed(tt.lang == "ar", lines),
			"blocks": blocks("#"+tt.heading, joined, tt.sub, tt.two),
		} {
			t.Run(tt.lang+" "+name, func(t *testing.T) {
				got, warnings := paragraph.Split(c, tt.lang)
				if diff := cmp.Diff(tt.want, outline(got)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				if len(warnings) > 0 {
					t.Errorf("warnings: %q", warnings)
				}
			})
		}
	}
}

func TestSplitForms(t *testing.T) {
	long := "The members spoke at length about the trees of the town and of how they are watered."
	tests := []struct {
		name     string
		content  *layout.Content
		lang     string
		want     []string
		warnings []string
	}{
		{
			name: "a paragraph runs over the page, heads and feet are dropped",
			content: placed(false,
				[]string{"~Report on trees and on their care", "|1. The members spoke at length about the trees of the town and of how they are", "@V.13-84042", "1/3"},
				[]string{"CAC/COSP/EG.1/2013/3", "|watered in the summer.", "|2. " + long, "@V.13-84042", "2/3"},
				[]string{"CAC/COSP/EG.1/2013/3", "|3. " + long, "@V.13-84042", "3/3"},
			),
			want: []string{
				"heading-1 [] Report on trees and on their care",
				"para-1 [] The members spoke at length about the trees of the town and of how they are watered in the summer.",
				"para-2 [] " + long,
				"para-3 [] " + long,
			},
		},
		{
			name: "a number that breaks the sequence is an item or a heading",
			content: blocks("1. "+long, "2. They agreed on the following:", "1. Water in the morning;", "2. Water in the evening;", "3. "+long,
				"#1. Trees", "4. "+long),
			want: []string{
				"para-1 [] " + long,
				"para-2 [] They agreed on the following: / 1. Water in the morning; / 2. Water in the evening;",
				"para-3 [] " + long,
				"heading-1 [] 1. Trees",
				"para-4 [1. Trees] " + long,
			},
		},
		{
			name:    "an agenda before the first paragraph",
			content: blocks("##Agenda", "1. Opening of the session.", "2. Adoption of the agenda.", "3. Trees.", "##Work", "1. "+long, "2. "+long, "3. "+long, "4. "+long, "5. "+long),
			want: []string{
				"heading-1 [] Agenda", "block-1 [Agenda] 1. Opening of the session.", "block-2 [Agenda] 2. Adoption of the agenda.", "block-3 [Agenda] 3. Trees.",
				"heading-2 [] Work", "para-1 [Work] " + long, "para-2 [Work] " + long, "para-3 [Work] " + long, "para-4 [Work] " + long, "para-5 [Work] " + long,
			},
		},
		{
			name:    "numbers begin again in annexes",
			content: blocks("1. "+long, "2. "+long, "Annex I", "1. "+long, "2. "+long, "Annex II", "1. "+long, "Appendix", "1. "+long, "2. "+long),
			want: []string{
				"para-1 [] " + long, "para-2 [] " + long,
				"heading-1 [] Annex I", "annex-I-para-1 [Annex I] " + long, "annex-I-para-2 [Annex I] " + long,
				"heading-2 [] Annex II", "annex-II-para-1 [Annex II] " + long,
				"heading-3 [Annex II] Appendix", "annex-II-appendix-para-1 [Annex II > Appendix] " + long, "annex-II-appendix-para-2 [Annex II > Appendix] " + long,
			},
		},
		{
			name:    "an addendum is no appendix",
			lang:    "ru",
			content: blocks("#Доклад о деревьях", "#Добавление", "1. Участники долго говорили о деревьях города и об уходе за ними.", "2. Участники долго говорили о воде города."),
			want: []string{
				"heading-1 [] Доклад о деревьях", "heading-2 [] Добавление",
				"para-1 [Добавление] Участники долго говорили о деревьях города и об уходе за ними.", "para-2 [Добавление] Участники долго говорили о воде города.",
			},
		},
		{
			name:    "an annex without a number, a number with bis",
			content: blocks("1. "+long, "1 bis. "+long, "2. "+long, "ANNEX", "1. "+long, "2. "+long),
			want: []string{
				"para-1 [] " + long, "para-1-bis [] " + long, "para-2 [] " + long,
				"heading-1 [] ANNEX", "annex-para-1 [ANNEX] " + long, "annex-para-2 [ANNEX] " + long,
			},
		},
		{
			name:    "annexes in other languages have the same anchors",
			lang:    "zh",
			content: blocks("1. 会议讨论了树木和树木的养护问题，并交流了各自的经验。", "附件二", "1. 会议讨论了树木和树木的养护问题，并交流了各自的经验。"),
			want: []string{
				"para-1 [] 会议讨论了树木和树木的养护问题，并交流了各自的经验。", "heading-1 [] 附件二",
				"annex-II-para-1 [附件二] 会议讨论了树木和树木的养护问题，并交流了各自的经验。",
			},
		},
		{
			name:     "a number left out, a number twice",
			content:  blocks("1. "+long, "2. "+long, "4. "+long, "5. "+long, "5. "+long, "6. "+long),
			want:     []string{"para-1 [] " + long, "para-2 [] " + long, "para-4 [] " + long, "para-5 [] " + long, "para-5-2 [] " + long, "para-6 [] " + long},
			warnings: []string{"paragraph numbers jump from 2 to 4 (page 1)", "paragraph number 5 stands twice (page 1)"},
		},
		{
			name: "levels come from the counters",
			content: placed(false, []string{
				"^H. Water", "|1. " + long, "|^I. Wood", "|2. " + long, "|^1. Oak", "|3. " + long, "|^J. Stone", "|4. " + long,
			}),
			want: []string{
				"heading-1 [] H. Water", "para-1 [H. Water] " + long, "heading-2 [] I. Wood", "para-2 [I. Wood] " + long,
				"heading-3 [I. Wood] 1. Oak", "para-3 [I. Wood > 1. Oak] " + long, "heading-4 [] J. Stone", "para-4 [J. Stone] " + long,
			},
		},
		{
			name:    "a resolution",
			content: blocks("The General Assembly,", "Recalling its former words on trees,", "1. Decides to plant a tree;", "2. Requests the Secretary-General to water it."),
			want: []string{
				"block-1 [] The General Assembly,", "block-2 [] Recalling its former words on trees,",
				"para-1 [] Decides to plant a tree;", "para-2 [] Requests the Secretary-General to water it.",
			},
		},
		{
			name:    "draft resolutions in a report",
			content: blocks("1. "+long, "The General Assembly,", "1. Decides to plant a tree in the garden of the house;", "2. Requests the Secretary-General to water the tree;", "3. Also requests him to report on the tree.", "2. "+long, "3. "+long),
			want: []string{
				"para-1 [] " + long, "block-1 [] The General Assembly,", "text-1-para-1 [] Decides to plant a tree in the garden of the house;",
				"text-1-para-2 [] Requests the Secretary-General to water the tree;", "text-1-para-3 [] Also requests him to report on the tree.", "para-2 [] " + long, "para-3 [] " + long,
			},
		},
		{
			name:    "items of an annotated agenda",
			content: blocks("#Annotated provisional agenda", "##Provisional agenda", "1. Opening of the meeting.", "2. Trees.", "##Annotations", "1. Opening of the meeting", "The meeting will be opened on Monday.", "2. Trees", "The meeting will talk about trees."),
			want: []string{
				"heading-1 [] Annotated provisional agenda", "heading-2 [Annotated provisional agenda] Provisional agenda",
				"block-1 [Annotated provisional agenda > Provisional agenda] 1. Opening of the meeting.", "block-2 [Annotated provisional agenda > Provisional agenda] 2. Trees.",
				"heading-3 [Annotated provisional agenda] Annotations",
				"item-1 [Annotated provisional agenda > Annotations] Opening of the meeting / The meeting will be opened on Monday.",
				"item-2 [Annotated provisional agenda > Annotations] Trees / The meeting will talk about trees.",
			},
		},
		{
			name:    "paragraphs of a section of a programme",
			content: blocks("13.1 "+long, "13.2 "+long, "1. Water;", "13.3 "+long),
			want:    []string{"para-13.1 [] " + long, "para-13.2 [] " + long + " / 1. Water;", "para-13.3 [] " + long},
		},
		{
			name: "what speakers say",
			content: blocks("The President: I declare open the meeting.", "I give the floor to the first speaker.", "Mr. Oak (Forest): Thank you.", "I speak for the trees.",
				"The President: I thank him."),
			want: []string{
				"block-1 [] The President: I declare open the meeting. / I give the floor to the first speaker.",
				"block-2 [] Mr. Oak (Forest): Thank you. / I speak for the trees.", "block-3 [] The President: I thank him.",
			},
		},
		{
			name:    "a summary and a table",
			content: blocks("#Summary", "The report is about trees.", "#I. Trees", "1. "+long, "Oak\t3", "Elm\t4", "2. "+long),
			want: []string{
				"heading-1 [] Summary", "summary-1 [Summary] The report is about trees.", "heading-2 [] I. Trees", "para-1 [I. Trees] " + long,
				"table-1 [I. Trees] Oak\t3 / Elm\t4", "para-2 [I. Trees] " + long,
			},
		},
		{
			name: "hyphens at line ends",
			content: placed(false, []string{
				"1. The follow-up to the care of the trees was spoken about, and so was the inter-", "national care of the trees of the town, and in the same way also the follow-",
				"up in the country.",
			}),
			want: []string{"para-1 [] The follow-up to the care of the trees was spoken about, and so was the international care of the trees of the town, and in the same way also the follow-up in the country."},
		},
		{
			name:    "table on the page",
			content: placed(false, []string{"1. " + long, "|Tree\t2011\t2012", "Oak\t3\t4", "Elm\t5\t6", "|2. " + long}),
			want:    []string{"para-1 [] " + long, "table-1 [] Tree\t2011\t2012 / Oak\t3\t4 / Elm\t5\t6", "para-2 [] " + long},
		},
		{
			name: "contents are dropped",
			content: placed(false, []string{"^Contents", "I. Trees .............................. 1", "II. Water of the trees and of the town", "in the summer .......................... 2"},
				[]string{"^I. Trees", "|1. " + long}),
			want: []string{"heading-1 [] I. Trees", "para-1 [I. Trees] " + long},
		},
		{
			name: "the masthead is in no passage",
			content: placed(false, []string{
				"United Nations\t\tCAC/COSP/EG.1/2013/3", "^Conference of the States Parties\t\tDistr.: General", "\t\t11 September 2013", "\t\tOriginal: English",
				"|Second session", "Panama City, 25 and 26 November 2013", "Item 2 of the provisional agenda", "Trees", "||^>Report on trees", "|1. " + long,
			}),
			want: []string{"heading-1 [] Report on trees", "para-1 [] " + long},
		},
		{name: "nothing", content: &layout.Content{}, want: nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lang := tt.lang
			if lang == "" {
				lang = "en"
			}
			got, warnings := paragraph.Split(tt.content, lang)
			if diff := cmp.Diff(tt.want, outline(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.warnings, warnings); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSplitNotes(t *testing.T) {
	c := placed(false, []string{
		"1. The members spoke at length about the trees of the town1 and of how they are watered.",
		"|2. The members spoke at length about the water of the town and of how it is carried.2",
		"@_____________", "_1 See the map of the trees.", "_2 See the map of the water, which is kept in", "_the house of the town.",
	})
	got, _ := paragraph.Split(c, "en")
	want := []string{
		"para-1 [] The members spoke at length about the trees of the town and of how they are watered.",
		"para-2 [] The members spoke at length about the water of the town and of how it is carried.",
		"note-1 [] See the map of the trees.",
		"note-2 [] See the map of the water, which is kept in the house of the town.",
	}
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(got) == 4 {
		if diff := cmp.Diff([]string{"See the map of the water, which is kept in the house of the town."}, got[1].Notes); diff != "" {
			t.Errorf("notes (-want +got):\n%s", diff)
		}
	}
}

func TestSplitPages(t *testing.T) {
	c := placed(false,
		[]string{"1. The members spoke at length about the trees of the town and of how they are given"},
		[]string{"water in the summer.", "|2. The members spoke at length about the water of the town and of how it is kept."},
	)
	got, _ := paragraph.Split(c, "en")
	if len(got) != 2 || got[0].Page != 1 || got[0].PageEnd != 2 || got[1].Page != 2 || got[1].PageEnd != 2 {
		t.Errorf("pages: %+v", got)
	}
	if got[0].Number != "1" || got[0].Type != un.Paragraph || got[0].Language != "en" {
		t.Errorf("first passage: %+v", got[0])
	}
}

func TestSplitLong(t *testing.T) {
	var texts []string
	texts = append(texts, "1. "+strings.Repeat("The members spoke about the trees. ", 200))
	texts = append(texts, strings.Repeat("They spoke about water, too. ", 200))
	got, _ := paragraph.Split(blocks(texts...), "en")
	total := 0
	for _, p := range got {
		if n := len([]rune(p.Text)); n > 3600 {
			t.Errorf("%s has %d characters", p.Anchor, n)
		}
		total += len(strings.Fields(p.Text))
	}
	if want := len(strings.Fields(strings.Join(texts, " "))) - 1; total != want {
		t.Errorf("%d words, want %d", total, want)
	}
	if got[1].Anchor != "para-1-part-2" || got[1].Number != "" {
		t.Errorf("second piece: %q number %q", got[1].Anchor, got[1].Number)
	}
}

func TestSplitKeepsFiguresThatAreNoCalls(t *testing.T) {
	c := placed(false, []string{
		"1. The members spoke of document E/ABC/2020/INF.1 and of paragraphs 1, 2 and 3 of it, and of 1 tree.",
		"|2. They had 2 trees, 1 house and CO2, and one of the Trees1 was old. 2 The rest was young.",
		"@_____________", "_1 See the map of the trees.", "_2 See the house.",
	})
	got, _ := paragraph.Split(c, "en")
	want := []string{
		"para-1 [] The members spoke of document E/ABC/2020/INF.1 and of paragraphs 1, 2 and 3 of it, and of 1 tree.",
		"para-2 [] They had 2 trees, 1 house and CO2, and one of the Trees was old. The rest was young.",
		"note-1 [] See the map of the trees.",
		"note-2 [] See the house.",
	}
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSplitKeepsHeadingsAtPageTops(t *testing.T) {
	text := "|1. The members spoke at length about the trees of the town and of how they are watered."
	var pages [][]string
	var want []string
	for i := 1; i <= 4; i++ {
		n := string(rune('0' + i))
		pages = append(pages, []string{"Trees of the town", "^Decision 2025/1" + n, strings.Replace(text, "1.", n+".", 1), "@Trees, page " + n})
		want = append(want, "Decision 2025/1"+n)
	}
	got, _ := paragraph.Split(placed(false, pages...), "en")
	var heads []string
	for _, p := range got {
		if p.Type == un.HeadingPassage {
			heads = append(heads, p.Text)
		}
	}
	if diff := cmp.Diff(want, heads); diff != "" {
		t.Errorf("(-want +got):\n%s\n%q", diff, outline(got))
	}
}

func TestSplitAnnexContinues(t *testing.T) {
	long := "The members spoke at length about the trees of the town and of how they are watered."
	c := blocks("1. "+long, "2. "+long, "Annex", "3. "+long, "4. "+long)
	got, warnings := paragraph.Split(c, "en")
	want := []string{"para-1 [] " + long, "para-2 [] " + long, "heading-1 [] Annex", "para-3 [Annex] " + long, "para-4 [Annex] " + long}
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(warnings) > 0 {
		t.Errorf("warnings: %q", warnings)
	}
}

func TestSplitLetter(t *testing.T) {
	c := placed(false, []string{
		"^Letter dated 3 March 2020 from the Permanent Representative", "^to the Secretary-General",
		"|>I have the honour to write of the trees of the town, which the members have spoken of", "at length in the summer.",
		"|>In 2019 there were 12 trees.", "||>(Signed) Oak Elm",
	})
	got, _ := paragraph.Split(c, "en")
	want := []string{
		"heading-1 [] Letter dated 3 March 2020 from the Permanent Representative to the Secretary-General",
		"block-1 [] I have the honour to write of the trees of the town, which the members have spoken of at length in the summer.",
		"block-2 [] In 2019 there were 12 trees.", "block-3 [] (Signed) Oak Elm",
	}
	if diff := cmp.Diff(want, outline(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSplitPassageLanguage(t *testing.T) {
	c := blocks("1. The members spoke at length about the trees of the town.", "Annex", "Участники долго говорили о деревьях города и об уходе за ними.")
	got, _ := paragraph.Split(c, "en")
	var langs []string
	for _, p := range got {
		langs = append(langs, p.Language)
	}
	if diff := cmp.Diff([]string{"en", "en", "ru"}, langs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
