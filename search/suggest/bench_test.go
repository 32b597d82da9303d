//go:build unix

package suggest_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/catalogue"
	"travaux/search/suggest"
	"travaux/search/un"
)

// benchDocuments is the size of the collection that is measured.
const benchDocuments = 100_000

// coin makes words: the more frequent the shorter, by Zipf's law.
type coin struct {
	random *rand.Rand
	zipf   *rand.Zipf
}

func newCoin(seed uint64) *coin {
	random := rand.New(rand.NewPCG(seed, seed))
	return &coin{random, rand.NewZipf(random, 1.08, 20, 600_000)}
}

func (c *coin) word() string { return coined(c.zipf.Uint64()) }

// coined writes a number in syllables.
func coined(n uint64) string {
	syllables := strings.Fields("re co in de pro ta ti ve ra te me no sa li pe ca se ne mi la tu ri vo go du fa")
	word := syllables[n*7%uint64(len(syllables))]
	for n += 30; n > 0; n /= uint64(len(syllables)) {
		word += syllables[n%uint64(len(syllables))]
	}
	return word
}

func (c *coin) text(words int) string {
	all := make([]string, words)
	for i := range all {
		all[i] = c.word()
	}
	return strings.Join(all, " ")
}

// benchRendition makes the n-th document: of 400 meetings, three paragraphs.
func benchRendition(b *testing.B, c *coin, n int) un.Rendition {
	body := []string{"CAC/COSP", "CAC/COSP/EG.1", "CAC/COSP/WG.2", "CTOC/COP", "E/CN.15", "E/CN.7", "A/AC.291", "A/HRC"}[n%8]
	symbol := fmt.Sprintf("%s/%d/%d", body, 1980+n/8%45, 1+n/360)
	if n%9 == 8 {
		symbol += "/Add.1"
	}
	title := c.text(6 + c.random.IntN(8))
	if n%7 == 0 {
		title = c.text(2) // one that several have
	}
	return rendition(b, symbol, []string{"en", "fr", "es", "en"}[n%4], title, c.text(30), c.text(30), c.text(30))
}

// latencies are the processor times of texts, each the shortest of several: they
// hold on a machine that does other things as well.
func latencies(b *testing.B, s *search.Service, texts []string) []time.Duration {
	var out []time.Duration
	for _, text := range texts {
		best := time.Hour
		for range 4 {
			began := processor()
			if _, err := s.Suggest(context.Background(), text, "en", 10); err != nil {
				b.Fatal(err)
			}
			best = min(best, processor()-began)
		}
		out = append(out, best)
	}
	slices.Sort(out)
	return out
}

// typedTexts are what readers type of a collection, by class.
func typedTexts(c *coin) map[string][]string {
	cut := func(text string) string { return text[:1+c.random.IntN(len(text))] }
	out := map[string][]string{}
	for range 200 {
		out["letters"] = append(out["letters"], c.word()[:1+c.random.IntN(2)])
		out["word"] = append(out["word"], cut(c.word()))
		out["words"] = append(out["words"], c.word()+" "+cut(c.word()))
		out["title"] = append(out["title"], cut(c.word())+" "+cut(c.word())+" "+cut(c.word()))
		out["symbol"] = append(out["symbol"], cut(fmt.Sprintf("cac/cosp/eg.1/%d/%d", 1980+c.random.IntN(45), 1+c.random.IntN(300))))
		out["meeting"] = append(out["meeting"], cut("conference of the states parties panama 2013"))
		out["field"] = append(out["field"], "meeting:"+cut("cac/cosp/eg.1/2013"), c.word()+" lang:"+cut("english"))
		out["phrase"] = append(out["phrase"], `"`+c.word()+" "+cut(c.word()))
	}
	return out
}

// BenchmarkComplete measures completion at 100,000 documents: the time to build
// what it needs, the memory that holds, and the median and the 95th percentile
// by class of text.
func BenchmarkComplete(b *testing.B) {
	dir := b.TempDir()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		b.Fatal(err)
	}
	c := newCoin(1)
	for n := 0; n < benchDocuments; {
		var change search.Change
		for range 500 {
			change.Put = append(change.Put, benchRendition(b, c, n))
			n++
		}
		if err := w.Apply(context.Background(), change); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := w.Publish(context.Background()); err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	engine, err := bleve.Open(dir, bleve.Config{Timeout: time.Minute})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { engine.Close() })
	var service *search.Service
	whole := b
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			before := heap()
			s := suggest.New(suggest.Config{Engine: engine, Catalogue: catalogue.Shipped()})
			whole.Cleanup(func() { s.Close() })
			service = search.NewService(search.Config{Engine: engine, Suggester: s})
			if _, err := service.Suggest(context.Background(), "re", "en", 10); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64((heap()-before)>>20), "MB-held")
		}
	})
	for class, texts := range typedTexts(newCoin(2)) {
		b.Run(class, func(b *testing.B) {
			for b.Loop() {
				all := latencies(b, service, texts)
				b.ReportMetric(float64(all[len(all)/2].Microseconds()), "p50-µs")
				b.ReportMetric(float64(all[len(all)*95/100].Microseconds()), "p95-µs")
			}
		})
	}
	alone := func(name string, run func()) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				best := time.Hour
				for range 5 {
					began := processor()
					run()
					best = min(best, processor()-began)
				}
				b.ReportMetric(float64(best.Microseconds()), "µs")
			}
		})
	}
	alone("near symbol", func() {
		if _, err := engine.Near(context.Background(), "CAC/COSP/EG.1/2013/9999", 10); err != nil {
			b.Fatal(err)
		}
	})
	alone("near words", func() {
		if _, err := engine.WordsNear(context.Background(), "retacoine", 2, 100); err != nil {
			b.Fatal(err)
		}
	})
	alone("did you mean", func() {
		if _, err := service.Search(context.Background(), search.Request{Query: "retacoine procodemu", Limit: -1}); err != nil {
			b.Fatal(err)
		}
	})
}

// processor gives the time that this process has used, in itself and in the
// system.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// heap gives the bytes of what is alive.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
