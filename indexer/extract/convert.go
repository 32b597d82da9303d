package extract

import (
	"context"

	"travaux/indexer/layout"
)

// convertVersion names the reader of the files that convert reads.
const convertVersion = "doc/1"

// convert reads a file of the older Word format through a converter.
func (p *Pool) convert(_ context.Context, _ string) (*layout.Content, error) {
	return nil, &Failure{ClassMalformed, "Word 97 files are not read"}
}
