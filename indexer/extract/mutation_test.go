package extract_test

import (
	"bytes"
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"travaux/indexer/extract"
)

// mutations is the number of broken files that TestMutations reads.
var mutations = flag.Int("mutations", 80, "broken PDF files read by TestMutations")

// TestMutations breaks PDF files as disks, networks and attackers do: each comes
// back read or with a reason, and the pool goes on.
func TestMutations(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "cmd", "travaux", "samples", "*", "*.pdf"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	p := newPool(t, func(c *extract.Config) { c.Workers, c.Timeout, c.NoOCR = 2, 20*time.Second, true })
	random := rand.New(rand.NewPCG(1, 2))
	classes := map[string]int{}
	for i := range *mutations {
		data, err := os.ReadFile(paths[random.IntN(len(paths))])
		if err != nil {
			t.Fatal(err)
		}
		path := testFile(t, "broken.pdf", string(mutated(data, random)))
		_, err = p.Read(context.Background(), path, extract.MediaPDF)
		class := classOf(t, err) // fails for what is no Failure
		classes[class]++
		if class == extract.ClassTimeout || class == extract.ClassMemory || class == extract.ClassCrash {
			t.Logf("case %d: %v", i, err)
		}
		_ = os.Remove(path)
	}
	t.Logf("%d files: %v", *mutations, classes)
	if got, err := order(t, p, "nothing"); got != "done" || err != nil {
		t.Errorf("after it: %q, %v", got, err)
	}
}

// mutated breaks a file in one to four ways.
func mutated(data []byte, random *rand.Rand) []byte {
	for range 1 + random.IntN(4) {
		if len(data) < 100 {
			return data
		}
		at := random.IntN(len(data))
		switch random.IntN(6) {
		case 0: // flipped bits
			for range 1 + random.IntN(50) {
				data[random.IntN(len(data))] ^= 1 << random.IntN(8)
			}
		case 1: // cut off
			data = data[:at]
		case 2: // a hole
			data = append(data[:at:at], data[min(len(data), at+random.IntN(2000)):]...)
		case 3: // a part twice
			data = append(data[:at:at], data[max(0, at-random.IntN(4000)):]...)
		case 4: // numbers no file can have
			name := []string{"/Size ", "/Length ", "/Count ", "/Prev ", "/W [", "/N ", "/First "}[random.IntN(7)]
			data = bytes.ReplaceAll(data, []byte(name), []byte(name+"99999999"))
		case 5: // references astray
			from, to := []string{" 3 0 R", " 4 0 R", " 5 0 R", " 2 0 R"}[random.IntN(4)], []string{" 1 0 R", " 2 0 R", " 3 0 R"}[random.IntN(3)]
			data = []byte(strings.ReplaceAll(string(data), from, to))
		}
	}
	return data
}
