// Package enginetest holds what an answer means (design section 5), as tests
// that every engine passes.
//
//	func TestEngine(t *testing.T) {
//		enginetest.Run(t, func(t *testing.T) enginetest.Maker { return maker{t.TempDir()} })
//	}
package enginetest

import (
	"context"
	"testing"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/un"
)

// Maker gives access to one collection, empty at first.
type Maker interface {
	// Writer opens the collection for writing.
	Writer() (search.Writer, error)
	// Engine opens the collection for asking; the suite closes it.
	Engine() (search.Engine, error)
	// Tight opens it with so low a bound on what one search may take that a word of
	// a few thousand texts passes it, and a word of one text does not.
	Tight() (search.Engine, error)
	// Analyze gives the terms of a text as the engine's analyzer of a language
	// makes them; the language ExactForm asks for the words as they are written.
	Analyze(language, text string) []Token
}

// ExactForm stands for a language where words are wanted unstemmed.
const ExactForm = "="

// Token is one term with its place in the text; only differences between places
// matter.
type Token struct {
	Term     string
	Position int
}

// Run runs the suite; newMaker makes a new, empty collection.
func Run(t *testing.T, newMaker func(t *testing.T) Maker) {
	for _, test := range []struct {
		name string
		run  func(t *testing.T, m Maker)
	}{
		{"AndIsOfTheView", andIsOfTheView},
		{"NotIsOfTheView", notIsOfTheView},
		{"LanguagesNeverCombine", languagesNeverCombine},
		{"PhraseStaysInOneParagraph", phraseStaysInOneParagraph},
		{"ExactWordsAreNotStemmed", exactWordsAreNotStemmed},
		{"WordsThatStandForOthers", wordsThatStandForOthers},
		{"NearCountsWords", nearCountsWords},
		{"ManyWordsAreCut", manyWordsAreCut},
		{"GoneWordsAreNotTaken", goneWordsAreNotTaken},
		{"PhrasesInEveryLanguage", phrasesInEveryLanguage},
		{"WrittenForms", writtenForms},
		{"StopWordsAskForNothing", stopWordsAskForNothing},
		{"WhatAsksForNothingIsSaid", whatAsksForNothingIsSaid},
		{"TitlesCountForDocuments", titlesCountForDocuments},
		{"FieldsSelect", fieldsSelect},
		{"SymbolsInTextsAreWhole", symbolsInTextsAreWhole},
		{"DocumentsAreSymbols", documentsAreSymbols},
		{"ChoicesWidenAndNarrow", choicesWidenAndNarrow},
		{"SymbolsAreATree", symbolsAreATree},
		{"KindsInBothViews", kindsInBothViews},
		{"FacetSizeKeepsChosen", facetSizeKeepsChosen},
		{"FamilyStandsUnderItsFirst", familyStandsUnderItsFirst},
		{"ListedDocuments", listedDocuments},
		{"EqualScoresNewestFirst", equalScoresNewestFirst},
		{"SortOrders", sortOrders},
		{"ExactComesFirst", exactComesFirst},
		{"JointSymbols", jointSymbols},
		{"PagesCoverAll", pagesCoverAll},
		{"CursorsCoverAll", cursorsCoverAll},
		{"CursorsGoDeep", cursorsGoDeep},
		{"CursorsOfAnotherGeneration", cursorsOfAnotherGeneration},
		{"ForgedCursors", forgedCursors},
		{"ParagraphsAsPrinted", paragraphsAsPrinted},
		{"FamilyShowsItsParagraphs", familyShowsItsParagraphs},
		{"ShownLanguage", shownLanguage},
		{"BareHitsAreTheSame", bareHitsAreTheSame},
		{"BestParagraphsAreMarked", bestParagraphsAreMarked},
		{"LongParagraphsAreCut", longParagraphsAreCut},
		{"FarMatchesMakeFragments", farMatchesMakeFragments},
		{"ValuesAreMarked", valuesAreMarked},
		{"WholeSamplesAreFound", wholeSamplesAreFound},
		{"OldestSamplesFirst", oldestSamplesFirst},
		{"PartsOfSamplesAreFound", partsOfSamplesAreFound},
		{"ManySamplesAreSaid", manySamplesAreSaid},
		{"WordsAreWeighed", wordsAreWeighed},
		{"ScoresAreExplained", scoresAreExplained},
		{"DearSearchesEnd", dearSearchesEnd},
		{"WhatIsShownIsTrue", whatIsShownIsTrue},
		{"HistoryLeavesNoTrace", historyLeavesNoTrace},
		{"HistoriesLeaveNoTrace", func(t *testing.T, _ Maker) { historiesLeaveNoTrace(t, newMaker) }},
		{"PutReplaces", putReplaces},
		{"NothingChangedNothingPublished", nothingChangedNothingPublished},
		{"FilesTableIsKept", filesTableIsKept},
		{"Reading", reading},
		{"WordsAreTold", wordsAreTold},
		{"GoneWordsAreNotTold", goneWordsAreNotTold},
		{"NearWordsByDistance", nearWordsByDistance},
		{"NamesAreTold", namesAreTold},
		{"NearSymbols", nearSymbols},
		{"FacetPagesCutTheOrder", facetPagesCutTheOrder},
		{"WithoutAChoice", withoutAChoice},
		{"PagesAreOfTheCounts", func(t *testing.T, m Maker) {
			renditions := Synthetic(60, 8)
			CheckFacetPages(t, published(t, m, renditions...), m.Analyze, renditions, 12, 150)
		}},
		{"CountsAreExact", func(t *testing.T, m Maker) {
			renditions := Synthetic(60, 7)
			CheckCounts(t, published(t, m, renditions...), m.Analyze, renditions, 11, 200)
		}},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, newMaker(t)) })
	}
}

