// Package browser holds the tests that look at the built site with a real
// browser, as its readers do: on a phone, on a screen, from a folder, under the
// strict content security policy. There is no code here but tests.
package browser
