package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"strategia/internal/build"
	"strategia/internal/fictional"
	"strategia/internal/preview"
)

// fail says what the environment refused and what can be done about it, and
// returns the exit code for it.
func (p *program) fail(err error) int {
	fmt.Fprintln(p.err, "strategia: "+p.refusal(err))
	return exitEnvironment
}

// refusal puts an error of the environment into the reader's language. What the
// system says in its own words is left as it is.
func (p *program) refusal(err error) string {
	var (
		foreign *build.ForeignOutputError
		file    *build.ForeignFileError
		overlap *build.OverlapError
		busy    *build.BusyError
		path    *fs.PathError
		name    string
	)
	if errors.As(err, &path) {
		name = path.Path
	}
	switch {
	case errors.Is(err, context.Canceled):
		return p.say("interrupted")
	case errors.As(err, &foreign):
		return p.say("foreign", foreign.Dir)
	case errors.As(err, &file):
		return p.say("foreign-file", file.Path)
	case errors.As(err, &overlap):
		return p.say("overlap", overlap.Out, overlap.Own)
	case errors.As(err, &busy):
		return p.say("busy", busy.Dir)
	case errors.Is(err, fictional.ErrNotEmpty):
		return p.say("not-empty", p.dir())
	case errors.Is(err, preview.ErrNotLoopback):
		return p.say("not-loopback")
	case errors.Is(err, syscall.ENOSPC):
		return p.say("disk-full")
	case name != "" && errors.Is(err, syscall.ENOTDIR):
		return p.say("not-folder", strings.TrimSuffix(name, string(filepath.Separator)+".strategia"))
	case name != "" && errors.Is(err, fs.ErrNotExist):
		return p.say("not-there", name)
	case name != "" && (errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)):
		return p.say("not-allowed", name)
	}
	return p.say("environment", err.Error())
}
