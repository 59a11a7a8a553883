// Command pictures photographs the built sites for people to look at: pages of
// Toruń's and of the fictional commune's site at three widths, by day and by
// night, and printed. They go to internal/pictures/out, which is not committed;
// internal/pictures/readme.png, the picture in README.md, is.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"strategia/internal/build"
	"strategia/internal/fictional"
)

const (
	album  = "internal/pictures/out"
	readme = "internal/pictures/readme.png"
)

// pages are what is photographed of each site; a page longer than tallest is cut.
var pages = map[string][]string{
	"torun": {"index.html", "rozdzial/wdrozenie.html", "cel/synergia.html", "cel/zamieszkanie.html", "dokument/zit.html",
		"macierz-celow.html", "wdrozenie.html", "jednostka/wydzial-rozwoju.html", "slownik.html", "indeks.html", "404.html", "calosc.html"},
	"fictional": {"index.html", "rozdzial/diagnoza.html", "rozdzial/zgodnosc.html", "rozdzial/wdrozenie.html", "cel/praca.html",
		"dokument/strategia-wojewodztwa.html", "macierz-celow.html", "wdrozenie.html", "jednostka/urzad.html",
		"slownik.html", "indeks.html", "cele.html", "calosc.html", "wskazniki.html", "wskaznik/pm10.html", "wskaznik/bezrobocie.html",
		"wskaznik/dzieci-na-oddzial.html", "wskaznik/piece-wymienione.html", "dzialania.html", "dzialanie/zlobek-wzorcowo.html", "cel/energia.html",
		"cele-i-dzialania.html", "cele-i-jednostki.html", "raport-roczny.html", "raport-roczny/2025.html", "wymagane-elementy.html"},
}

const tallest = 6000

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

func run() error {
	if _, err := os.Stat("go.mod"); err != nil {
		return errors.New("run it in the project's folder: make pictures")
	}
	dir, err := os.MkdirTemp("", "strategia-pictures-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	made := filepath.Join(dir, "gmina")
	if err := fictional.Write(made); err != nil {
		return err
	}
	addresses := map[string]string{}
	for name, from := range map[string]string{"torun": ".", "fictional": made} {
		out := filepath.Join(dir, name)
		if err := compile(from, out); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		addresses[name] = "file://" + filepath.ToSlash(out) + "/"
	}
	ctx, stop, err := browser(filepath.Join(dir, "profile"))
	defer stop()
	if err != nil {
		return err
	}
	if err := os.RemoveAll(album); err != nil {
		return err
	}
	if err := os.MkdirAll(album, 0o755); err != nil {
		return err
	}
	for name, list := range pages {
		for _, page := range list {
			if err := photograph(ctx, addresses[name]+page, filepath.Join(album, name+"-"+strings.NewReplacer("/", "-", ".html", "").Replace(page))); err != nil {
				return fmt.Errorf("%s: %w", page, err)
			}
		}
	}
	return cover(ctx, addresses["torun"])
}

// compile builds the site of a folder. The ledger of published ids stays as it
// is: a copy of the content is built.
func compile(from, out string) error {
	copied := out + "-source"
	for _, folder := range []string{"content", "layouts"} {
		if _, err := os.Stat(filepath.Join(from, folder)); folder == "layouts" && (from == "." || err != nil) {
			continue // the program has these layouts built in
		}
		if err := os.CopyFS(filepath.Join(copied, folder), os.DirFS(filepath.Join(from, folder))); err != nil {
			return err
		}
	}
	s, err := build.NewSession(build.Options{Dir: copied, Once: true})
	if err != nil {
		return err
	}
	defer s.Close()
	r, err := s.Run(context.Background(), build.Output{Dir: out})
	if err == nil && r.Failed {
		err = errors.New("the content has errors: strategia check lists them")
	}
	return err
}

func browser(profile string) (context.Context, func(), error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		program, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		alloc, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile), chromedp.NoFirstRun,
			chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
			chromedp.Flag("hide-scrollbars", true))...)
		ctx, stopTab := chromedp.NewContext(alloc)
		return ctx, func() { stopTab(); stop() }, chromedp.Do(ctx, chromedp.Navigate("about:blank"))
	}
	return nil, func() {}, errors.New("no Chromium: run make needs, which installs it or says how")
}

func scheme(ctx context.Context, value string) error {
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}},
	})
	return err
}

// photograph writes the pictures of one page and the page on paper.
func photograph(ctx context.Context, address, name string) error {
	for _, light := range []string{"light", "dark"} {
		if err := scheme(ctx, light); err != nil {
			return err
		}
		for _, width := range []int64{320, 768, 1280} {
			shot, err := shoot(ctx, address, width, 0, 1)
			if err != nil {
				return err
			}
			if err := os.WriteFile(fmt.Sprintf("%s-%d-%s.png", name, width, light), shot, 0o644); err != nil {
				return err
			}
		}
	}
	paper, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		return err
	}
	return os.WriteFile(name+".pdf", paper, 0o644)
}

// shoot photographs a page in a window of the given width and height, or as long
// as the page is if height is 0.
func shoot(ctx context.Context, address string, width, height int64, scale float64) ([]byte, error) {
	long := height
	if height == 0 {
		height = 900
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, height, chromedp.EmulateScale(scale)), chromedp.Navigate(address)); err != nil {
		return nil, err
	}
	if long == 0 {
		var err error
		if long, err = chromedp.Run(ctx, chromedp.Evaluate[int64](`document.documentElement.scrollHeight`)); err != nil {
			return nil, err
		}
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, min(long, tallest), chromedp.EmulateScale(scale))); err != nil {
			return nil, err
		}
	}
	return chromedp.Run(ctx, chromedp.CaptureScreenshot())
}
