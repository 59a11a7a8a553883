package lexicon

import "strings"

// functionWords are, by language, the words that hold a sentence together and say
// little of what it is about: those of questions, pronouns, conjunctions,
// prepositions, auxiliary verbs, in their base forms.
var functionWords = map[string]map[string]bool{
	"pl": setOf(`kto co czyj jaki jak który gdzie kiedy dokąd skąd dlaczego czemu czy ile ten to tamten taki ów on ja ty my wy się siebie
		swój mój twój nasz wasz jego jej ich i a ale lub albo oraz ani bo ponieważ więc zatem że żeby aby by gdy jeśli jeżeli choć chociaż niż
		w we z ze na do od dla o przy po pod nad przed za przez między u ku bez poza wśród podczas wobec według jako
		być zostać mieć móc można trzeba powinien nie tak też także również już jeszcze tylko bardzo niech tu tutaj tam teraz wtedy zawsze
		nigdy każdy wszystek wszystko żaden nikt nic ktoś coś jakiś sam jaka`),
	"en": setOf(`the a an is are be am was were been who whose what where when how why which do does did have has had can could will would
		shall should may might must of in on at to for from by with without into about and or but nor not no it its this that these those i you we
		they he she me us them my your our their his her there here as if than then so any some`),
	"uk": setOf(`хто що де коли як чому чи який чий скільки це цей той такий бути є мати могти можна треба і й та а але або ні не в у на до з
		із зі від для про при по під над перед за через між без він вона воно вони я ти ми ви свій наш мій твій ваш їх їхній його її так тут там
		ще вже лише тільки щоб якщо коли бо тому ніхто ніщо хтось щось кожен весь сам`),
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// Function reports whether a word, in its base form, is one that says little.
func (l *Lexicon) Function(base string) bool { return l.function[base] }
