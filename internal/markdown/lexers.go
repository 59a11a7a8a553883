package markdown

import (
	"sync"

	"github.com/alecthomas/chroma/v2"
)

// lexer is one language that code is coloured in. The table below feeds
// chroma's engine with rules of our own: chroma's lexers package reads and
// checks three hundred languages when a program starts, ten milliseconds for
// `strategia version` too, and a strategy shows a few lines of data at most.
// A language is built when a text first uses it.
type lexer struct {
	name    string
	aliases []string
	rules   func() chroma.Rules
	once    sync.Once
	built   *chroma.RegexLexer
}

// plainLanguages are known, and have nothing to colour.
var plainLanguages = []string{"text", "txt", "plain", "plaintext", "none", "console", "output", "mermaid"}

func (l *lexer) lexer() *chroma.RegexLexer {
	l.once.Do(func() {
		l.built = chroma.MustNewLexer(&chroma.Config{Name: l.name, EnsureNL: true}, l.rules)
	})
	return l.built
}

var lexers = []*lexer{
	{name: "yaml", aliases: []string{"yml"}, rules: yamlRules},
	{name: "json", aliases: []string{"jsonld"}, rules: jsonRules},
	{name: "csv", aliases: []string{"tsv"}, rules: csvRules},
	{name: "markdown", aliases: []string{"md"}, rules: markdownRules},
	{name: "html", aliases: []string{"xml", "svg", "htm", "xhtml"}, rules: htmlRules},
	{name: "css", rules: cssRules},
	{name: "sql", rules: sqlRules},
	{name: "shell", aliases: []string{"sh", "bash", "zsh"}, rules: shellRules},
	{name: "python", aliases: []string{"py"}, rules: pythonRules},
	{name: "go", aliases: []string{"golang"}, rules: goRules},
	{name: "javascript", aliases: []string{"js", "typescript", "ts", "mjs"}, rules: scriptRules},
	{name: "ini", aliases: []string{"toml", "conf", "properties"}, rules: iniRules},
}

func lexerFor(name string) *lexer {
	for _, l := range lexers {
		if l.name == name || contains(l.aliases, name) {
			return l
		}
	}
	return nil
}

func lexerNames() (names []string) {
	for _, l := range lexers {
		names = append(append(names, l.name), l.aliases...)
	}
	return names
}

// rule, spaces and the rest are what the tables below are made of.
func rule(pattern string, t chroma.TokenType) chroma.Rule {
	return chroma.Rule{Pattern: pattern, Type: t}
}

// parts is a rule whose groups are tokens of their own.
func parts(pattern string, ts ...chroma.Emitter) chroma.Rule {
	return chroma.Rule{Pattern: pattern, Type: chroma.ByGroups(ts...)}
}

func words(t chroma.TokenType, list ...string) chroma.Rule {
	return rule(chroma.Words(`\b`, `\b`, list...), t)
}

// The regular expressions below have no nested repetition: the engine goes
// back on its steps, and the code comes from strangers.
const (
	numberPattern = `\b\d[\d_]*(\.\d+)?([eE][+-]?\d+)?\b`
	doubleQuoted  = `"(?:\\.|[^"\\\n])*"`
	singleQuoted  = `'(?:\\.|[^'\\\n])*'`
)

var restRules = []chroma.Rule{rule(`\s+`, chroma.Text), rule(`[^\W\d]\w*`, chroma.Text), rule(`.`, chroma.Text)}

func root(rules ...chroma.Rule) chroma.Rules {
	return chroma.Rules{"root": append(rules, restRules...)}
}

func yamlRules() chroma.Rules {
	return root(
		rule(`#[^\n]*`, chroma.Comment),
		rule(`^(---|\.\.\.)[ \t]*$`, chroma.Punctuation),
		parts(`([\w.\-/~]+)([ \t]*)(:)(?=\s|$)`, chroma.NameTag, chroma.Text, chroma.Punctuation),
		rule(doubleQuoted, chroma.LiteralString), rule(`'[^'\n]*'`, chroma.LiteralString),
		rule(`\b(true|false|null|yes|no|on|off)\b(?=\s*$)`, chroma.KeywordConstant),
		rule(`[|>][+-]?(?=[ \t]*$)`, chroma.Operator),
		rule(`[-?](?=\s)|[\[\]{},]`, chroma.Punctuation),
		rule(`\b\d[\d.,]*\b(?=\s*$)`, chroma.LiteralNumber),
	)
}

