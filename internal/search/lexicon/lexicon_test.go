package lexicon

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

func TestTmp(t *testing.T) {
	s := time.Now()
	l := For("pl")
	fmt.Println("open", time.Since(s))
	words := []string{"szkół", "działań", "mieszkańcy", "mieszkańcami", "interesariuszy", "fotowoltaiki", "elektromobilności", "miasta", "cele", "toruniu", "mamy", "zamku", "rewitalizacji", "usług", "dróg", "rubinkowie"}
	slices.Sort(words)
	s = time.Now()
	f := l.Find(words)
	fmt.Println("find", time.Since(s))
	for i, w := range words {
		fmt.Print(w, ": ")
		for _, x := range f[i] {
			fmt.Print(x.Base(), "/", string(x.Paradigm.Class), " ")
		}
		fmt.Println()
	}
	for _, g := range l.Guess([]string{"rubinkowie", "rubinkowa", "kaszczorku", "kaszczorek", "interesariuszy", "smartcity", "czerniewicach", "bydgoszczaków", "wirtualizatora"}) {
		fmt.Println(g.Words)
		for _, x := range g.Lemmas {
			fmt.Print("   ", x.Base(), x.Paradigm.Endings)
		}
		fmt.Println()
	}
}
