package un

// The columns of the label tables, in this order.
const (
	labelAR = iota
	labelEN
	labelES
	labelFR
	labelRU
	labelZH
)

// labels is one thing's name in the six languages, in alphabetical order of
// their codes: ar, en, es, fr, ru, zh.
type labels [6]string

// in gives the label in a language (BCP 47, region ignored), in English when
// there is none in that language.
func (l labels) in(lang string) string {
	column := labelEN
	if len(lang) >= 2 {
		switch lang[:2] {
		case "ar":
			column = labelAR
		case "es":
			column = labelES
		case "fr":
			column = labelFR
		case "ru":
			column = labelRU
		case "zh":
			column = labelZH
		}
	}
	if l[column] == "" {
		return l[labelEN]
	}
	return l[column]
}

// Label returns the type's name in a language (BCP 47), in English for other
// languages than the six of the United Nations, and the bare name for a type
// that is none of Types.
func (t Type) Label(lang string) string {
	l, ok := typeLabels[t]
	if !ok {
		return string(t)
	}
	return l.in(lang)
}

// Kinds returns all kinds of passage in their usual order.
func Kinds() []Kind {
	return []Kind{
		GoodPractice, Recommendation, Decision, RequestKind, Challenge, AssistanceNeed, Lesson, Commitment,
	}
}

// Label returns the kind's name in a language, as Type.Label does.
func (k Kind) Label(lang string) string {
	l, ok := kindLabels[k]
	if !ok {
		return string(k)
	}
	return l.in(lang)
}

// Languages returns the codes of the six official languages.
func Languages() []string { return []string{"ar", "en", "es", "fr", "ru", "zh"} }

// LanguageLabel returns the name of a language, given by its BCP 47 code, in
// another: LanguageLabel("fr", "en") is "French". A code it does not know comes
// back as it is.
func LanguageLabel(code, lang string) string {
	l, ok := languageLabels[code]
	if !ok {
		return code
	}
	return l.in(lang)
}

var languageLabels = map[string]labels{
	"ar":  {"العربية", "Arabic", "Árabe", "Arabe", "Арабский", "阿拉伯文"},
	"en":  {"الإنكليزية", "English", "Inglés", "Anglais", "Английский", "英文"},
	"es":  {"الإسبانية", "Spanish", "Español", "Espagnol", "Испанский", "西班牙文"},
	"fr":  {"الفرنسية", "French", "Francés", "Français", "Французский", "法文"},
	"ru":  {"الروسية", "Russian", "Ruso", "Russe", "Русский", "俄文"},
	"zh":  {"الصينية", "Chinese", "Chino", "Chinois", "Китайский", "中文"},
	"de":  {"الألمانية", "German", "Alemán", "Allemand", "Немецкий", "德文"},
	"pt":  {"البرتغالية", "Portuguese", "Portugués", "Portugais", "Португальский", "葡萄牙文"},
	"und": {"غير معروفة", "Not known", "Desconocido", "Inconnue", "Не определен", "未知"},
}

var kindLabels = map[Kind]labels{
	GoodPractice:   {"ممارسة جيدة", "Good practice", "Buena práctica", "Bonne pratique", "Успешный вид практики", "良好做法"},
	Recommendation: {"توصية", "Recommendation", "Recomendación", "Recommandation", "Рекомендация", "建议"},
	Decision:       {"قرار", "Decision", "Decisión", "Décision", "Решение", "决定"},
	RequestKind:    {"طلب", "Request", "Petición", "Demande", "Просьба", "请求"},
	Challenge:      {"تحدٍّ", "Challenge", "Dificultad", "Difficulté", "Трудность", "挑战"},
	AssistanceNeed: {"احتياج إلى المساعدة التقنية", "Technical assistance need", "Necesidad de asistencia técnica", "Besoin d’assistance technique", "Потребность в технической помощи", "技术援助需要"},
	Lesson:         {"درس مستفاد", "Lesson learned", "Enseñanza extraída", "Enseignement tiré", "Извлеченный урок", "经验教训"},
	Commitment:     {"التزام", "Commitment", "Compromiso", "Engagement", "Обязательство", "承诺"},
}

