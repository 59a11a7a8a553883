package bench

import (
	"fmt"
	"strconv"
	"strings"
)

// The size of a big city's strategy with all that is watched of it.
const (
	cityChapters   = 10
	cityGoals      = 60
	cityActions    = 400
	cityIndicators = 250
	cityYears      = 15 // of values of each indicator
	cityUnits      = 60
	cityDocuments  = 12
	cityOuterGoals = 25 // of each document
)

// The newest year of the values, and that from which progress counts.
const lastYear, baseYear = 2025, 2020

// newCity plans the strategy of a big city, so many times as large.
func newCity(times int) *site {
	s := &site{chapters: cityChapters * times, units: units, documents: nil, actions: cityActions * times, indicators: cityIndicators * times}
	s.planGoals(cityGoals * times)
	kinds := []string{"city", "city", "city", "public", "ngo", "private", "residents", "partnership"}
	for i := len(s.units); i < cityUnits*times; i++ {
		u := unit{id: fmt.Sprintf("jednostka-%03d", i+1), kind: kinds[i%len(kinds)], title: again("Jednostka do spraw "+operationalObjects[i%len(operationalObjects)], i/len(operationalObjects))}
		if u.short = fmt.Sprintf("J%03d", i+1); u.kind == "city" {
			u.parent = "urzad-gminy"
		}
		s.units = append(s.units[:i:i], u)
	}
	for i := range cityDocuments * times {
		d := documents[i%len(documents)]
		if k := i / len(documents); k > 0 {
			d.id, d.title = d.id+"-"+strconv.Itoa(k+1), again(d.title, k)
		}
		if d.goals = cityOuterGoals; i >= cityDocuments {
			d.level, d.narrow = "national", true
		}
		s.documents = append(s.documents, d)
	}
	return s
}

// GenerateCity writes the strategy of a fictional big city to dir, so many times as
// large: see Generate.
func GenerateCity(dir string, times int) error {
	if times < 1 {
		return fmt.Errorf("generate a city %d times: it must be once at least", times)
	}
	return newCity(times).generate(dir)
}

// CityData is the path of the values of an indicator of a city, by its number from 1.
func CityData(n int) string { return fmt.Sprintf("content/wskazniki/wskaznik-%04d.csv", n) }

// operational returns the id of an operational goal, by any number.
func (s *site) operational(i int) string {
	tops := 0
	for tops < len(s.goals) && s.goals[tops].parent < 0 {
		tops++
	}
	return s.goals[tops+i%(len(s.goals)-tops)].id
}

// indicator returns the file of indicator i and that of its values. One value in
// twenty is lacking, and the newest is preliminary.
func (s *site) indicator(i int) (text, data []byte) {
	w := writer{d: newDice(streamIndicator, uint64(i))}
	up := i%2 == 0
	polarity, step := "destimulant", -1
	if up {
		polarity, step = "stimulant", 1
	}
	value := 400 + w.d.n(5000)
	change := 1 + value/100
	w.line("---\nkind: indicator\nnumber: \"", strconv.Itoa(i+1), "\"")
	w.line("title: ", again("Wskaźnik "+operationalObjects[i%len(operationalObjects)], i/len(operationalObjects)))
	w.line("goals: [", s.operational(i), ", ", s.operational(i+7), "]")
	w.line("level: ", [...]string{"product", "result", "result", "impact"}[i%4])
	w.line("definition: ", capital(w.d.pick(subjects)), " ", w.d.pick(actions), ".")
	w.line("unit: \"", [...]string{"szt.", "osoby", "zł", "km"}[i%4], "\"\npolarity: ", polarity, "\nfrequency: yearly")
	w.line("owner: ", s.units[i%len(s.units)].id)
	var d strings.Builder
	d.WriteString("rok;wartość;status\n")
	base := 0
	for y := lastYear - cityYears + 1; y <= lastYear; y++ {
		switch {
		case y != baseYear && w.d.one(20):
			fmt.Fprintf(&d, "%d;-;\n", y)
		case y == lastYear:
			fmt.Fprintf(&d, "%d;%d;wstępna\n", y, value)
		default:
			fmt.Fprintf(&d, "%d;%d;\n", y, value)
		}
		if y == baseYear {
			base = value
		}
		value = max(1, value+step*(change/2+w.d.n(change)))
	}
	w.line("base: {year: ", strconv.Itoa(baseYear), ", value: ", strconv.Itoa(base), "}")
	w.line("targets: [{year: 2030, value: ", strconv.Itoa(max(1, base+step*12*change/2)), "}, {year: 2035, value: ", strconv.Itoa(max(1, base+step*18*change/2)), "}]")
	w.line("---\n")
	w.sentences(2)
	return w.Bytes(), []byte(d.String())
}

// action returns the file of action i.
func (s *site) action(i int) []byte {
	w := writer{d: newDice(streamAction, uint64(i))}
	start := w.d.between(2024, 2028)
	state := [...]string{"planned", "preparing", "ongoing", "ongoing", "ongoing", "done", "suspended", "abandoned"}[i%8]
	w.line("---\nkind: action")
	w.line("title: ", again(operationalVerbs[i%len(operationalVerbs)]+" "+operationalObjects[i%len(operationalObjects)], i/len(operationalVerbs)/len(operationalObjects)))
	w.line("goals: [", s.operational(i), ", ", s.operational(i+11), "]")
	w.line("lead: ", s.units[i%len(s.units)].id, "\npartners: [", s.units[(i+5)%len(s.units)].id, "]")
	completion, handed := w.d.n(11)*10, ""
	switch state {
	case "done":
		start, completion, handed = 2024, 100, ", done: 2026-05"
	case "suspended", "abandoned":
		w.line("reason: Brakuje pieniędzy na dalsze prace.")
	}
	w.line("start: ", strconv.Itoa(max(start, 2025)), "\nend: ", strconv.Itoa(start+2), "\nstate: ", state)
	w.line("completion: ", strconv.Itoa(completion))
	w.line(fmt.Sprintf("reviewed: 2026-%02d-%02d", w.d.between(1, 9), w.d.between(1, 28)))
	w.line("milestones:")
	done := ""
	if start <= 2026 {
		done = fmt.Sprintf(", done: %d-02-%02d", max(start, 2025), w.d.between(1, 28))
	}
	w.line(fmt.Sprintf("  - {text: umowa z wykonawcą, due: %d-03%s}", max(start, 2025), done))
	w.line(fmt.Sprintf("  - {text: odbiór prac, due: %d-06%s}", start+2, handed))
	cost := w.d.between(1, 90) * 100_000
	w.line("cost: ", strconv.Itoa(cost))
	w.line("funding: [{source: budżet gminy, amount: ", strconv.Itoa(cost/2), "}, {source: dotacja, amount: ", strconv.Itoa(cost-cost/2), "}]")
	w.line("---\n")
	w.sentences(2)
	return w.Bytes()
}
