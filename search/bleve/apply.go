package bleve

import (
	"context"
	"fmt"
	"runtime"

	"github.com/blevesearch/bleve/v2/document"
	"golang.org/x/sync/errgroup"

	"travaux/search"
	"travaux/search/un"
)

// batchEntries is how many entries make a batch full. Each batch is a segment, and
// segments are merged in tens: of batches of 800 each passage is merged once more,
// for a tenth of all processor time. Larger ones save little and take memory.
const batchEntries = 2000

// full tells whether the batch is to be written. The first one is small, for what
// entries keep is packed from the second on.
func (w *writer) full() bool {
	if w.packer.encoder == nil {
		return w.queued >= mostSamples
	}
	return w.queued >= batchEntries
}

// Apply implements search.Writer.
func (w *writer) Apply(ctx context.Context, c search.Change) error {
	if w.idx == nil {
		return fmt.Errorf("apply a change: the writer is closed")
	}
	if c.Empty() {
		return nil
	}
	w.changed = true
	if err := w.line(ctx, c); err != nil {
		w.report(err) // half a change is in line: it must not reach the disk
		return fmt.Errorf("apply a change: %w", err)
	}
	if !w.full() {
		return nil
	}
	return w.flush(ctx)
}

// line puts a change in line.
func (w *writer) line(ctx context.Context, c search.Change) error {
	for _, k := range c.Drop {
		w.drop(k)
	}
	for _, r := range c.Put {
		if err := w.put(ctx, r); err != nil {
			return err
		}
	}
	for _, path := range c.Forget {
		w.batch.Delete(fileID(path))
		delete(w.files, path)
		w.queued++
	}
	for _, record := range c.Records {
		d, err := fileDocument(record)
		if err != nil {
			return err
		}
		if err := w.queue(d); err != nil {
			return err
		}
		w.files[record.Path] = record
	}
	return nil
}

func (w *writer) queue(d *document.Document) error {
	if w.queued == 0 {
		addAllFields(d)
	}
	w.queued++
	return w.batch.IndexAdvanced(d)
}

func (w *writer) drop(k un.RenditionKey) {
	s, ok := w.renditions[k]
	if !ok {
		return
	}
	for seq := range s.Count {
		w.batch.Delete(passageID(k, seq))
	}
	w.batch.Delete(renditionID(k))
	w.queued += s.Count + 1
	delete(w.renditions, k)
	delete(w.byDocument[k.Document], k.Language)
	if len(w.byDocument[k.Document]) == 0 {
		delete(w.byDocument, k.Document)
	}
}

// put replaces what is held under the rendition's key. Passages are analysed
// here, by all processors, because their lengths go into the rendition's entry.
func (w *writer) put(ctx context.Context, r un.Rendition) error {
	k := r.Key()
	w.drop(k)
	s := storedRendition{Rendition: r, Count: len(r.Passages), Lengths: map[string]length{}, Foreign: map[int]string{}}
	docs := make([]*document.Document, len(r.Passages))
	counts := make([]terms, len(r.Passages))
	group, _ := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	const share = 32
	for from := 0; from < len(r.Passages); from += share {
		group.Go(func() (err error) {
			var memory reading
			for seq := from; seq < min(from+share, len(r.Passages)) && err == nil; seq++ {
				docs[seq], counts[seq], err = w.analyzers.passageDocument(k, seq, r.Passages[seq], &memory, w.packer.pack)
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for seq, p := range r.Passages {
		s.account(seq, p, counts[seq])
		w.packer.learn(docs[seq].Fields[0].Value())
		if err := w.queue(docs[seq]); err != nil {
			return fmt.Errorf("queue passage: %w", err)
		}
	}
	d, s, err := w.analyzers.renditionDocument(s)
	if err != nil {
		return err
	}
	s.Passages = nil
	w.remember(s)
	return w.queue(d)
}

// account adds one passage to what the rendition's entry keeps of all.
func (s *storedRendition) account(seq int, p un.Passage, n terms) {
	lang := analysed(passageLanguage(s.Key(), p))
	s.Lengths[lang] = s.Lengths[lang].plus(length{1, n.stems})
	s.Lengths[exactForm] = s.Lengths[exactForm].plus(length{1, n.words})
	if lang != analysed(s.Language) {
		s.Foreign[seq] = lang
	}
}

// flush writes the batch, the checkpoint, once the one before it is written. It does
// not wait for it: texts are analysed on one processor while Bleve makes a segment
// of others on the next.
func (w *writer) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("write a batch: %w", err)
	}
	if err := w.wait(); err != nil || w.queued == 0 {
		return err
	}
	w.batch.SetInternal([]byte(writtenKey), []byte(w.name))
	made := w.packer.dictionary()
	if made != nil {
		w.batch.SetInternal([]byte(dictionaryKey), made)
	}
	if err := w.usePacker(made); err != nil {
		return err
	}
	batch, idx, done := w.batch, w.idx, make(chan struct{})
	go func() {
		defer close(done)
		if err := idx.Batch(batch); err != nil {
			w.report(err)
		}
	}()
	// Not Reset: Bleve may still be reading a batch after it is written.
	w.batch, w.queued, w.writing = w.idx.NewBatch(), 0, done
	return nil
}

// wait waits for the batch that is being written, and tells of errors so far.
func (w *writer) wait() error {
	if w.writing != nil {
		<-w.writing
		w.writing = nil
	}
	if err := w.broken.Load(); err != nil {
		return plain(w.dir, fmt.Errorf("write a batch: %w", *err))
	}
	return nil
}

// usePacker packs what is put in from now on with a dictionary, if there is one.
func (w *writer) usePacker(dictionary []byte) (err error) {
	if dictionary != nil {
		w.packer, err = newPacker(dictionary)
	}
	return err
}
