package catalogue

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed states.tsv
var statesTable string

// Statuses of a State.
const (
	// Member is a Member State of the United Nations.
	Member = "member"
	// NonMember is an observer State, or a State that is a party to treaties
	// deposited with the Secretary-General and no Member.
	NonMember = "non-member"
	// Former is a State that is no more and has no single successor.
	Former = "former"
)

// State is a State with its names as the United Nations terminology database
// (UNTERM) gives them. Code is the ISO 3166-1 alpha-3 code, for former States
// the ISO 3166-3 one ("SUN").
type State struct {
	Code, Status  string
	short, formal map[string]string
	// other are further names by language: former ones, variants, short forms.
	other map[string][]string
}

// Name is the short name in one of the six languages (BCP 47), in English where
// the language is another: "Iran (Islamic Republic of)".
func (s State) Name(lang string) string { return inLanguage(s.short, lang) }

// FormalName is the full name, with its article where English, French and
// Spanish use one: "the Islamic Republic of Iran".
func (s State) FormalName(lang string) string { return inLanguage(s.formal, lang) }

// Forms are all names the State has in a language, the short one first.
func (s State) Forms(lang string) []string {
	return append([]string{s.short[lang], s.formal[lang]}, s.other[lang]...)
}

func inLanguage(names map[string]string, lang string) string {
	if len(lang) >= 2 && names[lang[:2]] != "" {
		return names[lang[:2]]
	}
	return names["en"]
}

// States returns all States: the Members by code, then the others.
func States() []State { return slices.Clone(shippedStates().all) }

// StateOf finds a State by its code, in capitals.
func StateOf(code string) (State, bool) {
	t := shippedStates()
	i, ok := t.byCode[code]
	if !ok {
		return State{}, false
	}
	return t.all[i], true
}

// StateLabel names a State, given by code, in a language; an unknown code is
// its own label.
func (c *Catalogue) StateLabel(code, lang string) string {
	if s, ok := StateOf(code); ok {
		return s.Name(lang)
	}
	return code
}

// stateTable is the table as read.
type stateTable struct {
	all    []State
	byCode map[string]int
}

// shippedStates reads the table that is part of the program, so it panics when
// it does not parse.
var shippedStates = sync.OnceValue(func() stateTable {
	t, err := readStates(statesTable)
	if err != nil {
		panic(err)
	}
	return t
})

var stateLanguages = []string{"en", "fr", "es", "ru", "ar", "zh"}

func readStates(text string) (stateTable, error) {
	rows, err := table(text)
	if err != nil {
		return stateTable{}, fmt.Errorf("states: %w", err)
	}
	t := stateTable{byCode: map[string]int{}}
	for _, row := range rows {
		s := State{Code: row["code"], Status: row["status"], short: map[string]string{}, formal: map[string]string{}, other: map[string][]string{}}
		for _, lang := range stateLanguages {
			s.short[lang], s.formal[lang] = row[lang], row[lang+"_formal"]
			if row[lang] == "" || row[lang+"_formal"] == "" {
				return stateTable{}, fmt.Errorf("states: %s has no name in %s", s.Code, lang)
			}
		}
		for part := range strings.SplitSeq(row["other"], ";") {
			if lang, names, ok := strings.Cut(part, ":"); ok {
				s.other[lang] = append(s.other[lang], strings.Split(names, ",")...)
			}
		}
		if _, twice := t.byCode[s.Code]; twice {
			return stateTable{}, fmt.Errorf("states: %s is there twice", s.Code)
		}
		t.byCode[s.Code] = len(t.all)
		t.all = append(t.all, s)
	}
	return t, nil
}
