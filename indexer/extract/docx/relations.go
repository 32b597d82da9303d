package docx

import (
	"encoding/xml"
	"path"
	"strings"
)

// relations is a .rels part (ECMA-376 part 2, 9.3).
type relations struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
		Mode   string `xml:"TargetMode,attr"`
	} `xml:"Relationship"`
}

// relations reads what a part points to; of is "" for the package itself.
func (p *parts) relations(of string) relations {
	dir, file := path.Split(of)
	var rels relations
	data := p.optional(path.Join(dir, "_rels", file+".rels"))
	if len(data) > 0 && xml.Unmarshal(data, &rels) != nil {
		return relations{}
	}
	return rels
}

// targets gives the parts that a part points to with relations of a kind.
func (p *parts) targets(of, kind string) []related {
	dir := path.Dir(of)
	var out []related
	for _, r := range p.relations(of).List {
		if r.Mode == "External" || !strings.HasSuffix(r.Type, "/"+kind) {
			continue
		}
		target := path.Join(dir, r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = path.Clean(r.Target[1:])
		}
		if p.files[target] != nil {
			out = append(out, related{r.ID, target})
		}
	}
	return out
}

// external gives, by the id of the relation, the addresses outside the package
// that a part points to.
func (p *parts) external(of, kind string) map[string]string {
	out := map[string]string{}
	for _, r := range p.relations(of).List {
		if r.Mode == "External" && strings.HasSuffix(r.Type, "/"+kind) {
			out[r.ID] = r.Target
		}
	}
	return out
}

// A related part, with the id by which the part that points to it names it.
type related struct{ id, part string }

// target gives the first such part, or the usual one.
func (p *parts) target(of, kind, usual string) string {
	if found := p.targets(of, kind); len(found) > 0 {
		return found[0].part
	}
	return usual
}

// parseCore reads the title and language of the core properties.
func parseCore(data []byte) (title, language string) {
	var core struct {
		Title    string `xml:"title"`
		Language string `xml:"language"`
	}
	if len(data) == 0 || xml.Unmarshal(data, &core) != nil {
		return "", ""
	}
	return strings.TrimSpace(core.Title), strings.TrimSpace(core.Language)
}
