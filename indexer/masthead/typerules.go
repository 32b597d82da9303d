package masthead

import "travaux/search/un"

// seriesRules tell the content type of series whose titles decide: limited
// documents are drafts of several kinds, the information series has lists too.
var seriesRules = compile([]typeRule{
	{gives: un.TypeDraftResolution, natures: []string{"L"}, phrases: draftResolution},
	{gives: un.TypeDraftDecision, natures: []string{"L"}, phrases: draftDecision},
	{gives: un.TypeDraftReport, natures: []string{"L"}, phrases: draftReport},
	{gives: un.TypeListOfParticipants, natures: []string{"INF"}, phrases: participants},
	{gives: un.TypeInformationNote, natures: []string{"INF"}, phrases: informationNote},
})

// contentRules tell the content type from the title, in the order they are
// tried.
var contentRules = compile([]typeRule{
	{gives: un.TypeNoteVerbale, phrases: []string{
		"^note verbale", "^notes verbales", "^nota verbal", "^generic note verbale", "^вербальная нота", "^مذكرة شفوية", "^مذكرتان شفويتان", "的普通照会",
	}},
	{gives: un.TypeLetter, phrases: []string{
		"^letter dated", "^letters dated", "^identical letters", "^identical notes verbales", "^letter from", "^lettre datee", "^lettres datees", "^lettres identiques", "^lettre *, adressee", "^carta de fecha",
		"^cartas identicas", "^cartas de fecha", "^письмо", "^идентичные письма", "^رسالة مؤرخة", "^رسالتان متطابقتان", "^رسائل متطابقة", "^رسالة من", "的信$", "的同文信$",
	}},
	{gives: un.TypeCommunication, phrases: []string{
		"^communication dated", "^communication from", "^communication received", "^communication datee", "^comunicacion de fecha", "^сообщение * от",
	}},
	{gives: un.TypeSummaryRecord, phrases: []string{
		"^summary record of", "^provisional summary record", "^compte rendu analytique", "^acta resumida", "^краткий отчет о", "^محضر موجز", "简要记录$",
	}},
	{gives: un.TypeVerbatimRecord, phrases: []string{
		"^verbatim record", "^provisional verbatim record", "^proces-verbal", "^acta literal", "^стенографический отчет", "^محضر حرفي", "逐字记录$",
	}},
	{gives: un.TypeResolution, phrases: []string{
		"^resolution adopted", "^resolution adoptee", "^resolucion aprobada", "^резолюция, принятая", "^резолюция * принятая", "^قرار اتخذته", "^قرار اتخذه", "通过的决议$",
	}},
	{gives: un.TypeDecision, phrases: []string{
		"^decision adopted", "^decision adoptee", "^decision aprobada", "^decision taken", "^решение, принятое", "^مقرر اتخذته", "通过的决定$",
	}},
	{gives: un.TypeDraftResolution, phrases: anchored(draftResolution)},
	{gives: un.TypeDraftDecision, phrases: anchored(draftDecision)},
	{gives: un.TypeDraftReport, phrases: anchored(draftReport)},
	{gives: un.TypeNGOStatement, phrases: []string{
		"^statement submitted by * non-governmental", "^written statement* submitted by * non-governmental", "^joint written statement", "^expose ecrit", "^declaracion presentada por * organizacion no gubernamental",
		"^заявление, представленное * неправительственн", "^بيان مقدم من * منظم* غير حكومية", "非政府组织*提交的陈述",
	}},
	{gives: un.TypeListOfParticipants, phrases: anchored(participants)},
	{gives: un.TypeInformationNote, phrases: anchored(informationNote)},
	{gives: un.TypeAnnotatedAgenda, phrases: []string{
		"^annotated provisional agenda", "^annotated agenda", "^annotations to the provisional agenda", "^provisional agenda", "^draft provisional agenda", "^provisional annotated agenda", "^revised provisional agenda", "^draft agenda", "^proposed organization of work",
		"^agenda for the", "^agenda of the", "^annotations a l'ordre du jour", "^ordre du jour provisoire", "^ordre du jour annote", "^projet d'ordre du jour", "^programa provisional", "^proyecto de programa provisional",
		"^anotaciones al programa", "^аннотированная", "^предварительная повестка дня", "^проект предварительной повестки дня", "^аннотации к предварительной повестке дня", "^جدول الأعمال المؤقت", "^جدول الأعمال المشروح", "^شروح جدول الأعمال",
		"^مشروع جدول الأعمال", "临时议程$", "临时议程和说明", "临时议程说明", "附加说明的临时议程",
	}},
	{gives: un.TypeExecutiveSummary, phrases: []string{
		"^executive summar", ": executive summar", "^resume analytique", "^sommaire executif", "^resumen ejecutivo", "^резюме доклад", "^خلاصة وافية", "^خلاصات وافية", "内容提要$", "执行摘要$",
	}},
	{gives: un.TypeProgressReport, phrases: []string{
		"^progress report", "^progress made in", "^progress on the implementation", "^rapport interimaire", "^rapport d'etape", "^rapport sur l'etat d'avancement", "^rapport sur les progres", "^rapport * sur l'etat des travaux", "^informe sobre la marcha", "^informe sobre los progresos",
		"^informe de progreso", "^informe sobre los avances", "^доклад о ходе", "^доклад о прогрессе", "^отчет о ходе", "^доклад о проделанной работе", "^تقرير مرحلي", "^التقرير المرحلي", "^تقرير عن التقدم", "进展报告$", "进度报告$",
	}},
	{gives: un.TypeReportOfMeeting, phrases: reportOfMeeting},
	{gives: un.TypeRulesOfProcedure, phrases: []string{
		"^rules of procedure", "^guidelines and rules of procedure", "^provisional rules of procedure", "^draft rules of procedure", "^reglement interieur", "^projet de reglement interieur", "^reglamento provisional", "^reglamento del", "^reglamento de la", "^proyecto de reglamento",
		"^правила процедуры", "^временные правила процедуры", "^проект правил процедуры", "^النظام الداخلي", "^مشروع النظام الداخلي", "议事规则$",
	}},
	{gives: un.TypeTermsOfReference, phrases: []string{
		"^terms of reference", "^mandate and terms of reference", "^draft terms of reference", "^mandat du", "^mandat de la", "^cahier des charges", "^mandato del", "^mandato de la", "^круг ведения", "^اختصاصات", "^الاختصاصات", "职权范围$",
	}},
	{gives: un.TypeWorkProgramme, phrases: []string{
		"^programme of work", "^work programme", "^draft programme of work", "^proposed programme of work", "^draft work programme", "^programme de travail", "^projet de programme de travail", "^programa de trabajo", "^proyecto de programa de trabajo",
		"^программа работы", "^проект программы работы", "^برنامج العمل", "^مشروع برنامج العمل", "工作方案$", "工作方案草案$",
	}},
	{gives: un.TypeSelfAssessment, phrases: []string{
		"^self-assessment", "self-assessment checklist", "liste de controle pour l'auto-evaluation", "^auto-evaluation", "lista de verificacion para la autoevaluacion", "^autoevaluacion", "контрольный перечень * самооценки", "^самооценк", "قائمة التقييم الذاتي", "قائمة مرجعية للتقييم الذاتي", "自评清单",
	}},
	{gives: un.TypeQuestionnaire, phrases: []string{
		"^questionnaire", "^draft questionnaire", "questionnaire$", "^cuestionario", "cuestionario$", "^вопросник", "^استبيان", "调查问卷", "^问卷",
	}},
	{gives: un.TypeBackgroundDocument, phrases: anchored(background)},
	{gives: un.TypeGuidePublication, phrases: []string{
		"^guide to", "^guide for", "^guide on", "^legislative guide", "^technical guide", "^manual on", "^manual for", "^handbook", "^digest of", "^guide pour", "^guide sur", "^guide legislatif", "^manuel", "^guia para", "^guia tecnica", "^guia legislativa", "^manual de",
		"^manual para", "^руководство", "^دليل", "指南$", "手册$",
	}},
	{gives: un.TypeStatement, phrases: []string{
		"^statement by", "^declaration de m", "^declaracion del", "^заявление предст", "^بيان ألقاه", "的发言$",
	}},
	{gives: un.TypeReportOfSG, phrases: anchored(reportOfSG)},
	{gives: un.TypeReportOfSecretariat, phrases: anchored(reportOfSecretariat)},
})

