export default {
	root: true,
	extends: ["html-validate:recommended"],
	rules: {
		// HTML5 allows every id without a space; ours have the numbers of the
		// document in them: "roz-8.1".
		"valid-id": ["error", { relaxed: true }],
		// The title of a strategy is as long as the council made it, and is
		// nowhere cut.
		"long-title": "off",
		// A search box that offers what it found is a combobox with a list of
		// links; no native element is one.
		"prefer-native-element": ["error", { exclude: ["combobox", "listbox"] }],
	},
};
