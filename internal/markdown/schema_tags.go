package markdown

import (
	"slices"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// tagFields are the keys by which chapters and goals say what they concern.
var tagFields = []field[entry]{
	tags("topics", strategy.TagTopic, "tematy, których to dotyczy, słowami mieszkańców", "topics that it concerns, in residents' words"),
	tags("audiences", strategy.TagAudience, "kogo to dotyczy, np. rodzice", "whom it concerns, such as parents"),
	tags("places", strategy.TagPlace, "miejsca, których to dotyczy", "places that it concerns"),
}

func tags(name string, kind strategy.TagKind, pl, en string) field[entry] {
	return field[entry]{name: name, typ: "list of text", pl: pl, en: en, read: func(d *decoder, v *value, e *entry) {
		d.each(v, func(v *value) {
			title, ok := d.text(v)
			if !ok {
				return
			}
			t := strategy.Tag{Kind: kind, ID: foldAnchor(title, 80), Title: title, Key: string(d.key)}
			same := func(o strategy.Tag) bool { return o.Kind == kind && o.ID == t.ID }
			switch {
			case t.ID == "":
				d.report(diag.TagEmpty, title)
			case slices.ContainsFunc(e.Tags, same):
				d.report(diag.TagTwice, title)
			default:
				e.Tags = append(e.Tags, t)
			}
		})
	}}
}