// published writes renditions as one generation and opens the collection.
func published(t *testing.T, m Maker, renditions ...un.Rendition) search.Engine {
	t.Helper()
	write(t, m, search.Change{Put: renditions})
	return opened(t, m)
}

// write applies changes one by one and publishes them together.
func write(t *testing.T, m Maker, changes ...search.Change) string {
	t.Helper()
	w, err := m.Writer()
	if err != nil {
		t.Fatalf("open writer: %v", err)
	}
	defer w.Close()
	for _, c := range changes {
		if err := w.Apply(context.Background(), c); err != nil {
			t.Fatalf("apply: %v", err)
		}
	}
	name, err := w.Publish(context.Background())
	if err != nil {
		t.Fatalf("publish: %v", err)
	}
	return name
}

func opened(t *testing.T, m Maker) search.Engine {
	t.Helper()
	e, err := m.Engine()
	if err != nil {
		t.Fatalf("open engine: %v", err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Errorf("close engine: %v", err)
		}
	})
	return e
}

// plan is a plan for a query with the defaults filled in.
func plan(t *testing.T, view search.View, text string) search.Plan {
	t.Helper()
	tree, err := query.Parse(text)
	if err != nil {
		t.Fatalf("parse %q: %v", text, err)
	}
	return search.Plan{Tree: tree, View: view, Sort: search.ByRelevance, Limit: 1000, Language: "en"}
}

func answer(t *testing.T, e search.Engine, p search.Plan) *search.Answer {
	t.Helper()
	a, err := e.Search(context.Background(), p)
	if err != nil {
		t.Fatalf("search: %v", err)
	}
	return a
}

// ask gives the documents (by symbol) or passages (by symbol, language and
// number) that answer a query, best first.
func ask(t *testing.T, e search.Engine, view search.View, text string) []string {
	t.Helper()
	return names(answer(t, e, plan(t, view, text)), view)
}

func names(a *search.Answer, view search.View) []string {
	out := []string{}
	for _, h := range a.Hits {
		if view == search.Paragraphs {
			out = append(out, h.Symbol+" "+h.Paragraphs[0].Language+" "+h.Paragraphs[0].Number)
			continue
		}
		out = append(out, h.Symbol)
	}
	return out
}
