package paragraph_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/paragraph"
)

// The sentences are invented, in the style of meeting reports; the traps of each
// language stand last and have no kind.
var languageKinds = map[string][]struct{ text, want string }{
	"fr": {
		{"Le Groupe de travail a recommandé que les États plantent des arbres.", "recommendation:body"},
		{"Les États parties devraient adopter une loi sur les arbres.", "recommendation:"},
		{"La Conférence a prié le Secrétariat d’établir un rapport.", "request:body"},
		{"Plusieurs orateurs ont encouragé les États à planter des arbres.", "request:speaker"},
		{"À sa 2e séance, le Comité a adopté son ordre du jour.", "decision:body"},
		{"Décide de créer un groupe d’arboriculteurs;", "decision:body"},
		{"Invite les États à planter des arbres;", "request:body"},
		{"Cette mesure constitue une bonne pratique.", "good_practice:"},
		{"Un pays se heurtait à des difficultés pour planter des arbres.", "challenge:"},
		{"Ce pays avait besoin d’une assistance technique pour ses forêts.", "assistance_need:"},
		{"Les enseignements tirés de ce projet étaient les suivants.", "lesson:"},
		{"La délégation du Pérou a réaffirmé son engagement en faveur des forêts.", "commitment:state"},
		{"La France a recommandé au Togo de planter des arbres.", "recommendation:state"},
		{"La Conférence voudra peut-être examiner la question.", "request:body"},
		{"Un atelier permettait d’échanger des bonnes pratiques.", ""},
		{"Il convient de noter que les arbres poussent.", ""},
		{"Une délégation a demandé quelles difficultés avaient été rencontrées.", ""},
		{"L’Assemblée nationale a adopté une loi sur les arbres.", ""},
	},
	"es": {
		{"El Grupo de Trabajo recomendó que los Estados plantaran árboles.", "recommendation:body"},
		{"Los Estados partes deberían aprobar una ley de árboles.", "recommendation:"},
		{"La Conferencia pidió a la Secretaría que preparara un informe.", "request:body"},
		{"Varios oradores alentaron a los Estados a que plantaran árboles.", "request:speaker"},
		{"En su segunda sesión, el Comité aprobó su programa.", "decision:body"},
		{"Decide crear un grupo de árboles;", "decision:body"},
		{"Exhorta a los Estados a que planten árboles;", "request:body"},
		{"Esa medida constituye una buena práctica.", "good_practice:"},
		{"El país hacía frente a dificultades para plantar árboles.", "challenge:"},
		{"El país necesitaba asistencia técnica para sus bosques.", "assistance_need:"},
		{"Las enseñanzas extraídas del proyecto eran las siguientes.", "lesson:"},
		{"La delegación del Perú reafirmó su compromiso con los bosques.", "commitment:state"},
		{"España recomendó a Honduras que plantara árboles.", "recommendation:state"},
		{"La Conferencia tal vez desee examinar la cuestión.", "request:body"},
		{"El taller sirvió para intercambiar buenas prácticas.", ""},
		{"Convendría señalar que los árboles crecen.", ""},
		{"La delegación preguntó qué dificultades había.", ""},
		{"La Asamblea Nacional aprobó una ley de árboles.", ""},
	},
	"ru": {
		{"Рабочая группа рекомендовала государствам сажать деревья.", "recommendation:body"},
		{"Государствам-участникам следует принять закон о деревьях.", "recommendation:"},
		{"Конференция просила Секретариат подготовить доклад.", "request:body"},
		{"Выступавшие призвали государства сажать деревья.", "request:speaker"},
		{"На своем 2-м заседании Комитет утвердил повестку дня.", "decision:body"},
		{"постановляет создать группу по деревьям;", "decision:body"},
		{"призывает государства сажать деревья;", "request:body"},
		{"Эта мера является примером успешной практики.", "good_practice:"},
		{"Страна сталкивалась с серьезными трудностями при посадке деревьев.", "challenge:"},
		{"Страна запросила техническую помощь для своих лесов.", "assistance_need:"},
		{"Извлеченные уроки показали, что деревья растут.", "lesson:"},
		{"Перу подтвердило свою приверженность защите лесов.", "commitment:state"},
		{"Франция рекомендовала Того сажать деревья.", "recommendation:state"},
		{"Комиссия, возможно, пожелает рассмотреть этот вопрос.", "request:body"},
		{"Участники обменялись информацией о деревьях.", ""},
		{"Следует отметить, что деревья растут.", ""},
		{"Делегация спросила, с какими трудностями сталкивается страна.", ""},
		{"Совет министров утвердил закон о деревьях.", ""},
	},
	"ar": {
		{"أوصى الفريق العامل بأن تغرس الدول الأشجار.", "recommendation:body"},
		{"ينبغي للدول الأطراف أن تعتمد قانونا بشأن الأشجار.", "recommendation:"},
		{"طلب المؤتمر إلى الأمانة أن تعد تقريرا.", "request:body"},
		{"دعا متكلمون إلى غرس الأشجار.", "request:speaker"},
		{"اعتمدت اللجنة جدول أعمالها في جلستها الثانية.", "decision:body"},
		{"تقرر إنشاء فريق معني بالأشجار؛", "decision:body"},
		{"تحث الدول على غرس الأشجار؛", "request:body"},
		{"يعد هذا التدبير ممارسة جيدة.", "good_practice:"},
		{"واجه البلد صعوبات في غرس الأشجار.", "challenge:"},
		{"يحتاج البلد إلى مساعدة تقنية من أجل غاباته.", "assistance_need:"},
		{"كانت الدروس المستفادة من المشروع كما يلي.", "lesson:"},
		{"أكدت بيرو من جديد التزامها بحماية الغابات.", "commitment:state"},
		{"أوصت فرنسا بغرس الأشجار.", "recommendation:state"},
		{"لعل المؤتمر يود النظر في هذه المسألة.", "request:body"},
		{"نظمت حلقة عمل لتبادل الممارسات الجيدة.", ""},
		{"تنمو الأشجار ببطء في الجبال.", ""},
		{"استفسر وفد عن الصعوبات التي تواجه البلد.", ""},
		{"اعتمد مجلس الوزراء قانونا بشأن الأشجار.", ""},
	},
	"zh": {
		{"工作组建议缔约国植树。", "recommendation:body"},
		{"缔约国应通过关于树木的法律。", "recommendation:"},
		{"缔约国会议请秘书处编写一份报告。", "request:body"},
		{"发言者敦促各国植树。", "request:speaker"},
		{"委员会第2次会议通过了议程。", "decision:body"},
		{"决定设立一个树木工作组；", "decision:body"},
		{"敦促各国植树；", "request:body"},
		{"这项措施是一种良好做法。", "good_practice:"},
		{"该国在植树方面面临困难。", "challenge:"},
		{"该国需要技术援助以保护其森林。", "assistance_need:"},
		{"该项目的经验教训如下。", "lesson:"},
		{"秘鲁重申致力于保护森林。", "commitment:state"},
		{"法国建议多哥继续植树。", "recommendation:state"},
		{"委员会似宜审议这一问题。", "request:body"},
		{"讲习班交流了良好做法。", ""},
		{"树木在山区生长缓慢。", ""},
		{"代表团询问面临哪些困难。", ""},
		{"部长会议通过了一项关于树木的法律。", ""},
	},
}

func TestSplitKindsOfLanguages(t *testing.T) {
	for lang, rows := range languageKinds {
		for _, tt := range rows {
			passages, _ := paragraph.Split(blocks("1. "+tt.text), lang)
			if len(passages) != 1 {
				t.Errorf("%s: %q gives %d passages", lang, tt.text, len(passages))
				continue
			}
			var got []string
			for _, m := range passages[0].Kinds {
				got = append(got, string(m.Value)+":"+m.By)
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", lang, tt.text, diff)
			}
		}
	}
}
