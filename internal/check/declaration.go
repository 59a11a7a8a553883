package check

import (
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// declaration looks at the declaration of accessibility. A site without an
// address is not published yet and may do without one; that nothing is known is
// accepted where it is said.
func (c *checker) declaration() {
	e := c.s.Index
	d := e.Strategy
	a := d.Accessibility
	switch {
	case a == nil && d.BaseURL != "":
		c.about(e, diag.DeclarationMissing, e.At("base_url"))
		return
	case a == nil || a.Missing != "":
		return
	}
	if lacks := d.Lacks(); len(lacks) > 0 {
		c.about(e, diag.DeclarationIncomplete, e.At("accessibility"), strings.Join(lacks, ", "))
	}
	c.declarationDates(e, a)
	barriers := len(a.Nonconformities) + len(a.Exemptions) + len(a.Costs)
	if a.Status == strategy.CompliesFully && len(a.Nonconformities)+len(a.Costs) > 0 ||
		(a.Status == strategy.CompliesPartly || a.Status == strategy.CompliesNot) && barriers == 0 {
		c.about(e, diag.DeclarationUnfounded, e.At("accessibility.status"), string(a.Status))
	}
	if a.Email != "" && !mailbox(a.Email) {
		c.about(e, diag.ContactInvalid, e.At("accessibility.email"), "email", a.Email)
	}
	if a.Phone != "" && !callable(a.Phone) {
		c.about(e, diag.ContactInvalid, e.At("accessibility.phone"), "phone", a.Phone)
	}
}

func (c *checker) declarationDates(e *strategy.Entry, a *strategy.Declaration) {
	order := func(key string, day strategy.Date, before string, first strategy.Date) {
		if dated(day) && dated(first) && day < first {
			c.about(e, diag.DeclarationOrder, e.At("accessibility."+key), key, string(day), before, string(first))
		}
	}
	order("updated", a.Updated, "published", a.Published)
	order("reviewed", a.Reviewed, "prepared", a.Prepared)
	if seen := max(a.Prepared, a.Reviewed); dated(seen) && dated(a.Updated) && a.Updated > seen {
		c.about(e, diag.DeclarationStale, e.At("accessibility.updated"), string(a.Updated), string(seen))
	}
}

// mailbox reports whether s can be written to: one name, one host with a dot.
func mailbox(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && strings.Contains(strings.Trim(host, "."), ".") && !strings.ContainsAny(s, " \t<>(),;:\"?&%#") && !strings.Contains(host, "@")
}

// callable reports whether s is a telephone number and nothing else.
func callable(s string) bool {
	digits := 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '+' && i == 0:
		case r != ' ' && r != '\u00a0' && r != '-' && r != '(' && r != ')':
			return false
		}
	}
	return digits >= 3
}
