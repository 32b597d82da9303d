package paragraph

import (
	"regexp"

	"travaux/search/un"
)

const frenchBody = `(?:la |le |l[’'])(?:réunion|groupe(?: de travail)?|groupe d[’']experts|conférence|commission|comité|conseil|assemblée(?: générale)?|congrès)`

var french = cues{
	headings: []cue{
		{kind: un.GoodPractice, words: word(`bonnes pratiques|pratiques optimales|succès`)},
		{kind: un.Recommendation, words: word(`recommandations?`)},
		{kind: un.Challenge, words: word(`difficultés|problèmes rencontrés|obstacles|lacunes|défis`)},
		{kind: un.AssistanceNeed, words: word(`besoins d[’']assistance technique|besoins en matière d[’']assistance technique`)},
		{kind: un.Lesson, words: word(`enseignements tirés|leçons`)},
	},
	phrases: []cue{
		{kind: un.GoodPractice, near: "pratiques", words: word(`bonnes pratiques|pratiques optimales|meilleures pratiques`)},
		{kind: un.Recommendation, near: "recommand", words: word(`(?:a|ont) (?:également |aussi )?recommandé|il est recommandé|recommande(?:nt)? (?:que|aux?|de)`)},
		{kind: un.Recommendation, near: "devrai", unquoted: true, words: word(`(?:les états(?: (?:parties|membres))?|le secrétariat|l[’']onudc|la conférence|les gouvernements|les parties|la commission|le comité|le conseil|le groupe(?: de travail)?) (?:devraient|devrait)`)},
		{kind: un.RequestKind, near: "prié|invité|encouragé|exhorté|engagé|demandé|voudra", words: word(`(?:a|ont) (?:également |aussi )?(?:prié|invité|encouragé|exhorté|engagé|demandé (?:à|au|aux))|voudra peut-être`)},
		{kind: un.RequestKind, operative: true, words: regexp.MustCompile(`^(?:Prie|Invite|Encourage|Exhorte|Engage|Demande|Appelle)\s`)},
		{kind: un.Decision, near: "décidé|adopté|conven|approuvé|fait sien|pris note", words: word(frenchBody + ` (?:a|est) (?:également |aussi )?(?:décidé|adopté|convenue?|approuvé|fait sien|pris note)`)},
		{kind: un.Decision, operative: true, words: regexp.MustCompile(`^(?:Décide|Adopte|Approuve|Fait siennes?|Fait sien|Prend note)\s`)},
		{kind: un.Challenge, near: "difficulté|problème|obstacle|lacune|défi", words: word(`difficultés|problèmes rencontrés|obstacles|lacunes|défis`)},
		{kind: un.AssistanceNeed, near: "assistance technique", words: word(`besoins d[’']assistance technique|besoins en matière d[’']assistance technique|besoin d[’']une assistance technique`)},
		{kind: un.Lesson, near: "enseignement|leçon", words: word(`enseignements tirés|leçons`)},
		{kind: un.Commitment, near: "engage", words: word(`(?:a|ont) (?:réaffirmé|réitéré|exprimé) (?:son|leur) engagement|s[’']est engagée? à|se sont engagés à`)},
	},
	speaker:  word(`(?:des|les|plusieurs|certains|quelques|un|une|d[’']autres|nombre d[’'])\s?(?:orateurs?|oratrices?|intervenants?|délégations?|représentants?|participants?|experts?) (?:ont|a)`),
	body:     word(frenchBody + ` (?:a|est)`),
	state:    word(`(?:le gouvernement|la délégation|le représentant|la représentante) (?:de|du|des)`),
	preamble: regexp.MustCompile(`^(?:Rappelant|Notant|Réaffirmant|Ayant|Considérant|Soulignant|Reconnaissant|Consciente?|Convaincue?|Préoccupée?|Se félicitant|Se déclarant|Prenant|Sachant|Gardant|Exprimant|Guidée?|Agissant|Tenant)`),
}

const spanishBody = `(?:la |el )(?:reunión|grupo(?: de trabajo)?|grupo de expertos|conferencia|comisión|comité|consejo|asamblea(?: general)?|congreso|junta)`

