package site

import (
	"io"

	"strategia/internal/strategy"
)

// The feed of what changed, for residents and journalists: states that were looked
// at, milestones that were reached, values and editions. It knows no clock: every
// entry is dated by the data.

// mostChanges is the number of changes that are listed, the newest.
const mostChanges = 200

func (s *Site) changesPath() string { return s.Words().Get("path.changes") + ".xml" }

// newestChanges are the changes of the newest year of the reports and the one before.
func (s *Site) newestChanges() []strategy.Event {
	years := s.years()
	if len(years) == 0 {
		return nil
	}
	events := s.s.Events(years[max(0, len(years)-2)])
	return events[:min(len(events), mostChanges)]
}

func (m *maker) changes() []strategy.Event {
	m.note(FactChanges, "")
	return m.s.newestChanges()
}

// change tells an event in words. Its facts are those of the year or of the changes
// that it is one of.
func (m *maker) change(e *strategy.Event) Change {
	c := Change{ID: e.ID(), Date: string(e.Date), DateText: m.s.Words().Date(e.Date)}
	switch e.Kind {
	case strategy.EventEdition:
		c.Kind, c.Text = m.word("change.edition"), m.stated(e.Edition.Text)
		c.Title, c.Href = m.stated(e.Edition.Title), m.root+"index.html"
		return c
	case strategy.EventMilestone:
		c.Kind, c.Text = m.word("change.milestone"), m.typeset(e.Entry, e.Milestone.Text)
	case strategy.EventReview:
		a := e.Entry.Action
		c.Kind, c.Text = m.word("change.review"), m.stateText(a.State)
		if done := m.doneText(a); done != "" {
			c.Text += " (" + done + ")"
		}
		if a.Reason != "" {
			c.Text += ". " + m.typeset(e.Entry, a.Reason)
		}
	case strategy.EventObservation:
		x := e.Entry.Indicator
		c.Kind, c.Text = m.word("change.observation"), m.measured(x, e.Observation.Value)+" ("+m.period(e.Observation.Period)+")"
		if e.Observation.Status != strategy.Final {
			c.Text += ", " + m.word("observation."+string(e.Observation.Status))
		}
	}
	card, _ := m.card(e.Entry.Ref())
	c.Title, c.Href = cmpOr(card.Short, card.Title), card.Href
	if e.Kind == strategy.EventObservation {
		c.Href += "#" + m.s.periodAnchor(e.Observation.Period)
	}
	return c
}

// sumEvent covers what is told of an event besides the card of its entry.
func (s *Site) sumEvent(d *digest, e *strategy.Event) {
	d.add(string(e.Kind), e.ID(), string(e.Date))
	switch e.Kind {
	case strategy.EventEdition:
		d.add(e.Edition.Title, e.Edition.Text)
	case strategy.EventMilestone:
		d.add(e.Milestone.Text)
	case strategy.EventReview:
		a := e.Entry.Action
		d.add(string(a.State), itoa(a.Completion), a.Reason)
	case strategy.EventObservation:
		x := e.Entry.Indicator
		d.addMeasure(x)
		d.add(plain(e.Observation.Value), string(e.Observation.Status))
	}
}

// writeChanges writes the feed.
func (s *Site) writeChanges(r *Recorder, w io.Writer) error {
	m := r.at(s.changesPath())
	m.note(FactDocument, "")
	m.note(FactLayout, "base")
	feed := s.newFeed(s.changesPath(), s.Words().Get("feed.changes", s.doc.title))
	for _, e := range m.changes() {
		c := m.change(&e)
		feed.add(atomEntry{Title: c.Kind + ": " + c.Title, ID: c.ID, Updated: atomTime(c.Date),
			Link: atomLink{"alternate", s.doc.base + c.Href}, Summary: c.Text})
	}
	return feed.write(w)
}
