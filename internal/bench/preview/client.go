package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// client reads a page over HTTP whenever the preview says that it may be another.
type client struct {
	http   *http.Client
	page   string
	events io.ReadCloser
	said   chan struct{}
}

func listen(ctx context.Context, root, page string) (*client, error) {
	c := &client{http: &http.Client{}, page: root + page, said: make(chan struct{}, 1000)}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, root+".strategia/events?"+url.Values{"page": {"/" + page}}.Encode(), nil)
	if err != nil {
		return nil, err
	}
	res, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("listen to the preview: %s", res.Status)
	}
	c.events = res.Body
	go func() {
		defer close(c.said)
		lines := bufio.NewScanner(res.Body)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if strings.HasPrefix(lines.Text(), "data: ") {
				c.said <- struct{}{}
			}
		}
	}()
	<-c.said // what holds at first
	return c, nil
}

func (c *client) close() { c.events.Close() }

// sees waits until the page holds a word.
func (c *client) sees(ctx context.Context, word string) (time.Time, error) {
	for {
		select {
		case <-ctx.Done():
			return time.Time{}, fmt.Errorf("%s does not come: %w", word, ctx.Err())
		case _, ok := <-c.said:
			if !ok {
				return time.Time{}, fmt.Errorf("the preview ended the connection")
			}
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.page, nil)
		if err != nil {
			return time.Time{}, err
		}
		res, err := c.http.Do(req)
		if err != nil {
			return time.Time{}, err
		}
		b, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil {
			return time.Time{}, err
		}
		if end := time.Now(); bytes.Contains(b, []byte(word)) {
			return end, nil
		}
	}
}
