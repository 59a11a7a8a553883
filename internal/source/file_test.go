package source

import "testing"

func TestUTF16(t *testing.T) {
	for text, want := range map[string]bool{
		"\xff\xfer\x00o\x00k\x00": true, "\xfe\xff\x00r\x00o\x00k": true, "r\x00o\x00k\x00;\x00": true,
		"rok;wartość": false, "\ufeffrok": false, "rok\x00": false, "\x00\x00\x00\x00\x00\x00": false, "": false,
	} {
		if got := NewFile("content/a.csv", []byte(text)).UTF16(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
