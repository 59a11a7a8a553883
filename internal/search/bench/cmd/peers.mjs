// Makes the indexes of other searches, of the sections that sections.json in the
// present folder holds: node peers.mjs MODULES.
import {cpSync, existsSync, readFileSync, writeFileSync} from "node:fs";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";

const modules = resolve(process.argv[2]);
const load = path => import(pathToFileURL(modules + path).href);
const sections = JSON.parse(readFileSync("sections.json", "utf8"));

if (existsSync(modules + "/minisearch")) {
	const {default: MiniSearch} = await load("/minisearch/dist/es/index.js");
	const index = new MiniSearch({fields: ["title", "text"]});
	index.addAll(sections);
	writeFileSync("minisearch.json", JSON.stringify(index));
	cpSync(modules + "/minisearch/dist/umd/index.js", "minisearch.js");
}
if (existsSync(modules + "/pagefind")) {
	const pagefind = await load("/pagefind/lib/index.js");
	const {index} = await pagefind.createIndex({forceLanguage: "pl"});
	for (const s of sections) {
		await index.addCustomRecord({url: "/" + s.id, content: s.title + "\n" + s.text, language: "pl", meta: {title: s.title}});
	}
	await index.writeFiles({outputPath: "pagefind"});
	await pagefind.close();
}
