package markdown

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/yuin/goldmark/ast"
	"go.yaml.in/yaml/v4"
)

// BlockDoc describes a generated block for the manual.
type BlockDoc struct {
	Name   string
	Params []ParamDoc
	PL, EN string
}

// ParamDoc describes a parameter of a block.
type ParamDoc struct {
	Name, PL, EN string
	Required     bool // without it the block is empty
}

var blockDocs = []BlockDoc{
	{"goal-map", []ParamDoc{{"document", "identyfikator dokumentu", "id of a document", true}}, "tabela zgodności celów dokumentu z celami strategii", "how the goals of a document correspond to those of the strategy"},
	{"goal-matrix", []ParamDoc{{"level", "poziom celów", "level of goals", false}, {"documents", "identyfikatory dokumentów, po przecinku", "ids of documents, set apart by commas", false}}, "macierz celów i dokumentów", "matrix of goals and documents"},
	{"goal-list", []ParamDoc{{"level", "poziom celów", "level of goals", false}, {"parent", "identyfikator celu nadrzędnego", "id of the goal above", false}}, "lista celów", "list of goals"},
	{"goal-tree", nil, "drzewo celów", "tree of goals"},
	{"implementation", nil, "system wdrażania: poziomy i role", "how the strategy is carried out: levels and roles"},
	{"responsibilities", nil, "kto za co odpowiada", "who answers for what"},
	{"hierarchy", nil, "hierarchia dokumentów", "hierarchy of documents"},
	{"calendar", nil, "kalendarz monitorowania i ewaluacji", "calendar of monitoring and evaluation"},
	{"procedures", nil, "procedury monitorowania, ewaluacji i zmiany strategii", "procedures of monitoring, evaluation and change"},
	{"reports", nil, "raporty z monitoringu i ewaluacji", "reports of monitoring and evaluation"},
	{"risks", nil, "ryzyka, od najpoważniejszych", "risks, the gravest first"},
	{"funding", []ParamDoc{{"goal", "identyfikator celu", "id of a goal", false}, {"document", "identyfikator dokumentu", "id of a document", false}}, "ramy finansowe: źródła i lata", "funding frame: sources and years"},
	{"indicator", []ParamDoc{{"id", "identyfikator wskaźnika", "id of an indicator", true}}, "wskaźnik: wykres, tabela i postęp", "an indicator: chart, table and progress"},
	{"indicators", []ParamDoc{{"goal", "identyfikator celu", "id of a goal", false}, {"level", "rodzaj wskaźników", "level of indicators", false}}, "tabela wskaźników z wartościami i postępem", "a table of indicators with values and progress"},
	{"actions", []ParamDoc{{"goal", "identyfikator celu", "id of a goal", false}, {"unit", "identyfikator jednostki", "id of a unit", false}, {"state", "stan działań", "state of the actions", false}}, "tabela działań", "a table of actions"},
	{"status", nil, "ile działań jest w jakim stanie", "how many actions are in which state"},
	{"units", []ParamDoc{{"kind", "rodzaj podmiotu", "kind of actor", false}}, "lista jednostek i podmiotów", "list of units and actors"},
	{"glossary", nil, "słownik pojęć i skrótów", "glossary"},
	{"documents", []ParamDoc{{"level", "poziom dokumentów", "level of documents", false}}, "lista dokumentów", "list of documents"},
	{"gaps", nil, "lista znanych braków dokumentu", "what the document is known to lack"},
	{"toc", nil, "spis treści", "table of contents"},
}

// Blocks lists the generated blocks and their parameters.
func Blocks() []BlockDoc {
	return append([]BlockDoc(nil), blockDocs...)
}

func blockNames() []string {
	names := make([]string, len(blockDocs))
	for i, d := range blockDocs {
		names[i] = d.Name
	}
	return names
}

