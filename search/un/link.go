package un

import (
	"net/url"
	"strings"
)

// identifyLink reads links to documents: undocs.org and docs.un.org with or
// without a language, the older query forms (DS=, symbol=, s=), and file links
// of the Official Document System, which give a job number.
func identifyLink(s string) (Identity, bool) {
	target, ok := linkTarget(strings.Trim(s, " <>\"'"))
	if !ok {
		return Identity{}, false
	}
	for _, try := range []func(string) (Identity, bool){
		identifySymbol, identifyDouble, identifyJob, identifyFile,
	} {
		if id, ok := try(target); ok {
			return id, true
		}
	}
	return Identity{}, false
}

// linkTarget gives the part of a link that names the document.
func linkTarget(link string) (string, bool) {
	lower := strings.ToLower(link)
	if !strings.Contains(lower, "://") && !strings.HasPrefix(lower, "undocs.org/") &&
		!strings.HasPrefix(lower, "docs.un.org/") && !strings.HasPrefix(lower, "www.undocs.org/") {
		return "", false
	}
	if !strings.Contains(lower, "://") {
		link = "https://" + link
	}
	u, err := url.Parse(link)
	if err != nil {
		return "", false
	}
	if symbol := querySymbol(u.RawQuery); symbol != "" {
		return symbol, true
	}
	path := strings.Trim(u.Path, "/")
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if host == "undocs.org" || host == "docs.un.org" {
		return cutLanguage(path), true
	}
	return path[strings.LastIndexByte(path, '/')+1:], true
}

// querySymbol finds the symbol in a query string, whose parameters' names differ
// in case and which may hold a bare word first ("Open&DS=A/58/99").
func querySymbol(query string) string {
	for _, pair := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(pair, "=")
		switch strings.ToLower(name) {
		case "ds", "symbol", "s", "finalsymbol":
			if text, err := url.QueryUnescape(value); err == nil {
				return text
			}
		}
	}
	return ""
}

// cutLanguage takes the language off the path of a permalink.
func cutLanguage(path string) string {
	first, rest, ok := strings.Cut(path, "/")
	switch strings.ToLower(first) {
	case "ar", "en", "fr", "ru", "es", "zh", "ot", "de":
		if ok {
			return rest
		}
	}
	return path
}
