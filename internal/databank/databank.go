// Package databank asks the Local Data Bank (BDL) of Statistics Poland for the
// values of a variable. It speaks the bank's public interface, version 1
// (https://api.stat.gov.pl/Home/BdlApi), at an editor's request only: no build
// and no page ever asks anybody.
//
// What the bank answers is not trusted: answers are bounded in size, number and
// time, and a value that the bank does not mark as a plain one is never passed
// on as such.
package databank

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"strategia/internal/strategy"
)

// Address is where the bank answers.
const Address = "https://bdl.stat.gov.pl/api/v1"

// Client asks the bank. The zero value asks anonymously.
type Client struct {
	// Address is where the bank answers, Address if "".
	Address string
	// Key is the caller's key, which is free of charge and allows more
	// questions; "" asks without one.
	Key string
	// HTTP does the asking; http.DefaultClient with a limit of time if nil.
	HTTP *http.Client
	// Pause waits between two questions and after a refusal; nil really waits.
	Pause func(context.Context, time.Duration) error

	asked bool
}

const (
	pageSize   = 100
	mostPages  = 20
	mostBytes  = 4 << 20
	mostTries  = 3
	longest    = time.Minute // that is waited when the bank says to come back later
	patience   = 30 * time.Second
	unkeyedGap = 220 * time.Millisecond // 5 questions a second are allowed without a key
	keyedGap   = 110 * time.Millisecond // 10 with one
)

// plainValue is the attribute of a value that needs no explanation. All others
// stand for a symbol of the bank; a 0 beside one of them means that there is no
// value.
const plainValue = 1

// ErrQuestion is returned for a variable or an area that can't be one.
var ErrQuestion = errors.New("a variable of the bank is a number, and an area of it has twelve digits")

// ErrNothing is returned, wrapped, if the bank has no values of the variable for the area.
var ErrNothing = errors.New("the bank has no values of this variable for this area")

// RefusedError says that the bank refused to answer.
type RefusedError struct {
	Status int
	// Reason in the bank's words, or "".
	Reason string
	// After is how long the bank asks to wait; 0 if it doesn't say.
	After time.Duration
}

func (e *RefusedError) Error() string {
	text := "the bank answered " + strconv.Itoa(e.Status) + " " + http.StatusText(e.Status)
	if e.Reason != "" {
		text += ": " + e.Reason
	}
	if e.After > 0 {
		text += fmt.Sprintf(" (come back in %v)", e.After)
	}
	return text
}

// Answer is what the bank said.
type Answer struct {
	// Query is the question's address, without the key.
	Query string
	// Area is the name of the area.
	Area string
	// Updated is when the bank changed the values last, as it says so, or "".
	Updated string
	Values  []strategy.Observation
}

var (
	variableForm = regexp.MustCompile(`^[0-9]{1,9}$`)
	areaForm     = regexp.MustCompile(`^[0-9]{12}$`)
)

// Values asks for the values of a variable in an area, by year.
func (c *Client) Values(ctx context.Context, variable, area string) (*Answer, error) {
	if !variableForm.MatchString(variable) || !areaForm.MatchString(area) {
		return nil, ErrQuestion
	}
	base := strings.TrimSuffix(c.Address, "/")
	if base == "" {
		base = Address
	}
	query := url.Values{"var-id": {variable}, "format": {"json"}, "lang": {"pl"}, "page-size": {strconv.Itoa(pageSize)}}
	out := &Answer{Query: base + "/data/by-unit/" + area + "?" + query.Encode()}
	for page := 0; page < mostPages; page++ {
		var p answerPage
		if err := c.ask(ctx, out.Query+"&page="+strconv.Itoa(page), &p); err != nil {
			return nil, fmt.Errorf("ask for variable %s of %s: %w", variable, area, err)
		}
		out.Area = p.UnitName
		for _, r := range p.Results {
			if string(r.ID) == variable {
				out.Updated = r.LastUpdate
				for _, v := range r.Values {
					if o, ok := v.observation(); ok {
						out.Values = append(out.Values, o)
					}
				}
			}
		}
		if len(p.Results) == 0 || (page+1)*pageSize >= p.TotalRecords {
			break
		}
	}
	if len(out.Values) == 0 {
		return nil, fmt.Errorf("ask for variable %s of %s: %w", variable, area, ErrNothing)
	}
	slices.SortFunc(out.Values, func(a, b strategy.Observation) int { return a.Period.Compare(b.Period) })
	out.Values = slices.CompactFunc(out.Values, func(a, b strategy.Observation) bool { return a.Period == b.Period })
	return out, nil
}

