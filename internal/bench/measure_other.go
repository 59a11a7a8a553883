//go:build !unix

package bench

import "os"

// peak is not known here.
func peak(*os.ProcessState) int64 { return 0 }

// settle does nothing here.
func settle() {}
