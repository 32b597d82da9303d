package un

import "strings"

// family tells what kind of series a head begins.
type family int

const (
	unknownSeries family = iota
	unSeries             // a body of the United Nations
	treatySeries         // a treaty body: State codes stand before the number
	pressSeries          // press releases
	foreignSeries        // another organization
)

// bodyTable lists the body prefixes by what follows from them (sources: UN
// "Document symbols" guide; relaton-un hit.rb; documents seen). A longer entry
// wins over a shorter one.
var bodyTable = map[string]family{
	// principal organs
	"A": unSeries, "S": unSeries, "E": unSeries, "T": unSeries, "ST": unSeries,
	// Vienna
	"CAC/COSP": unSeries, "CTOC/COP": unSeries, "UNODC/CCPCJ": unSeries, "UNODC/CND": unSeries,
	"UNODC/CTOC": unSeries, "UNODC/CAC": unSeries,
	"ID": unSeries, "ID/B": unSeries, "IDB": unSeries, "PBC": unSeries, "GC": unSeries,
	"DND": unSeries,
	// treaty bodies
	"CRC/C": treatySeries, "CEDAW/C": treatySeries, "CCPR/C": treatySeries, "CERD/C": treatySeries,
	"CAT/C": treatySeries, "CMW/C": treatySeries, "CRPD/C": treatySeries, "CED/C": treatySeries,
	"CAT/OP": treatySeries, "HRI": unSeries, "HRI/CORE": treatySeries,
	"CRC": unSeries, "CEDAW": unSeries, "CCPR": unSeries, "CERD": unSeries, "CAT": unSeries,
	"CMW": unSeries, "CRPD": unSeries, "CED": unSeries,
	// programmes, funds, commissions
	"DP": unSeries, "TD": unSeries, "UNEP": unSeries, "HS": unSeries, "HSP": unSeries, "WFC": unSeries,
	"WFP": unSeries, "UNW": unSeries, "EC": unSeries, "HCR": unSeries, "UNITAR": unSeries, "UNU": unSeries,
	"ECE": unSeries, "ECA": unSeries, "ESCAP": unSeries, "ESCWA": unSeries, "ECWA": unSeries, "LC": unSeries,
	"TRADE": unSeries, "TRANS": unSeries, "ENERGY": unSeries, "AGRI": unSeries, "CEFACT": unSeries,
	"TIM": unSeries, "CES": unSeries, "ENVWA": unSeries, "CEP": unSeries, "EB.AIR": unSeries,
	"MP.PP": unSeries, "MP.WAT": unSeries, "UNCTAD": unSeries, "AMCEN": unSeries, "AMCOW": unSeries,
	"UNFF": unSeries, "GEGN.2": unSeries, "GEGN": unSeries, "SAICM": unSeries,
	// coordination, inspection, justice
	"JIU": unSeries, "CEB": unSeries, "ACC": unSeries, "ICSC": unSeries, "AT": unSeries, "UNAT": unSeries,
	"UNDT": unSeries, "TAO": unSeries, "MICT": unSeries, "PCNICC": unSeries, "JSPB": unSeries,
	// conventions and disarmament
	"FCCC": unSeries, "ICCD": unSeries, "CBD": unSeries, "NPT": unSeries, "CD": unSeries, "DC": unSeries,
	"BWC": unSeries, "CCW": unSeries, "APLC": unSeries, "CCM": unSeries, "ATT": unSeries, "TPNW": unSeries,
	"AEC": unSeries, "SPLOS": unSeries, "ISBA": unSeries, "LOS": unSeries, "CLCS": unSeries, "ITLOS": unSeries,
	// press releases
	"UNIS": pressSeries, "GA": pressSeries, "AG": pressSeries, "SG/SM": pressSeries, "SG/T": pressSeries,
	"SG/A": pressSeries, "DSG/SM": pressSeries, "SC": pressSeries, "ECOSOC": pressSeries, "NAR": pressSeries,
	"HR": pressSeries, "ENV/DEV": pressSeries, "OBV": pressSeries, "SOC": pressSeries, "WOM": pressSeries,
	// other organizations
	"FCTC": foreignSeries, "CDIP": foreignSeries, "SCCR": foreignSeries, "WIPO": foreignSeries,
	"WHA": foreignSeries, "WHO": foreignSeries, "GOV": foreignSeries, "INFCIRC": foreignSeries,
	"WT": foreignSeries, "CGRFA": foreignSeries, "MEPC": foreignSeries, "ICAO": foreignSeries,
	"FAO": foreignSeries, "ICC-ASP": foreignSeries, "OPCW": foreignSeries, "PCT": foreignSeries,
}