// answerPage is a page of the bank's answer.
type answerPage struct {
	TotalRecords int    `json:"totalRecords"`
	UnitName     string `json:"unitName"`
	Results      []struct {
		ID         number  `json:"id"`
		LastUpdate string  `json:"lastUpdate"`
		Values     []value `json:"values"`
	} `json:"results"`
}

// number is a number that the bank writes as one or as a text.
type number string

// UnmarshalJSON reads either form.
func (n *number) UnmarshalJSON(b []byte) error {
	*n = number(strings.Trim(string(b), `"`))
	return nil
}

type value struct {
	Year number       `json:"year"`
	Val  *json.Number `json:"val"`
	Attr int          `json:"attrId"`
}

// observation understands a value; ok is false if it has no year or no number.
func (v value) observation() (o strategy.Observation, ok bool) {
	if o.Period, ok = strategy.ParsePeriod(string(v.Year)); !ok || o.Period.Parts != 0 {
		return o, false
	}
	if v.Val != nil {
		if o.Value, o.Known = strategy.ParseNumber(v.Val.String()); !o.Known {
			return o, false
		}
	}
	if v.Attr != plainValue {
		o.Note = "BDL: attrId " + strconv.Itoa(v.Attr)
		if o.Known = o.Known && o.Value != 0; o.Known {
			o.Status = strategy.Preliminary
		}
	}
	if !o.Known {
		o.Value = 0
	}
	return o, true
}

// ask puts one question, again if the bank asks to wait a little.
func (c *Client) ask(ctx context.Context, address string, into any) error {
	gap := unkeyedGap
	if c.Key != "" {
		gap = keyedGap
	}
	for try := 1; ; try++ {
		if c.asked {
			if err := c.wait(ctx, gap); err != nil {
				return err
			}
		}
		c.asked = true
		err := c.once(ctx, address, into)
		refused := (*RefusedError)(nil)
		if !errors.As(err, &refused) || refused.Status != http.StatusTooManyRequests && refused.Status != http.StatusServiceUnavailable || try == mostTries || refused.After > longest {
			return err
		}
		if err := c.wait(ctx, max(refused.After, time.Second)); err != nil {
			return err
		}
	}
}

func (c *Client) wait(ctx context.Context, d time.Duration) error {
	if c.Pause != nil {
		return c.Pause(ctx, d)
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

func (c *Client) once(ctx context.Context, address string, into any) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "application/json")
	if c.Key != "" {
		req.Header.Set("X-ClientId", c.Key)
	}
	client := c.HTTP
	if client == nil {
		client = http.DefaultClient
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, mostBytes+1))
	switch {
	case err != nil:
		return err
	case len(body) > mostBytes:
		return fmt.Errorf("the answer is longer than %d MB", mostBytes>>20)
	case resp.StatusCode != http.StatusOK:
		seconds, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
		return &RefusedError{resp.StatusCode, reason(body), time.Duration(max(0, min(seconds, 1<<20))) * time.Second}
	}
	if err := json.Unmarshal(body, into); err != nil {
		return fmt.Errorf("the answer is not as the bank answers: %w", err)
	}
	return nil
}

// reason takes the bank's own words out of a refusal.
func reason(body []byte) string {
	var said struct {
		Errors []struct {
			Reason string `json:"errorReason"`
			Result string `json:"errorResult"`
		} `json:"errors"`
	}
	if json.Unmarshal(body, &said) != nil || len(said.Errors) == 0 {
		return ""
	}
	text := strings.Join(strings.Fields(said.Errors[0].Reason+" "+said.Errors[0].Result), " ")
	if r := []rune(text); len(r) > 200 {
		text = string(r[:200]) + "…"
	}
	return text
}

// Table writes an answer as the table that stands beside an indicator, with the
// question and the day on which it was put, "2026-11-22".
func (a *Answer) Table(day string) []byte {
	var b strings.Builder
	line := func(key, text string) {
		if text != "" {
			b.WriteString("# " + key + ": " + strings.Join(strings.Fields(text), " ") + "\n")
		}
	}
	b.WriteString(Mark + "\n")
	line("pobrano", day)
	line("zapytanie", a.Query)
	line("obszar", a.Area)
	line("aktualizacja w banku", a.Updated)
	b.WriteString("rok;wartość;status;uwaga\n")
	for _, o := range a.Values {
		v, status := "-", ""
		if o.Known {
			v = strings.Replace(strconv.FormatFloat(o.Value, 'f', -1, 64), ".", ",", 1)
		}
		if o.Status == strategy.Preliminary {
			status = "wstępna"
		}
		b.WriteString(o.Period.String() + ";" + v + ";" + status + ";" + o.Note + "\n")
	}
	return []byte(b.String())
}

// Mark is the first line of every table that was fetched: what starts otherwise
// was made by hand.
const Mark = "# Bank Danych Lokalnych GUS, pobrane programem strategia"
