package markdown

import "strategia/internal/strategy"

// programmeFields are the keys of a programme or plan below the strategy: a
// document that serves our goals and has none of its own.
var programmeFields = []field[entry]{
	refs("goals", "cele, które wykonuje", "goals that it carries out", strategy.KindGoal, func(e *entry) *[]strategy.Ref { return &e.Document.Serves }),
	ref("owner", "jednostka odpowiedzialna", "unit in charge", strategy.KindUnit, func(e *entry) *strategy.Ref { return &e.Document.Owner }),
	ref("parent", "dokument nadrzędny", "document above", strategy.KindDocument, func(e *entry) *strategy.Ref { return &e.Document.Parent }),
	nested("horizon", "lata obowiązywania", "years that it covers", horizonFields, func(e *entry) *strategy.Horizon { return &e.Document.Horizon }),
	nested("act", "uchwała", "adopting act", actFields, func(e *entry) *strategy.Act { return &e.Document.Act }),
	text_("edition", "wydanie", "edition", func(e *entry) *string { return &e.Document.Edition }),
	address("address", "adres dokumentu", "address of the document", func(e *entry) *string { return &e.Document.Address }, web...),
	text_("source", "źródło", "source", func(e *entry) *string { return &e.Document.Source }),
}