// originRules tell the type an origin line names.
var originRules = compile([]typeRule{
	{gives: un.TypeBackgroundDocument, phrases: background},
	{gives: un.TypeWorkingPaper, phrases: []string{
		"working paper", "document de travail", "documento de trabajo", "рабочий документ", "ورقة عمل", "工作文件",
	}},
	{gives: un.TypeReportOfSG, phrases: reportOfSG},
	{gives: un.TypeReportOfSecretariat, phrases: reportOfSecretariat},
	{gives: un.TypeNoteBySecretariat, phrases: []string{
		"note by the secretariat", "note prepared by the secretariat", "note by the secretary-general", "note du secretariat", "note etablie par le secretariat", "note du secretaire general", "nota de la secretaria",
		"nota preparada por la secretaria", "nota del secretario general", "записка секретариата", "записка, подготовленная секретариатом", "записка генерального секретаря", "مذكرة من الأمانة", "مذكرة مقدمة من الأمانة", "مذكرة أعدتها الأمانة",
		"مذكرة من إعداد الأمانة", "مذكرة من الأمين العام", "秘书处的说明", "秘书处编写的说明", "秘书长的说明", "秘书处说明",
	}},
})

// flagRules tell the flags of a document whose symbol is not known.
var flagRules = compile([]typeRule{
	{gives: un.TypeCorrigendum, phrases: []string{
		"corrigendum", "corrigenda", "rectificatif", "correccion", "correcciones", "исправление", "исправления", "تصويب", "更正",
	}},
	{gives: un.TypeAddendum, phrases: []string{
		"addendum", "additif", "adicion", "adenda", "добавление", "إضافة", "增编",
	}},
	{gives: un.TypeRevision, phrases: []string{
		"revised version", "version revisee", "version revisada", "пересмотренный вариант", "نسخة منقحة", "修订本", "订正本",
	}},
})

