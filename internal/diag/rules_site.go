package diag

// The rules about published ids and addresses (S5), layouts and output (S6)
// and files and folders (S7).
const (
	// IDVanished: an id was published and is gone. Args: the id.
	IDVanished Code = "S501"
	// AliasTaken: an alias is in use by something that exists. Args: alias, what has it.
	AliasTaken Code = "S502"
	// RetiredAlive: an id is declared retired but exists. Args: the id.
	RetiredAlive Code = "S503"
	// NoBaseURL: the site's address is not known. No args.
	NoBaseURL Code = "S504"
	// DeadLink: a page of the built site links to a page, file or place that
	// isn't there. Args: the page, the link.
	DeadLink Code = "S505"
	// LedgerBroken: a line of the ledger of published ids is no id. Args: the line.
	LedgerBroken Code = "S506"
	// DuplicateHTMLID: a page of the built site holds an id twice. Args: the page, the id.
	DuplicateHTMLID Code = "S507"
	// FileMissing: a link or image leads to a file that isn't there. Args: the address as typed.
	FileMissing Code = "S508"
	// RetiredTo: what is said to have taken the place of a retired id isn't there.
	// Args: the id, the retired one.
	RetiredTo Code = "S509"
	// LayoutBroken: a layout can't be parsed or run. Args: what the template language says.
	LayoutBroken Code = "S601"
	// LayoutUnknown: a file of the layouts folder that nothing uses. Args: its name.
	LayoutUnknown Code = "S602"
	// PathClash: two artefacts would write one path. Args: path, other path, source of the other.
	PathClash Code = "S603"
	// TextMisnamed: a text of the strategy whose name doesn't end in .md. Args:
	// its name, the right one.
	TextMisnamed Code = "S606"
	// FileRuns: a file of content that browsers or servers would run. Args: what runs.
	FileRuns Code = "S607"
	// FileUnclear: a file of content that can't be searched for what runs. Args: the reason.
	FileUnclear Code = "S608"
	// FileUnnamed: a file of content to which no text leads. Args: its path.
	FileUnnamed Code = "S609"
	// Symlink: a symbolic link was not followed. Args: its path.
	Symlink Code = "S701"
	// SpecialFile: neither a file nor a folder. Args: its path.
	SpecialFile Code = "S702"
	// BadName: a file's name can't be published. Args: the name.
	BadName Code = "S703"
	// FileTooBig: a file over the limit. Args: the limit in MiB.
	FileTooBig Code = "S704"
	// Unreadable: the system won't let us read it. Args: the reason.
	Unreadable Code = "S705"
	// NoContent: the folder holds no strategy. Args: the folder that was looked for.
	NoContent Code = "S706"
)

