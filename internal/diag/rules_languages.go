package diag

// Languages of the interface and of texts.
const (
	// TranslationUnknown: a text says to translate what does not exist. Args: the reference.
	TranslationUnknown Code = "S226"
	// TranslationSame: a text and what it translates are of one language. Args: the reference, the language.
	TranslationSame Code = "S227"
	// TranslationTwice: two texts translate one into the same language. Args: the
	// reference, the language, the file of the other.
	TranslationTwice Code = "S479"
	// WordsMissing: a site's own translation of the interface lacks words. Args: how many, which.
	WordsMissing Code = "S605"
)

func init() { register(languageRules...) }

var languageRules = []Rule{
	{Code: TranslationUnknown, Severity: Error, Example: "translates: wstpe   # taki rozdział nie istnieje",
		PL: Text{"nie ma tego, co ten tekst tłumaczy: „{0}”",
			"Pole translates łączy tłumaczenie z oryginałem. Obie strony prowadzą potem do siebie nawzajem.",
			"Wpisz identyfikator oryginału: tekstu tego samego rodzaju."},
		EN: Text{"what this text translates does not exist: “{0}”",
			"The translates field relates a translation to its original. Each of the two pages then leads to the other.",
			"Write the id of the original: a text of the same kind."}},
	{Code: TranslationSame, Severity: Warning, Example: "lang: pl\ntranslates: wstep   # też po polsku",
		PL: Text{"tłumaczenie i oryginał „{0}” są w tym samym języku: {1}",
			"Czytniki ekranu i wyszukiwarki poznają wersje językowe po języku. Dwie wersje w jednym języku to dla nich dwie takie same strony.",
			"Wpisz język tłumaczenia w polu lang albo usuń pole translates."},
		EN: Text{"the translation and its original “{0}” are in one language: {1}",
			"Screen readers and search engines know the versions of a text by their language. Two versions in one are two equal pages to them.",
			"Write the language of the translation in the lang field, or remove translates."}},
	{Code: TranslationTwice, Severity: Warning, Example: "# zdrowie-en.md i zdrowie-en2.md:\nlang: en\ntranslates: zdrowie",
		PL: Text{"„{0}” ma już tłumaczenie na ten język ({1}): {2}",
			"Oryginał prowadzi do jednej strony w każdym języku. Druga wersja w tym samym języku zostaje na boku, a z czasem mówi co innego. Zwykle to pozostałość po skopiowaniu pliku.",
			"Usuń jeden z plików albo popraw jego pole lang lub translates."},
		EN: Text{"“{0}” has a translation into this language ({1}) already: {2}",
			"An original leads to one page in each language. A second version in the same language is left aside, and comes to say something else. Mostly this is left from copying a file.",
			"Remove one of the files, or correct its lang or translates."}},
	{Code: WordsMissing, Severity: Warning, Example: "# layouts/cs.txt\nmenu = Nabídka",
		PL: Text{"w tłumaczeniu interfejsu brakuje tekstów, liczba: {0} ({1})",
			"Języka nie ma wśród wbudowanych, więc czego nie ma w tym pliku, to czytelnik zobaczy po angielsku.",
			"Dopisz brakujące teksty. Wszystkie klucze są w pliku layouts/en.txt programu."},
		EN: Text{"the translation of the interface lacks texts, number: {0} ({1})",
			"The language is not built in, so what this file lacks readers will meet in English.",
			"Add the missing texts. All keys stand in the program's layouts/en.txt."}},
}
