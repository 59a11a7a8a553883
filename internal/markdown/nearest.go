package markdown

import "strategia/internal/diag"

// nearest returns the name that word was most likely meant to be, or "".
func nearest(word string, names []string) string {
	name, _ := diag.Nearest(word, names)
	return name
}
