package search

import "bytes"

// File is a stream as the site has it: a script that calls strategia with the
// bytes as a string, one letter a byte. A page that was opened from a folder runs
// it, with "x-user-defined" as its encoding; any other fetches it and takes the
// string out. So one file of hardly more bytes than the stream serves both.
func File(stream []byte) []byte {
	b := make([]byte, 0, len(stream)+len(stream)/50+16)
	b = append(b, `strategia("`...)
	for _, c := range stream {
		switch c {
		case '\\', '"':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, `")`...)
}

// Stream takes the stream out of a file.
func Stream(file []byte) []byte {
	file = bytes.TrimSuffix(bytes.TrimPrefix(file, []byte(`strategia("`)), []byte(`")`))
	b := make([]byte, 0, len(file))
	for i := 0; i < len(file); i++ {
		c := file[i]
		if c == '\\' && i+1 < len(file) {
			i++
			switch c = file[i]; c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			}
		}
		b = append(b, c)
	}
	return b
}
