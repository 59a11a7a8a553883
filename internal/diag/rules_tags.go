package diag

// Tags of chapters and goals.
const (
	// TagTwice: an entity has one tag twice. Args: the tag.
	TagTwice Code = "S485"
	// TagNear: two tags that are nearly the same. Args: the tag, the other one.
	TagNear Code = "S486"
	// TagEmpty: a tag without a letter or a figure. Args: the tag.
	TagEmpty Code = "S126"
)

func init() { register(tagRules...) }

var tagRules = []Rule{
	{Code: TagEmpty, Severity: Error, Example: "---\ntitle: Woda\ntopics: [\"–\"]\n---",
		PL: Text{"znacznik „{0}” nie ma ani jednej litery łacińskiej ani cyfry",
			"Z liter znacznika powstaje adres strony, która zbiera wszystko, co go nosi.",
			"Wpisz słowo, na przykład „energia”."},
		EN: Text{"the tag “{0}” has no Latin letter and no figure",
			"The letters of a tag make the address of the page that gathers all that carries it.",
			"Write a word, for example “energy”."}},
	{Code: TagTwice, Severity: Warning, Example: "topics: [energia, Energia]",
		PL: Text{"znacznik „{0}” stoi tu dwa razy",
			"Znaczniki, które różnią się tylko wielkością liter, polskimi znakami albo kreskami, są dla programu tym samym.",
			"Usuń powtórzenie."},
		EN: Text{"the tag “{0}” stands here twice",
			"Tags that differ in case, marks or dashes only are one to the program.",
			"Remove the repetition."}},
	{Code: TagNear, Severity: Warning, Example: "topics: [enregia]   # gdzie indziej: energia",
		PL: Text{"znacznik „{0}” różni się tylko pisownią od znacznika „{1}”",
			"Mieszkaniec, który wybiera, co go dotyczy, zobaczyłby dwa hasła zamiast jednego i pod każdym połowę treści.",
			"Jeżeli chodzi o to samo, pisz wszędzie jednakowo. Jeżeli to różne rzeczy, potwierdź to w polu acknowledge."},
		EN: Text{"the tag “{0}” differs from the tag “{1}” in its spelling only",
			"Residents who choose what concerns them would see two headings in place of one, with half of the content under each.",
			"If the two mean the same, write them alike everywhere. If they are different things, acknowledge it in the acknowledge field."}},
}
