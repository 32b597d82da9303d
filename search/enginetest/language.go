package enginetest

import (
	"testing"

	"travaux/search"
)

// phrasesInEveryLanguage asks for phrases and NEAR, over stems and over words as
// they are written, in the six languages and in a title.
func phrasesInEveryLanguage(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").in("en").title("Returning recovered assets promptly").says("The States agreed on the prompt return of stolen assets.").made(),
		doc("A/79/2").in("fr").title("La restitution rapide").says("Les États sont convenus de la restitution rapide des avoirs volés.").made(),
		doc("A/79/3").in("es").title("La restitución pronta").says("Los Estados acordaron la pronta restitución de los activos robados.").made(),
		doc("A/79/4").in("ru").title("Скорейшее возвращение").says("Государства договорились о скорейшем возвращении похищенных активов.").made(),
		doc("A/79/5").in("ar").title("الإعادة السريعة").says("اتفقت الدول على الإعادة السريعة للموجودات المسروقة.").made(),
		doc("A/79/6").in("zh").title("迅速返还").says("各国商定迅速返还被盗资产。").made(),
		doc("A/79/7").in("en").title("Unrelated").says("A return that is prompt; the assets of one State, stolen.").made(),
	)
	for text, want := range map[string][]string{
		`"prompt returns" NEAR/2 "stolen asset"`:      {"A/79/1"},
		`"prompt return" NEAR/1 assets`:               {},
		`=States NEAR/6 =return`:                      {"A/79/1"},
		`=state NEAR/20 stolen`:                       {"A/79/7"},
		`="prompt return" NEAR/3 asset`:               {"A/79/1"},
		`="prompt returns"`:                           {},
		`title:(return NEAR/2 promptly)`:              {},
		`title:(return NEAR/3 promptly)`:              {"A/79/1"},
		`title:("recovered asset" NEAR/2 return)`:     {"A/79/1"},
		`title:(=returning NEAR =assets)`:             {"A/79/1"},
		`title:(recover* NEAR/1 =assets)`:             {"A/79/1"},
		`title:(unrelated OR rapide)`:                 {"A/79/2", "A/79/7"},
		`"restitutions rapides" NEAR/4 "avoirs volé"`: {"A/79/2"},
		`="restitution rapide" NEAR/3 =volés`:         {"A/79/2"},
		`="restitutions rapides"`:                     {},
		`"pronta restitución" NEAR/4 "activo robado"`: {"A/79/3"},
		`="pronta restitución" NEAR =robados`:         {"A/79/3"},
		`="prontas restituciones"`:                    {},
		`"скорейшее возвращение" NEAR/2 активы`:       {"A/79/4"},
		`="скорейшем возвращении" NEAR/1 =похищенных`: {"A/79/4"},
		`="скорейшего возвращения"`:                   {},
		`title:(скорейшего NEAR/1 возвращения)`:       {"A/79/4"},
		`"الإعادة السريعة" NEAR/2 مسروقة`:             {"A/79/5"},
		`=السريعة NEAR/1 =الإعادة`:                    {"A/79/5"},
		`="迅速返还" NEAR/3 资产`:                           {"A/79/6"},
		`"迅速返还" NEAR/1 资产`:                            {},
		`title:(迅速 NEAR/1 返还)`:                        {"A/79/6"},
		`各国 NEAR/5 返`:                                 {"A/79/6"},
	} {
		check(t, e, search.Documents, map[string][]string{text: want})
	}
}

// writtenForms wants forms that only look different found by one another, in
// texts and in queries.
func writtenForms(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("The ﬁnancing of the oﬃce.").made(),
		doc("A/79/2").says("The financing of the office.").made(),
		doc("A/79/3").in("zh").says("第１３２５号决议。").made(),
		doc("A/79/4").in("zh").says("第1325号决议，见A/78/10。").made(),
		doc("A/79/5").in("ar").says("القرار ١٣٢٥ والفقرة ٤٦.").made(),
		doc("A/79/6").in("ar").says("القرار 1325 والفقرة 46.").made(),
		doc("A/79/7").in("ar").says("مكافحة الفســـاد").made(),
		doc("A/79/8").in("fr").says("Le de\u0301veloppement.").made(),
	)
	for text, want := range map[string][]string{
		"financing":                    {"A/79/1", "A/79/2"},
		"ﬁnancing oﬃce":                {"A/79/1", "A/79/2"},
		"=ﬁnancing":                    {"A/79/1", "A/79/2"},
		"ﬁnan*":                        {"A/79/1", "A/79/2"},
		"ﬁnancimg~1":                   {"A/79/1", "A/79/2"},
		"ｆｉｎａｎｃｉｎｇ":                    {"A/79/1", "A/79/2"},
		"Ａ／７８／１０":                      {"A/79/4"},
		"a/78/10":                      {"A/79/4"},
		"１３２５":                         {"A/79/3", "A/79/4", "A/79/5", "A/79/6"},
		"القرار NEAR ١٣٢٥":             {"A/79/5", "A/79/6"},
		`"القرار 1325"`:                {"A/79/5", "A/79/6"},
		"۴۶":                           {"A/79/5", "A/79/6"},
		"الفساد":                       {"A/79/7"},
		"=الفســـاد":                   {"A/79/7"},
		"développement":                {"A/79/8"},
		"=de\u0301veloppement lang:ｆｒ": {"A/79/8"},
	} {
		check(t, e, search.Documents, map[string][]string{text: want})
	}
}
