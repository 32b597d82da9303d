package pages

import (
	"errors"
	"net/http"

	"travaux/search"
	"travaux/webui/reply"
)

// failurePage tells a reader what went wrong and what to do next.
type failurePage struct {
	frame
	Status           int
	Heading, Message string
	// Near are held symbols near to the one asked for.
	Near []nearSymbol
	// Query is a search worth trying instead, with its link.
	Query, QueryLink string
}

type nearSymbol struct{ Symbol, Link string }

// Failure writes an error as a page. The cause of a fault of ours is not told.
func (p *Pages) Failure(w http.ResponseWriter, r *http.Request, err error) {
	status := reply.Status(err)
	page := failurePage{Status: status}
	page.Heading, page.Message = explain(status, err)
	page.frame = p.frame(page.Heading)
	page.Box.Query = r.URL.Query().Get("q")
	var near *search.NearError
	if errors.As(err, &near) {
		page.Heading = near.Asked + " is not held"
		page.Message = "No document of this symbol is in the collection."
		for _, symbol := range near.Near {
			page.Near = append(page.Near, nearSymbol{symbol, p.links().Document(symbol)})
		}
		page.Query, page.QueryLink = near.Asked, p.links().Query(near.Asked)
	}
	body, err := p.render("failure", page)
	if err != nil {
		// A template that cannot be rendered is a broken program; a test renders
		// every one.
		panic(err)
	}
	reply.SendError(w, r, status, reply.Content{Type: htmlType, Body: body})
}

// explain gives a heading and a sentence for a status.
func explain(status int, err error) (heading, message string) {
	var known *reply.StatusError
	if errors.As(err, &known) {
		return http.StatusText(status), known.Message
	}
	switch status {
	case http.StatusBadRequest:
		return "This address cannot be read", sentence(reply.Reason(err))
	case http.StatusNotFound:
		return "Not held", "This is not in the collection. Search for it by words or by a document symbol, or start from the home page."
	case http.StatusUnprocessableEntity:
		return "This query would cost too much", sentence(reply.Reason(err))
	case http.StatusServiceUnavailable:
		return "The collection cannot be asked right now", "Try again in a moment. Who runs this server finds the reason in its log."
	default:
		return "Something went wrong here", "This is a fault of the server, not of your question. Who runs it finds the reason in its log."
	}
}
