package catalogue_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/catalogue"
	"travaux/search/un"
)

func symbols(t *testing.T, all ...string) []un.Symbol {
	t.Helper()
	var out []un.Symbol
	for _, text := range all {
		s, err := un.ParseSymbol(text)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

func TestShippedMeetings(t *testing.T) {
	c := catalogue.Shipped()
	aliases := 0
	seen := map[string]bool{}
	for _, m := range c.Meetings() {
		if seen[m.ID] {
			t.Errorf("%s is there twice", m.ID)
		}
		seen[m.ID] = true
		aliases += len(m.Aliases)
		if m.ID != m.Body+"/"+m.Session || m.Name == "" {
			t.Errorf("meeting %+v is not whole", m)
		}
		if c.BodyLabel(m.Body, "en") == "" {
			t.Errorf("body %s of meeting %s has no label", m.Body, m.ID)
		}
		for _, alias := range m.Aliases {
			if got, ok := c.Meeting(alias); !ok || got.ID != m.ID {
				t.Errorf("alias %s gives %q, want %q", alias, got.ID, m.ID)
			}
		}
	}
	if aliases != 91 {
		t.Errorf("the catalogue has %d rows, want 91", aliases)
	}
}

func TestMeeting(t *testing.T) {
	c := catalogue.Shipped()
	em := un.Meeting{
		ID: "CAC/COSP/EG.1/2013", Aliases: []string{"em-2"}, Body: "CAC/COSP/EG.1", Session: "2013", Ordinal: "2",
		Name:  "Open-ended intergovernmental expert meeting to enhance international cooperation under the UNCAC, second meeting",
		Place: "Panama City", Start: "2013-11-25", End: "2013-11-26",
	}
	for _, name := range []string{"em-2", "CAC/COSP/EG.1/2013", "cac/cosp/eg.1/2013", "EM-2"} {
		got, ok := c.Meeting(name)
		if diff := cmp.Diff(em, got); !ok || diff != "" {
			t.Errorf("Meeting(%q) %v (-want +got):\n%s", name, ok, diff)
		}
	}
	irg, _ := c.Meeting("irg-4r")
	if irg.ID != "CAC/COSP/IRG/2013" || irg.Place != "Vienna" || !cmp.Equal(irg.Aliases, []string{"irg-4", "irg-4r"}) {
		t.Errorf("a resumed session is not under its session: %+v", irg)
	}
	cnd, _ := c.Meeting("cnd-58r")
	wantCND := un.Meeting{
		ID: "E/CN.7/2015", Aliases: []string{"cnd-58r"}, Body: "E/CN.7", Session: "2015", Ordinal: "58",
		Name: "Commission on Narcotic Drugs, fifty-eighth session",
	}
	if diff := cmp.Diff(wantCND, cnd); diff != "" {
		t.Errorf("a session known by its resumed part only (-want +got):\n%s", diff)
	}
	want := un.Meeting{ID: "A/79", Body: "A", Session: "79", Ordinal: "79", Name: "General Assembly, seventy-ninth session"}
	if got, ok := c.Meeting("A/79"); !ok || !cmp.Equal(got, want) {
		t.Errorf("Meeting(A/79) = %+v, %v", got, ok)
	}
	for _, name := range []string{"", "none", "foo", "A/foo", "FOO/79", "em-99", "/79"} {
		if got, ok := c.Meeting(name); ok {
			t.Errorf("Meeting(%q) = %+v, want none", name, got)
		}
	}
}

func TestMeetingOf(t *testing.T) {
	c := catalogue.Shipped()
	for _, tt := range []struct {
		name string
		doc  un.Document
		want string
	}{
		{"symbol", un.Document{Symbols: symbols(t, "CAC/COSP/EG.1/2012/2")}, "CAC/COSP/EG.1/2012"},
		{"corrigendum", un.Document{Symbols: symbols(t, "CAC/COSP/EG.1/2013/2/Corr.1")}, "CAC/COSP/EG.1/2013"},
		{"resolution", un.Document{Symbols: symbols(t, "A/RES/79/1")}, "A/79"},
		{"committee", un.Document{Symbols: symbols(t, "A/C.4/64/SR.22")}, "A/C.4/64"},
		{"joint", un.Document{Symbols: symbols(t, "A/79/885", "S/2025/230")}, "A/79"},
		{"joint, the commission's meeting is listed", un.Document{Symbols: symbols(t, "E/2019/30", "E/CN.15/2019/15")}, "E/CN.15/2019"},
		{"symbol before place and dates", un.Document{Symbols: symbols(t, "CAC/COSP/2013/6"), Place: "Panama City", Start: "2013-11-25"}, "CAC/COSP/2013"},
		{"old symbol with the masthead's session", un.Document{Symbols: symbols(t, "A/10020"), Session: "30"}, "A/30"},
		{"body and ordinal", un.Document{Body: "CAC/COSP", Session: "6"}, "CAC/COSP/2015"},
		{"ordinal of no known year", un.Document{Body: "CAC/COSP", Session: "17"}, un.NoMeeting},
		{"body and dates", un.Document{Body: "CAC/COSP/EG.1", Start: "2013-11-26"}, "CAC/COSP/EG.1/2013"},
		{"resumed session's dates", un.Document{Body: "CAC/COSP/IRG", Start: "2013-11-26"}, "CAC/COSP/IRG/2013"},
		{"place and dates alone", un.Document{Place: "Panama City", Start: "2013-11-25"}, un.NoMeeting},
		{"meeting record", un.Document{Symbols: symbols(t, "S/PV.10011"), Body: "S"}, un.NoMeeting},
		{"listed", un.Document{ID: "CU 2013/175", Listings: []un.Listing{{Meeting: "CAC/COSP/EG.1/2013"}}}, "CAC/COSP/EG.1/2013"},
		{"nothing", un.Document{}, un.NoMeeting},
	} {
		if got := c.MeetingOf(tt.doc); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLabels(t *testing.T) {
	c := catalogue.Shipped()
	for _, tt := range []struct{ id, lang, want string }{
		{"A/79", "en", "General Assembly, seventy-ninth session"},
		{"A/79", "", "General Assembly, seventy-ninth session"},
		{"A/79", "fr", "Assemblée générale, 79e session"},
		{"A/1", "fr", "Assemblée générale, 1re session"},
		{"A/ES-10", "fr", "Assemblée générale, 10e session extraordinaire d’urgence"},
		{"A/79", "zh-Hans", "大会第79届会议"},
		{"A/ES-10", "en", "General Assembly, tenth emergency special session"},
		{"A/S-13", "en", "General Assembly, thirteenth special session"},
		{"A/C.4/64", "en", "Special Political and Decolonization Committee (Fourth Committee), sixty-fourth session"},
		{"S/2025", "en", "Security Council, 2025"},
		{"S/2025", "ru", "Совет Безопасности, 2025"},
		{"em-2", "en", "Open-ended intergovernmental expert meeting to enhance international cooperation under the UNCAC, second meeting"},
		{"CAC/COSP/2015", "es", "Conferencia de los Estados Partes en la Convención de las Naciones Unidas contra la Corrupción, 6.º período de sesiones"},
		{"A/AC.999/2025", "en", "General Assembly, AC.999, 2025"},
		{"FOO/79", "en", ""},
		{"none", "en", ""},
	} {
		if got := c.MeetingLabel(tt.id, tt.lang); got != tt.want {
			t.Errorf("MeetingLabel(%q, %q) = %q, want %q", tt.id, tt.lang, got, tt.want)
		}
	}
	for _, tt := range []struct{ body, lang, want string }{
		{"CAC/COSP/WG.2", "en", "Open-ended Intergovernmental Working Group on Asset Recovery"},
		{"E/CN.7", "ar", "لجنة المخدرات"},
		{"CAC/COSP/EG.1", "fr", "Open-ended intergovernmental expert meeting to enhance international cooperation under the United Nations Convention against Corruption"},
		{"A/AC.999", "en", "General Assembly, AC.999"},
		{"FOO", "en", ""},
	} {
		if got := c.BodyLabel(tt.body, tt.lang); got != tt.want {
			t.Errorf("BodyLabel(%q, %q) = %q, want %q", tt.body, tt.lang, got, tt.want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{
		1: "first", 12: "twelfth", 20: "twentieth", 21: "twenty-first", 40: "fortieth", 79: "seventy-ninth",
		100: "one hundredth", 134: "one hundred and thirty-fourth",
	} {
		if got := catalogue.Ordinal(n); got != want {
			t.Errorf("Ordinal(%d) = %q, want %q", n, got, want)
		}
	}
}

// TestBodiesHaveNames holds the labels against the bodies of real symbols: none
// may be named by its parent and a code.
func TestBodiesHaveNames(t *testing.T) {
	c := catalogue.Shipped()
	for _, s := range symbols(t, "CAC/COSP/IRG/2015/2", "E/CN.15/2018/15", "E/CN.7/514", "CTOC/COP/WG.4/2010/6", "UNODC/CCPCJ/EG.4/2017/4",
		"A/HRC/59/2", "E/ICEF/2025/11", "DP/2025/L.2", "DP/OPS/2025/4", "JIU/REP/2025/2", "UNW/2025/1", "E/2025/1", "S/2025/1", "TD/B/70/2") {
		if got := c.BodyLabel(s.BodyPath(), "en"); got == "" || strings.HasSuffix(got, ", "+s.Subsidiary) {
			t.Errorf("%s: label of %s is %q", s, s.BodyPath(), got)
		}
	}
}
