// The search of the built site. The first part reads an index and answers as
// package search does, whose comments explain both; the second shows what was
// found. No page needs any of it to be read.
(() => {
const {imul, min, max, log, round, exp} = Math;
const logistic = [], stretched = [], rates = [], golden = 0x9E3779B1;
for (let x = -2047; x < 2048; x++) {
	const v = round(4096 / (1 + exp(-x / 256)));
	logistic.push(v);
	while (stretched.length <= v) stretched.push(x);
}
for (let n = 0; n < 16; n++) rates.push(131072 / (2 * n + 3) | 0);

const fold = w => w.normalize("NFD").replace(/\p{M}/gu, "").replace(/ł/g, "l");
const lower = w => [...w.normalize("NFC")].slice(0, 48).join("").toLowerCase();
const words = /\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+/gu;
const quotes = s => s.split(/["„”“«»]/).length - 1;
const width = n => 32 - Math.clz32(max(n - 1, 1));
const last3 = b => b.slice(-3).reduce((c, x) => c << 8 | x, 0);
const utf8 = b => new TextDecoder().decode(Uint8Array.from(b));

// open reads the first stream of an index and returns what it can be asked.
const open = bytes => {
	const slots = new Uint16Array(1 << 20), weights = new Int32Array(1024).fill(22000), at = [], s = [];
	let next, span, code, kind;
	const start = b => {
		bytes = b; next = code = 0; span = 2 ** 32 - 1;
		for (let i = 0; i < 4; i++) code = code * 256 + (bytes[next++] | 0);
	};
	const bit = (h, node) => {
		let sum = 0, b = 0, i = 0;
		node = imul(node, golden);
		for (; i < 4; i++) at[i] = imul(h[i] + node, 0x85EBCA6B) >>> 12;
		const set = (kind << 4 | min(slots[at[1]] & 15, 3) << 2 | min(slots[at[2]] & 15, 3)) * 4;
		for (i = 0; i < 4; i++) {
			s[i] = stretched[min(slots[at[i]] >> 4 ^ 0x800, 4095)] ?? 2047;
			sum += s[i] * (weights[set + i] >> 2) >> 6;
		}
		const p = min(max(logistic[min(max(sum >> 8, -2047), 2047) + 2047], 1), 4095), bound = (span >>> 12) * p;
		if (code < bound) span = bound, b = 1;
		else code -= bound, span -= bound;
		for (; span < 1 << 24; span *= 256) code = code * 256 + (bytes[next++] | 0);
		for (i = 0; i < 4; i++) {
			weights[set + i] += s[i] * ((b << 12) - p) * 8 + 0x2000 >> 14;
			const slot = slots[at[i]], n = slot & 15, c = slot >> 4 ^ 0x800;
			slots[at[i]] = c + ((b * 4095 - c) * rates[n] >> 16) << 4 ^ 0x8000 | min(n + 1, 14);
		}
		return b;
	};
	// read reads a symbol of size bits, or a number if size is negative.
	const read = (k, size, a = 0, b = a, c = a) => {
		const h = [0, a, b, c].map((x, i) => imul(x * 4 + i, 0x2C1B3C6D) + imul(k, 0x297A2D39) | 0);
		let n = 1, i = size;
		kind = k;
		if (i < 0) for (i = 0; i < 31 && bit(h, -i);) i++;
		for (const all = i; i-- > 0;) n = n << 1 | bit(h, (n << 5) + all);
		return n - (size < 0 ? 1 : 1 << size);
	};
	const count = () => read(0, -1);
	const text = (k, before = []) => {
		const out = before.slice(0, read(0, 8, k, (before.length << 8) + k, 9));
		for (let b; c = last3(out), b = read(1, 8, ((c & 255) << 8) + k, ((c & 65535) << 8) + k, imul(c << 8, golden) + k);) out.push(b);
		return out;
	};
	let c;
	start(bytes);

	const knots = [], paradigms = [], folded = [];
	const knot = (c, above) => {
		const ref = read(8, -1, c & 65535, c, (above << 8) + (c & 255));
		if (ref) return knots[ref - 1];
		const k = read(9, 1, c & 255, c & 65535, c) ? [[]] : [];
		for (let b = 0, l; l = read(9, 8, (b << 8) + 1, (b << 16) + (c << 8 & 65535), (b << 24) + (c << 8)); b = l)
			for (const e of knot(c << 8 & 0xFFFFFF | l, b)) k.push([l, ...e]);
		knots.push(k);
		return k;
	};
	for (let n = count(); n--;) {
		const p = knot(1, 0).map(utf8);
		paradigms.push(p);
		folded.push(p.map(fold));
	}

	// An entry is a folded stem, its paradigm, its group and the stem itself.
	const entries = [], byGroup = [], byStem = new Map(), unitsOf = [], sets = [];
	for (let n = count(), b; n--;) {
		b = text(1, b);
		c = last3(b);
		const stem = utf8(b), f = fold(stem), e = [f, read(2, width(paradigms.length), c & 255, c & 65535, c), byGroup.length - read(3, -1), stem], g = e[2];
		(byGroup[g] ||= []).push(e);
		sets[g] = unitsOf[g] = [g];
		byStem.set(f, [...byStem.get(f) || [], e]);
		entries.push(e);
	}
	const groups = byGroup.length;
	for (let n = count(); n--;) {
		const set = [];
		for (let m = count(); m--;) set.push(read(3, width(groups), 1));
		for (const g of set) unitsOf[g] = [...unitsOf[g], sets.length];
		sets.push(set);
	}

	// A text is its kind, address, and where it, its body and the next one begin.
	const texts = [], stream = [], textOf = [], places = sets.map(() => []), textsOf = sets.map(() => new Set());
	const spelling = [], known = sets.map(() => []), separators = [], behind = [];
	let ids = 0;
	const spell = (i, first, after) => {
		const u = stream[i], sep = first ? 0 : behind[i - 1], before = first ? 0 : stream[i - 1], met = known[u];
		const place = met.length && read(5, -1, (u << 8) + met.length, (u << 8) + sep, (u << 8) + imul(before, golden));
		if (place == met.length) {
			const [, p, , stem] = sets[u].flatMap(g => byGroup[g])[read(6, -1, 1)];
			const w = stem + paradigms[p][read(6, width(paradigms[p].length), p << 8, before << 8, 2)], shape = read(6, 2, sep, 3, 3);
			met.push(shape > 2 ? utf8(text(4)) : shape > 1 ? w.toUpperCase() : shape ? w.replace(/./u, l => l.toUpperCase()) : w);
		}
		spelling[i] = met[place];
		if ((behind[i] = read(7, -1, u, after, sep + (u << 8))) == separators.length) separators.push(utf8(text(3)));
	};
	for (let n = count(), t = 0, i = 0, b, address; t < n; t++) {
		const k = read(0, 3, 5), begin = i, body = i + (address = text(2, address), count()), end = body + count();
		texts.push([k, utf8(address), begin, body, end]);
		for (; i < end; i++) {
			const u1 = stream[i - 1] | 0, u = read(4, width(sets.length), u1, imul(u1, golden) + (stream[i - 2] | 0), t >> 2);
			stream.push(u);
			textOf.push(t);
			places[u].push(i);
			textsOf[u].add(t);
			if (i < body) spell(i, i == begin, 0);
		}
	}
	const all = texts.length, length = stream.length / max(all, 1);

	// forms are the groups of which a word is a form; begun, of which it begins one.
	const forms = w => {
		const out = new Set();
		for (let cut = 0; cut <= w.length; cut++)
			for (const [, p, g] of byStem.get(w.slice(0, cut)) || []) if (folded[p].includes(w.slice(cut))) out.add(g);
		return out;
	};
	const begun = w => new Set(entries.filter(([f, p]) => f.startsWith(w) || w.startsWith(f) && folded[p].some(e => (f + e).startsWith(w))).map(e => e[2]));
	const texted = g => unitsOf[g].reduce((n, u) => n + textsOf[u].size, 0);
	// meant are the groups with a form that differs by the fewest typing errors.
	const meant = w => {
		let out = new Set(), form, best = 0, most = w.length < 8 ? 1 : 2;
		// go goes on from the last two rows of the table of distances.
		const go = ([two, above, o, least], letters) => {
			for (const c of letters) {
				if (least > most) break;
				const row = [least = above[0] + 1];
				for (let i = 1; i <= w.length; i++) {
					row[i] = min(above[i] + 1, row[i - 1] + 1, above[i - 1] + (w[i - 1] != c));
					if (w[i - 1] == o && w[i - 2] == c) row[i] = min(row[i], two[i - 2] + 1);
					least = min(least, row[i]);
				}
				[two, above, o] = [above, row, c];
			}
			return [two, above, o, least];
		};
		if (w.length > 3 && !/\d/.test(w)) for (const [f, p, g, stem] of entries) if (f[0] == w[0]) {
			const from = go([0, [...w, 0].map((_, i) => i), 0, 0], f);
			folded[p].forEach((e, i) => {
				const [, row, , least] = go(from, e), n = row[w.length];
				if (least > most || n > most) return;
				if (n < most) most = n, out = new Set(), best = 0;
				if (!out.has(g) && texted(g) > best) best = texted(g), form = stem + paradigms[p][i];
				out.add(g);
			});
		}
		return [out, form];
	};

	const order = hits => hits.map(([score, t]) => [round(score * 1e6) / 1e6, t]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
	const rank = (terms, total) => {
		const score = [], had = [];
		for (const [w, units, weight] of terms) {
			const body = [], heading = [];
			for (const u of units) for (const i of places[u]) {
				const t = textOf[i];
				i < texts[t][3] ? heading[t] = -~heading[t] : body[t] = -~body[t];
				score[t] ||= had[t] = 0;
			}
			for (const t in score) {
				const [, , begin, from, end] = texts[t], h = heading[t] | 0, tf = (body[t] | 0) + 4 * h;
				if (!tf) continue;
				score[t] += weight * tf * (1.2 + 1) / (tf + 1.2 * (1 - .4 + .4 * (end - begin) / length));
				if (h) score[t] += weight * 2.4 / (3 + from - begin);
				if (h && /^\d/.test(w)) score[t] += weight * 3;
				had[t] += weight;
			}
			total += weight;
		}
		let hits = order(Object.keys(score).map(t => [score[t] * had[t] / total, +t]));
		if (terms[1]) {
			const of = [];
			terms.forEach((t, n) => t[1].forEach(u => of[u] |= 1 << n));
			if (!terms.some(t => t[3])) hits = hits.slice(0, 80);
			for (const hit of hits) {
				const near = [], last = [], [, , begin, , end] = texts[hit[1]];
				for (let i = begin; i < end; i++) for (let n = terms.length; n--;) if (of[stream[i]] >> n & 1) {
					near[n] = max(near[n] || 0, 1 / (i - (last[n - 1] ?? -1000)) ** 2);
					last[n] = i;
				}
				terms.forEach(([, , weight, strict], n) => {
					if (!n) return;
					if (strict && !(near[n] >= 1)) hit[0] = -1e9;
					hit[0] += 1.5 * (near[n] || 0) * (weight + terms[n - 1][2]) / 2;
				});
			}
			hits = order(hits.filter(h => h[0] >= 0));
		}
		return hits.slice(0, 50);
	};

	// search answers a query: the hits, each a score and a text, the query that was
	// answered instead, the words that are absent, and the units of each term.
	const search = query => {
		const absent = [], terms = [], paired = quotes(query) > 1;
		let at = 0, marks = 0, instead = "", wrong;
		for (const m of query.matchAll(words)) {
			const between = query.slice(at, m.index), w = fold(lower(m[0])), inner = quotes(between);
			at = m.index + m[0].length;
			marks += inner;
			const quoted = paired && marks % 2;
			let gs = forms(w), as = m[0];
			if (!gs.size && at == query.length && w.length > 1) gs = begun(w);
			if (!gs.size && !quoted) {
				const [other, form] = meant(w);
				if (other.size) gs = other, as = form, wrong = 1;
			}
			instead += between + as;
			if (!gs.size) {
				absent.push(m[0]);
				if (quoted) return [[], "", absent, []];
			} else if (terms.length < 31) {
				const units = [...new Set([...gs].flatMap(g => unitsOf[g]))], n = min(all, units.reduce((n, u) => n + textsOf[u].size, 0));
				terms.push([w, units, log(1 + (all - n + .5) / (n + .5)), quoted && !inner]);
			}
		}
		return [rank(terms, absent.length * 2), wrong ? (instead + query.slice(at)).trim() : "", absent, terms];
	};

	// shown are the words of a text around the best place, each with what stands
	// behind it and whether it was asked for.
	const shown = ([, , , body, end], terms, n) => {
		const weights = [];
		for (const [, units, weight] of terms) for (const u of units) weights[u] = max(weight, weights[u] || 0);
		let from = body, best = 0;
		for (let i = body; i < end; i++) if (weights[stream[i]]) {
			const sum = new Set(stream.slice(i, min(i + n - 6, end))), total = [...sum].reduce((s, u) => s + (weights[u] || 0), 0);
			if (total > best) best = total, from = max(body, min(i - 6, end - n));
		}
		return spelling.slice(from, min(from + n, end)).map((w, i) => [w, separators[behind[from + i]], weights[stream[from + i]] > best / 9]);
	};
	return {
		search, texts, shown,
		title: ([, , begin, body]) => spelling.slice(begin, body).map((w, i) => w + separators[behind[begin + i]]).join(""),
		// rest reads the second stream.
		rest: b => {
			start(b);
			for (const [, , begin, body, end] of texts) for (let i = body; i < end; i++) spell(i, i == begin, i + 1 < end ? stream[i + 1] : 0);
		},
		// test tells whether a word is one of those that a query asks for.
		test: query => {
			const terms = search(query)[3], most = max(...terms.map(t => t[2])), units = new Set(terms.flatMap(t => t[2] > most / 4 ? t[1] : []));
			return w => [...forms(fold(lower(w)))].some(g => unitsOf[g].some(u => units.has(u)));
		},
		// related are words that begin as a word does.
		related: w => {
			for (let n = w.length; n-- > 3;) {
				const found = [...begun(fold(lower(w)).slice(0, n))];
				if (found[0] >= 0) return found.slice(0, 5).flatMap(g => known[g][0] || []);
			}
			return [];
		},
	};
};

const doc = document, form = doc.querySelector("form.search"), main = doc.querySelector("main");
if (!form) return;
const box = form.q, say = form.dataset, [list, status] = form.querySelectorAll("div, [role=status]"), page = doc.querySelector(".results");
const asked = new URLSearchParams(location.search).get("q") || "", indexes = [];
const make = (tag, parts = [], attributes = {}) => {
	const e = doc.createElement(tag);
	e.append(...parts);
	for (const a in attributes) e.setAttribute(a, attributes[a]);
	return e;
};
// load returns the bytes of a file: from a folder as a script, which then calls
// strategia, else as it is.
const load = async name => {
	const url = say.index + name + ".js";
	const s = location.protocol == "file:" ? await new Promise((ok, no) => {
		self.strategia = ok;
		doc.head.append(Object.assign(make("script"), {charset: "x-user-defined", src: url, onerror: no}));
	}) : new TextDecoder("x-user-defined").decode(await (await fetch(url)).arrayBuffer()).slice(11, -2).replace(/\\(.)/gs, (_, c) => ({n: "\n", r: "\r"})[c] || c);
	return Uint8Array.from(s, c => c.charCodeAt() & 255);
};
let begun, active = -1;
const begin = () => begun ||= (async () => {
	for (let i = 0; i < say.shards; i++) {
		indexes.push(open(await load(i)));
		update();
	}
	for (let i = 0; i < say.shards; i++) {
		indexes[i].rest(await load(i + "w"));
		update();
	}
})();

// show puts the answer to a query into e; in the list under the box it is a choice.
const show = (e, query, most, choice) => {
	const all = indexes.map(x => [x, ...x.search(query)]), plain = all.filter(a => !a[2]), answers = plain.some(a => a[1][0]) ? plain : all;
	const hits = answers.flatMap(([x, hits, , , terms]) => hits.map(([score, t]) => ({x, score, t: x.texts[t], terms}))).sort((a, b) => b.score - a.score).slice(0, most);
	const kinds = [], instead = hits[0] && answers.find(a => a[1][0])[2], link = q => make("a", [q], {href: say.page + "?q=" + encodeURIComponent(q)});
	const parts = instead ? [make("p", [say.instead + " ", link(instead), "?"])] : [];
	for (const {x, t, terms} of hits) {
		const [kind, address] = t, [path, anchor] = address.split("#");
		if (!kinds[kind]) parts.push(make("p", [say.kinds.split("|")[kind]], {class: "label", id: "k" + kind + most}), kinds[kind] = make("ul", [], {"aria-labelledby": "k" + kind + most, ...choice && {role: "group"}}));
		const a = make("a", [make("span", [x.title(t)]), make("small", x.shown(t, terms, choice ? 16 : 36).flatMap(([w, behind, hit]) => [hit ? make("mark", [w]) : w, behind]))], {href: say.root + path + "?q=" + encodeURIComponent(instead || query) + (anchor ? "#" + anchor : ""), ...choice && {role: "option", tabindex: -1}});
		kinds[kind].append(make("li", [a], choice && {role: "none"}));
	}
	if (!hits[0]) {
		const related = indexes.flatMap(x => (query.match(words) || []).flatMap(x.related));
		parts.push(make("p", [say.none + " ", make("a", [say.browse], {href: form.dataset.list})]), make("p", related.flatMap(w => [link(w), " "])));
	}
	e.replaceChildren(...parts);
	status.textContent = hits[0] ? say.count + " " + hits.length : say.none;
};
const choices = () => [...list.querySelectorAll("[role=option]")];
const choose = n => {
	const all = choices();
	all[active]?.removeAttribute("aria-selected");
	active = all[0] ? (n + all.length + 1) % (all.length + 1) : -1;
	if (active == all.length) active = -1;
	box.removeAttribute("aria-activedescendant");
	if (active < 0) return;
	all[active].id = "choice";
	all.forEach((e, i) => i != active && e.removeAttribute("id"));
	all[active].setAttribute("aria-selected", true);
	all[active].scrollIntoView({block: "nearest"});
	box.setAttribute("aria-activedescendant", "choice");
};
const close = () => { list.hidden = true; box.setAttribute("aria-expanded", false); choose(-1); };
const update = () => {
	if (page && asked) show(page, asked, 50);
	if (doc.activeElement != box || !box.value.trim() || box.value == asked) return close();
	show(list, box.value, 8, true);
	list.hidden = false;
	box.setAttribute("aria-expanded", true);
	choose(-1);
};
form.action = say.page;
box.value = asked;
box.onfocus = begin;
box.oninput = () => begin() && update();
box.onkeydown = e => {
	const step = {ArrowDown: 1, ArrowUp: -1}[e.key];
	if (step) choose(active + step), e.preventDefault();
	if (e.key == "Enter" && active >= 0) choices()[active].click(), e.preventDefault();
	if (e.key == "Escape") close();
};
form.onfocusout = e => form.contains(e.relatedTarget) || close();
doc.addEventListener("keydown", e => {
	if (e.key == "/" && !e.target.closest("input, textarea")) box.focus(), e.preventDefault();
});

// What was asked for is marked on the page that a result leads to.
if (asked && page) begin();
else if (asked) begin().then(() => {
	const tests = indexes.map(x => x.test(asked)), texts = [], marks = [], walker = doc.createTreeWalker(main, 4);
	while (walker.nextNode()) texts.push(walker.currentNode);
	for (const text of texts) {
		const out = [];
		let at = 0;
		if (!text.parentElement.closest("svg, script")) for (const m of text.data.matchAll(words)) if (tests.some(t => t(m[0]))) {
			marks.push(make("mark", [m[0]]));
			out.push(text.data.slice(at, m.index), marks.at(-1));
			at = m.index + m[0].length;
		}
		if (at) text.replaceWith(...out, text.data.slice(at));
	}
	if (!marks[0]) return;
	const target = doc.getElementById(decodeURIComponent(location.hash.slice(1))), clear = make("button", [say.clear], {class: "clear"});
	(marks.find(m => !target || target.compareDocumentPosition(m) & 20) || marks[0]).scrollIntoView({block: "center"});
	clear.onclick = () => {
		for (const m of marks) m.replaceWith(...m.childNodes);
		main.normalize();
		clear.remove();
		history.replaceState(0, "", location.pathname + location.hash);
	};
	main.append(clear);
	doc.addEventListener("keydown", e => e.key == "Escape" && clear.onclick());
});
})();
