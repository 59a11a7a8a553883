package source

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Tree is a site's folder. Nothing outside it is ever read: symbolic links are
// not followed, and only regular files are opened. Names are known in their
// composed form (Unicode NFC), in which people type them: some systems write "ż" as
// a z and a dot, and links would lead nowhere.
type Tree struct {
	fsys fs.FS

	mu sync.Mutex
	// other are the paths as the system has them, where they are written otherwise.
	other map[string]string
}

// MaxFile is the size above which a file is not read: no page of a document
// and no picture on a public site should come near it.
const MaxFile = 64 << 20

// Open returns the tree below the folder dir.
func Open(dir string) (*Tree, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("open the site's folder: %w", err)
	}
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "open the site's folder", Path: dir, Err: syscall.ENOTDIR}
	}
	return New(os.DirFS(dir)), nil
}

// New returns the tree that fsys holds.
func New(fsys fs.FS) *Tree { return &Tree{fsys: fsys, other: map[string]string{}} }

// real is the path of a file as the system has it, as far as List has seen it.
func (t *Tree) real(name string) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return cmp.Or(t.other[name], name)
}

// Composed is a path as a Tree knows it.
func Composed(name string) string { return norm.NFC.String(name) }

// Item is a file of the tree that may be read.
type Item struct{ Path string }

// Reason says why a name in the tree was refused.
type Reason uint8

const (
	// Symlink is a symbolic link, wherever it leads.
	Symlink Reason = iota
	// Special is neither a file nor a folder: a pipe, a socket, a device.
	Special
	// BadName is a name that is no UTF-8, holds control characters or a
	// character that some file system forbids.
	BadName
	// Unreadable is a file or folder that the system won't let us read.
	Unreadable
	// Twice is a name that differs from another only in how letters are written.
	Twice
)

// Refusal is a name that was not read, and why.
type Refusal struct {
	Path   string
	Reason Reason
	Err    error // for Unreadable
}

// List returns the files below the folder dir in the order of their paths, and
// what it refused. Droppings are passed over. A missing folder is empty.
func (t *Tree) List(dir string) ([]Item, []Refusal) {
	var items []Item
	var refused []Refusal
	if info, err := fs.Lstat(t.fsys, dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, []Refusal{{dir, Symlink, nil}}
	}
	other := map[string]string{}
	_ = fs.WalkDir(t.fsys, dir, func(real string, d fs.DirEntry, err error) error {
		p := Composed(real)
		if err != nil {
			if p != dir || !errors.Is(err, fs.ErrNotExist) {
				refused = append(refused, Refusal{p, Unreadable, err})
			}
			return skip(d)
		}
		if p == dir && d.IsDir() {
			return nil
		}
		name := d.Name()
		if Dropping(name) {
			return skip(d)
		}
		if reason, bad := refuse(name, d.Type()); bad {
			refused = append(refused, Refusal{p, reason, nil})
			return skip(d)
		}
		if d.IsDir() {
			return nil
		}
		if p != real {
			other[p] = real
		}
		items = append(items, Item{p})
		return nil
	})
	t.mu.Lock()
	defer t.mu.Unlock()
	maps.DeleteFunc(t.other, func(p, _ string) bool { return strings.HasPrefix(p, dir+"/") })
	maps.Copy(t.other, other)
	if len(other) == 0 {
		return items, refused
	}
	taken := map[Item]bool{}
	return slices.DeleteFunc(items, func(it Item) bool {
		if taken[it] {
			refused = append(refused, Refusal{it.Path, Twice, nil})
			return true
		}
		taken[it] = true
		return false
	}), refused
}

// Dropping reports whether name is one that editors and systems leave beside
// what they save: vim's 4913 and swap files, emacs's locks and autosaves, office
// locks, backups, what Windows keeps of a folder's looks, and everything hidden,
// such as .git.
func Dropping(name string) bool {
	if name == "4913" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
		return true
	}
	for _, own := range []string{"Thumbs.db", "ehthumbs.db", "desktop.ini"} {
		if strings.EqualFold(name, own) {
			return true
		}
	}
	for _, suffix := range []string{"~", "#", ".swp", ".swx", ".swo", ".bck", ".bak", ".tmp", ".part"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}