var typeLabels = map[Type]labels{
	TypeAnnotatedAgenda:       {"جدول الأعمال المشروح", "Annotated agenda", "Programa anotado", "Ordre du jour annoté", "Аннотированная повестка дня", "附加说明的议程"},
	TypeReportOfMeeting:       {"تقرير الاجتماع", "Report of the meeting", "Informe de la reunión", "Rapport de la réunion", "Доклад о работе совещания", "会议报告"},
	TypeDraftReport:           {"مشروع تقرير", "Draft report", "Proyecto de informe", "Projet de rapport", "Проект доклада", "报告草稿"},
	TypeProgressReport:        {"تقرير مرحلي", "Progress report", "Informe sobre los progresos", "Rapport d’activité", "Доклад о ходе работы", "进度报告"},
	TypeExecutiveSummary:      {"خلاصة وافية", "Executive summary", "Resumen", "Résumé analytique", "Резюме", "内容提要"},
	TypeReportOfSG:            {"تقرير الأمين العام", "Report of the Secretary-General", "Informe del Secretario General", "Rapport du Secrétaire général", "Доклад Генерального секретаря", "秘书长的报告"},
	TypeReportOfSecretariat:   {"تقرير الأمانة", "Report of the Secretariat", "Informe de la Secretaría", "Rapport du Secrétariat", "Доклад Секретариата", "秘书处的报告"},
	TypeBackgroundDocument:    {"وثيقة معلومات أساسية", "Background document", "Documento de antecedentes", "Document d’information", "Справочный документ", "背景文件"},
	TypeNoteBySecretariat:     {"مذكرة من الأمانة", "Note by the Secretariat", "Nota de la Secretaría", "Note du Secrétariat", "Записка Секретариата", "秘书处的说明"},
	TypeResolution:            {"قرار", "Resolution", "Resolución", "Résolution", "Резолюция", "决议"},
	TypeDecision:              {"مقرر", "Decision", "Decisión", "Décision", "Решение", "决定"},
	TypeDraftResolution:       {"مشروع قرار", "Draft resolution", "Proyecto de resolución", "Projet de résolution", "Проект резолюции", "决议草案"},
	TypeDraftDecision:         {"مشروع مقرر", "Draft decision", "Proyecto de decisión", "Projet de décision", "Проект решения", "决定草案"},
	TypePresidentialStatement: {"بيان رئاسي", "Presidential statement", "Declaración de la Presidencia", "Déclaration présidentielle", "Заявление Председателя", "主席声明"},
	TypeVerbatimRecord:        {"محضر حرفي", "Verbatim record", "Acta literal", "Procès-verbal", "Стенографический отчет", "逐字记录"},
	TypeSummaryRecord:         {"محضر موجز", "Summary record", "Acta resumida", "Compte rendu analytique", "Краткий отчет", "简要记录"},
	TypeConferenceRoomPaper:   {"ورقة غرفة اجتماعات", "Conference room paper", "Documento de sesión", "Document de séance", "Документ зала заседаний", "会议室文件"},
	TypeWorkingPaper:          {"ورقة عمل", "Working paper", "Documento de trabajo", "Document de travail", "Рабочий документ", "工作文件"},
	TypeNGOStatement:          {"بيان منظمة غير حكومية", "NGO statement", "Declaración de una organización no gubernamental", "Déclaration d’une organisation non gouvernementale", "Заявление неправительственной организации", "非政府组织的声明"},
	TypeStatement:             {"بيان", "Statement", "Declaración", "Déclaration", "Заявление", "发言"},
	TypeLetter:                {"رسالة", "Letter", "Carta", "Lettre", "Письмо", "信"},
	TypeCommunication:         {"بلاغ", "Communication", "Comunicación", "Communication", "Сообщение", "来文"},
	TypeNoteVerbale:           {"مذكرة شفوية", "Note verbale", "Nota verbal", "Note verbale", "Вербальная нота", "普通照会"},
	TypeRulesOfProcedure:      {"النظام الداخلي", "Rules of procedure", "Reglamento", "Règlement intérieur", "Правила процедуры", "议事规则"},
	TypeTermsOfReference:      {"الاختصاصات", "Terms of reference", "Mandato", "Mandat", "Круг ведения", "职权范围"},
	TypeWorkProgramme:         {"برنامج العمل", "Work programme", "Programa de trabajo", "Programme de travail", "Программа работы", "工作方案"},
	TypeQuestionnaire:         {"استبيان", "Questionnaire", "Cuestionario", "Questionnaire", "Вопросник", "调查表"},
	TypeSelfAssessment:        {"تقييم ذاتي", "Self-assessment", "Autoevaluación", "Auto-évaluation", "Самооценка", "自我评估"},
	TypeInformationNote:       {"مذكرة إعلامية", "Information note", "Nota informativa", "Note d’information", "Информационная записка", "情况说明"},
	TypeListOfParticipants:    {"قائمة المشاركين", "List of participants", "Lista de participantes", "Liste des participants", "Список участников", "与会者名单"},
	TypeGuidePublication:      {"دليل أو منشور", "Guide or publication", "Guía o publicación", "Guide ou publication", "Руководство или издание", "指南或出版物"},
	TypePressRelease:          {"نشرة صحفية", "Press release", "Comunicado de prensa", "Communiqué de presse", "Пресс-релиз", "新闻稿"},
	TypeCorrigendum:           {"تصويب", "Corrigendum", "Corrección", "Rectificatif", "Исправление", "更正"},
	TypeAddendum:              {"إضافة", "Addendum", "Adición", "Additif", "Добавление", "增编"},
	TypeRevision:              {"تنقيح", "Revision", "Revisión", "Révision", "Пересмотренный текст", "订正"},
}
