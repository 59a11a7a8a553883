package main

import (
	"context"
	"errors"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// inChromium runs a script, then evaluates a call, with the processor so many
// times slower.
func inChromium(slower float64, script, call string, result *times) error {
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		return errors.New("no Chromium: run make needs, which installs it or says how")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	limited, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	alloc, stop := chromedp.NewExecAllocator(limited, opts...)
	defer stop()
	ctx, stopTab := chromedp.NewContext(alloc)
	defer stopTab()
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		return err
	}
	if _, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slower}); err != nil {
		return err
	}
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](script)); err != nil {
		return err
	}
	t, err := chromedp.Run(ctx, chromedp.Evaluate[times](call))
	*result = t
	return err
}

var _ cdp.Empty
