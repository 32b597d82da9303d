package child

import (
	"os"
	"os/exec"
	"path/filepath"
)

// find looks through the folders of a list for a program. Relative folders do
// not count: the working folder may be anybody's.
func find(name, list string) string {
	for _, dir := range filepath.SplitList(list) {
		if !filepath.IsAbs(dir) {
			continue
		}
		found, err := exec.LookPath(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		if info, err := os.Stat(found); err == nil && info.Mode().IsRegular() {
			return found
		}
	}
	return ""
}
