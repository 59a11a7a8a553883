package build

import (
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// errNotDir is what the system says of a path through a file: nothing is there.
var errNotDir error = fs.ErrNotExist

// lock takes a file for this process alone until it is closed or the process
// ends. It does not wait: it returns false if another process holds the file.
// Where the file system knows no locks nobody does.
func lock(f *os.File) bool {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	return windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{}) != windows.ERROR_LOCK_VIOLATION
}
