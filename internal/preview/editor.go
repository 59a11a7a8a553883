package preview

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"strategia/internal/source"
)

// Editor says how a place in the sources is opened: by a program with arguments,
// or by a link that the browser hands to a program. {file} and {line} stand in it
// for the place. The zero value opens nothing.
type Editor struct {
	command []string
	link    string
}

// ErrNoEditor says that what was given is no editor that could be run.
var ErrNoEditor = errors.New("no such editor")

// editors are the programs that are known, in the order in which they are looked
// for, with the arguments that open a file at a line. All have a window of their
// own: the terminal is taken by the preview.
var editors = []struct{ name, arguments string }{
	{"code", "--goto {file}:{line}"}, {"codium", "--goto {file}:{line}"}, {"code-insiders", "--goto {file}:{line}"},
	{"cursor", "--goto {file}:{line}"}, {"zed", "{file}:{line}"}, {"subl", "{file}:{line}"}, {"kate", "--line {line} {file}"},
	{"gnome-text-editor", "{file} +{line}"}, {"gedit", "{file} +{line}"}, {"pluma", "+{line} {file}"}, {"xed", "+{line} {file}"},
	{"mousepad", "--line={line} {file}"}, {"notepad++", "-n{line} {file}"}, {"notepadqq", "{file}"}, {"mate", "--line {line} {file}"},
	{"bbedit", "+{line} {file}"}, {"emacsclient", "--no-wait +{line} {file}"}, {"gvim", "+{line} {file}"}, {"mvim", "+{line} {file}"},
	{"notepad", "{file}"},
}

// vscodeLink opens a place in Visual Studio Code from any browser.
const vscodeLink = "vscode://file{file}:{line}"

// NewEditor reads what --editor was given: the name of a known program, a
// program with its arguments ("code --goto {file}:{line}"), a link with a scheme
// ("vscode://file{file}:{line}"), "none", or "" for the first editor that this
// computer has: the one that VISUAL or EDITOR names if it has a window of its
// own, else the first that is known, else a link to Visual Studio Code.
func NewEditor(given string, getenv func(string) string) (Editor, error) {
	switch {
	case given == "none":
		return Editor{}, nil
	case strings.Contains(given, "://"):
		if u, err := url.Parse(strings.NewReplacer("{file}", "/f", "{line}", "1").Replace(given)); err != nil || unsafeScheme(u.Scheme) {
			return Editor{}, fmt.Errorf("%w: %s", ErrNoEditor, given)
		}
		return Editor{link: given}, nil
	case given != "":
		return program(given)
	}
	for _, name := range []string{"VISUAL", "EDITOR"} {
		words := strings.Fields(getenv(name))
		if len(words) > 0 && arguments(words[0]) != "" {
			if e, err := program(words[0]); err == nil {
				return e, nil
			}
		}
	}
	for _, known := range editors {
		if e, err := program(known.name); err == nil {
			return e, nil
		}
	}
	return Editor{link: vscodeLink}, nil
}

// unsafeScheme reports whether a link of the scheme could do anything in the
// browser itself.
func unsafeScheme(scheme string) bool {
	return slices.Contains([]string{"", "javascript", "data", "vbscript", "blob", "file", "http", "https", "about", "filesystem"}, strings.ToLower(scheme))
}

// arguments returns those of a known program, "" for another.
func arguments(program string) string {
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(program)), ".exe")
	for _, known := range editors {
		if known.name == name {
			return known.arguments
		}
	}
	return ""
}

// program returns the editor that a command line names. It is taken apart here,
// as no shell ever sees it.
func program(line string) (Editor, error) {
	words := commandWords(line)
	if len(words) == 0 {
		return Editor{}, fmt.Errorf("%w: %q", ErrNoEditor, line)
	}
	path, err := exec.LookPath(words[0])
	if err != nil {
		return Editor{}, fmt.Errorf("%w: %s", ErrNoEditor, words[0])
	}
	if ext := strings.ToLower(filepath.Ext(path)); ext == ".bat" || ext == ".cmd" {
		// Windows runs these through its shell, whose quoting no one has
		// mastered. Visual Studio Code, which is one of them, has its links.
		if strings.HasPrefix(strings.ToLower(filepath.Base(path)), "code") {
			return Editor{link: vscodeLink}, nil
		}
		return Editor{}, fmt.Errorf("%w: %s is a script", ErrNoEditor, path)
	}
	switch {
	case strings.Contains(line, "{file}"):
	case len(words) == 1 && arguments(words[0]) != "":
		words = append(words, strings.Fields(arguments(words[0]))...)
	default:
		words = append(words, "{file}")
	}
	words[0] = path
	return Editor{command: words}, nil
}

// commandWords splits a command line at spaces outside quotes.
func commandWords(line string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	inWord := false
	for _, c := range line {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote, inWord = c, true
		case quote == 0 && c == ' ':
			if inWord {
				words = append(words, word.String())
				word.Reset()
				inWord = false
			}
		default:
			word.WriteRune(c)
			inWord = true
		}
	}
	if inWord {
		words = append(words, word.String())
	}
	return words
}