func init() {
	register(
		Rule{Code: IDVanished, Severity: Error, Example: "published.txt:\n  goal:synergia\n\ncontent/cele/synergia.md → content/cele/wspolpraca.md",
			PL: Text{"opublikowany identyfikator „{0}” zniknął",
				"Pod tym identyfikatorem strona była już opublikowana. Ktoś mógł go przytoczyć w uchwale, piśmie lub artykule, a teraz odnośnik prowadziłby donikąd.",
				"Przywróć identyfikator (pole id albo {#id} przy nagłówku), wpisz go jako dawny (aliases: przy nowym miejscu) albo wycofaj świadomie: retired: w content/index.md, z powodem."},
			EN: Text{"the published id “{0}” has vanished",
				"A page was published under this id. Somebody may have cited it, and the link would now lead nowhere.",
				"Restore the id (the id field or {#id} at the heading), list it under aliases: of the new place, or give it up on purpose with retired: in content/index.md and a reason."}},
		Rule{Code: AliasTaken, Severity: Error, Example: "aliases: [synergia]   # a cel „synergia” istnieje",
			PL: Text{"dawny identyfikator „{0}” jest w użyciu: {1}",
				"Dawny identyfikator ma prowadzić do nowego miejsca, ale pod nim istnieje już coś innego.",
				"Usuń go z aliases albo zmień identyfikator drugiej strony."},
			EN: Text{"the alias “{0}” is in use: {1}",
				"A former id is to lead to the new place, but something else exists under it.",
				"Remove it from aliases or change the other page's id."}},
		Rule{Code: RetiredAlive, Severity: Error, Example: "retired:\n  - {id: \"goal:synergia\", reason: \"…\"}",
			PL: Text{"„{0}” wpisano jako wycofane, a istnieje",
				"Lista retired wymienia to, z czego świadomie zrezygnowano. To, co istnieje, nie może na niej stać.",
				"Usuń wpis z listy retired albo usuń stronę."},
			EN: Text{"“{0}” is listed as retired but exists",
				"The list retired names what was given up on purpose. What exists cannot stand there.",
				"Remove the entry from retired, or remove the page."}},
		Rule{Code: RetiredTo, Severity: Error, Example: "retired:\n  - {id: \"topic:energia\", to: \"topic:energetyka\", reason: \"…\"}",
			PL: Text{"nie ma „{0}”, co miało zastąpić wycofane „{1}”",
				"Dawny adres ma prowadzić do następcy, więc następca musi istnieć.",
				"Popraw identyfikator w polu to albo usuń to pole: dawny adres powie wtedy tylko, dlaczego treści już nie ma."},
			EN: Text{"there is no “{0}”, which is to take the place of the retired “{1}”",
				"The former address is to lead to the successor, so the successor must exist.",
				"Correct the id in the field to, or remove the field: the former address will then only say why the content is gone."}},
		Rule{Code: NoBaseURL, Severity: Note, Example: "---\ntitle: Strategia Rozwoju\n---",
			PL: Text{"adres strony (base_url) nie jest podany, więc nie powstaje mapa strony dla wyszukiwarek (sitemap.xml)",
				"Mapa strony i pełne adresy w cytowaniach wymagają adresu, pod którym strona będzie dostępna. Wszystko inne działa bez niego.",
				"Wpisz w content/index.md: base_url: \"https://…/\" albo podaj --base-url przy budowaniu."},
			EN: Text{"the site's address (base_url) is not given, so there is no sitemap.xml for search engines",
				"A sitemap and full addresses in citations need the address at which the site will be found. All else works without it.",
				"Write base_url: \"https://…/\" in content/index.md, or give --base-url to build."}},
		Rule{Code: DeadLink, Severity: Error, Example: "[zasady](8-wdrozenie.md#roz-8.9)",
			PL: Text{"strona {0} odsyła do „{1}”, czego na stronie nie ma",
				"Po zbudowaniu sprawdzane są wszystkie odnośniki we wszystkich plikach. Ten prowadzi donikąd.",
				"Popraw odnośnik w treści albo w układzie strony (layouts), który go tworzy."},
			EN: Text{"the page {0} links to “{1}”, which is not on the site",
				"After building, every link of every page is checked. This one leads nowhere.",
				"Mend the link in the text, or in the layout that makes it."}},
		Rule{Code: LedgerBroken, Severity: Error, Example: "goal synergia",
			PL: Text{"wiersz „{0}” nie jest identyfikatorem",
				"Plik content/published.txt pamięta identyfikatory, które już opublikowano, po jednym w wierszu. Pisze go program.",
				"Przywróć plik z poprzedniej wersji albo usuń ten wiersz."},
			EN: Text{"the line “{0}” is not an id",
				"content/published.txt remembers the ids that were published, one a line. The program writes it.",
				"Restore the file from an earlier version, or remove the line."}},
		Rule{Code: DuplicateHTMLID, Severity: Error, Example: "<p id=\"main\">",
			PL: Text{"na stronie {0} identyfikator „{1}” występuje dwa razy",
				"Odnośnik do miejsca na stronie działa tylko wtedy, gdy identyfikator jest jeden.",
				"Zmień jeden z identyfikatorów w treści albo w układzie strony (layouts)."},
			EN: Text{"on the page {0} the id “{1}” stands twice",
				"A link to a place on a page works only if the id is unique.",
				"Change one of the ids, in the text or in the layout."}},
		Rule{Code: FileMissing, Severity: Error, Example: "![Mapa obszarów](obrazy/mapa.png)",
			PL: Text{"nie ma pliku „{0}”",
				"Odnośnik lub obraz prowadzi do pliku, którego nie ma w folderze content.",
				"Popraw adres (liczy się od pliku, w którym stoi, a wielkość liter ma znaczenie) albo dodaj plik."},
			EN: Text{"there is no file “{0}”",
				"A link or image leads to a file that the folder content doesn't hold.",
				"Correct the address (it counts from the file in which it stands, and case matters), or add the file."}},
		Rule{Code: LayoutBroken, Severity: Error, Example: "{{if .Titel}}",
			PL: Text{"układ strony jest zepsuty: {0}",
				"Plik w folderze layouts nie daje się odczytać albo sięga po coś, czego jego widok nie ma.",
				"Popraw wskazany wiersz. Co dostaje każdy układ, wypisuje: strategia explain layouts."},
			EN: Text{"the layout is broken: {0}",
				"A file of the layouts folder can't be parsed or asks for something that its view doesn't have.",
				"Mend the line. What each layout receives is printed by: strategia explain layouts."}},
		Rule{Code: LayoutUnknown, Severity: Warning, Example: "layouts/chapters.html",
			PL: Text{"pliku „{0}” w folderze layouts nic nie używa",
				"Układy mają stałe nazwy. Plik o innej nazwie niczego nie zmienia.",
				"Popraw nazwę albo usuń plik. Listę nazw wypisuje: strategia explain layouts."},
			EN: Text{"nothing uses the file “{0}” in the layouts folder",
				"Layouts have fixed names. A file with another name changes nothing.",
				"Correct the name or remove the file. The names are printed by: strategia explain layouts."}},
		Rule{Code: PathClash, Severity: Error, Example: "content/Mapa.png\ncontent/mapa.png",
			PL: Text{"dwa pliki trafiłyby w to samo miejsce: {0} i {1} ({2})",
				"Na stronie każdy adres może mieć jeden plik. Wielkość liter nie wystarcza, bo nie każdy serwer ją rozróżnia. Nie wystarcza też inny zapis tej samej litery: macOS zapisuje czasem „ż” jako z i kropkę.",
				"Zmień nazwę jednego z plików."},
			EN: Text{"two files would take one place: {0} and {1} ({2})",
				"Each address of the site can have one file. A difference in case is not enough, as not every server tells; nor is a letter written otherwise: macOS sometimes writes “ż” as a z and a dot.",
				"Rename one of the files."}},
		Rule{Code: TextMisnamed, Severity: Warning, Example: "content/cele/zdrowie.md.txt",
			PL: Text{"plik „{0}” wygląda na tekst strategii, ale jego nazwa nie kończy się na .md, więc nie ma go na stronie",
				"Tekstem strategii jest tylko plik, którego nazwa kończy się na .md. Notatnik w systemie Windows dopisuje przy zapisywaniu .txt, a Eksplorator tej końcówki nie pokazuje.",
				"Zmień nazwę na „{1}”. W Notatniku przy zapisywaniu wybierz typ „Wszystkie pliki”; w Eksploratorze włącz w menu Widok pokazywanie rozszerzeń nazw plików."},
			EN: Text{"the file “{0}” looks like a text of the strategy, but its name doesn't end in .md, so it is not on the site",
				"Only a file whose name ends in .md is a text of the strategy. Notepad on Windows adds .txt when it saves, and Explorer doesn't show that ending.",
				"Rename it to “{1}”. When saving in Notepad choose the type “All files”; in Explorer turn on file name extensions in the menu View."}},
		Rule{Code: FileRuns, Severity: Error, Example: "content/obrazy/mapa.svg:\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"…\">",
			PL: Text{"tego pliku nie można opublikować, bo mógłby uruchomić obcy program: {0}",
				"Pliki z folderu content trafiają na stronę urzędu bez zmian, a mogą pochodzić od osób z zewnątrz. Strona HTML, rysunek SVG ze skryptem albo plik PHP działałby tam w imieniu urzędu: w przeglądarce czytelnika lub na serwerze. Program albo dokument z makrami działałby na komputerze czytelnika, a plik ustawień serwera, na przykład _redirects, mógłby przekierować całą stronę.",
				"Rysunek zapisz w programie graficznym jako „zwykły SVG” albo jako PNG, stronę jako PDF, dokument bez makr. Jeżeli plik jest zaufany i ma działać, przenieś go do folderu static obok content."},
			EN: Text{"this file can't be published, as it could run a stranger's program: {0}",
				"Files of the folder content go to the public body's site as they are, and may come from outsiders. A page in HTML, a drawing in SVG with a script or a file of PHP would run there in the body's name: in the reader's browser, or on the server. A program or a document with macros would run on the reader's computer, and a file of a server's settings such as _redirects could lead the whole site elsewhere.",
				"Save a drawing as “plain SVG” or as PNG, a page as PDF, a document without macros. If the file is trusted and is to run, move it to the folder static beside content."}},
		Rule{Code: FileUnclear, Severity: Error, Example: "content/obrazy/mapa.svg:\n<svg><g></svg",
			PL: Text{"tego pliku nie można opublikować, bo nie da się sprawdzić, czy nie zawiera skryptu: {0}",
				"Rysunki SVG i inne pliki XML są przeglądane, bo mogą zawierać skrypty. Ten jest uszkodzony albo zapisany w kodowaniu, którego program nie zna.",
				"Zapisz plik jeszcze raz w programie, w którym powstał, w kodowaniu UTF-8, albo zastąp rysunek plikiem PNG."},
			EN: Text{"this file can't be published, as it can't be searched for scripts: {0}",
				"Drawings in SVG and other files of XML are looked into, as they may hold scripts. This one is damaged, or in an encoding that the program doesn't know.",
				"Save the file once more with the program it was made with, in UTF-8, or put a PNG in its place."}},
		Rule{Code: FileUnnamed, Severity: Note, Example: "content/lista-obecnosci.xlsx   # żaden tekst do niej nie odsyła",
			PL: Text{"do pliku „{0}” nie odsyła żaden tekst, a mimo to będzie opublikowany",
				"Na stronę trafia każdy plik z folderu content, nie tylko teksty. Kto zna albo odgadnie adres, ten go otworzy. Wymienia się tu najwyżej dwadzieścia takich plików.",
				"Dodaj odnośnik do pliku albo usuń plik z folderu content, jeżeli nie jest dla wszystkich."},
			EN: Text{"no text leads to the file “{0}”, and it will be published all the same",
				"Every file of the folder content goes to the site, not the texts alone. Whoever knows or guesses the address can open it. Twenty such files are listed at most.",
				"Add a link to the file, or take it out of the folder content if it isn't for everybody."}},
		Rule{Code: Symlink, Severity: Error, Example: "content/plan.md -> /etc/passwd",
			PL: Text{"„{0}” jest dowiązaniem symbolicznym i nie będzie czytane",
				"Dowiązanie może prowadzić poza folder strony, dlatego żadne nie jest czytane.",
				"Wstaw zamiast niego zwykły plik."},
			EN: Text{"“{0}” is a symbolic link and is not read",
				"A link can lead out of the site's folder, so none is followed.",
				"Put an ordinary file in its place."}},
		Rule{Code: SpecialFile, Severity: Error, Example: "mkfifo content/rura",
			PL: Text{"„{0}” nie jest ani plikiem, ani folderem",
				"Kolejek, gniazd i urządzeń nie da się opublikować.",
				"Usuń to z folderu strony."},
			EN: Text{"“{0}” is neither a file nor a folder",
				"Pipes, sockets and devices can't be published.",
				"Remove it from the site's folder."}},
		Rule{Code: BadName, Severity: Error, Example: "content/co?.md",
			PL: Text{"nazwy „{0}” nie da się opublikować",
				"Nazwa zawiera znak, którego nie przyjmują niektóre systemy lub adresy: < > : \" | ? * \\ albo znak sterujący.",
				"Zmień nazwę pliku. Polskie litery i spacje są dozwolone."},
			EN: Text{"the name “{0}” can't be published",
				"The name holds a character that some systems or addresses refuse: < > : \" | ? * \\ or a control character.",
				"Rename the file. Polish letters and spaces are allowed."}},
		Rule{Code: FileTooBig, Severity: Error, Example: "content/film.mp4 (700 MB)",
			PL: Text{"plik jest większy niż {0} MB",
				"Tak duży plik nie otworzy się na telefonie i spowolni każde budowanie.",
				"Zmniejsz plik, podziel go albo odeślij do niego adresem."},
			EN: Text{"the file is larger than {0} MB",
				"A file of that size won't open on a phone and slows every build.",
				"Make it smaller, split it, or link to where it is."}},
		Rule{Code: Unreadable, Severity: Error, Example: "chmod 000 content/rozdzial.md",
			PL: Text{"nie można odczytać: {0}",
				"System nie pozwolił otworzyć pliku lub folderu.",
				"Sprawdź, czy plik istnieje i czy masz do niego prawo."},
			EN: Text{"can't be read: {0}",
				"The system refused to open the file or folder.",
				"Check that it exists and that you may read it."}},
		Rule{Code: NoContent, Severity: Error, Example: "strategia build ./pusty-folder",
			PL: Text{"nie ma czego budować: brak plików .md w folderze {0}",
				"Treść strategii to pliki .md w folderze content, a w nim index.md.",
				"Wskaż właściwy folder albo zacznij od: strategia new FOLDER."},
			EN: Text{"nothing to build: there are no .md files in {0}",
				"A strategy's text is .md files in the folder content, index.md among them.",
				"Name the right folder, or begin with: strategia new FOLDER."}},
	)
}
