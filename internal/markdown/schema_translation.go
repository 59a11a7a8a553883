package markdown

// translationFields are the keys of what may be a translation.
var translationFields = []field[entry]{
	{name: "translates", typ: "id of the same kind", pl: "oryginał, którego to tłumaczenie", en: "original of which this is a translation",
		read: func(d *decoder, v *value, e *entry) {
			if r, ok := d.ref(v, e.Kind); ok {
				e.Translates = r
			}
		}},
}