// set reports whether there is an editor.
func (e Editor) set() bool { return e.link != "" || len(e.command) > 0 }

// String returns the command or link, for people.
func (e Editor) String() string {
	if e.link != "" {
		return e.link
	}
	return strings.Join(e.command, " ")
}

// open opens a file, and returns the link that the browser must follow for it.
func (e Editor) open(file string, line int) (link string, err error) {
	if e.link != "" {
		slashed := "/" + strings.TrimPrefix(filepath.ToSlash(file), "/") // also C:/… of Windows
		escaped := (&url.URL{Path: slashed}).EscapedPath()
		if strings.Contains(e.link, "/{file}") {
			escaped = escaped[1:]
		}
		return strings.NewReplacer("{file}", escaped, "{line}", strconv.Itoa(line)).Replace(e.link), nil
	}
	words := make([]string, len(e.command))
	for i, w := range e.command {
		words[i] = w
		if i > 0 {
			words[i] = strings.NewReplacer("{file}", file, "{line}", strconv.Itoa(line)).Replace(w)
		}
	}
	return "", launch(words)
}

// launch starts a program and does not wait for it longer than it takes to see
// that it failed at once.
func launch(words []string) error {
	cmd := exec.Command(words[0], words[1:]...)
	cmd.SysProcAttr = apart()
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(300 * time.Millisecond):
		return nil
	}
}

// OpenBrowser shows an address in the browser of this computer.
func OpenBrowser(address string) error {
	switch runtime.GOOS {
	case "windows":
		return launch([]string{"rundll32", "url.dll,FileProtocolHandler", address})
	case "darwin":
		return launch([]string{"open", address})
	}
	return launch([]string{"xdg-open", address})
}

// openRequest names a place: one that a block told (site.SourceAttribute), or an
// address of the site, whose origin is meant.
type openRequest struct {
	Source  string `json:"source"`
	Address string `json:"address"`
}

type openAnswer struct {
	Opened string `json:"opened,omitempty"`
	Link   string `json:"link,omitempty"`
	Error  string `json:"error,omitempty"`
}

// tokenHeader carries the token. No page of another site can set it.
const tokenHeader = "Strategia-Token"

// serveOpen opens the editor for a page of this server on this computer.
func (s *Server) serveOpen(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	if !near(r) || len(r.Header["Origin"]) != 1 || !sameText(r.Header.Get(tokenHeader), s.token) || !s.opts.Editor.set() {
		http.Error(w, http.StatusText(http.StatusForbidden), http.StatusForbidden)
		return
	}
	var req openRequest
	err := json.NewDecoder(io.LimitReader(r.Body, 8<<10)).Decode(&req)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	name, line := s.placeOf(req)
	answer := openAnswer{Opened: fmt.Sprintf("%s:%d", name, line)}
	status := http.StatusOK
	if file, ok := s.sourceFile(name); !ok {
		status, answer = http.StatusNotFound, openAnswer{Error: name}
	} else if answer.Link, err = s.opts.Editor.open(file, line); err != nil {
		s.log(Failed{fmt.Errorf("run the editor (%s): %w", s.opts.Editor, err)})
		status, answer = http.StatusInternalServerError, openAnswer{Error: err.Error()}
	}
	w.Header().Set("Content-Type", mediaType(".json"))
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(answer); err != nil {
		s.log(Failed{fmt.Errorf("answer a page: %w", err)})
	}
}

// placeOf returns the file and the line that a request means.
func (s *Server) placeOf(req openRequest) (name string, line int) {
	if req.Source != "" {
		i := strings.LastIndexByte(req.Source, ':')
		if i < 0 {
			return req.Source, 1
		}
		line, err := strconv.Atoi(req.Source[i+1:])
		if err != nil {
			return req.Source, 1
		}
		return req.Source[:i], max(line, 1)
	}
	u, err := url.Parse(req.Address)
	if err != nil {
		return "", 1
	}
	return s.current.Load().good.Origin(artefactAt(u.Path), u.Fragment)
}

// sourceFile returns the absolute path of a file of the site's sources. It must
// lie in one of the folders that are read, with no symbolic link on the way.
func (s *Server) sourceFile(name string) (string, bool) {
	if !filepath.IsLocal(filepath.FromSlash(name)) || strings.Contains(name, `\`) || slices.ContainsFunc(strings.Split(name, "/"), source.Dropping) {
		return "", false
	}
	if s.session.File(name) == nil { // which follows no symbolic link
		return "", false
	}
	file := filepath.Join(s.root, filepath.FromSlash(name))
	if rel, ok := s.changes.relative(file); !ok || rel != name {
		return "", false
	}
	info, err := os.Lstat(file) // File also knows those that are built in
	return file, err == nil && info.Mode().IsRegular()
}

// sameText compares secrets in a time that tells nothing of them.
func sameText(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
