package strategy

import "math"

// Progress is how far an indicator has come on its way from the base to the
// target, with the working, so that anybody can follow it.
//
// The method is that of Statistics Canada for its Sustainable Development Goals,
// as Open SDG documents and uses it
// (https://open-sdg.readthedocs.io/en/latest/progress-methodology/): the observed
// compound annual growth rate since the base year is divided by the one that
// would have led to the target, and the quotient is judged: from 0.95 on
// substantial, from 0.60 on moderate, from 0 on limited, below 0 deterioration;
// a target that is reached is reached.
//
// It is adapted in two ways. Growth rates need values above zero: where the
// base, the value or the target is none, and for a nominant, the mean annual
// changes are divided instead. The way of a nominant is its distance from the
// target; it arrives when the rounded value is the target.
type Progress struct {
	Status ProgressStatus
	// Now is the newest value, Base and Target are the ends of the way.
	Now          Observation
	Base, Target Aim
	// Compound says that Observed and Needed are compound annual growth rates;
	// else they are mean changes a year, in the indicator's unit.
	Compound bool
	// Observed is the rate since the base year, Needed the one that leads to
	// the target. Ratio is the one by the other, positive towards the target.
	Observed, Needed, Ratio float64
	// Share is the part of the planned change that was made: .56.
	Share float64
}

// ProgressStatus is the judgement.
type ProgressStatus string

// The judgements of the method, and the reasons why there is none.
const (
	TargetAchieved      ProgressStatus = "achieved"
	ProgressSubstantial ProgressStatus = "substantial"
	ProgressModerate    ProgressStatus = "moderate"
	ProgressLimited     ProgressStatus = "limited"
	Deterioration       ProgressStatus = "deterioration"
	NoTarget            ProgressStatus = "no-target"
	NoBase              ProgressStatus = "no-base"
	NoData              ProgressStatus = "no-data"      // nothing newer than the base
	NoWay               ProgressStatus = "no-way"       // the base is the target already
	NoPolarity          ProgressStatus = "contradicted" // the target lies on the wrong side of the base
)

// The bounds between the judgements.
const (
	BoundSubstantial = .95
	BoundModerate    = .60
)

// Measured reports whether there is a judgement.
func (s ProgressStatus) Measured() bool {
	switch s {
	case TargetAchieved, ProgressSubstantial, ProgressModerate, ProgressLimited, Deterioration:
		return true
	}
	return false
}

// Judgements are the judgements from the best.
var Judgements = []ProgressStatus{TargetAchieved, ProgressSubstantial, ProgressModerate, ProgressLimited, Deterioration}

// Direction is where the target lies from the base, +1 or -1; 0 if it is the
// base. ok is false where the polarity wants the other direction.
func (x *Indicator) Direction() (sign float64, ok bool) {
	target := x.Target()
	switch {
	case target.Value > x.Base.Value:
		return 1, x.Polarity != Destimulant
	case target.Value < x.Base.Value:
		return -1, x.Polarity != Stimulant
	}
	return 0, true
}

// Progress works out how far the indicator has come.
func (x *Indicator) Progress() Progress {
	p := Progress{Base: x.Base, Target: x.Target()}
	now := x.Latest()
	sign, agrees := x.Direction()
	switch {
	case !p.Target.Stated():
		p.Status = NoTarget
	case !p.Base.Stated():
		p.Status = NoBase
	case now == nil || now.Period.Year <= p.Base.Year:
		p.Status = NoData
	case p.Target.Year <= p.Base.Year || sign == 0 && x.Polarity == PolarityNone:
		p.Status = NoWay
	case !agrees:
		p.Status = NoPolarity
	}
	if p.Status != "" {
		return p
	}
	p.Now = *now
	if x.reached(now.Value, p.Target.Value, sign) {
		p.Status = TargetAchieved
	}
	if sign == 0 {
		// Nothing was to change: it either stayed or went the wrong way.
		if p.Status == "" {
			p.Status = Deterioration
		}
		return p
	}
	x.rates(&p, sign)
	if p.Status == "" {
		p.Status = judge(p.Ratio)
	}
	return p
}

// reached reports whether a value is as good as the target.
func (x *Indicator) reached(now, target, sign float64) bool {
	switch {
	case x.Polarity == Stimulant || x.Polarity == PolarityNone && sign > 0:
		return now >= target
	case x.Polarity == Nominant:
		return x.Round(now) == x.Round(target)
	}
	return now <= target
}

// rates fills in the working.
func (x *Indicator) rates(p *Progress, sign float64) {
	base, now, target := p.Base.Value, p.Now.Value, p.Target.Value
	passed, planned := p.Now.Period.Time()-float64(p.Base.Year), float64(p.Target.Year-p.Base.Year)
	p.Share = (now - base) / (target - base)
	if x.Polarity == Nominant {
		p.Share = 1 - math.Abs(now-target)/math.Abs(target-base)
	}
	if passed <= 0 {
		passed = 1
	}
	p.Compound = x.Polarity != Nominant && base > 0 && now > 0 && target > 0
	if p.Compound {
		p.Observed = math.Pow(now/base, 1/passed) - 1
		p.Needed = math.Pow(target/base, 1/planned) - 1
		p.Ratio = sign * p.Observed / math.Abs(p.Needed)
		return
	}
	way := math.Abs(target - base)
	p.Observed, p.Needed = sign*p.Share*way/passed, sign*way/planned
	p.Ratio = p.Observed / p.Needed
}

// judge names what a quotient means.
func judge(ratio float64) ProgressStatus {
	switch {
	case ratio >= BoundSubstantial:
		return ProgressSubstantial
	case ratio >= BoundModerate:
		return ProgressModerate
	case ratio >= 0:
		return ProgressLimited
	}
	return Deterioration
}
