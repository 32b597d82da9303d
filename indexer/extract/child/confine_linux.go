package child

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"syscall"

	"github.com/landlock-lsm/go-landlock/landlock"
	"golang.org/x/sys/unix"
)

// launcherSays begins what a launcher writes when it cannot start the program.
const launcherSays = "travaux launcher: "

// order is a job as the launcher needs it.
type order struct {
	Path   string   `json:"path"`
	Args   []string `json:"args"`
	Read   []string `json:"read"`
	Dir    string   `json:"dir"`
	CPU    uint64   `json:"cpu"` // seconds
	Memory uint64   `json:"memory"`
	File   uint64   `json:"file"`
	Forks  bool     `json:"forks"`
}

// command makes the command that starts the launcher.
func (l Launcher) command(j Job) (*exec.Cmd, error) {
	o := order{
		Path: j.Path, Args: j.Args, Read: j.Read, Dir: j.Dir, CPU: uint64(math.Ceil(j.CPU.Seconds())),
		Memory: uint64(j.Memory), File: uint64(j.File), Forks: j.Forks,
	}
	if o.Dir == "" {
		o.File = 0
	}
	if j.Stdin != nil {
		o.Read = append(slices.Clone(o.Read), Stdin) // that of the launcher is the program's
	}
	text, err := json.Marshal(o)
	if err != nil {
		return nil, fmt.Errorf("encode a job: %w", err)
	}
	cmd := exec.Command(l.Command[0], l.Command[1:]...)
	cmd.Env = append(j.environment(), variable+"="+string(text))
	return cmd, nil
}

// Launch is the body of a launcher: it gives up what its job does not need and
// becomes the program. It comes back only when that fails, with an exit status.
func Launch() int {
	var o order
	err := json.Unmarshal([]byte(os.Getenv(variable)), &o)
	if err == nil {
		err = os.Unsetenv(variable)
	}
	if err == nil {
		err = o.become()
	}
	fmt.Fprintf(os.Stderr, "%s%v\n", launcherSays, err)
	return 1
}

// become confines the process, last by the filter, and lets the program take it
// over.
func (o order) become() error {
	CloseInherited()
	limits := Limits{Memory: o.Memory, CPU: o.CPU, File: o.File, Files: 256}
	if err := limits.Set(); err != nil {
		return err
	}
	if err := landlock.V10.BestEffort().Restrict(o.rules()...); err != nil {
		return fmt.Errorf("restrict files and network: %w", err)
	}
	if err := filterCalls(denied[:], o.Forks); err != nil {
		return fmt.Errorf("restrict system calls: %w", err)
	}
	return fmt.Errorf("become the program: %w", syscall.Exec(o.Path, append([]string{o.Path}, o.Args...), os.Environ()))
}

// rules allows the program, its libraries, its data and its one folder.
func (o order) rules() []landlock.Rule {
	program := o.Path
	if real, err := filepath.EvalSymlinks(program); err == nil {
		program = real
	}
	prefix := filepath.Dir(filepath.Dir(program))
	read := []string{
		program, "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib",
		"/etc/ld.so.cache", "/etc/ld.so.preload", "/dev/urandom",
	}
	if prefix != "/" {
		read = append(read, filepath.Join(prefix, "lib"), filepath.Join(prefix, "lib64"))
	}
	var files, dirs []string
	for _, path := range append(read, o.Read...) {
		info, err := os.Stat(path)
		switch {
		case err != nil: // not every system has every folder
		case info.IsDir():
			dirs = append(dirs, path)
		default:
			files = append(files, path)
		}
	}
	rules := []landlock.Rule{landlock.RODirs(dirs...), landlock.ROFiles(files...), landlock.RWFiles("/dev/null").IgnoreIfMissing()}
	if o.Dir != "" {
		rules = append(rules, landlock.RWDirs(o.Dir))
	}
	return rules
}

// spawned gives the attributes of a program's process: a group of its own, so
// that all of it can be killed, and death with the thread that started it.
func spawned() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// wait waits for a program, ends it with ctx, and ends what it leaves behind.
func wait(ctx context.Context, cmd *exec.Cmd) error {
	var mu sync.Mutex // guards gone
	gone := false     // the number of the process, and of its group, may be another's
	end := func() {
		mu.Lock()
		defer mu.Unlock()
		if !gone {
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		}
	}
	defer context.AfterFunc(ctx, end)()
	awaitEnd(cmd.Process.Pid)
	end()
	mu.Lock()
	gone = true
	mu.Unlock()
	return cmd.Wait()
}

// awaitEnd waits until a process has ended, and leaves it to be waited for: until
// then its number is nobody else's.
func awaitEnd(pid int) {
	for {
		err := unix.Waitid(unix.P_PID, pid, nil, unix.WEXITED|unix.WNOWAIT, nil)
		if !errors.Is(err, unix.EINTR) {
			return
		}
	}
}
