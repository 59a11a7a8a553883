//go:build unix

package preview

import "syscall"

// apart is how a program is started that Ctrl-C in the preview's terminal must
// not reach: an editor may hold unsaved text.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