// bodyOf matches the longest body prefix of a symbol's components. It tells how
// many components it takes and what family the series is of.
func bodyOf(comps []string) (body string, used int, fam family) {
	for n := min(2, len(comps)-1); n > 0; n-- {
		key := strings.ToUpper(strings.Join(comps[:n], "/"))
		if f, ok := bodyTable[key]; ok {
			return key, n, f
		}
	}
	return "", 0, unknownSeries
}

// sessionGlued reports whether the head is a body with its session glued to it
// by a full stop, as UNIDO writes it: IDB.49, GC.17, PBC.35.
func sessionGlued(head string) (body, session string, ok bool) {
	body, session, ok = strings.Cut(strings.ToUpper(head), ".")
	switch body {
	case "IDB", "GC", "PBC":
		return body, session, ok && isDigits(session)
	}
	return "", "", false
}

// unknownHead reports whether a head that no table lists can begin a series of
// the United Nations: capitals only, two to eight. The UNODC has series that it
// prints once.
func unknownHead(head string) bool {
	if len(head) < 2 || len(head) > 8 {
		return false
	}
	for i := range len(head) {
		if !isUpper(head[i]) {
			return false
		}
	}
	return true
}

// isNature reports whether a code in capitals names the nature of a document
// where it stands before its number with a full stop: CRP.1, L.5.
func isNature(code string) bool {
	switch code {
	case "CRP", "INF", "L", "NGO", "PET", "PRST", "PV", "R", "RES", "SR", "WP", "BP", "DEC",
		"BUR", "MIN", "STAT", "TE", "RT", "G", "NV", "CO", "Q", "REP", "IC", "COMM", "NOTE", "AGENDA", "INFO",
		"MISC", "WS", "WEB", "TP", "SPEC":
		return true
	}
	return false
}

// neverBody reports whether a nature code with a number is never a body's name
// (WP.29 and GC.1 are).
func neverBody(code string) bool {
	switch code {
	case "CRP", "INF", "L", "NGO", "PET", "PRST", "PV", "SR", "BP", "RES", "DEC":
		return true
	}
	return false
}

// bareNature reports whether a code standing alone before a number or session
// names a nature: INF/1, RES/79/1. Some do so in one body's symbols only.
func bareNature(body, code string) bool {
	switch code {
	case "CRP", "INF", "NGO", "PET", "PRST", "PV", "SR", "RES", "DEC", "BP", "AGENDA", "BUR", "L":
		return true
	case "IC", "SGB", "AI":
		return body == "ST"
	case "REP", "NOTE", "ML":
		return body == "JIU"
	}
	return false
}

// subsidiaryShape reports whether a code is that of a subsidiary organ: AC.1,
// WG.II, Sub.2.
func subsidiaryShape(code string) bool {
	name, number, ok := strings.Cut(code, ".")
	if !ok || number == "" {
		return false
	}
	switch strings.ToUpper(name) {
	case "AC", "C", "CN", "CONF", "GC", "PC", "SC", "SUB", "WG", "GE", "EG", "JWG", "COM", "GGE":
		return true
	}
	return false
}

// phrases are the codes with a blank inside (UNBIS: the only blanks a symbol
// keeps).
func phrases() []string {
	return []string{"OLIVE OIL", "IRON ORE", "CODE TOT", "AD HOC GROUP", "MED IG", "MED WG"}
}
