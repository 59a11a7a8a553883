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
	},
};