var spanish = cues{
	headings: []cue{
		{kind: un.GoodPractice, words: word(`buenas prácticas|mejores prácticas|logros`)},
		{kind: un.Recommendation, words: word(`recomendaci(?:ones|ón)`)},
		{kind: un.Challenge, words: word(`dificultades|problemas en la aplicación|obstáculos|retos|desafíos`)},
		{kind: un.AssistanceNeed, words: word(`necesidades de asistencia técnica`)},
		{kind: un.Lesson, words: word(`enseñanzas extraídas|lecciones aprendidas`)},
	},
	phrases: []cue{
		{kind: un.GoodPractice, near: "prácticas", words: word(`buenas prácticas|mejores prácticas`)},
		{kind: un.Recommendation, near: "recom", words: word(`recomendó|recomendaron|se recomienda|se recomendó|recomienda (?:que|a)`)},
		{kind: un.Recommendation, near: "deber", unquoted: true, words: word(`(?:los estados(?: (?:partes|miembros))?|la secretaría|la unodc|la conferencia|los gobiernos|las partes|la comisión|el comité|el consejo|el grupo(?: de trabajo)?) (?:deberían|debería|deberán)`)},
		{kind: un.RequestKind, near: "pidió|invitó|alentó|exhortó|instó|solicitó|tal vez", words: word(spanishBody + ` (?:también |además )?(?:pidió|invitó|alentó|exhortó|instó|solicitó)|tal vez desee`)},
		{kind: un.RequestKind, operative: true, words: regexp.MustCompile(`^(?:Pide|Invita|Alienta|Exhorta|Insta|Solicita)\s`)},
		{kind: un.Decision, near: "decidió|aprobó|adoptó|hizo|tomó nota|convino|acordó", words: word(spanishBody + ` (?:también |además )?(?:decidió|aprobó|adoptó|hizo suy[oa]s?|tomó nota|convino|acordó)`)},
		{kind: un.Decision, operative: true, words: regexp.MustCompile(`^(?:Decide|Aprueba|Adopta|Hace suy[oa]s?|Toma nota)\s`)},
		{kind: un.Challenge, near: "dificultad|problema|obstáculo|retos|desafío", words: word(`dificultades|problemas en la aplicación|obstáculos|retos|desafíos`)},
		{kind: un.AssistanceNeed, near: "asistencia técnica", words: word(`necesidades de asistencia técnica`)},
		{kind: un.Lesson, near: "enseñanza|leccion", words: word(`enseñanzas extraídas|lecciones aprendidas`)},
		{kind: un.Commitment, near: "comprom", words: word(`(?:reafirmó|reafirmaron|reiteró|reiteraron|expresó) su (?:\p{L}+ )?compromiso|se comprometió a|se comprometieron a`)},
	},
	speaker:  word(`(?:los|las|varios|varias|algunos|algunas|un|una|otro|otros|muchos|muchas) (?:oradore?s?|oradoras?|delegaci(?:ón|ones)|representantes?|participantes?|expertos?) (?:también |además )?\p{L}+(?:ó|aron|ieron)`),
	body:     word(spanishBody + ` (?:también |además )?\p{L}+(?:ó|izo)`),
	state:    word(`(?:el gobierno|la delegación|el representante|la representante) (?:de|del)`),
	preamble: regexp.MustCompile(`^(?:Recordando|Observando|Reafirmando|Habiendo|Considerando|Subrayando|Reconociendo|Consciente|Convencid[oa]|Preocupad[oa]|Acogiendo|Expresando|Tomando|Teniendo|Guiad[oa]|Actuando|Destacando)`),
}

const russianBody = `(?:совещание|рабочая группа|группа|конференция|комиссия|комитет|совет|ассамблея|генеральная ассамблея)`

