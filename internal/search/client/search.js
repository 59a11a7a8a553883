// The search of the built site. The first part reads an index and answers as
// package search does, whose comments explain both; the second shows what was
// found. No page needs any of it to be read.
(() => {
const {imul, min, max, round} = Math;
const logistic = [], stretched = [], golden = 0x9E3779B1;
for (let x = -2047; x < 2048; x++) {
	const v = round(4096 / (1 + Math.exp(-x / 256)));
	logistic.push(v);
	while (stretched.length <= v) stretched.push(x);
}

const fold = w => w.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ł/g, "l");
const words = /\d+(\.\d+)+|[\p{L}\p{N}\p{M}]+/gu;
const quotes = s => s.split(/["„”“«»]/).length - 1;
const width = n => 32 - Math.clz32(max(n - 1, 1));
const last3 = b => b.slice(-3).reduce((c, x) => c << 8 | x, 0);
const decoder = new TextDecoder(), utf8 = b => decoder.decode(Uint8Array.from(b));

// open reads an index and returns what it can be asked.
const open = bytes => {
	// The span and the code, whole numbers of 32 bits, stand in an array, which is
	// much faster than in variables.
	const slots = new Uint16Array(1 << 20).fill(1 << 15), weights = new Int32Array(32).fill(40000), at = [0, 0], s = [0, 0], h = [0, 0], state = new Uint32Array([-1, 0]);
	let next = 0, kind, c;
	const shift = () => state[1] = state[1] * 256 + (bytes.charCodeAt(next++) & 255);
	const renew = () => { for (; state[0] < 1 << 24; state[0] *= 256) shift(); };
	const bit = (group, node) => {
		let sum = 0, b = 0, i = 0;
		for (; i < 2; i++) {
			at[i] = imul(h[i] + group * 7777777, golden) >>> 16 << 4 | node;
			sum += (s[i] = stretched[slots[at[i]] >> 4]) * weights[kind + i];
		}
		const p = logistic[min(max(sum >> 16, -2047), 2047) + 2047], bound = (state[0] >>> 12) * p;
		if (state[1] < bound) state[0] = bound, b = 1;
		else state[1] -= bound, state[0] -= bound;
		renew();
		while (i--) {
			weights[kind + i] += s[i] * ((b << 12) - p) * 8 + 0x2000 >> 14;
			const slot = slots[at[i]], n = slot & 15, c = slot >> 4;
			slots[at[i]] = c + (b * 4095 - c) * 2 / (2 * n + 3) << 4 | min(n + 1, 14);
		}
		return b;
	};
	// read reads a symbol of size bits, or a number if size is negative.
	const read = (k, size, a = 0, b = a) => {
		let n = 1, i = size;
		h[0] = imul(a, golden) + k * 999;
		h[1] = imul(b, golden) - k * 999 - 9;
		kind = k * 2;
		if (i < 0) for (i = 0; i < 31 && bit(-i >> 4, i & 15);) i++;
		for (let all = i, d = 0; i-- > 0; d = d + 1 & 3) n = n << 1 | bit((n >> d << 5) + all, n - ((n >> d) - 1 << d));
		return n - (size < 0 ? 1 : 1 << size);
	};
	const count = () => read(0, -1);
	const text = (k, before = []) => {
		const out = before.slice(0, read(0, 8, k, (before.length << 8) + k));
		for (let b; c = last3(out), b = read(1, 8, ((c & 255) << 8) + k, ((c & 65535) << 8) + k);) out.push(b);
		return out;
	};
	shift();
	shift();
	shift();
	shift();

	const knots = [], paradigms = [], folded = [];
	const knot = (c, above) => {
		const ref = read(8, -1, c, (above << 8) + (c & 255));
		if (ref) return knots[ref - 1];
		const k = [];
		for (let b = 0, l; l = read(9, 8, (b << 16) + (c << 8 & 65535), (b << 24) + (c << 8)); b = l)
			l < 2 ? k.push([]) : k.push(...knot(c << 8 & 0xFFFFFF | l, b).map(e => [l, ...e]));
		knots.push(k);
		return k;
	};
	for (let n = count(); n--;) {
		const p = knot(1, 0).map(utf8);
		paradigms.push(p);
		folded.push(p.map(fold));
	}

	// An entry is a folded stem, its paradigm, its group and the stem itself.
	const entries = [], byGroup = [], byStem = {__proto__: null}, unitsOf = [], sets = [];
	for (let n = count(), b; n--;) {
		b = text(1, b);
		c = last3(b);
		const stem = utf8(b), f = fold(stem), e = [f, read(2, width(paradigms.length), c & 255, c & 65535), byGroup.length - read(3, -1), stem], g = e[2];
		(byGroup[g] ||= []).push(e);
		sets[g] = [g];
		unitsOf[g] = [g];
		(byStem[f] ||= []).push(e);
		entries.push(e);
	}
	const groups = byGroup.length;
	for (let n = count(); n--;) {
		const set = [];
		for (let m = count(); m--;) set.push(read(3, width(groups), 1));
		for (const g of set) unitsOf[g].push(sets.length);
		sets.push(set);
	}

	// A text is its kind, address, and where it, its body and the next one begin.
	const texts = [], stream = [], textOf = [], places = sets.map(() => []), textsOf = sets.map(() => new Set());
	const spelling = [], known = sets.map(() => []), separators = [], behind = [];
	let ids = 0;
	const spell = (i, first, after) => {
		const u = stream[i], sep = first ? 0 : behind[i - 1], met = known[u];
		const place = met.length && read(5, -1, (u << 8) + met.length, (u << 8) + sep);
		if (place == met.length) {
			const [, p, , stem] = sets[u].flatMap(g => byGroup[g])[read(6, -1, 1)];
			const w = stem + paradigms[p][read(6, width(paradigms[p].length), p << 8, 2)], shape = read(6, 2, sep, 3);
			met.push(shape > 2 ? utf8(text(4)) : shape > 1 ? w.toUpperCase() : shape ? w.replace(/./u, l => l.toUpperCase()) : w);
		}
		spelling[i] = met[place];
		if ((behind[i] = read(7, -1, sep + (u << 8), after)) == separators.length) separators.push(utf8(text(3)));
	};
	const from = [0], last = new Uint32Array(1 << 17), n = count();
	let all = 0;
	for (const _ of sets) from.push(all += read(4, -1));
	const shares = new Uint32Array(all);
	sets.forEach((_, u) => shares.fill(u, from[u], from[u + 1]));
	for (let t = 0, i = 0, address; t < n; t++) {
		const k = read(0, 3, 5), begin = i, body = i + (address = text(2, address), count()), end = body + count();
		texts.push([k, utf8(address), begin, body, end]);
		for (; i < end; i++) {
			const u1 = i > 1 ? stream[i - 1] : 0, key = u2 => imul(u2 * 7777777 + u1, golden) >>> 15, pair = key(i > 1 ? stream[i - 2] : 0), one = key(-1);
			let u = last[pair] || last[one];
			if (!u || !read(4, 1, u1, u)) {
				const r = state[0] / all | 0;
				u = last[one] = shares[min(state[1] / r | 0, all - 1)] + 1;
				state[1] -= r * from[u - 1];
				state[0] = r * (from[u] - from[u - 1]);
				renew();
			}
			last[pair] = u--;
			stream.push(u);
			textOf.push(t);
			places[u].push(i);
			textsOf[u].add(t);
		}
		for (i = begin; i < end; i++) spell(i, i == begin, stream[i + 1] | 0);
	}
	const length = all / max(n, 1);

	// forms are the groups of which a word is a form; begun, of which it begins one.
	const forms = w => {
		const out = new Set();
		for (let cut = 0; cut <= w.length; cut++)
			for (const [, p, g] of byStem[w.slice(0, cut)] || []) if (folded[p].includes(w.slice(cut))) out.add(g);
		return out;
	};
	const begun = w => new Set(entries.filter(([f, p]) => f.startsWith(w) || w.startsWith(f) && folded[p].some(e => (f + e).startsWith(w))).map(e => e[2]));
	const texted = units => units.reduce((n, u) => n + textsOf[u].size, 0);
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
				const [, row, , least] = go(from, e), n = least > most ? 9 : row[w.length];
				if (n > most) return;
				if (n < most) most = n, out = new Set(), best = 0;
				if (!out.has(g) && texted(unitsOf[g]) > best) best = texted(unitsOf[g]), form = stem + paradigms[p][i];
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
				score[t] += weight * tf * 2.2 / (tf + 1.2 * (.6 + .4 * (end - begin) / length));
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
		return hits;
	};

	// search answers a query: the hits, each a score and a text, the query that was
	// answered instead, the words that are absent, and the units of each term.
	const search = query => {
		const absent = [], terms = [];
		let at = 0, marks = 0, instead = "", wrong;
		for (const m of query.matchAll(words)) {
			const between = query.slice(at, m.index), w = fold(m[0]), inner = quotes(between);
			at = m.index + m[0].length;
			marks += inner;
			const quoted = marks % 2;
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
				const units = [...new Set([...gs].flatMap(g => unitsOf[g]))], m = min(n, texted(units));
				terms.push([w, units, Math.log(1 + (n - m + .5) / (m + .5)), quoted && !inner]);
			}
		}
		return [rank(terms, absent.length * 2), wrong ? instead + query.slice(at) : "", absent, terms];
	};

	// weigh gives the units that a query asks for with what they say; those that
	// are nearly everywhere are left out.
	const weigh = terms => {
		const out = [];
		for (const [, units, weight] of terms) if (weight > .7 || !terms[1]) for (const u of units) out[u] = weight;
		return out;
	};
	const written = (from, to) => spelling.slice(from, to).map((w, i) => [w, separators[behind[from + i]], from + i]);
	return {
		search, texts,
		title: ([, , begin, body]) => written(begin, body).flatMap(w => w.slice(0, 2)),
		// shown are n words of a text around the best place, each with what stands
		// behind it and whether it was asked for.
		shown: ([, , , body, end], terms, n) => {
			const weights = weigh(terms);
			let from = body, best = 0;
			for (let i = body - 4; i < end; i++) {
				const total = [...new Set(stream.slice(i + 4, i + n / 2))].reduce((sum, u) => sum + (weights[u] || 0), 0);
				if (total > best) best = total, from = max(body, min(i, end - n));
			}
			return written(from, min(from + n, end)).map(w => [...w, weights[stream[w[2]]]]);
		},
		// test tells whether a word is one of those that a query asks for.
		test: query => {
			const weights = weigh(search(query)[3]);
			return w => [...forms(fold(w))].some(g => unitsOf[g].some(u => weights[u]));
		},
		// related are words that begin as a word does.
		related: w => [...begun(fold(w).slice(0, 4))].slice(0, 5).flatMap(g => known[g][0] || []),
	};
};

// What follows shows answers.
const doc = document, form = doc.querySelector(".search"), main = doc.querySelector("main"), page = doc.querySelector(".results");
if (!form) return;
const [, box, list, status] = form.children, say = form.dataset, browse = form.action, indexes = [], asked = new URLSearchParams(location.search).get("q") || "";
const make = (tag, parts, properties) => {
	const e = Object.assign(doc.createElement(tag), properties);
	e.append(...parts);
	return e;
};
// load returns a file's bytes, as the low bytes of letters: from a folder as a script, which then calls
// strategia, else as it is.
const load = async name => {
	const src = say.index + name + ".js";
	return location.protocol == "file:" ? await new Promise((ok, onerror) => {
		self.strategia = ok;
		doc.head.append(make("script", [], {charset: "x-user-defined", src, onerror}));
	}) : new TextDecoder("x-user-defined").decode(await (await fetch(src)).arrayBuffer()).slice(11, -2).replace(/\\(.)/g, (_, c) => c == "r" ? "\r" : c);
};
let begun, active;
const begin = () => begun ||= (async () => {
	for (let i = 0; i < say.shards; i++) {
		indexes.push(open(await load(i)));
		update();
	}
})();

// show puts the answer to a query into e; in the list under the box they are choices.
const show = (e, query, most, choice) => {
	const all = indexes.map(x => [x, ...x.search(query)]), plain = all.filter(a => !a[2]), answers = plain.some(a => a[1][0]) ? plain : all, kinds = [];
	const hits = answers.flatMap(([x, hits, , , terms]) => hits.map(([score, t]) => [score, x, x.texts[t], terms])).sort((a, b) => b[0] - a[0]).slice(0, most);
	const instead = hits[0] && answers.find(a => a[1][0])[2], q = text => "?q=" + encodeURIComponent(text), link = text => make("a", [text], {href: say.page + q(text)});
	const parts = instead ? [make("p", [say.instead + " ", link(instead), "?"])] : [];
	for (const [, x, t, terms] of hits) {
		const label = say.kinds.split("|")[t[0]];
		if (!kinds[t[0]]) parts.push(make("p", [label], {className: "label"}), kinds[t[0]] = make("ul", [], {ariaLabel: label, role: choice && "group"}));
		kinds[t[0]].append(make("li", [make("a", [
			make("span", x.title(t)),
			make("small", x.shown(t, terms, choice ? 16 : 36).flatMap(([w, behind, , hit]) => [hit ? make("mark", [w]) : w, behind])),
		], {href: say.root + t[1].replace(/(#.*)?$/, q(instead || query) + "$1"), role: choice && "option"})], {role: choice && "none"}));
	}
	if (!hits[0]) parts.push(
		make("p", [say.none + " ", make("a", [say.browse], {href: browse})]),
		make("p", indexes.flatMap(x => x.related(query)).map(link)),
	);
	e.replaceChildren(...parts);
	status.textContent = say.count + hits.length;
};
const choose = n => {
	const all = [...list.querySelectorAll("li a")];
	active = n < -1 ? all.length - 1 : all[n] ? n : -1;
	all.forEach((e, i) => {
		e.id = (e.ariaSelected = i == active) ? "choice" : "";
	});
	all[active]?.scrollIntoView({block: "nearest"});
	box.setAttribute("aria-activedescendant", all[active]?.id || "");
	return all[active];
};
const close = closed => {
	list.hidden = closed;
	box.ariaExpanded = !closed;
	choose(-1);
};
const update = () => {
	const idle = !box.value || box.value == asked;
	if (!idle) show(list, box.value, 8, 1);
	close(idle);
};
form.action = say.page;
box.value ||= asked;
box.onfocus = begin;
box.oninput = update;
form.onkeydown = e => {
	const step = {ArrowDown: 1, ArrowUp: -1}[e.key], choice = e.key == "Enter" && active >= 0;
	if (step) choose(active + step);
	if (choice) choose(active).click();
	if (e.key == "Escape") close(true);
	if (step || choice) e.preventDefault();
};
form.onfocusout = e => form.contains(e.relatedTarget) || close(true);
doc.onkeydown = e => {
	if (e.key == "/" && !e.target.value) box.focus(), e.preventDefault();
};

// What was asked for is marked on the page that a result leads to.
if (asked) begin().then(() => {
	if (page) return show(page, asked, 50);
	const tests = indexes.map(x => x.test(asked)), ranges = [], walker = doc.createTreeWalker(main, 4);
	for (let text; text = walker.nextNode();) for (const m of text.data.matchAll(words)) if (tests.some(t => t(m[0]))) {
		const range = new Range();
		range.setStart(text, m.index);
		range.setEnd(text, m.index + m[0].length);
		ranges.push(range);
	}
	if (!ranges[0]) return;
	const target = doc.querySelector(":target");
	CSS.highlights.set("q", new Highlight(...ranges));
	main.append(make("a", [say.clear], {className: "clear", href: location.pathname + location.hash}));
	ranges.find(r => !target || target.compareDocumentPosition(r.endContainer) & 20)?.endContainer.parentElement.scrollIntoView({block: "center"});
});
})();
