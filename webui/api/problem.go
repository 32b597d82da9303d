package api

import (
	"encoding/json"
	"errors"
	"net/http"

	"travaux/search"
	"travaux/webui/reply"
)

// Problem is an error as RFC 9457 wants it told. Its type is always
// about:blank: the status says all there is to say about the kind.
type Problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
	// Instance is the path that was asked for, without the query.
	Instance string `json:"instance"`
	// Errors name the parameters at fault.
	Errors []ParameterError `json:"errors,omitempty"`
	// Near are held symbols near to the one asked for.
	Near []string `json:"near,omitempty"`
}

// ParameterError says what is wrong with one parameter.
type ParameterError struct {
	Parameter string `json:"param"`
	// Position counts characters of the value from 1.
	Position int    `json:"pos,omitempty"`
	Reason   string `json:"reason"`
}

// Failure writes an error as a problem. The cause of a fault of ours is not
// told: it belongs in the log.
func (a *API) Failure(w http.ResponseWriter, r *http.Request, err error) {
	status := reply.Status(err)
	p := Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Instance: r.URL.Path}
	if status < http.StatusInternalServerError {
		p.Detail = reply.Reason(err)
	}
	if status == http.StatusServiceUnavailable {
		p.Detail = "the collection cannot be asked right now; try again in a moment"
	}
	var wrong *search.QueryError
	if errors.As(err, &wrong) {
		p.Errors = []ParameterError{{Parameter: "q", Position: wrong.Column, Reason: wrong.Message}}
	}
	var near *search.NearError
	if errors.As(err, &near) {
		p.Near = near.Near
	}
	body, err := json.Marshal(p)
	if err != nil {
		// Strings and numbers always encode.
		panic(err)
	}
	reply.SendError(w, r, status, reply.Content{Type: "application/problem+json", Body: body})
}
