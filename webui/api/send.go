package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"

	"travaux/webui/reply"
)

// send replies with a value as JSON; generation is the one that answered.
func (a *API) send(w http.ResponseWriter, r *http.Request, generation string, value any) error {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	// The type of the reply keeps a browser from reading it as HTML; escaped
	// angle brackets would only make the text harder to read.
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("encode reply: %w", err)
	}
	return reply.Send(w, r, reply.Content{
		Type: "application/json",
		Body: body.Bytes(),
		Tag:  reply.WeakTag(a.version, generation, r.URL.RequestURI()),
	})
}