func jsonRules() chroma.Rules {
	return root(
		parts(`(`+doubleQuoted+`)(\s*)(:)`, chroma.NameTag, chroma.Text, chroma.Punctuation),
		rule(doubleQuoted, chroma.LiteralString),
		rule(`\b(true|false|null)\b`, chroma.KeywordConstant),
		rule(`-?`+numberPattern, chroma.LiteralNumber),
		rule(`[\[\]{},:]`, chroma.Punctuation),
	)
}

func csvRules() chroma.Rules {
	return root(
		rule(`"[^"]*"`, chroma.LiteralString),
		rule(`[,;\t]`, chroma.Punctuation),
		rule(`-?\b\d+([.,]\d+)?\b(?=[,;\t\n])`, chroma.LiteralNumber),
	)
}

func markdownRules() chroma.Rules {
	return root(
		rule(`^#{1,6}[^\n]*`, chroma.GenericHeading),
		rule("^(```|~~~)[^\n]*", chroma.Keyword),
		rule(`\*\*[^*\n]+\*\*`, chroma.GenericStrong),
		rule(`\*[^*\n]+\*`, chroma.GenericEmph),
		rule("`[^`\n]+`", chroma.LiteralString),
		parts(`(\[[^\]\n]*\])(\([^)\n]*\))`, chroma.NameTag, chroma.NameAttribute),
		rule(`^[ \t]*([-*+]|\d+[.)])(?=\s)`, chroma.Punctuation),
		rule(`\|`, chroma.Punctuation),
		rule(`^(---|>)`, chroma.Punctuation),
	)
}

func htmlRules() chroma.Rules {
	return chroma.Rules{
		"root": {
			rule(`<!--[\s\S]*?-->`, chroma.Comment),
			rule(`<[!?][^>]*>`, chroma.Comment),
			rule(`&#?\w+;`, chroma.LiteralStringEscape),
			{Pattern: `</?[\w:.\-]+`, Type: chroma.NameTag, Mutator: chroma.Push("tag")},
			rule(`[^<&]+`, chroma.Text), rule(`.`, chroma.Text),
		},
		"tag": {
			rule(`\s+`, chroma.Text),
			rule(`[\w:.\-@]+(?=\s*=)`, chroma.NameAttribute),
			rule(`"[^"]*"|'[^']*'`, chroma.LiteralString),
			rule(`=`, chroma.Operator),
			{Pattern: `/?>`, Type: chroma.NameTag, Mutator: chroma.Pop(1)},
			rule(`[^\s=>"'/]+`, chroma.NameAttribute), rule(`.`, chroma.Text),
		},
	}
}

func cssRules() chroma.Rules {
	return root(
		rule(`/\*[\s\S]*?\*/`, chroma.Comment),
		rule(`@[\w-]+`, chroma.Keyword),
		rule(`--?[\w-]+(?=\s*:)|[a-z][\w-]*(?=\s*:\s)`, chroma.NameAttribute),
		rule(`[.#][\w-]+`, chroma.NameTag),
		rule(doubleQuoted, chroma.LiteralString), rule(singleQuoted, chroma.LiteralString),
		rule(`-?\b\d+(\.\d+)?(%|[a-z]+\b)?`, chroma.LiteralNumber),
		rule(`[{}();:,>+~*]`, chroma.Punctuation),
	)
}

func sqlRules() chroma.Rules {
	return root(
		rule(`--[^\n]*`, chroma.Comment), rule(`/\*[\s\S]*?\*/`, chroma.Comment),
		rule(`'[^'\n]*'`, chroma.LiteralString), rule(`"[^"\n]*"`, chroma.NameAttribute),
		rule(`(?i)\b(select|from|where|and|or|not|in|is|as|on|join|left|right|inner|outer|group|order|by|having|limit|insert|into|values|update|set|delete|create|table|alter|drop|index|view|primary|foreign|key|references|union|all|distinct|case|when|then|else|end|with|like|between|exists)\b`, chroma.Keyword),
		rule(`(?i)\b(null|true|false)\b`, chroma.KeywordConstant),
		rule(`(?i)\b(int|integer|bigint|text|varchar|char|date|timestamp|numeric|decimal|boolean|real)\b`, chroma.KeywordType),
		rule(numberPattern, chroma.LiteralNumber), rule(`[<>=!+\-*/%|]+`, chroma.Operator), rule(`[(),;.]`, chroma.Punctuation),
	)
}

