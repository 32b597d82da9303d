package masthead

import "regexp"

// proseRE finds the beginnings of the texts of letters, notes and reports.
var proseRE = regexp.MustCompile(unmarked(`^(?:held (?:at|in|on) |tenue (?:au|a|le) |celebrada (?:en|el) |(?:состоявше|проведенн)\pL+ |المعقودة في |(?:temporary |acting )?(?:president|chair|chairman|chairperson|presidente|presidenta|председатель|الرئيس|主席)(?: \([^)]*\))? ?:|recalling|noting|i (?:have|am|was|write|wish|would|should|refer|convey|take|hereby|attach|enclose|transmit|request|regret|address) |we (?:have|are|would|wish|write|the undersigned)|upon instructions|on instructions|on the instructions|this year marks|following the|as you are aware|please find|dear |the secretary-general has (?:the honour|received)|the present (?:report|note|document)|pursuant to|in accordance with|in its resolution|at its |on behalf of|further to|j'ai |je (?:vous|me|suis|tiens|souhaite|voudrais) |nous avons l'honneur|veuillez trouver|d'ordre de|sur instruction|comme suite a|le secretaire general a l'honneur|conformement a|le present|tengo (?:el honor|a bien)|tenemos el honor|me (?:dirijo|complace|permito)|le escribo|deseo |quisiera |por instrucciones|siguiendo instrucciones|con arreglo a|en nombre de|el secretario general tiene el honor|de conformidad con|en cumplimiento|имею честь|имеем честь|пишу |хотел бы|хотела бы|обращаюсь|направляю|ссылаясь на|в дополнение|по поручению|настоящим|во исполнение|в соответствии с|от имени|يشرفني|اتشرف|يسرني|اكتب اليكم|اود ان|احيل|الحاقا|باسم |بالاشارة|لاحقا|تنفيذا|بناء على تعليمات|عملا ب|奉我国政府指示|我谨|我荣幸|我写信|随函|谨此|谨随函|秘书长谨|根据)|presents its compliments|presente ses compliments|saluda atentamente|свидетельствует свое уважение|تهدي تحياتها|向.*致意`))

// OpensText reports whether a line begins as the texts of letters, notes and
// reports do, or names who presides: no head of a document goes on behind it.
func OpensText(text string) bool { return opensProse(fold(text)) }

// opensProse reports whether a folded line begins as the texts of letters, notes
// and reports do.
func opensProse(folded string) bool { return proseRE.MatchString(folded) }
