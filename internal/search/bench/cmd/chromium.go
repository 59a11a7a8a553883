package main

import (
	"context"
	"errors"
	"os/exec"
	"slices"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// times are what the browser measured, in milliseconds.
type times struct{ Cold, P95 float64 }

// coldStarts is how often a page is opened anew, for the median.
const coldStarts = 7

// The scripts get a function that opens a search and gives one that asks it.
const (
	measureCold = `(async open => {
		const start = performance.now();
		globalThis.ask = await open();
		await ask("a");
		return performance.now() - start;
	})`
	measureKeys = `(async typed => {
		const keys = [];
		for (const q of typed) for (let n = 1; n <= q.length; n++) {
			const start = performance.now();
			await ask(q.slice(0, n));
			keys.push(performance.now() - start);
		}
		keys.sort((a, b) => a - b);
		return keys[keys.length * .95 | 0];
	})`
	measureAnswers = `(async queries => {
		const out = [];
		for (const q of queries) out.push((await ask(q)).slice(0, 10));
		return out;
	})`
)

// browser is Chromium.
type browser struct {
	context.Context
	close func()
}

func openBrowser() (*browser, error) {
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		return nil, errors.New("no Chromium: run make needs, which installs it or says how")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	limited, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	alloc, stop := chromedp.NewExecAllocator(limited, opts...)
	ctx, stopTab := chromedp.NewContext(alloc)
	return &browser{ctx, func() { stopTab(); stop(); cancel() }}, nil
}

// measure opens a page's search anew several times, with the processor so many times
// slower, then types queries letter by letter.
func (b *browser) measure(address, open, typed string, slower float64) (times, error) {
	var t times
	var colds []float64
	for range coldStarts {
		if err := chromedp.Do(b, chromedp.Navigate(address)); err != nil {
			return t, err
		}
		if _, err := chromedp.Call(b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slower}); err != nil {
			return t, err
		}
		cold, err := evaluate[float64](b, measureCold+"("+open+")")
		if err != nil {
			return t, err
		}
		colds = append(colds, cold)
	}
	slices.Sort(colds)
	t.Cold = colds[len(colds)/2]
	var err error
	t.P95, err = evaluate[float64](b, measureKeys+"("+typed+")")
	return t, err
}

// evaluate waits for the value of a call.
func evaluate[T any](b *browser, call string) (T, error) {
	return chromedp.Run(b, chromedp.Evaluate[T](call, chromedp.EvalAwaitPromise))
}