// block notes a generated block and leaves a slot for it. It says whether the
// code is one, or was meant to be.
func (r *renderer) block(n *ast.FencedCodeBlock, word string, closed bool) bool {
	if word == "" {
		return false
	}
	var doc *BlockDoc
	for i := range blockDocs {
		if blockDocs[i].Name == word {
			doc = &blockDocs[i]
		}
	}
	if doc == nil {
		if lexerFor(word) == nil && !contains(plainLanguages, word) {
			r.unknownLanguage(n, word)
		}
		return false
	}
	at := r.infoSpan(n, word)
	place := r.span(at.start, at.end)
	b := strategy.Block{Name: doc.Name, Section: r.section, Start: place.Start, End: place.End}
	if closed { // else its body is the text that follows
		told := len(r.diags)
		r.blockParams(n, doc, &b)
		for _, p := range doc.Params {
			if p.Required && b.Params[p.Name] == "" && len(r.diags) == told {
				r.report(diag.New(diag.BlockParamMissing, place, p.Name, doc.Name))
			}
		}
	}
	arg := strconv.Itoa(len(r.e.Blocks))
	if r.places {
		arg += "|" + strconv.Itoa(r.lineOf(n))
	}
	r.slot(SlotBlock, arg)
	r.out = append(r.out, '\n')
	r.e.Blocks = append(r.e.Blocks, b)
	return true
}

// blockParams reads a block's body: YAML, a mapping of names to single values.
func (r *renderer) blockParams(n *ast.FencedCodeBlock, doc *BlockDoc, b *strategy.Block) {
	body := n.Lines().Value(r.src)
	if len(bytes.TrimSpace(body)) == 0 {
		return
	}
	whole := source.Span{} // its first line with text
	for i := range n.Lines().Len() {
		if seg := n.Lines().At(i); len(bytes.TrimSpace(seg.Value(r.src))) > 0 {
			whole = r.line(seg.Start)
			break
		}
	}
	if len(body) > 16<<10 {
		r.report(diag.New(diag.BlockBodyInvalid, whole, doc.Name))
		return
	}
	var root yaml.Node
	if err := yaml.Unmarshal(body, &root); err != nil {
		place := whole
		var le *yaml.LoadError
		if errors.As(err, &le) && le.Mark.Line >= 1 && le.Mark.Line <= n.Lines().Len() {
			place = r.line(n.Lines().At(le.Mark.Line - 1).Start)
		}
		r.report(diag.New(diag.BlockBodyInvalid, place, doc.Name))
		return
	}
	if len(root.Content) == 0 {
		return // only comments
	}
	m := root.Content[0]
	if m.Kind != yaml.MappingNode {
		r.report(diag.New(diag.BlockBodyInvalid, whole, doc.Name))
		return
	}
	b.Params = map[string]string{}
	for i := 0; i+1 < len(m.Content); i += 2 {
		r.blockParam(n, doc, b, m.Content[i], m.Content[i+1])
	}
}

func (r *renderer) blockParam(n *ast.FencedCodeBlock, doc *BlockDoc, b *strategy.Block, key, value *yaml.Node) {
	place := func(y *yaml.Node) source.Span {
		if y.Line < 1 || y.Line > n.Lines().Len() {
			return r.line(max(0, n.Pos()))
		}
		seg := n.Lines().At(y.Line - 1)
		start := min(seg.Start+max(0, y.Column-1-seg.Padding), seg.Stop)
		return r.span(start, min(start+len(y.Value), seg.Stop))
	}
	names := make([]string, len(doc.Params))
	for i, p := range doc.Params {
		names[i] = p.Name
	}
	if !contains(names, key.Value) {
		d := diag.New(diag.BlockParamUnknown, place(key), key.Value, doc.Name)
		if near := nearest(key.Value, names); near != "" {
			d = d.With(diag.HintNearest, near)
		} else if len(names) > 0 {
			d = d.With(diag.HintKnown, strings.Join(names, ", "))
		}
		r.report(d)
		return
	}
	if _, twice := b.Params[key.Value]; twice || value.Kind != yaml.ScalarNode || strings.TrimSpace(value.Value) == "" {
		r.report(diag.New(diag.BlockParamInvalid, place(key), key.Value, doc.Name))
		return
	}
	b.Params[strings.Clone(key.Value)] = strings.TrimSpace(value.Value)
}