var (
	draftResolution = []string{
		"draft resolution", "revised draft resolution", "projet de resolution", "proyecto de resolucion", "проект резолюции", "مشروع قرار", "مشروع القرار", "决议草案",
	}
	draftDecision = []string{
		"draft decision", "revised draft decision", "projet de decision", "proyecto de decision", "проект решения", "مشروع مقرر", "مشروع المقرر", "决定草案",
	}
	draftReport = []string{
		"draft report", "projet de rapport", "proyecto de informe", "проект доклада", "مشروع تقرير", "مشروع التقرير", "报告草稿", "报告草案",
	}
	participants = []string{
		"list of participants", "final list of participants", "provisional list of participants", "delegations to the", "liste des participants", "liste provisoire des participants", "lista de participantes", "lista provisional de participantes", "список участников",
		"قائمة المشاركين", "قائمة بأسماء المشاركين", "与会者名单", "与会人员名单",
	}
	informationNote = []string{
		"information for participants", "information note", "note for participants", "informations a l'intention des participants", "renseignements a l'intention des participants", "note d'information", "informacion para los participantes",
		"nota informativa", "информация для участников", "информационная записка", "معلومات للمشاركين", "مذكرة إعلامية", "与会者须知", "参会须知", "资料说明",
	}
	reportOfMeeting = []string{
		"^report * on its * session", "^report * on its * meeting", "^report on its", "^report on the * session", "^report on the * meeting", "^report of the * meeting", "^report on the meeting", "^report of the * session", "^report of the meeting", "^report of * on the * session",
		"^report of the working group", "^report of the committee", "^report of the special committee", "^report of the special political", "^report of the commission on", "^report of the executive board", "^report of the * workshop", "^report of the * seminar", "^first report of the", "^second report of the", "^third report of the",
		"^report * held in", "^report * held at", "^rapport * de sa * session", "^rapport * de la * session", "^rapport * sur sa * session", "^rapport sur la * session", "^rapport * de la * reunion", "^rapport de la reunion", "^rapport sur la * reunion", "^rapport sur les travaux",
		"^rapport * tenue a", "^informe * periodo de sesiones", "^informe de la * reunion", "^informe sobre la * reunion", "^informe de la reunion", "^informe * celebrad", "^доклад * о работе", "^доклад о работе", "^доклад о * совещани", "^доклад * о * сессии",
		"^доклад * о * совещани", "^تقرير * عن * دورت", "^تقرير عن * دورت", "^تقرير * عن * اجتماع", "^تقرير * عن * الدورة", "^تقرير الاجتماع", "^تقرير عن الاجتماع", "^تقرير عن اجتماع", "届会议的报告", "届会议报告", "次会议的报告", "次会议报告", "届会议工作报告", "会议的报告$", "会议报告$",
	}
	background = []string{
		"background document", "background paper", "background note", "thematic report prepared by", "document d'information", "document de base", "document de reference", "note de synthese", "documento de antecedentes", "documento de informacion",
		"справочный документ", "справочная записка", "документ с изложением исходной информации", "وثيقة معلومات أساسية", "ورقة معلومات أساسية", "ورقة خلفية", "وثيقة خلفية", "背景文件", "背景说明",
	}
	reportOfSG = []string{
		"report of the secretary-general", "report by the secretary-general", "rapport du secretaire general", "informe del secretario general", "доклад генерального секретаря", "تقرير الأمين العام", "تقرير من الأمين العام", "秘书长的报告", "秘书长报告",
	}
	reportOfSecretariat = []string{
		"report of the secretariat", "report by the secretariat", "report prepared by the secretariat", "rapport du secretariat", "rapport etabli par le secretariat", "informe de la secretaria", "informe preparado por la secretaria", "доклад секретариата",
		"доклад, подготовленный секретариатом", "تقرير من الأمانة", "تقرير الأمانة", "تقرير من إعداد الأمانة", "تقرير أعدته الأمانة", "秘书处的报告", "秘书处编写的报告",
	}
)

// anchored returns the phrases as beginnings of a title or of a part of it.
// Chinese puts the kind of document at the end, so there nothing changes.
func anchored(phrases []string) []string {
	out := make([]string, len(phrases))
	for i, p := range phrases {
		out[i] = p
		if p[0] < 0xe3 {
			out[i] = "^" + p
		}
	}
	return out
}
