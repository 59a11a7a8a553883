//go:build !windows

package build

import (
	"os"
	"syscall"
)

// errNotDir is what the system says of a path through a file: nothing is there.
var errNotDir error = syscall.ENOTDIR

// lock takes a file for this process alone until it is closed or the process
// ends. It does not wait: it returns false if another process holds the file.
// Where the file system knows no locks nobody does.
func lock(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != syscall.EWOULDBLOCK
}
