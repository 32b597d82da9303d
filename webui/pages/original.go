package pages

import (
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
	"unicode"

	"github.com/gorilla/mux"
)

// originalSecurity shuts an original off from this site: it gets an origin of
// its own and may run nothing (CSP level 3, directive sandbox).
const originalSecurity = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"

// Original answers GET /file/SHA256 with the file as it was found. What a
// browser can show safely is shown, all else is offered for keeping.
func (p *Pages) Original(w http.ResponseWriter, r *http.Request) error {
	sha256 := mux.Vars(r)["sha256"]
	file, content, err := p.config.Service.Original(r.Context(), sha256)
	if err != nil {
		return err
	}
	defer content.Close()
	h := w.Header()
	h.Set("Content-Security-Policy", originalSecurity)
	h.Set("Content-Disposition", disposition(file.Media, file.Name))
	h.Set("Content-Type", media(file.Media))
	h.Set("Cache-Control", "private, max-age=31536000, immutable")
	h.Set("ETag", `"`+sha256+`"`)
	http.ServeContent(patient{w, http.NewResponseController(w)}, r, "", time.Time{}, content)
	return nil
}

// patience is how long a reader may take for one part of an original. The
// server's own limit is for whole answers, and would cut a large file short.
const patience = 30 * time.Second

// patient is a ResponseWriter that gives the reader new time with every write.
type patient struct {
	http.ResponseWriter
	control *http.ResponseController
}

// Write implements io.Writer.
func (w patient) Write(b []byte) (int, error) {
	// Without a deadline to move, as in tests, there is none to pass either.
	_ = w.control.SetWriteDeadline(time.Now().Add(patience))
	return w.ResponseWriter.Write(b)
}

// media gives the type to serve a file under; anything unusual is bytes.
func media(given string) string {
	switch given {
	case "application/pdf", "text/html", "application/msword",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return given
	case "text/plain":
		return "text/plain; charset=utf-8"
	default:
		return "application/octet-stream"
	}
}

// disposition says whether a file is shown or kept, and its name, in ASCII for
// old browsers and in full (RFC 6266, RFC 8187).
func disposition(mediaType, name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" {
		name = "document"
	}
	kind := "attachment"
	if mediaType == "application/pdf" || mediaType == "text/plain" {
		kind = "inline"
	}
	ascii := strings.Map(func(c rune) rune {
		if c > unicode.MaxASCII || unicode.IsControl(c) || c == '"' || c == '\\' || c == '%' {
			return '_'
		}
		return c
	}, name)
	return kind + `; filename="` + ascii + `"; filename*=UTF-8''` + extended(name)
}

// extended writes a name as RFC 8187 wants it: all but attr-char in percent
// form.
func extended(name string) string {
	// PathEscape leaves a few characters that RFC 8187 does not allow as they are.
	return strings.NewReplacer("'", "%27", "(", "%28", ")", "%29", "*", "%2A", ":", "%3A", "@", "%40", "=", "%3D", ",", "%2C", ";", "%3B").
		Replace(url.PathEscape(name))
}
