// Package catalogue knows the bodies of the United Nations system and their
// meetings: names in the six languages, ordinals, places and dates. Meetings
// that it does not list are still known by their symbol.
//
//	c := catalogue.Shipped()
//	m, ok := c.Meeting("em-2")              // CAC/COSP/EG.1/2013, Panama City
//	c.MeetingLabel("A/79", "en")            // General Assembly, seventy-ninth session
package catalogue

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"travaux/search/un"
)

//go:embed meetings.tsv
var meetingsTable string

//go:embed bodies.tsv
var bodiesTable string

// Catalogue holds bodies and meetings. It does not change, so any number of
// goroutines may use it.
type Catalogue struct {
	meetings []un.Meeting
	// byName finds a meeting's place by its id and by its aliases.
	byName map[string]int
	// sittings are all rows of the meetings table, resumed sessions apart.
	sittings []un.Meeting
	// labels are the names of bodies by body, then by language.
	labels map[string]map[string]string
}

// Shipped returns the catalogue that comes with the program. Its tables are
// part of the program, so it panics when they do not parse.
func Shipped() *Catalogue { return shipped() }

var shipped = sync.OnceValue(func() *Catalogue {
	c, err := parse(meetingsTable, bodiesTable)
	if err != nil {
		panic(err)
	}
	return c
})

// parse reads the two tables.
func parse(meetings, bodies string) (*Catalogue, error) {
	c := &Catalogue{byName: map[string]int{}, labels: map[string]map[string]string{}}
	rows, err := table(bodies)
	if err != nil {
		return nil, fmt.Errorf("bodies: %w", err)
	}
	for _, row := range rows {
		body := row["body"]
		delete(row, "body")
		c.labels[body] = row
	}
	if rows, err = table(meetings); err != nil {
		return nil, fmt.Errorf("meetings: %w", err)
	}
	for _, row := range rows {
		if err := c.add(row); err != nil {
			return nil, fmt.Errorf("meetings: %w", err)
		}
	}
	return c, nil
}

// table reads tab-separated lines below a line of column names. Cells missing at
// the end of a line are empty.
func table(text string) ([]map[string]string, error) {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	columns := strings.Split(lines[0], "\t")
	rows := make([]map[string]string, 0, len(lines)-1)
	for n, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) > len(columns) || cells[0] == "" {
			return nil, fmt.Errorf("line %d: %d cells under %d columns", n+2, len(cells), len(columns))
		}
		row := make(map[string]string, len(columns))
		for i, cell := range cells {
			row[columns[i]] = cell
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// add takes one row of the meetings table in. The first row of a symbol prefix
// gives the meeting; further ones, its resumed sessions, become aliases.
func (c *Catalogue) add(row map[string]string) error {
	body, prefix := row["body"], row["symbol_prefix"]
	session := strings.TrimPrefix(strings.TrimPrefix(prefix, body), "/")
	if session == "" {
		session = fmt.Sprint(un.Date(row["start"]).Year())
	}
	if !strings.HasPrefix(prefix, body) || session == "0" {
		return fmt.Errorf("%s: prefix %q is not one of body %q", row["id"], prefix, body)
	}
	m := un.Meeting{
		ID: body + "/" + session, Body: body, Session: session, Ordinal: row["ordinal"], Name: row["name"],
		Place: row["place"], Start: un.Date(row["start"]), End: un.Date(row["end"]),
	}
	c.sittings = append(c.sittings, m)
	i, known := c.byName[m.ID]
	if !known {
		i = len(c.meetings)
		c.meetings = append(c.meetings, c.principal(m))
		c.byName[m.ID] = i
	}
	c.meetings[i].Aliases = append(c.meetings[i].Aliases, row["id"])
	if _, taken := c.byName[row["id"]]; taken {
		return fmt.Errorf("%s is there twice", row["id"])
	}
	c.byName[row["id"]] = i
	return nil
}

// principal makes the meeting that a row stands for. Of a resumed session alone the
// table knows neither place nor dates of the session itself, only its ordinal;
// an ordinal in doubt is left out.
func (c *Catalogue) principal(m un.Meeting) un.Meeting {
	if isSession(m.Ordinal) && un.Date(m.Ordinal).Year() == 0 {
		return m
	}
	number, _, resumed := strings.Cut(m.Ordinal, "r")
	m.Ordinal = ""
	if n, err := strconv.Atoi(number); err == nil && resumed {
		m.Ordinal, m.Place, m.Start, m.End = number, "", "", ""
		m.Name = c.BodyLabel(m.Body, "en") + ", " + ordinalSession(n, "", "en")
	}
	return m
}

// Meetings returns the meetings the catalogue lists, in its order.
func (c *Catalogue) Meetings() []un.Meeting { return slices.Clone(c.meetings) }

// Meeting finds a meeting by its id ("CAC/COSP/EG.1/2013") or an alias ("em-2").
// A meeting that is not listed is made of its id when the id is a known body's;
// it then has no place and no dates.
func (c *Catalogue) Meeting(idOrAlias string) (un.Meeting, bool) {
	if i, ok := c.byName[idOrAlias]; ok {
		return c.meetings[i], true
	}
	if i, ok := c.byName[strings.ToUpper(idOrAlias)]; ok {
		return c.meetings[i], true
	}
	if i, ok := c.byName[strings.ToLower(idOrAlias)]; ok {
		return c.meetings[i], true
	}
	body, session, ok := splitID(idOrAlias)
	if !ok || c.BodyLabel(body, "en") == "" {
		return un.Meeting{}, false
	}
	m := un.Meeting{ID: idOrAlias, Body: body, Session: session, Name: c.MeetingLabel(idOrAlias, "en")}
	if un.Date(session).Year() == 0 {
		m.Ordinal = session
	}
	return m, true
}

// splitID parts a meeting's id into body and session.
func splitID(id string) (body, session string, ok bool) {
	i := strings.LastIndexByte(id, '/')
	if i <= 0 || !isSession(id[i+1:]) {
		return "", "", false
	}
	return id[:i], id[i+1:], true
}

// isSession reports whether s is a number, or one of a special session.
func isSession(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "E"), "S-")
	return s != "" && len(s) <= 4 && strings.Trim(s, "0123456789") == ""
}
