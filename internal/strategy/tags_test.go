package strategy

import (
	"strings"
	"testing"
)

// What carries a tag is listed once, goals before chapters; tags stand by kind,
// then in the order of the alphabet of the document's language.
func TestTagged(t *testing.T) {
	tag := func(kind TagKind, id string) Tag { return Tag{Kind: kind, ID: id, Title: strings.ToUpper(id)} }
	entries := []*Entry{
		{Kind: KindStrategy, Path: IndexPath, Strategy: &Document{}},
		{Kind: KindChapter, ID: "r", Path: "r.md", Chapter: &Chapter{}, Tags: []Tag{tag(TagPlace, "rynek"), tag(TagTopic, "woda"), tag(TagTopic, "woda")}},
		{Kind: KindGoal, ID: "c", Path: "c.md", Goal: &Goal{}, Tags: []Tag{{Kind: TagTopic, ID: "woda", Title: "Woda"}, {Kind: TagTopic, ID: "lakota", Title: "Łąkota"}, {Kind: TagTopic, ID: "las", Title: "Las"}}},
	}
	s, ds := LinkAll(entries)
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	var got []string
	for _, tagged := range s.Tagged() {
		line := tagged.String() + " " + tagged.Title
		for _, e := range tagged.Entries() {
			line += " " + e.Ref().String()
		}
		got = append(got, line)
	}
	want := "topic:las Las goal:c|topic:lakota Łąkota goal:c|topic:woda Woda goal:c chapter:r|place:rynek RYNEK chapter:r"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
