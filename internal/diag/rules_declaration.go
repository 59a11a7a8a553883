package diag

// The declaration of accessibility. Arguments are listed in the order of the
// message's placeholders.
const (
	// DeclarationMissing: a site with an address has no declaration. No args.
	DeclarationMissing Code = "S470"
	// DeclarationIncomplete: required parts are missing. Args: their keys.
	DeclarationIncomplete Code = "S471"
	// DeclarationOrder: two of its dates can't both be right. Args: the later key, its date, the earlier key, its date.
	DeclarationOrder Code = "S472"
	// DeclarationStale: the site changed after the last review. Args: the change, the last review.
	DeclarationStale Code = "S473"
	// DeclarationUnfounded: the state and the list of what is not accessible contradict each other. Args: the status.
	DeclarationUnfounded Code = "S474"
	// ContactInvalid: an e-mail address or a telephone number that is none. Args: the key, the value.
	ContactInvalid Code = "S475"
	// DeclarationLost: the finished page of the declaration lacks ids that the technical conditions require. Args: the page, the ids.
	DeclarationLost Code = "S604"
)

func init() { register(declarationRules...) }

var declarationRules = []Rule{
	{Code: DeclarationMissing, Severity: Warning, Example: "base_url: \"https://strategia.gmina.pl/\"   # bez accessibility",
		PL: Text{"strona ma adres, a nie ma deklaracji dostępności",
			"Podmiot publiczny musi ogłosić deklarację dostępności każdej swojej strony (art. 10 ustawy z 4 kwietnia 2019 r. o dostępności cyfrowej). Za jej brak grozi kara do 5000 zł.",
			"Wpisz dane deklaracji w polu accessibility; program złoży z nich stronę zgodną z warunkami technicznymi. Jeżeli danych nie ma, napisz dlaczego w polu accessibility.missing; czytelnik to zobaczy."},
		EN: Text{"the site has an address and no declaration of accessibility",
			"A public body must publish a declaration of accessibility of each of its sites (art. 10 of the Polish act of 4 April 2019 on digital accessibility). Without one a fine of up to 5000 zł is due.",
			"Fill in the accessibility field; the program makes of it a page that meets the technical conditions. If the data are not known, say why in accessibility.missing; readers are shown it."}},
	{Code: DeclarationIncomplete, Severity: Warning, Example: "accessibility: {status: full, contact: \"Wydział Rozwoju\"}",
		PL: Text{"w deklaracji dostępności brakuje obowiązkowych części: {0}",
			"Warunki techniczne deklaracji (wersja 2.0 z 31 lipca 2024 r.) wymieniają części, które musi mieć każda deklaracja. Urzędowy walidator szuka ich po identyfikatorach i zgłasza każdą, której nie znajdzie.",
			"Uzupełnij w content/index.md: {0}."},
		EN: Text{"the declaration of accessibility lacks required parts: {0}",
			"The technical conditions (version 2.0 of 31 July 2024) name the parts that every declaration must have. The official validator looks for them by their ids and reports each that it doesn't find.",
			"Fill in, in content/index.md: {0}."}},
	{Code: DeclarationOrder, Severity: Warning, Example: "accessibility: {published: 2026-02-01, updated: 2025-02-01}",
		PL: Text{"{0} ({1}) jest wcześniej niż {2} ({3})",
			"Zmiana strony nie może poprzedzać jej publikacji ani przegląd deklaracji jej sporządzenia. Zwykle to pomyłka w jednej z dat.",
			"Popraw jedną z dat."},
		EN: Text{"{0} ({1}) is earlier than {2} ({3})",
			"A site can't change before it is published, nor a declaration be reviewed before it is made. Mostly this is a slip in one of the dates.",
			"Correct one of the dates."}},
	{Code: DeclarationStale, Severity: Warning, Example: "accessibility: {updated: 2026-05-01, prepared: 2025-03-01}",
		PL: Text{"stronę istotnie zmieniono {0}, a deklarację ostatnio sprawdzono {1}",
			"Deklarację trzeba sprawdzać do 31 marca każdego roku i po każdej zmianie, która może wpływać na dostępność (art. 11 ustawy o dostępności cyfrowej).",
			"Sprawdź deklarację i wpisz dzień przeglądu w polu accessibility.reviewed."},
		EN: Text{"the site changed significantly on {0}, and the declaration was last reviewed on {1}",
			"A declaration must be reviewed by 31 March of each year and after every change that may affect accessibility (art. 11 of the Polish act on digital accessibility).",
			"Review the declaration, and write the day in accessibility.reviewed."}},
	{Code: DeclarationUnfounded, Severity: Warning, Example: "accessibility: {status: partial}   # bez listy niedostępnych treści",
		PL: Text{"stan „{0}” przeczy liście niedostępnych treści",
			"Deklaracja „częściowo zgodna” albo „niezgodna” musi powiedzieć, co jest niedostępne i dlaczego, a „zgodna” nie może wymieniać niezgodności.",
			"Popraw pole status albo uzupełnij nonconformities, exemptions lub costs."},
		EN: Text{"the status “{0}” contradicts the list of what is not accessible",
			"A declaration of partial or no compliance must say what is not accessible and why; one of full compliance can't list nonconformities.",
			"Correct the status field, or fill in nonconformities, exemptions or costs."}},
	{Code: ContactInvalid, Severity: Warning, Example: "accessibility: {email: \"urzad(at)gmina.pl\"}",
		PL: Text{"pole {0}: „{1}” nie jest adresem e-mail ani numerem, pod który da się zadzwonić",
			"Na stronie deklaracji z tego pola powstaje odnośnik. Osoba, która nie może odczytać strony, musi się pod niego dodzwonić albo dopisać.",
			"Wpisz adres w postaci nazwa@gmina.pl albo numer z samych cyfr i odstępów, na przykład +48 56 000 00 00."},
		EN: Text{"the field {0}: “{1}” is neither an e-mail address nor a number that can be called",
			"The page of the declaration makes a link of the field. Who can't read the site must be able to call or to write.",
			"Write an address like name@example.org, or a number of digits and spaces, such as +48 56 000 00 00."}},
	{Code: DeclarationLost, Severity: Warning, Example: "layouts/declaration.html: {{define \"main\"}}<h1>{{.Title}}</h1>{{end}}",
		PL: Text{"strona {0} nie ma identyfikatorów wymaganych od deklaracji dostępności albo ma je dwa razy: {1}",
			"Urzędowy walidator rozpoznaje części deklaracji po identyfikatorach a11y-…; każdy musi wystąpić dokładnie raz. Własny układ strony je pominął.",
			"Przywróć identyfikatory w pliku layouts/declaration.html albo usuń ten plik: zadziała układ wbudowany."},
		EN: Text{"the page {0} lacks ids that a declaration of accessibility must have, or has them twice: {1}",
			"The official validator knows the parts of a declaration by the ids a11y-…; each must stand there exactly once. A layout of the site's own left them out.",
			"Put the ids back into layouts/declaration.html, or remove that file: the built-in layout is used then."}},
}
