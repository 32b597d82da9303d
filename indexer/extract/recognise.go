package extract

import (
	"context"

	"travaux/indexer/layout"
)

// recognise reads the pages of c that have no sound text layer from pictures of
// them. It is called only for a file that has such a page, and changes c.
func (p *Pool) recognise(_ context.Context, _ string, _ *layout.Content) error {
	return nil
}