var russian = cues{
	headings: []cue{
		{kind: un.GoodPractice, words: stem(`успешны\p{L}* вид\p{L}* практики|эффективны\p{L}* вид\p{L}* практики|(?:передов|положительн|оптимальн)\p{L}* практик`)},
		{kind: un.Recommendation, words: stem(`рекомендаци`)},
		{kind: un.Challenge, words: stem(`трудност|проблем|препятстви|пробел`)},
		{kind: un.AssistanceNeed, words: stem(`потребност\p{L}* в технической помощи`)},
		{kind: un.Lesson, words: stem(`извлеченны\p{L}* урок|накопленн\p{L}* опыт`)},
	},
	phrases: []cue{
		{kind: un.GoodPractice, near: "практик", words: stem(`успешны\p{L}* вид\p{L}* практики|эффективны\p{L}* вид\p{L}* практики|(?:передов|положительн|оптимальн)\p{L}* практик`)},
		{kind: un.Recommendation, near: "рекоменд", words: stem(`рекомендовал|рекомендуется|рекомендует`)},
		{kind: un.Recommendation, near: "следует", unquoted: true, words: stem(`(?:государств\p{L}*(?:-участник\p{L}*|-член\p{L}*)?|секретариату|юнодк|конференции|правительств\p{L}*|сторонам|комиссии|комитету|совету) следует`)},
		{kind: un.RequestKind, near: "просил|предложил|призвал|просьбой|пожелает", words: stem(russianBody + ` (?:также )?(?:просил|предложил|призвал|настоятельно призвал|обратил\p{L}* с просьбой)|возможно, пожелает`)},
		{kind: un.RequestKind, operative: true, words: regexp.MustCompile(`^(?:просит|предлагает|призывает|настоятельно призывает|рекомендует|Просит|Предлагает|Призывает|Настоятельно призывает)\s`)},
		{kind: un.Decision, near: "постанов|принял|одобрил|утвердил|соглас", words: stem(russianBody + ` (?:также )?(?:постановил|принял|одобрил|утвердил|согласил)`)},
		{kind: un.Decision, operative: true, words: regexp.MustCompile(`^(?:постановляет|утверждает|одобряет|принимает|Постановляет|Утверждает|Одобряет|Принимает)\s`)},
		{kind: un.Challenge, near: "трудност|препятств|пробел", words: stem(`трудност|препятстви|пробел`)},
		{kind: un.AssistanceNeed, near: "техническ", words: stem(`потребност\p{L}* в технической помощи`)},
		{kind: un.Lesson, near: "урок|опыт", words: stem(`извлеченны\p{L}* урок|накопленн\p{L}* опыт`)},
		{kind: un.Commitment, near: "приверженност|обязал", words: stem(`подтвердил\p{L}* (?:свою|своей)? ?приверженность|обязал\p{L}*сь`)},
	},
	speaker:  stem(`(?:выступавш|оратор|ряд оратор|делегаци|некоторые делегаци|участник\p{L}* совещания)\p{L}*,? (?:\p{L}+ ){0,3}(?:отметил|подчеркнул|указал|рекомендовал|предложил|заявил|сообщил|высказал|призвал)`),
	body:     stem(russianBody + ` (?:также )?\p{L}+(?:ла|ло|л)(?:[^\p{L}]|$)`),
	state:    stem(`(?:правительство|делегация|представитель) [\p{Lu}]`),
	preamble: regexp.MustCompile(`^(?:ссылаясь|отмечая|подтверждая|рассмотрев|учитывая|признавая|подчеркивая|приветствуя|выражая|будучи|принимая|сознавая|напоминая|Ссылаясь|Отмечая|Подтверждая|Рассмотрев|Учитывая|Признавая|Подчеркивая|Приветствуя|Выражая|Будучи|Принимая|Сознавая|Напоминая)`),
}

const arabicBody = `(?:الاجتماع|الفريق العامل|الفريق|المؤتمر|اللجنة|المجلس|الجمعية العامة)`

