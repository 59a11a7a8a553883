//go:build !windows

package build

import "syscall"

// errNotDir is what the system says of a path through a file: nothing is there.
var errNotDir error = syscall.ENOTDIR
