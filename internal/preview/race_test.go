//go:build race

package preview

// underRace says that the race detector makes everything some times slower.
const underRace = true
