package bench

// The words of the generated strategies. Phrases stand in the grammatical case
// that their place in a sentence asks for, so that the prose reads as Polish:
// typography and the search for terms work on it as they do on a real text.

var topics = []string{
	"Transport publiczny", "Drogi rowerowe", "Mieszkalnictwo komunalne", "Rewitalizacja", "Edukacja przedszkolna",
	"Szkoły podstawowe", "Kształcenie zawodowe", "Kultura", "Sport i rekreacja", "Zieleń miejska", "Gospodarka wodna",
	"Gospodarka odpadami", "Energia i ciepło", "Jakość powietrza", "Ochrona zdrowia", "Pomoc społeczna",
	"Polityka senioralna", "Polityka młodzieżowa", "Bezpieczeństwo", "Dostępność", "Turystyka", "Dziedzictwo",
	"Przedsiębiorczość", "Nauka i innowacje", "Rynek pracy", "Planowanie przestrzenne", "Usługi cyfrowe",
	"Współpraca międzygminna", "Partycypacja", "Finanse gminy",
}

var districts = []string{
	"Stare Sady", "Nowe Łąki", "Podgórze", "Zawodzie", "Młyńska", "Rybaki", "Brzezina", "Olszynki", "Kępa", "Wrzosy",
	"Garbary", "Piaski", "Zatorze", "Cegielnia", "Działki", "Ogrody", "Górka", "Nadrzecze", "Dębiny", "Źródła",
}

var aspects = []string{
	"diagnoza", "wyzwania", "kierunki działań", "zadania i terminy", "finansowanie", "partnerzy", "wskaźniki i oceny",
	"ryzyka", "dostępność usług", "plan na dziesięć lat", "wnioski z konsultacji", "powiązania z programami",
	"zasady wyboru projektów", "standardy", "harmonogram", "koszty utrzymania", "potrzeby mieszkańców",
}

var sectionTitles = []string{
	"Stan obecny", "Potrzeby mieszkańców", "Założenia", "Zasady współpracy", "Kierunki działań", "Zadania realizacyjne",
	"Źródła finansowania", "Harmonogram", "Oczekiwane rezultaty", "Odpowiedzialność", "Wyniki konsultacji",
	"Ryzyka i sposoby ich ograniczania", "Powiązania z innymi rozdziałami", "Dane i ich źródła", "Sposób oceny",
}

var subTitles = []string{
	"Zakres", "Dane liczbowe", "Różnice między dzielnicami", "Przykłady", "Wnioski", "Kolejność prac", "Zasoby", "Ograniczenia",
}

var localTitles = []string{"Poziom organizacyjny", "Poziom programowy", "Poziom finansowy"}

var subjects = []string{
	"gmina", "miasto", "urząd", "wydział prowadzący", "spółka komunalna", "jednostka budżetowa", "rada dzielnicy",
	"zespół zadaniowy", "zarząd dróg", "partnerstwo lokalne", "centrum usług", "ośrodek kultury",
}

var actions = []string{
	"rozwija sieć dróg rowerowych", "modernizuje oświetlenie ulic", "remontuje budynki użyteczności publicznej",
	"zwiększa liczbę miejsc w żłobkach", "ogranicza emisję pyłów", "upraszcza procedury", "wspiera najem społeczny",
	"otwiera dane o budżecie", "porządkuje przestrzeń publiczną", "szkoli pracowników", "zakłada parki kieszonkowe",
	"buduje zbiorniki retencyjne", "przygotowuje tereny pod inwestycje", "skraca czas dojazdu do pracy",
	"prowadzi zajęcia dla seniorów", "odnawia nabrzeże", "dofinansowuje wymianę źródeł ciepła", "tworzy miejsca spotkań",
	"usuwa bariery architektoniczne", "zleca badania jakości życia", "łączy linie autobusowe z koleją",
	"wyposaża pracownie szkolne", "chroni zabytki", "pozyskuje środki zewnętrzne", "prowadzi budżet obywatelski",
}

var manners = []string{
	"we współpracy z organizacjami pozarządowymi", "na podstawie wyników konsultacji", "w ramach wieloletniej prognozy finansowej",
	"z udziałem mieszkańców", "w porozumieniu z gminami sąsiednimi", "w granicach zaplanowanych środków",
	"zgodnie z planem miejscowym", "na zasadach partnerstwa publiczno-prywatnego", "z poszanowaniem ładu przestrzennego",
	"etapami, zaczynając od terenów najbardziej potrzebujących", "we wszystkich dzielnicach", "przy wsparciu uczelni",
	"po zasięgnięciu opinii rady młodzieży", "w trybie otwartego konkursu ofert", "w oparciu o dane z monitoringu",
}

