package un

// Type is a document type, a snake_case name.
type Type string

// The document types. Corrigendum, addendum and revision are flags on top of a
// content type, the others are content types or origins.
const (
	TypeAnnotatedAgenda       Type = "annotated_agenda"
	TypeReportOfMeeting       Type = "report_of_meeting"
	TypeDraftReport           Type = "draft_report"
	TypeProgressReport        Type = "progress_report"
	TypeExecutiveSummary      Type = "executive_summary"
	TypeReportOfSG            Type = "report_of_sg"
	TypeReportOfSecretariat   Type = "report_of_secretariat"
	TypeBackgroundDocument    Type = "background_document"
	TypeNoteBySecretariat     Type = "note_by_secretariat"
	TypeResolution            Type = "resolution"
	TypeDecision              Type = "decision"
	TypeDraftResolution       Type = "draft_resolution"
	TypeDraftDecision         Type = "draft_decision"
	TypePresidentialStatement Type = "presidential_statement"
	TypeVerbatimRecord        Type = "verbatim_record"
	TypeSummaryRecord         Type = "summary_record"
	TypeConferenceRoomPaper   Type = "conference_room_paper"
	TypeWorkingPaper          Type = "working_paper"
	TypeNGOStatement          Type = "ngo_statement"
	TypeStatement             Type = "statement"
	TypeLetter                Type = "letter"
	TypeCommunication         Type = "communication"
	TypeNoteVerbale           Type = "note_verbale"
	TypeRulesOfProcedure      Type = "rules_of_procedure"
	TypeTermsOfReference      Type = "terms_of_reference"
	TypeWorkProgramme         Type = "work_programme"
	TypeQuestionnaire         Type = "questionnaire"
	TypeSelfAssessment        Type = "self_assessment"
	TypeInformationNote       Type = "information_note"
	TypeListOfParticipants    Type = "list_of_participants"
	TypeGuidePublication      Type = "guide_publication"
	TypePressRelease          Type = "press_release"
	TypeCorrigendum           Type = "corrigendum"
	TypeAddendum              Type = "addendum"
	TypeRevision              Type = "revision"
)

// Types returns all types in their usual order: what opens a meeting, its
// reports, what it adopts, its records, papers, correspondence, the rest, and
// the flags last.
func Types() []Type {
	return []Type{
		TypeAnnotatedAgenda, TypeReportOfMeeting, TypeDraftReport, TypeProgressReport, TypeExecutiveSummary,
		TypeReportOfSG, TypeReportOfSecretariat, TypeBackgroundDocument, TypeNoteBySecretariat,
		TypeResolution, TypeDecision, TypeDraftResolution, TypeDraftDecision, TypePresidentialStatement,
		TypeVerbatimRecord, TypeSummaryRecord, TypeConferenceRoomPaper, TypeWorkingPaper, TypeNGOStatement,
		TypeStatement, TypeLetter, TypeCommunication, TypeNoteVerbale, TypeRulesOfProcedure,
		TypeTermsOfReference, TypeWorkProgramme, TypeQuestionnaire, TypeSelfAssessment, TypeInformationNote,
		TypeListOfParticipants, TypeGuidePublication, TypePressRelease,
		TypeCorrigendum, TypeAddendum, TypeRevision,
	}
}

// IsFlag reports whether the type stands on top of a content type.
func (t Type) IsFlag() bool {
	return t == TypeCorrigendum || t == TypeAddendum || t == TypeRevision
}

// TypeOfSymbol tells what a symbol alone says of its document's type: the
// content type its nature stands for, empty when only the title can tell (drafts
// are L., reports bare numbers), and the flags of its modifiers in the order
// corrigendum, addendum, revision (domain rules, section 3).
func TypeOfSymbol(s Symbol) (content Type, flags []Type) {
	for _, f := range []struct {
		flag  Type
		names [2]string
	}{
		{TypeCorrigendum, [2]string{"Corr"}},
		{TypeAddendum, [2]string{"Add", "Supp"}},
		{TypeRevision, [2]string{"Rev", "Amend"}},
	} {
		if s.modified(f.names) {
			flags = append(flags, f.flag)
		}
	}
	if s.Body == "CU" {
		return TypeNoteVerbale, flags
	}
	if s.Body == "CAC/COSP" && s.Subsidiary == "IRG" && s.MeetingID() == "" && s.Session != "" {
		return TypeExecutiveSummary, dropAddendum(flags)
	}
	return typeOfNature(s.lastNature()), flags
}

// modified reports whether one of the modifiers has one of the names.
func (s Symbol) modified(names [2]string) bool {
	for _, m := range s.Modifiers {
		for _, name := range names {
			if name != "" && (m == name || len(m) > len(name) && m[:len(name)+1] == name+".") {
				return true
			}
		}
	}
	return false
}

// dropAddendum takes the addendum flag off: in the series of executive summaries
// an Add. is a country, not an amendment.
func dropAddendum(flags []Type) []Type {
	var rest []Type
	for _, f := range flags {
		if f != TypeAddendum {
			rest = append(rest, f)
		}
	}
	return rest
}

// lastNature is the nature code next to the number.
func (s Symbol) lastNature() string {
	for i := len(s.Nature) - 1; i >= 0; i-- {
		if s.Nature[i] == '/' {
			return s.Nature[i+1:]
		}
	}
	return s.Nature
}

// typeOfNature gives the type a nature code stands for, "" when it tells none.
func typeOfNature(nature string) Type {
	switch nature {
	case "PV":
		return TypeVerbatimRecord
	case "SR":
		return TypeSummaryRecord
	case "RES":
		return TypeResolution
	case "DEC":
		return TypeDecision
	case "PRST":
		return TypePresidentialStatement
	case "CRP":
		return TypeConferenceRoomPaper
	case "WP":
		return TypeWorkingPaper
	case "NGO":
		return TypeNGOStatement
	case "INF":
		return TypeInformationNote
	case "BP":
		return TypeBackgroundDocument
	case "STAT":
		return TypeStatement
	}
	return ""
}
