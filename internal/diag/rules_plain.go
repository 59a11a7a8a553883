package diag

// Plain language: told by check, not by build.
const (
	// TextFoggy: a text is hard to read. Args: its FOG-PL, words a sentence, hard words in a hundred.
	TextFoggy Code = "S390"
	// SentenceLong: a sentence is long. Args: its words.
	SentenceLong Code = "S391"
	// SummaryFoggy: a summary in plain language that is none. Args: its FOG-PL.
	SummaryFoggy Code = "S392"
)

func init() { register(plainRules...) }

var plainRules = []Rule{
	{Code: TextFoggy, Severity: Note, Example: "---\ntitle: Wdrożenie\n---\nRealizacja przedsięwzięć wymaga uprzedniego zdefiniowania uwarunkowań organizacyjnych, proceduralnych i infrastrukturalnych.\n(i dalej tak samo, ponad sto słów)",
		PL: Text{"tekst jest trudny: FOG-PL {0} (średnio {1} słów w zdaniu, {2} na 100 słów ma cztery sylaby lub więcej)",
			"FOG-PL mówi, po ilu latach nauki tekst jest zrozumiały. Do 12 rozumie go osoba po szkole średniej, od 18 tylko po studiach. Liczy się długość zdań i długość słów. Tekstu uchwały program nigdy nie zmienia; to wskazówka dla redaktora.",
			"Podziel długie zdania. Jeżeli brzmienia nie można zmienić, bo je uchwalono, napisz streszczenie prostym językiem w polu summary."},
		EN: Text{"the text is hard to read: FOG-PL {0} (on average {1} words a sentence, {2} of 100 words have four syllables or more)",
			"FOG-PL tells after how many years of schooling a Polish text is understood: up to 12 after secondary school, from 18 only with a degree. What counts is the length of sentences and of words. The program never changes the text of an act; this is a hint for editors.",
			"Divide long sentences. If the wording was adopted and must stay, write a summary in plain language in the summary field."}},
	{Code: SentenceLong, Severity: Note, Example: "W celu realizacji zadań, o których mowa wyżej, a także tych, które zostaną określone później, gmina, jej jednostki, partnerzy społeczni, gospodarczy i naukowi oraz mieszkańcy, zarówno indywidualnie, jak i wspólnie, podejmą działania służące temu, żeby było lepiej.",
		PL: Text{"długie zdanie, słów: {0}",
			"Po dwudziestu słowach większość czytelników gubi początek zdania. Wymienia się tu najdłuższe zdania tekstu, co najwyżej pięć.",
			"Podziel zdanie albo wypisz wyliczenie w punktach. Brzmienia, które uchwalono, nie zmieniaj."},
		EN: Text{"a long sentence, words: {0}",
			"After twenty words most readers lose the beginning of a sentence. The longest sentences of the text are named here, five at most.",
			"Divide the sentence, or make its enumeration a list. Leave alone what was adopted in this wording."}},
	{Code: SummaryFoggy, Severity: Note, Example: "---\nsummary: \"Realizacja przedsięwzięć rewitalizacyjnych wymaga uprzedniego zdefiniowania uwarunkowań organizacyjnych, proceduralnych, infrastrukturalnych, finansowych oraz komunikacyjnych, determinujących efektywność podejmowanych interwencji publicznych oraz partycypacyjnych.\"\n---",
		PL: Text{"streszczenie jest trudne: FOG-PL {0}",
			"Streszczenie ma mówić prosto, o co chodzi: najlepiej 9, najwyżej 12.",
			"Skróć zdania i zastąp długie słowa prostszymi."},
		EN: Text{"the summary is hard to read: FOG-PL {0}",
			"A summary is to say plainly what it is about: best 9, at most 12.",
			"Shorten the sentences and use simpler words."}},
}
