package webui

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/gorilla/mux"

	"travaux/search"
)

//go:embed templates/*.tmpl static/*
var embedded embed.FS

// assets are the files shipped inside the program.
type assets struct {
	templates fs.FS
	// files are the static files by the name they are served under, which
	// carries a digest of the content: "style-0a1b2c3d4e.css".
	files map[string]asset
	// stylesheet and icon are the served names of the two files pages link to.
	stylesheet, icon string
	// digest tells one set of templates and static files from another.
	digest string
}

type asset struct {
	media string
	body  []byte
}

// loadAssets reads the embedded files.
func loadAssets() (*assets, error) {
	templates, err := fs.Sub(embedded, "templates")
	if err != nil {
		return nil, fmt.Errorf("load templates: %w", err)
	}
	a := &assets{templates: templates, files: map[string]asset{}}
	all := sha256.New()
	err = fs.WalkDir(embedded, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := embedded.ReadFile(name)
		if err != nil {
			return err
		}
		all.Write([]byte(name))
		all.Write(body)
		if path.Dir(name) == "static" {
			a.add(path.Base(name), body)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("load assets: %w", err)
	}
	a.digest = hex.EncodeToString(all.Sum(nil)[:5])
	return a, nil
}

// add takes in one static file.
func (a *assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	served := strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:5]) + ext
	media := "application/octet-stream"
	switch ext {
	case ".css":
		media, a.stylesheet = "text/css; charset=utf-8", served
	case ".svg":
		media, a.icon = "image/svg+xml", served
	}
	a.files[served] = asset{media: media, body: body}
}

// serve answers GET /static/NAME. The name changes with the content, so a
// browser may keep it for ever.
func (a *assets) serve(w http.ResponseWriter, r *http.Request) error {
	file, ok := a.files[mux.Vars(r)["name"]]
	if !ok {
		return fmt.Errorf("static file: %w", search.ErrNotFound)
	}
	h := w.Header()
	h.Set("Content-Type", file.media)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(file.body))
	return nil
}
