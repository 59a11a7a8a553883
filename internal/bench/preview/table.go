package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// row is what was measured of one kind of edit on one site, sorted.
type row struct {
	chapters      int
	what          string
	bytes, screen []time.Duration
}

func writeTable(w io.Writer, rows []row) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%8s  %-7s %30s   %30s\n", "", "", "write to new bytes (HTTP), ms", "write to screen, ms")
	fmt.Fprintf(&b, "%8s  %-7s %10s%10s%10s   %10s%10s%10s\n", "chapters", "change", "median", "p95", "max", "median", "p95", "max")
	for i, r := range rows {
		if i > 0 && rows[i-1].chapters != r.chapters {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%8d  %-7s %s   %s\n", r.chapters, r.what, figures(r.bytes), figures(r.screen))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// figures are the median, the 95th percentile and the maximum of sorted times.
func figures(ds []time.Duration) string {
	if len(ds) == 0 {
		return fmt.Sprintf("%10s%10s%10s", "–", "–", "–")
	}
	at := func(share float64) float64 {
		return float64(ds[min(len(ds)-1, int(share*float64(len(ds))))]) / 1e6
	}
	return fmt.Sprintf("%10.1f%10.1f%10.1f", at(0.5), at(0.95), at(1))
}