// skip passes over a folder with all that it holds, or over a single file.
func skip(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func refuse(name string, typ fs.FileMode) (Reason, bool) {
	switch {
	case typ&fs.ModeSymlink != 0:
		return Symlink, true
	case typ&fs.ModeType&^fs.ModeDir != 0:
		return Special, true
	case !utf8.ValidString(name), strings.ContainsAny(name, `<>:"|?*\`),
		strings.ContainsFunc(name, unicode.IsControl):
		return BadName, true
	}
	return 0, false
}

// Read reads one file of the tree. What List refuses is not opened here either:
// a diagnostic names such files, and its printer asks for an excerpt.
func (t *Tree) Read(name string) (*File, error) {
	real := t.real(name)
	// A folder may have become a link since it was listed.
	for dir := path.Dir(real); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if info, err := fs.Lstat(t.fsys, dir); err == nil && !info.IsDir() {
			return nil, readError(name, errNotRegular)
		}
	}
	info, err := fs.Lstat(t.fsys, real)
	switch {
	case err != nil:
		return nil, readError(name, err)
	case !info.Mode().IsRegular():
		return nil, readError(name, errNotRegular)
	}
	return t.ReadItem(Item{name})
}

// ReadItem reads a file that List has just found; of a file over MaxFile it
// reads nothing and returns ErrTooBig, wrapped.
func (t *Tree) ReadItem(it Item) (*File, error) {
	f, err := t.fsys.Open(t.real(it.Path))
	if err != nil {
		return nil, readError(it.Path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.Size() > MaxFile {
		err = ErrTooBig
	}
	if err != nil {
		return nil, readError(it.Path, err)
	}
	b := make([]byte, info.Size())
	switch n, err := io.ReadFull(f, b); {
	case err == nil:
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		b = b[:n] // it was cut short while it was read
	default:
		return nil, readError(it.Path, err)
	}
	return NewFile(it.Path, b), nil
}

// Sum returns the hash of a file as ReadItem would, but keeps none of its bytes:
// they pass through room.
func (t *Tree) Sum(it Item, room []byte) (sum Sum, err error) {
	f, err := t.fsys.Open(t.real(it.Path))
	if err != nil {
		return sum, readError(it.Path, err)
	}
	defer f.Close()
	h := sha256.New()
	for size := 0; ; {
		n, err := f.Read(room)
		h.Write(room[:n])
		if size += n; size > MaxFile {
			err = ErrTooBig
		}
		if err == io.EOF {
			h.Sum(sum[:0])
			return sum, nil
		}
		if err != nil {
			return sum, readError(it.Path, err)
		}
	}
}

func readError(name string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("read %s: %w", name, err)
}

var (
	errNotRegular = errors.New("it is not a regular file")
	// ErrTooBig is returned, wrapped with the file's name, for a file over MaxFile.
	ErrTooBig = errors.New("it is too big")
)

// Absent reports whether there is nothing at name.
func (t *Tree) Absent(name string) bool {
	_, err := fs.Lstat(t.fsys, t.real(name))
	return errors.Is(err, fs.ErrNotExist)
}

// Lists reports whether List would return the file name.
func (t *Tree) Lists(name string) bool {
	parts := strings.Split(t.real(name), "/")
	for i, part := range parts {
		info, err := fs.Lstat(t.fsys, path.Join(parts[:i+1]...))
		if err != nil || info.IsDir() != (i+1 < len(parts)) || i > 0 && Dropping(part) {
			return false
		}
		if _, bad := refuse(part, info.Mode().Type()); bad {
			return false
		}
	}
	return true
}

// Look reports whether name is a file that may be read, or a folder.
func (t *Tree) Look(name string) (file, folder bool) {
	info, err := fs.Lstat(t.fsys, t.real(name))
	return err == nil && info.Mode().IsRegular(), err == nil && info.IsDir()
}

// Exists reports whether the tree holds a folder of that name.
func (t *Tree) Exists(dir string) bool {
	info, err := fs.Stat(t.fsys, path.Clean(dir))
	return err == nil && info.IsDir()
}
