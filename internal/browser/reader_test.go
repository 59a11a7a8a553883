package browser

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// small lists what is smaller than a reader can see or hit: text under 16 px, and
// links and buttons under 44 px that do not stand in running text.
const small = `(() => {
	const wrong = [];
	const shown = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".visually-hidden, .skip");
	for (const e of document.querySelectorAll("body *")) {
		const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
		const svg = e.closest("svg"), scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
		if (own && shown(e) && scale * parseFloat(getComputedStyle(e).fontSize) < 16) wrong.push("text of " + getComputedStyle(e).fontSize + ": " + e.textContent.trim().slice(0, 30));
	}
	for (const e of document.querySelectorAll("a[href], button, summary")) {
		if (!shown(e)) continue;
		const block = e.closest("p, li, td, th, dd, dt, figcaption, blockquote, caption");
		if (block && block.textContent.trim() !== e.textContent.trim() && !e.matches(".pin, .permalink")) continue; // WCAG 2.5.8 excepts links in sentences
		const b = e.getBoundingClientRect();
		if (b.height < 43.5 || b.width < 24) wrong.push("target of " + Math.round(b.width) + "×" + Math.round(b.height) + ": " + (e.textContent.trim() || e.className).slice(0, 30));
	}
	return wrong;
})()`

// TestSizes holds the main pages of a phone and of a screen to letters of 16 px,
// those of drawings too, and targets of 44.
func TestSizes(t *testing.T) {
	ctx := tab(t)
	for _, p := range []string{"", "rozdzial/diagnoza.html", "rozdzial/wdrozenie.html", "rozdzial/zgodnosc.html", "cel/praca.html",
		"dokument/strategia-wojewodztwa.html", "macierz-celow.html", "wdrozenie.html", "slownik.html", "indeks.html", "spis-tresci.html", "jednostka/urzad.html", "wskaznik/pm10.html", "dzialania.html", "cele.html", "deklaracja-dostepnosci.html"} {
		if err := chromedp.Do(ctx, chromedp.Navigate(servers["fictional"]+p)); err != nil {
			t.Fatal(err)
		}
		for _, width := range []int64{320, 1280} {
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
				t.Fatal(err)
			}
			for _, w := range list(t, ctx, small) {
				t.Errorf("%s at %d: %s", p, width, w)
			}
		}
	}
}

// shifts is how far what is on the screen jumps while a page loads.
const shifts = `new Promise(done => {
	let sum = 0;
	new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
	setTimeout(() => done(sum), 300);
})`

// TestNoShift opens pages with pictures, tables and long lists.
func TestNoShift(t *testing.T) {
	ctx := tab(t)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(320, 900)); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{"", "rozdzial/diagnoza.html", "rozdzial/wdrozenie.html", "macierz-celow.html"} {
		if err := chromedp.Do(ctx, chromedp.Navigate(servers["fictional"]+p)); err != nil {
			t.Fatal(err)
		}
		wait := func(o *runtime.EvaluateParams) { o.AwaitPromise = new(true) }
		sum, err := chromedp.Run(ctx, chromedp.Evaluate[float64](shifts, wait))
		if err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		if sum > 0 {
			t.Errorf("%s jumps by %v", p, sum)
		}
	}
}

var asset = regexp.MustCompile(`(?:<link rel="(?:stylesheet|icon)"[^>]*?href|<script src|<img src)="([^"]+)"`)

// TestWeight holds a chapter's first view to 15 KB compressed (the median; the
// heaviest 60) in at most six requests, and the script to 3 KB.
func TestWeight(t *testing.T) {
	packed := func(file string) int {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
		z.Write(b)
		z.Close()
		return out.Len()
	}
	for name, folder := range folders {
		var sizes []int
		for _, p := range pages(t, filepath.Join(folder, "rozdzial")) {
			file := filepath.Join(folder, "rozdzial", p)
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sum, requests, scripts := packed(file), 1, 0
			for _, m := range asset.FindAllSubmatch(b, -1) {
				lazy := bytes.HasPrefix(m[0], []byte("<img")) // below the first view
				size := packed(filepath.Join(filepath.Dir(file), filepath.FromSlash(string(m[1]))))
				if !lazy {
					sum, requests = sum+size, requests+1
				}
				if bytes.HasPrefix(m[0], []byte("<script")) {
					scripts += size
				}
			}
			if sizes = append(sizes, sum); requests > 6 || scripts > 3<<10 || sum > 60<<10 {
				t.Errorf("%s %s: %d requests, %d B of scripts, %d B in all", name, p, requests, scripts, sum)
			}
		}
		slices.Sort(sizes)
		if m := sizes[len(sizes)/2]; m > 15<<10 {
			t.Errorf("%s: the median chapter is %d B", name, m)
		}
		t.Logf("%s: %d B in the median, %d at most", name, sizes[len(sizes)/2], sizes[len(sizes)-1])
	}
}
