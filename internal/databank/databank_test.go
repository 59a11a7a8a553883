package databank_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"strategia/internal/databank"
	"strategia/internal/observation"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

const area = "071412865000"

// bank answers as the real one does, by the path and query of the question.
func bank(t *testing.T, answer func(w http.ResponseWriter, r *http.Request)) (*databank.Client, *[]time.Duration) {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(answer))
	t.Cleanup(s.Close)
	waits := &[]time.Duration{}
	return &databank.Client{Address: s.URL, Pause: func(_ context.Context, d time.Duration) error {
		*waits = append(*waits, d)
		return nil
	}}, waits
}

const one = `{"totalRecords":1,"page":0,"pageSize":100,"unitId":"071412865000","unitName":"Powiat m. st. Warszawa","aggregateId":1,
"results":[{"id":%s,"measureUnitId":3,"lastUpdate":"2024-05-01T00:00:00","values":[{"year":"2022","val":1861975.5,"attrId":1},{"year":"2023","val":1861599,"attrId":1},
{"year":"2021","val":0,"attrId":0},{"year":"2020","val":7,"attrId":2},{"year":"2019","val":null,"attrId":1},{"year":"2018","val":0,"attrId":1}]}]}`

func TestValues(t *testing.T) {
	for _, id := range []string{"72305", `"72305"`} {
		var asked *http.Request
		c, _ := bank(t, func(w http.ResponseWriter, r *http.Request) { asked = r; fmt.Fprintf(w, one, id) })
		c.Key = "klucz"
		a, err := c.Values(context.Background(), "72305", area)
		if err != nil {
			t.Fatal(err)
		}
		if asked.URL.Path != "/data/by-unit/"+area || asked.URL.Query().Get("var-id") != "72305" || asked.URL.Query().Get("format") != "json" ||
			asked.Header.Get("X-ClientId") != "klucz" || strings.Contains(a.Query, "klucz") {
			t.Errorf("asked %v %v", asked.URL, asked.Header)
		}
		got := string(a.Table("2026-11-22"))
		const want = "rok;wartość;status;uwaga\n2018;0;;\n2019;-;;\n2020;7;wstępna;BDL: attrId 2\n2021;-;;BDL: attrId 0\n2022;1861975,5;;\n2023;1861599;;\n"
		if !strings.HasPrefix(got, databank.Mark+"\n# pobrano: 2026-11-22\n# zapytanie: http") || !strings.HasSuffix(got, want) {
			t.Errorf("the table is\n%s", got)
		}
		e := &strategy.Entry{Kind: strategy.KindIndicator, ID: "x", Path: "content/x.md", Indicator: &strategy.Indicator{}}
		if ds := observation.Attach(e, source.NewFile("content/x.csv", []byte(got))); ds != nil || len(e.Indicator.Series) != 6 || e.Indicator.Latest().Value != 1861599 {
			t.Errorf("what was fetched is not read: %v %+v", ds, e.Indicator.Series)
		}
	}
}

// The bank divides long answers into pages; the variable may stand on any.
func TestPages(t *testing.T) {
	pages := 0
	c, waits := bank(t, func(w http.ResponseWriter, r *http.Request) {
		pages++
		id := "1"
		if r.URL.Query().Get("page") == "2" {
			id = "72305"
		}
		fmt.Fprintf(w, `{"totalRecords":250,"results":[{"id":%s,"values":[{"year":"2023","val":5,"attrId":1}]}]}`, id)
	})
	a, err := c.Values(context.Background(), "72305", area)
	if err != nil || pages != 3 || len(a.Values) != 1 || len(*waits) != 2 {
		t.Errorf("%v after %d pages and %v: %+v", err, pages, *waits, a)
	}
}

func TestLimits(t *testing.T) {
	times := 0
	c, waits := bank(t, func(w http.ResponseWriter, r *http.Request) {
		if times++; times < 3 {
			w.Header().Set("Retry-After", "7")
			http.Error(w, "", http.StatusTooManyRequests)
			return
		}
		fmt.Fprintf(w, one, "72305")
	})
	if _, err := c.Values(context.Background(), "72305", area); err != nil || times != 3 || (*waits)[0] != 7*time.Second {
		t.Errorf("%v after %d questions, waiting %v", err, times, *waits)
	}
	c, waits = bank(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "900")
		http.Error(w, `{"errors":[{"errorReason":"Przekroczono limit","errorResult":"zapytań"}]}`, http.StatusTooManyRequests)
	})
	_, err := c.Values(context.Background(), "72305", area)
	refused := (*databank.RefusedError)(nil)
	if !errors.As(err, &refused) || refused.After != 15*time.Minute || refused.Reason != "Przekroczono limit zapytań" || len(*waits) != 0 {
		t.Errorf("%v, waiting %v", err, *waits)
	}
}

func TestRefusals(t *testing.T) {
	for name, answer := range map[string]func(w http.ResponseWriter, r *http.Request){
		"no such unit": func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) },
		"no JSON":      func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<html>przerwa</html>") },
		"endless":      func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, strings.Repeat(" ", 5<<20)) },
		"nothing":      func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, `{"totalRecords":0,"results":[]}`) },
		"another":      func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, one, "1") },
		"no numbers": func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, `{"totalRecords":1,"results":[{"id":72305,"values":[{"year":"2023","val":1e308,"attrId":1},{"year":"dawno","val":1,"attrId":1}]}]}`)
		},
		"endless pages": func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, `{"totalRecords":2000000000,"results":[{"id":1,"values":[]}]}`)
		},
	} {
		c, _ := bank(t, answer)
		if a, err := c.Values(context.Background(), "72305", area); err == nil {
			t.Errorf("%s: %+v", name, a)
		}
	}
	c, _ := bank(t, func(http.ResponseWriter, *http.Request) { t.Error("the bank was asked") })
	for _, q := range [][2]string{{"", area}, {"72305", ""}, {"../x", area}, {"72305", "0714"}, {"72305", "07141286500/"}} {
		if _, err := c.Values(context.Background(), q[0], q[1]); !errors.Is(err, databank.ErrQuestion) {
			t.Errorf("%q: %v", q, err)
		}
	}
}
