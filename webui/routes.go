package webui

import (
	"log/slog"
	"net/http"
	"strings"

	"github.com/gorilla/mux"

	"travaux/webui/api"
	"travaux/webui/pages"
	"travaux/webui/reply"
)

// server holds what the routes lead to. It does not change once made.
type server struct {
	base    string
	logger  *slog.Logger
	service Service
	pages   *pages.Pages
	api     *api.API
	assets  *assets
}

// routes names every route of the web. The verb comes before the symbol, since
// symbols contain slashes; the path is matched as it was sent, so that an
// escaped slash or bracket in a symbol reaches the handler. An address with a
// slash too many at its end leads to the one without, and the base path to the
// home page.
func (s *server) routes() http.Handler {
	root := mux.NewRouter().UseEncodedPath().SkipClean(true).StrictSlash(true)
	at := func(path string, h reply.Handler) {
		root.Handle(s.base+path, s.handle(h)).Name(path)
	}
	at("/", s.pages.Home)
	at("/search", s.pages.Search)
	at("/help", s.pages.Help)
	at("/doc/{symbol:.+}", s.pages.Document)
	at("/s/{name:.+}", s.pages.Resolve)
	at("/meeting/{id:.+}", s.pages.Meeting)
	at("/file/{sha256:[0-9a-f]{64}}", s.pages.Original)
	at("/static/{name}", s.assets.serve)
	at("/robots.txt", s.robots)
	at("/healthz", s.health)
	at("/api/v1/search", s.api.Search)
	at("/api/v1/quote", s.api.Quote)
	at("/api/v1/like", s.api.Like)
	at("/api/v1/suggest", s.api.Suggest)
	root.NotFoundHandler = s.handle(noRoute)
	return guard(root)
}

// noRoute answers what no route matches.
func noRoute(http.ResponseWriter, *http.Request) error {
	return &reply.StatusError{Code: http.StatusNotFound, Message: "There is no such page."}
}

// robots keeps crawlers to documents and meetings: the search pages are
// without number.
func (s *server) robots(w http.ResponseWriter, r *http.Request) error {
	var b strings.Builder
	b.WriteString("User-agent: *\n")
	for _, path := range []string{"/search", "/api/", "/file/", "/s/"} {
		b.WriteString("Disallow: " + s.base + path + "\n")
	}
	return reply.Send(w, r, reply.Content{
		Type: "text/plain; charset=utf-8",
		Body: []byte(b.String()),
		Tag:  reply.Tag(b.String()),
	})
}

// health says "ok" as long as a collection can be asked.
func (s *server) health(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.service.Status(r.Context()); err != nil {
		return err
	}
	return reply.Send(w, r, reply.Content{Type: "text/plain; charset=utf-8", Body: []byte("ok\n")})
}
