package build

import "io/fs"

// errNotDir is what the system says of a path through a file: nothing is there.
var errNotDir error = fs.ErrNotExist
