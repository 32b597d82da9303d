package masthead_test

import (
	"testing"

	"travaux/indexer/masthead"
)

// A resolution whose head and text are one line has its title between its
// number and the body that speaks.
func TestParseResolutionInOneLine(t *testing.T) {
	tests := []struct{ name, in, want, body string }{
		{
			"french",
			"A/RES/96/181 Nations Unies Distr. générale 8 janvier 2042 Assemblée générale Quatre-vingt-seizième session Point 107 de l’ordre du jour Résolution adoptée par l’Assemblée générale le 17 décembre 2041 [sur la base du rapport de la Troisième Commission (A/96/491)] 96/181. Session extraordinaire de l’Assemblée générale sur les arbres L’Assemblée générale, Rappelant sa résolution 93/193 du 20 décembre 2038, intitulée « Plantation d’arbres »",
			"Session extraordinaire de l’Assemblée générale sur les arbres",
			"Assemblée générale",
		},
		{
			"english, a later resolution cited",
			"United Nations A/RES/96/181 General Assembly Distr.: General 8 January 2042 Resolution adopted by the General Assembly on 17 December 2041 [on the report of the Third Committee (A/96/491)] 96/181. Planting trees in towns, villages and islands The General Assembly, Recalling its resolution 93/193. The Council, it notes, acts.",
			"Planting trees in towns, villages and islands",
			"General Assembly",
		},
		{
			"spanish, of the Council",
			"Naciones Unidas E/RES/2042/12 Consejo Económico y Social Distr. general 8 de enero de 2042 2042/12. Plantación de árboles El Consejo Económico y Social, Recordando su resolución 2039/4,",
			"Plantación de árboles",
			"Consejo Económico y Social",
		},
		{
			"russian",
			"Организация Объединенных Наций A/RES/96/181 Генеральная Ассамблея Distr.: General 8 January 2042 96/181. Посадка деревьев Генеральная Ассамблея, ссылаясь на свою резолюцию 93/193,",
			"Посадка деревьев",
			"Генеральная Ассамблея",
		},
		{
			"arabic",
			"الأمم المتحدة A/RES/96/181 الجمعية العامة Distr.: General 8 January 2042 96/181 - زراعة الأشجار إن الجمعية العامة، إذ تشير إلى قرارها 93/193",
			"زراعة الأشجار",
			"الجمعية العامة",
		},
		{
			"chinese",
			"联合国 A/RES/96/181 大会 Distr.: General 8 January 2042 96/181. 植树工作 大会， 回顾其第93/193号决议",
			"植树工作",
			"大会",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := masthead.Parse(flat(tt.in))
			if m.Title != tt.want {
				t.Errorf("title %q, want %q", m.Title, tt.want)
			}
			if m.BodyName != tt.body {
				t.Errorf("body %q, want %q", m.BodyName, tt.body)
			}
		})
	}
}
