package paragraph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/paragraph"
	"travaux/search/un"
)

func TestSplitKinds(t *testing.T) {
	tests := []struct {
		name    string
		lang    string
		heading string
		text    string
		want    []un.KindMark
	}{
		{name: "body recommends", lang: "en", text: "1. The Meeting recommended that trees be planted.", want: []un.KindMark{{Value: un.Recommendation, Cue: "recommended", By: "body"}}},
		{name: "speakers recommend", lang: "en", text: "1. Some speakers recommended that trees be planted.", want: []un.KindMark{{Value: un.Recommendation, Cue: "recommended", By: "speaker"}}},
		{name: "States should", lang: "en", text: "1. States parties should plant trees.", want: []un.KindMark{{Value: un.Recommendation, Cue: "States parties should plant"}}},
		{name: "should without a subject", lang: "en", text: "1. It should be noted that trees grow."},
		{name: "treaty text", lang: "en", text: "1. States Parties shall plant trees."},
		{name: "should inside a quotation", lang: "en", text: "1. The words “States parties should plant trees” stand there."},
		{name: "heading first", lang: "en", heading: "Successes and good practices", text: "1. There is a law on trees.", want: []un.KindMark{{Value: un.GoodPractice, Cue: "Successes and good practices"}}},
		{name: "heading and the State in brackets", lang: "en", heading: "II. Conclusions and/or recommendations", text: "1. Plant more trees (New Zealand);", want: []un.KindMark{{Value: un.Recommendation, Cue: "II. Conclusions and/or recommendations", By: "state"}}},
		{name: "heading with two kinds", lang: "en", heading: "Challenges and lessons learned", text: "1. Trees grow slowly and need care.", want: []un.KindMark{{Value: un.Challenge, Cue: "Challenges and lessons learned"}, {Value: un.Lesson, Cue: "Challenges and lessons learned"}}},
		{name: "heading about much", lang: "en", heading: "Opening remarks by the Gardener of the town, with an overview of the trees of the year, of opportunities and challenges and of the water", text: "1. The Gardener told that trees grow slowly and need care."},
		{name: "what a heading of recommendations does not make one", lang: "en", heading: "Recommendations", text: "1. They should not be construed as endorsed by the group."},
		{name: "what will be soon", lang: "en", text: "1. The work of the group should be ended in a few days."},
		{name: "practice of an owner", lang: "en", text: "1. Peru told of its best practices in planting trees.", want: []un.KindMark{{Value: un.GoodPractice, Cue: "its best practices", By: "state"}}},
		{name: "practice still to be found", lang: "en", text: "1. Peru wished to determine its best practices in planting trees."},
		{name: "practices somebody is making", lang: "en", text: "1. Some groups are developing best practices in planting trees."},
		{name: "practice offered", lang: "en", text: "1. Peru expressed its readiness to share its best practices in planting trees."},
		{name: "practices exchanged among many", lang: "en", text: "1. The plan helps member States share good practices in planting trees."},
		{name: "decision", lang: "en", text: "1. At its 2nd meeting, the Executive Board adopted the agenda.", want: []un.KindMark{{Value: un.Decision, Cue: "Board adopted", By: "body"}}},
		{name: "operative paragraph", lang: "en", text: "1. Requests the Secretary-General to plant a tree;", want: []un.KindMark{{Value: un.RequestKind, Cue: "Requests", By: "body"}}},
		{name: "preamble", lang: "en", text: "Recalling that the Assembly decided to plant trees and requested the Council to water them,"},
		{name: "no preamble", lang: "en", text: "Note: the Assembly decided to plant trees.", want: []un.KindMark{{Value: un.Decision, Cue: "Assembly decided", By: "body"}}},
		{name: "need", lang: "en", text: "1. Technical assistance needs were named.", want: []un.KindMark{{Value: un.AssistanceNeed, Cue: "Technical assistance needs"}}},
		{name: "commitment", lang: "en", text: "1. They reaffirmed their commitment to trees.", want: []un.KindMark{{Value: un.Commitment, Cue: "reaffirmed their commitment"}}},
		{name: "French", lang: "fr", text: "1. Les États parties devraient planter des arbres.", want: []un.KindMark{{Value: un.Recommendation, Cue: "États parties devraient"}}},
		{name: "French decision", lang: "fr", text: "1. La Conférence a décidé de planter un arbre.", want: []un.KindMark{{Value: un.Decision, Cue: "Conférence a décidé", By: "body"}}},
		{name: "Spanish", lang: "es", text: "1. El Grupo de Trabajo pidió a la Secretaría que plantara un árbol.", want: []un.KindMark{{Value: un.RequestKind, Cue: "Grupo de Trabajo pidió a", By: "body"}}},
		{name: "Spanish heading", lang: "es", heading: "Buenas prácticas", text: "1. Hay una ley de árboles.", want: []un.KindMark{{Value: un.GoodPractice, Cue: "Buenas prácticas"}}},
		{name: "Russian", lang: "ru", text: "1. Конференция постановила посадить дерево.", want: []un.KindMark{{Value: un.Decision, Cue: "Конференция постановила", By: "body"}}},
		{name: "Russian should", lang: "ru", text: "1. Государствам-участникам следует сажать деревья.", want: []un.KindMark{{Value: un.Recommendation, Cue: "Государствам-участникам следует сажать"}}},
		{name: "Arabic", lang: "ar", text: "1 - قرر المؤتمر غرس شجرة.", want: []un.KindMark{{Value: un.Decision, Cue: "قرر المؤتمر", By: "body"}}},
		{name: "Chinese", lang: "zh", text: "1. 会议建议缔约国植树。", want: []un.KindMark{{Value: un.Recommendation, Cue: "会议建议", By: "body"}}},
		{name: "Chinese should", lang: "zh", text: "1. 缔约国应当植树。", want: []un.KindMark{{Value: un.Recommendation, Cue: "缔约国应当"}}},
		{name: "another language", lang: "de", text: "1. Die Konferenz beschloss, Bäume zu pflanzen."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			texts := []string{tt.text}
			if tt.heading != "" {
				texts = []string{"#" + tt.heading, tt.text}
			}
			passages, _ := paragraph.Split(blocks(texts...), tt.lang)
			if len(passages) != len(texts) {
				t.Fatalf("passages: %q", outline(passages))
			}
			if diff := cmp.Diff(tt.want, passages[len(passages)-1].Kinds); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