func shellRules() chroma.Rules {
	return root(
		rule(`#[^\n]*`, chroma.Comment),
		rule(doubleQuoted, chroma.LiteralString), rule(`'[^']*'`, chroma.LiteralString),
		rule(`\$(\w+|\{[^}\n]*\}|[@*#?$!-])`, chroma.NameAttribute),
		words(chroma.Keyword, "if", "then", "else", "elif", "fi", "for", "in", "do", "done", "while", "case", "esac", "function", "return", "export", "local"),
		words(chroma.NameBuiltin, "cd", "echo", "exit", "set", "source", "test", "printf", "read"),
		rule(numberPattern, chroma.LiteralNumber), rule(`[|&;<>=]+`, chroma.Operator), rule(`[\[\]{}()]`, chroma.Punctuation),
	)
}

func pythonRules() chroma.Rules {
	return root(
		rule(`#[^\n]*`, chroma.Comment),
		rule(`"""[\s\S]*?"""|'''[\s\S]*?'''`, chroma.LiteralString),
		rule(doubleQuoted, chroma.LiteralString), rule(singleQuoted, chroma.LiteralString),
		words(chroma.KeywordConstant, "True", "False", "None"),
		words(chroma.Keyword, "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "match", "case"),
		words(chroma.NameBuiltin, "print", "len", "range", "open", "int", "str", "float", "list", "dict", "set", "tuple", "bool", "sum", "min", "max", "sorted", "enumerate", "zip"),
		rule(`[^\W\d]\w*(?=\()`, chroma.NameFunction),
		rule(numberPattern, chroma.LiteralNumber), rule(`[-+*/%=<>!&|^~@]+`, chroma.Operator), rule(`[\[\]{}():,.;]`, chroma.Punctuation),
	)
}

func goRules() chroma.Rules {
	return root(
		rule(`//[^\n]*`, chroma.Comment), rule(`/\*[\s\S]*?\*/`, chroma.Comment),
		rule("`[^`]*`", chroma.LiteralString), rule(doubleQuoted, chroma.LiteralString), rule(singleQuoted, chroma.LiteralString),
		words(chroma.KeywordConstant, "true", "false", "nil", "iota"),
		words(chroma.Keyword, "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var"),
		words(chroma.KeywordType, "any", "bool", "byte", "error", "float32", "float64", "int", "int8", "int16", "int32", "int64", "rune", "string", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"),
		words(chroma.NameBuiltin, "append", "cap", "clear", "close", "copy", "delete", "len", "make", "max", "min", "new", "panic", "print", "println", "recover"),
		rule(`[^\W\d]\w*(?=\()`, chroma.NameFunction),
		rule(numberPattern, chroma.LiteralNumber), rule(`[-+*/%=<>!&|^:]+`, chroma.Operator), rule(`[\[\]{}(),.;]`, chroma.Punctuation),
	)
}

func scriptRules() chroma.Rules {
	return root(
		rule(`//[^\n]*`, chroma.Comment), rule(`/\*[\s\S]*?\*/`, chroma.Comment),
		rule("`[^`]*`", chroma.LiteralString), rule(doubleQuoted, chroma.LiteralString), rule(singleQuoted, chroma.LiteralString),
		words(chroma.KeywordConstant, "true", "false", "null", "undefined", "NaN"),
		words(chroma.Keyword, "async", "await", "break", "case", "catch", "class", "const", "continue", "default", "delete", "do", "else", "enum", "export", "extends", "finally", "for", "from", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new", "of", "return", "static", "switch", "this", "throw", "try", "type", "typeof", "var", "while", "yield"),
		words(chroma.KeywordType, "any", "boolean", "number", "string", "unknown", "void", "never"),
		rule(`[^\W\d]\w*(?=\()`, chroma.NameFunction),
		rule(numberPattern, chroma.LiteralNumber), rule(`[-+*/%=<>!&|^?:]+`, chroma.Operator), rule(`[\[\]{}(),.;]`, chroma.Punctuation),
	)
}

func iniRules() chroma.Rules {
	return root(
		rule(`[#;][^\n]*`, chroma.Comment),
		rule(`^\s*\[[^\]\n]*\]+`, chroma.NameNamespace),
		parts(`([\w.\-]+)([ \t]*)(=)`, chroma.NameTag, chroma.Text, chroma.Operator),
		rule(doubleQuoted, chroma.LiteralString), rule(singleQuoted, chroma.LiteralString),
		words(chroma.KeywordConstant, "true", "false", "yes", "no", "on", "off"),
		rule(`-?`+numberPattern, chroma.LiteralNumber), rule(`[\[\]{},]`, chroma.Punctuation),
	)
}