var arabic = cues{
	headings: []cue{
		{kind: un.GoodPractice, words: anywhere(`الممارسات الجيدة|الممارسات الفضلى|التجارب الناجحة`)},
		{kind: un.Recommendation, words: anywhere(`توصيات|التوصيات|توصية`)},
		{kind: un.Challenge, words: anywhere(`التحديات|الصعوبات|العقبات`)},
		{kind: un.AssistanceNeed, words: anywhere(`الاحتياجات من المساعدة التقنية`)},
		{kind: un.Lesson, words: anywhere(`الدروس المستفادة`)},
	},
	phrases: []cue{
		{kind: un.GoodPractice, words: anywhere(`الممارسات الجيدة|الممارسات الفضلى|ممارسات جيدة|التجارب الناجحة`)},
		{kind: un.Recommendation, words: anywhere(`أوصى|أوصت|يوصى|توصي`)},
		{kind: un.Recommendation, unquoted: true, words: anywhere(`ينبغي (?:للدول|للأمانة|للمؤتمر|للحكومات|للجنة|للمجلس|أن تقوم الدول)`)},
		{kind: un.RequestKind, words: anywhere(`(?:طلب|دعا|شجّع|شجع|حثّ|حث) ` + arabicBody + `|(?:طلبت|دعت|شجعت|حثت) ` + arabicBody + `|لعل ` + arabicBody + ` (?:يود|تود)`)},
		{kind: un.RequestKind, operative: true, words: anywhere(`^(?:تطلب|يطلب|تدعو|يدعو|تشجع|يشجع|تحث|يحث|تهيب|يهيب)\s`)},
		{kind: un.Decision, words: anywhere(`(?:قرر|قررت|اعتمد|اعتمدت|أقر|أقرت|وافق|وافقت|أحاط|أحاطت) ` + arabicBody)},
		{kind: un.Decision, operative: true, words: anywhere(`^(?:تقرر|يقرر|تعتمد|يعتمد|تحيط علما|يحيط علما|تؤيد|يؤيد)\s`)},
		{kind: un.Challenge, words: anywhere(`التحديات|الصعوبات|العقبات|تحديات|صعوبات|عقبات`)},
		{kind: un.AssistanceNeed, words: anywhere(`الاحتياجات من المساعدة التقنية`)},
		{kind: un.Lesson, words: anywhere(`الدروس المستفادة`)},
	},
	speaker:  anywhere(`متكلم|المتكلمون|المتكلمين|الوفود|وفود`),
	body:     anywhere(`(?:قرر|قررت|اعتمد|اعتمدت|أقر|أقرت|أوصى|أوصت|طلب|طلبت|دعا|دعت|شجع|شجعت|حث|حثت|أحاط|أحاطت|لاحظ|لاحظت) ` + arabicBody),
	state:    anywhere(`(?:حكومة|وفد|ممثل|ممثلة) \p{L}`),
	preamble: anywhere(`^(?:إذ|وإذ) `),
}

const chineseBody = `(?:会议|工作组|专家组|缔约国会议|大会|委员会|理事会)`

var chinese = cues{
	headings: []cue{
		{kind: un.GoodPractice, words: anywhere(`良好做法|最佳做法|成功经验`)},
		{kind: un.Recommendation, words: anywhere(`建议`)},
		{kind: un.Challenge, words: anywhere(`挑战|困难|障碍`)},
		{kind: un.AssistanceNeed, words: anywhere(`技术援助需要|技术援助需求`)},
		{kind: un.Lesson, words: anywhere(`经验教训`)},
	},
	phrases: []cue{
		{kind: un.GoodPractice, words: anywhere(`良好做法|最佳做法|成功经验`)},
		{kind: un.Recommendation, words: anywhere(`(?:建议(?:缔约国|各国|会员国|秘书处|缔约国会议|委员会|会议)|` + chineseBody + `建议)`)},
		{kind: un.Recommendation, unquoted: true, words: anywhere(`(?:缔约国|各国|会员国|秘书处|各国政府|缔约国会议)(?:应当|应(?:[^缔予有]|$))`)},
		{kind: un.RequestKind, words: anywhere(chineseBody + `(?:还|又|并)?(?:请|请求|鼓励|敦促|促请|邀请)|似宜`)},
		{kind: un.RequestKind, operative: true, words: anywhere(`^(?:又|还)?(?:请|鼓励|敦促|促请|邀请|吁请)`)},
		{kind: un.Decision, words: anywhere(chineseBody + `(?:还|又|并)?(?:决定|通过了?|核准|核可|注意到|商定)`)},
		{kind: un.Decision, operative: true, words: anywhere(`^(?:又|还)?(?:决定|通过|核准|核可|注意到)`)},
		{kind: un.Challenge, words: anywhere(`挑战|困难|障碍`)},
		{kind: un.AssistanceNeed, words: anywhere(`技术援助需要|技术援助需求`)},
		{kind: un.Lesson, words: anywhere(`经验教训`)},
	},
	speaker:  anywhere(`发言者|发言人|各代表团|一些代表团|与会者`),
	body:     anywhere(chineseBody + `(?:还|又|并)?(?:决定|通过|核准|注意到|建议|请|鼓励|敦促|促请|商定)`),
	state:    anywhere(`[\p{Han}]{2,6}(?:政府|代表)`),
	preamble: anywhere(`^(?:回顾|注意到|重申|审议了|铭记|认识到|强调|欢迎|考虑到|意识到|深信|关切)`),
}
