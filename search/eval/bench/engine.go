package bench

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Engine is a program that keeps to the protocol of peers.
type Engine struct {
	// Name is what the tables call it.
	Name string
	// Command is the program with what stands before "index" and "query".
	Command []string
	// Query are arguments behind "query".
	Query []string
	// Index names its index among the others; it defaults to Name. Engines of the
	// same Index share one.
	Index string
	// Apart says that its results are no passages, so that they cannot agree with
	// those of the others.
	Apart bool
}

// Beside is the name of the engine that the others are compared with.
const Beside = "lucene"

// Peers finds the peers below a folder: each has a folder with a program "run" in
// it that makes indexes and asks them. Lucene comes first, the others by name.
func Peers(dir string) ([]Engine, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*", "run"))
	if err != nil {
		return nil, err
	}
	var out []Engine
	for _, path := range paths {
		out = append(out, Engine{Name: filepath.Base(filepath.Dir(path)), Command: []string{path}})
	}
	slices.SortFunc(out, func(a, b Engine) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Name, b.Name))
	})
	return out, nil
}

func rank(e Engine) int {
	if e.Name == Beside {
		return 0
	}
	return 1
}

// index is the name of the engine's index.
func (e Engine) index() string { return cmp.Or(e.Index, e.Name) }

// Build installs and builds what an engine needs. Engines that are one command
// have nothing to build.
func (r Runner) Build(ctx context.Context, e Engine) error {
	if !isScript(e) {
		return nil
	}
	_, err := r.run(ctx, e, "build")
	return err
}

// Made is an index with what it took to make.
type Made struct {
	Indexed
	// CPU is the processor time of the process, in seconds.
	CPU float64 `json:"cpu"`
	// At is when it was made, and Program tells what made it.
	At      time.Time `json:"at"`
	Program string    `json:"program,omitempty"`
}

// Runner measures engines on one collection.
type Runner struct {
	// Dir holds the collection, and gets a folder for each index.
	Dir string
	// Text is the size of the passages' texts in bytes.
	Text int64
	// Threads is what indexes are made with.
	Threads int
	// Reuse takes an index that another build of a program made, as long as
	// "check" of the present one can open it. Without, it is made again, since its
	// time would not be that of this build.
	Reuse bool
	// Progress is told what goes on.
	Progress io.Writer
}

// Passages is the file of the collection.
func (r Runner) Passages() string { return filepath.Join(r.Dir, "passages.jsonl") }

// IndexDir is where an engine's index stands.
func (r Runner) IndexDir(e Engine) string { return filepath.Join(r.Dir, "index-"+e.index()) }

// Index makes an engine's index, unless it stands already.
func (r Runner) Index(ctx context.Context, e Engine) (Made, error) {
	dir := r.IndexDir(e)
	told := dir + ".json"
	program, err := fingerprint(e)
	if err != nil {
		return Made{}, err
	}
	if made, err := readMade(told); err == nil && (made.Program == program || r.opens(ctx, e)) {
		fmt.Fprintf(r.Progress, "%s: the index of %s stands\n", e.Name, made.At.Format(time.DateTime))
		return made, nil
	}
	if err := os.RemoveAll(dir); err != nil {
		return Made{}, err
	}
	fmt.Fprintf(r.Progress, "%s: indexing\n", e.Name)
	var made Made
	out, err := r.run(ctx, e, "index", r.Passages(), dir, fmt.Sprint(r.Threads))
	if err != nil {
		return Made{}, err
	}
	if err := json.Unmarshal(out.last(), &made.Indexed); err != nil {
		return Made{}, fmt.Errorf("%s says of its index %q: %w", e.Name, out.last(), err)
	}
	made.CPU, made.At, made.Program = out.cpu.Seconds(), time.Now(), program
	fmt.Fprintf(r.Progress, "%s: indexed in %.1f s, %.0f MB\n", e.Name, made.Seconds, float64(made.Bytes)/1e6)
	data, err := json.Marshal(made)
	if err != nil {
		return Made{}, err
	}
	return made, os.WriteFile(told, data, 0o644)
}

func readMade(path string) (made Made, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return made, err
	}
	return made, json.Unmarshal(data, &made)
}

// opens tells whether an index that another build made may be taken.
func (r Runner) opens(ctx context.Context, e Engine) bool {
	if !r.Reuse {
		return false
	}
	_, err := r.run(ctx, e, "check", r.IndexDir(e))
	return err == nil
}

// fingerprint is the sha256 of an engine's program; of a script, that of all files
// of its folder, which hold the peer's sources.
func fingerprint(e Engine) (string, error) {
	from := e.Command[0]
	if isScript(e) {
		from = filepath.Dir(from)
	}
	sum := sha256.New()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		fmt.Fprintln(sum, d.Name())
		_, err = io.Copy(sum, f)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("read the program of %s: %w", e.Name, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func isScript(e Engine) bool { return filepath.Base(e.Command[0]) == "run" }

// Ask has an engine answer queries after it has warmed up with others, both files
// of the protocol.
func (r Runner) Ask(ctx context.Context, e Engine, queries, warming string) ([]Reply, error) {
	args := append([]string{"query"}, e.Query...)
	out, err := r.run(ctx, e, append(args, r.IndexDir(e), queries, warming)...)
	if err != nil {
		return nil, err
	}
	var replies []Reply
	for reply, err := range Lines[Reply](bytes.NewReader(out.text)) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name, err)
		}
		replies = append(replies, reply)
	}
	return replies, nil
}

// output is what a program printed and took.
type output struct {
	text []byte
	cpu  time.Duration
}

// last is the last line.
func (o output) last() []byte {
	text := bytes.TrimSpace(o.text)
	return text[bytes.LastIndexByte(text, '\n')+1:]
}

// run starts an engine's program and waits for it.
func (r Runner) run(ctx context.Context, e Engine, args ...string) (output, error) {
	cmd := exec.CommandContext(ctx, e.Command[0], append(slices.Clone(e.Command[1:]), args...)...)
	InGroup(cmd)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	text, err := cmd.Output()
	if ctx.Err() != nil {
		return output{}, ctx.Err()
	}
	if err != nil {
		const shown = 600
		said := strings.TrimSpace(complaints.String())
		return output{}, fmt.Errorf("%s %s: %w: %s", e.Name, args[0], err, said[max(0, len(said)-shown):])
	}
	return output{text, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}, nil
}
