package un

// Type is a document type, a snake_case name.
type Type string
