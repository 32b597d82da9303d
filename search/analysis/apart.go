package analysis

import "strings"

// newKeepApart gives words that the stemmer throws together with words of
// another meaning a stem of their own: without it "internal audit" finds every
// international one, and "unit" every mention of the United Nations. The words
// are those of 60 uses or more in 232 UN documents whose stem is shared so.
func newKeepApart() map[string]string {
	stems := map[string]string{}
	for stem, words := range map[string]string{
		"accession":     "accession accessions",
		"arms":          "arms",
		"assistant":     "assistant assistants",
		"communicat":    "communication communications communicate communicated communicating",
		"considerable":  "considerable considerably",
		"conventional":  "conventional conventionally",
		"execution":     "execution executions executed executing",
		"generation":    "generation generations generate generated generates generating",
		"important":     "important importance importantly",
		"informal":      "informal informally",
		"initial":       "initial initially",
		"integrity":     "integrity",
		"international": "international internationally internationalize internationalized internationalization",
		"minors":        "minor minors",
		"nations":       "nation nations",
		"officer":       "officer officers",
		"organs":        "organ organs",
		"personal":      "personal personally",
		"position":      "position positions positioned positioning",
		"publication":   "publication publications",
		"respective":    "respective respectively",
		"responsib":     "responsible responsibly responsibility responsibilities",
		"united":        "united",
		"university":    "university universities",
	} {
		for word := range strings.FieldsSeq(words) {
			stems[word] = stem
		}
	}
	return stems
}
