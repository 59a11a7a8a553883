package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"time"

	"github.com/chromedp/chromedp"
)

// screen is the page in Chromium, without a window but with all its frames.
type screen struct {
	ctx  context.Context
	stop func()
}

func browse(ctx context.Context, address string) (*screen, error) {
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		return nil, errors.New("no Chromium on the PATH; leave it out with -screen=false")
	}
	profile, err := os.MkdirTemp("", "strategia-preview-")
	if err != nil {
		return nil, err
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile), chromedp.NoFirstRun,
		chromedp.Flag("disable-background-networking", true), chromedp.WindowSize(1280, 900))
	alloc, stop := chromedp.NewExecAllocator(ctx, opts...)
	tab, stopTab := chromedp.NewContext(alloc)
	s := &screen{ctx: tab, stop: func() { stopTab(); stop(); os.RemoveAll(profile) }}
	if err := chromedp.Do(tab, chromedp.Navigate(address), chromedp.WaitReady("#strategia-preview")); err != nil {
		s.stop()
		return nil, err
	}
	time.Sleep(time.Second) // it settles
	return s, nil
}

func (s *screen) close() { s.stop() }

// await begins to wait for a word in the page: until the frame after the one in
// which it came.
func (s *screen) await(_ context.Context, word string) error {
	return chromedp.Do(s.ctx, chromedp.Evaluate[chromedp.Void](`window.seen = new Promise(resolve => {
		const observer = new MutationObserver(changes => {
			for (const c of changes) {
				const node = c.target.nodeType === 1 && c.addedNodes.length ? [...c.addedNodes].map(n => n.textContent).join() : c.target.textContent;
				if (!node.includes(`+strconv.Quote(word)+`)) continue;
				observer.disconnect();
				requestAnimationFrame(() => { const port = new MessageChannel(); port.port1.onmessage = () => resolve(performance.timeOrigin + performance.now()); port.port2.postMessage(0); });
				return;
			}
		});
		observer.observe(document.body, { subtree: true, childList: true, characterData: true });
	}); void 0`))
}

// sees waits until the word is on screen.
func (s *screen) sees(_ context.Context, _ string) (time.Time, error) {
	at, err := chromedp.Run(s.ctx, chromedp.Evaluate[float64](`window.seen`, chromedp.EvalAwaitPromise))
	return time.UnixMicro(int64(at * 1000)), err
}