var effects = []string{
	"co poprawia dostępność usług publicznych", "co zmniejsza koszty utrzymania", "dzięki czemu ruch w centrum maleje",
	"co wzmacnia zaufanie do samorządu", "a to sprzyja powstawaniu miejsc pracy", "co ułatwia codzienne życie rodzin",
	"dzięki czemu odpływ młodych osób jest mniejszy", "co podnosi bezpieczeństwo pieszych", "a efekty są widoczne już po roku",
	"co ogranicza skutki upałów i ulewnych deszczów", "dzięki czemu interesariusze mają wpływ na kolejność prac",
	"co pozwala lepiej wykorzystać istniejące budynki",
}

var openings = []string{
	"W pierwszym etapie", "Równolegle", "Od początku okresu programowania", "Z inicjatywy mieszkańców", "W tym obszarze",
	"Niezależnie od tego", "W odpowiedzi na wyniki diagnozy", "Po uchwaleniu budżetu", "W kolejnych latach", "Co roku",
}

var claims = []string{
	"dobrze ocenia komunikację miejską", "chce większej liczby drzew przy ulicach", "korzysta z usług przez internet",
	"zna wyniki budżetu obywatelskiego", "oczekuje krótszych kolejek do lekarza", "planuje pozostać w mieście",
	"uczestniczy w wydarzeniach kulturalnych", "czuje się bezpiecznie po zmroku",
}

// needs stand in the genitive.
var needs = []string{
	"opieki nad osobami starszymi", "mieszkań na wynajem", "cichych ulic", "dostępnych przystanków", "zajęć pozalekcyjnych",
	"miejsc do uprawiania sportu", "ochrony przed hałasem", "stałego finansowania", "prostych formularzy", "terenów zielonych",
}

// expenses stand in the accusative.
var expenses = []string{
	"remonty chodników", "utrzymanie zieleni", "zakup autobusów", "stypendia", "opiekę wytchnieniową", "termomodernizację szkół",
	"kanalizację deszczową", "promocję gospodarczą",
}

var priorities = []string{
	"równy dostęp do usług", "trwałość efektów", "jawność wydatków", "bliskość szkoły i przystanku", "oszczędność energii",
	"współdziałanie jednostek", "zdrowie mieszkańców",
}

var sources = []string{
	"Dane Głównego Urzędu Statystycznego", "Sprawozdanie z wykonania budżetu", "Badanie jakości życia", "Raport o stanie gminy",
	"Rejestr prowadzony przez urząd", "Wyniki pomiarów stacji monitoringu",
}

var areas = []string{"przestrzeń", "gospodarka", "społeczeństwo", "środowisko", "zarządzanie"}

var indicators = []string{
	"Udział podróży transportem publicznym (%)", "Miejsca w żłobkach", "Powierzchnia parków (ha)", "Mieszkania gminne",
	"Liczba organizacji pozarządowych", "Dni z przekroczeniem norm pyłu", "Długość dróg rowerowych (km)", "Zajęcia dla seniorów",
}

var strategicTitles = []string{
	"Miasto bliskie i dostępne", "Gospodarka oparta na wiedzy", "Zdrowe środowisko", "Silna wspólnota mieszkańców",
	"Nowoczesna edukacja", "Sprawne zarządzanie", "Dobre mieszkanie", "Żywe dziedzictwo", "Bezpieczna przestrzeń",
	"Otwarta kultura", "Zrównoważona mobilność", "Współpraca ponad granicami gmin",
}

var operationalVerbs = []string{
	"Rozwój", "Modernizacja", "Poprawa dostępności", "Wspieranie", "Ochrona", "Upowszechnianie", "Uporządkowanie", "Finansowanie",
}

// operationalObjects stand in the genitive.
var operationalObjects = []string{
	"transportu publicznego", "mieszkań komunalnych", "terenów zielonych", "usług społecznych", "szkół i przedszkoli",
	"przedsiębiorczości", "dziedzictwa kulturowego", "usług cyfrowych", "opieki zdrowotnej", "gospodarki wodnej",
	"przestrzeni publicznych", "sportu powszechnego", "efektywności energetycznej",
}
