//go:build unix

package bench

import (
	"os"
	"runtime"
	"syscall"
)

// peak returns the greatest resident size of a process that has ended.
func peak(s *os.ProcessState) int64 {
	r, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	// Darwin counts bytes, the others kibibytes.
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(r.Maxrss)
	}
	return int64(r.Maxrss) * 1024
}

// settle has the system write out what earlier runs left in its buffers, so that
// no run pays for another.
func settle() { syscall.Sync() }
