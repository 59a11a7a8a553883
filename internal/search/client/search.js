// The search of the built site. The first part reads an index and answers as
// package search does, whose comments explain both; the second shows what was
// found. No page needs any of it to be read.
(() => {
const {min, max, round} = Math;
const fold = w => w.toLowerCase().normalize("NFD").replace(/ł/g, "l").replace(/\p{M}/gu, "");
const words = /\d+(\.\d+)+|[\p{L}\p{N}\p{M}]+/gu;
const ints = n => new Int32Array(n), floats = n => new Float64Array(n);

// open reads an index and returns what it can be asked.
const open = bytes => {
	// The span, the code and a share, whole numbers of 32 bits, stand in an array, which
	// is much faster than in variables.
	const state = new Uint32Array([-1, 0, 0]), seen = [];
	let next = 0;
	const shift = () => state[1] = state[1] << 8 | bytes.charCodeAt(next++) & 255;
	const share = all => state[1] / (state[2] = state[0] / all, state[2]) >>> 0;
	const took = (from, n) => {
		state[1] -= state[2] * from;
		for (state[0] = state[2] * n; state[0] < 1 << 24; state[0] <<= 8) shift();
	};
	const plain = (all, v = share(all)) => (took(v, 1), v);
	const bit = (chances, i) => {
		const c = chances[i], set = share(4096) < c;
		took(set ? 0 : c, set ? c : 4096 - c);
		chances[i] += (set ? 4064 : 32) - c >> 4;
		return set;
	};
	// What was seen in a context is how often, then values, each with how often.
	const among = s => {
		const all = s[0], rest = s.length + 1 >> 1;
		let from = 0, i = 1;
		const x = share(all + rest);
		if (x >= all) return took(all, rest), -1;
		for (; x >= from + s[i + 1]; i += 2) from += s[i + 1];
		const v = s[i], n = s[i + 1];
		took(from, n);
		s[0] += 2;
		s[i + 1] += 2;
		if (i > 1) {
			s[i] = s[i - 2];
			s[i - 2] = v;
			s[i + 1] = s[i - 1];
			s[i - 1] = n + 2;
		}
		return v;
	};
	const add = (s, v) => {
		s[512] || s.push(v, 2) && (s[0] += 2);
	};
	const symbol = (all, a, b) => {
		const first = seen[a] ||= [0], second = seen[b] ||= [0];
		let v = among(first);
		if (v < 0) {
			v = among(second);
			if (v < 0) add(second, v = plain(all));
			add(first, v);
		}
		return v;
	};
	const after = (kind, x) => kind << 10 | x & 1023;
	const number = x => {
		const s = symbol(48, x, 11);
		return s < 16 ? s : 1 << s - 12 | plain(1 << s - 12);
	};
	const text = (before = "") => {
		let s = before.slice(0, before.length - number(1024)), last = s.charCodeAt(s.length - 1) & 255;
		for (let c; c = symbol(65536, after(2, last), 10); last = c & 255) s += String.fromCharCode(c);
		return s;
	};
	while (next < 4) shift();

	const knots = [], paradigms = [];
	const knot = above => {
		const ref = symbol(knots.length + 1, after(6, above & 255), 14), k = {n: 0, edges: []};
		if (ref) return knots[ref - 1];
		for (let before = 0, l; l = symbol(65536, after(7, before * 37 + above), after(8, before)); before = l) {
			const to = l > 1 && knot(l);
			k.edges.push([String.fromCharCode(l), to]);
			k.n += to ? to.n : 1;
		}
		knots.push(k);
		return k;
	};
	// endings, or folded ones, are made where they are asked for.
	const endings = (k, folded = 0) => k[folded] ||= k.edges.flatMap(([l, to]) => to ? endings(to, folded).map(e => (folded ? fold(l) : l) + e) : "");
	for (let n = number(0); n--; paradigms.push(knot(0)));

	// An entry is a folded stem, its paradigm, its group, the stem itself and the
	// number of the paradigm. They are found by the folded stem and by its first letter.
	// Groups below common are words that say little: as if most texts had them.
	const byLetter = {}, byStem = new Map(), byGroup = [], unitsOf = [], sets = [], common = number(0);
	for (let n = number(0), b; n--;) {
		b = text(b);
		const f = fold(b), p = symbol(paradigms.length, after(3, b.charCodeAt(b.length - 1) & 255), 13), g = byGroup.length - number(1);
		if (!byGroup[g]) byGroup[g] = [], sets[g] = [g], unitsOf[g] = [g];
		const e = [f, paradigms[p], g, b, p];
		byGroup[g].push(e);
		byStem.set(f, [...byStem.get(f) || "", e]);
		(byLetter[f[0]] ||= []).push(e);
	}
	for (let n = number(0); n--;) {
		const set = [];
		for (let m = number(2), g; m--; unitsOf[g].push(sets.length)) set.push(g = plain(byGroup.length));
		sets.push(set);
	}

	// A surface is its unit, entry, ending, the shape of its letters and, in the end, how it is written.
	const surfaces = [], from = [0];
	let all = 0;
	sets.forEach((set, u) => {
		const es = set.flatMap(g => byGroup[g]);
		for (let n = number(3); n--;) {
			const e = es[number(4)], ending = symbol(e[1].n, after(4, e[4]), 12), shape = number(5);
			surfaces.push([u, e, ending, shape, shape > 2 ? text() : ""]);
			from.push(all += number(6) + 1);
		}
	});
	surfaces.push([-1, , , 4]); // stands behind the texts
	const spelt = s => s[4] ||= (s[1][3] + endings(s[1][1])[s[2]]).replace([/^$/, /./u, /.+/][s[3]], l => l.toUpperCase());

	// A text is its kind, address, and where it, its body and the next one begin.
	const texts = [], stream = ints(all), unitAt = ints(all), textOf = ints(all), behind = ints(all), separators = [" "];
	const followers = ints(surfaces.length), sure = ints(16).fill(2048), spaced = surfaces.map(w => w[3] ? 1500 : 3700), shares = ints(all);
	// The places of a unit are a chain: the last one, plus 1, and before each the one before.
	const units = sets.length, textsOf = ints(units), lastAt = ints(units), before = ints(all);
	for (let i = 0, s = 0; i < all; i++) shares[i] = i < from[s + 1] ? s : ++s;
	// readText reads the words of a text, then what stands between them.
	let s = 0;
	const readText = (t, begin, end) => {
		for (let i = begin; i < end; i++) {
			const last = s, guess = followers[s];
			s = (guess >> 4) - 1;
			if (!guess || !bit(sure, guess & 15)) {
				s = shares[share(all)];
				took(from[s], from[s + 1] - from[s]);
			}
			followers[last] = guess >> 4 == s + 1 ? guess + ((guess & 15) < 15) : s + 1 << 4;
			stream[i] = s;
			textOf[i] = t;
			const u = unitAt[i] = surfaces[s][0];
			if (lastAt[u] <= begin) textsOf[u]++;
			before[i] = lastAt[u];
			lastAt[u] = i + 1;
		}
		for (; begin < end; begin++) {
			const next = begin + 1 < end ? stream[begin + 1] : surfaces.length - 1;
			if (!bit(spaced, next) && separators.length == (behind[begin] = symbol(256, after(5, surfaces[next][3]), 15))) separators.push(text());
		}
	};
	const n = number(0);
	for (let t = 0, end = 0, address; t < n; t++) {
		const kind = number(7), begin = end, body = begin + (address = text(address), number(8));
		end = body + number(9);
		texts.push([kind, address, begin, body, end]);
		readText(t, begin, end);
	}
	textsOf.fill(n * .75, 0, common);

	// forms are the groups of which a word is a form, or begins one.
	const forms = (w, begins) => {
		const out = new Set();
		for (let i = 0; i <= w.length; i++) for (const [, p, g] of byStem.get(w.slice(0, i)) || "") {
			const rest = w.slice(i), all = endings(p, 1);
			if (begins ? all.some(e => e.startsWith(rest)) : all.includes(rest)) out.add(g);
		}
		if (begins) for (const e of byLetter[w[0]] || "") if (e[0].startsWith(w)) out.add(e[2]);
		return out;
	};
	const texted = units => units.reduce((n, u) => n + textsOf[u], 0);
	// meant are the groups with a form that differs by the fewest typing errors. The
	// rows of the table of distances are kept, as what begins alike shares them; what is
	// too far from their diagonal is never less than too much.
	const meant = w => {
		const size = w.length, much = size < 8 ? 1 : 2, rows = [[0, 1, 2, 3]], least = [0], letters = [];
		let out = new Set(), same = 0, form, best = 0, most = much;
		const reach = (s, from) => {
			let d = from;
			while (d < same && letters[d] == s[d - from]) d++;
			for (let c; least[d] <= most && (c = s[d - from]); letters[d++] = c) {
				const above = rows[d], row = rows[d + 1] ||= Array(size + 1).fill(9);
				row[0] = d + 1;
				for (let i = max(1, d + 1 - much); i <= min(size, d + 1 + much); i++) row[i] = min(above[i] + 1, row[i - 1] + 1, above[i - 1] + (w[i - 1] != c), w[i - 1] == letters[d - 1] && w[i - 2] == c ? rows[d - 1][i - 2] + 1 : 9);
				least[d + 1] = min(...row);
			}
			same = d;
			return least[d] <= most;
		};
		if (size > 3 && !/\d/.test(w)) for (const [f, p, g, stem] of byLetter[w[0]] || "") if (reach(f, 0)) endings(p, 1).forEach((e, i) => {
			if (!reach(e, f.length) || rows[same][size] > most) return;
			const n = rows[same][size], m = texted(unitsOf[g]);
			if (n < most) most = n, out = new Set(), best = 0;
			if (!out.has(g) && m > best) best = m, form = stem + endings(p)[i];
			out.add(g);
		});
		return [out, form];
	};

	// What each query fills anew: arrays of numbers are dear to make. In best a score and
	// its text are one number, as numbers are put in order much faster than what is
	// compared by a function; order takes out what add has put in.
	const best = floats(n), weights = floats(units), of = ints(units), near = floats(31), last = ints(31);
	const rank = (terms, total) => {
		let m = 0;
		const add = (score, t) => {
			if (score > 0) best[m++] = t - round(score * 1e6) * 1e6;
		};
		const order = () => [...best.subarray(0, m).sort().subarray(0, terms.some(t => t[3]) ? n : 80)].map(k => {
			m = 0;
			const s = round(-k / 1e6);
			return [s / 1e6, k + s * 1e6];
		});
		of.fill(0);
		terms.forEach(([us, weight], i) => {
			total += weight;
			for (const u of us) {
				of[u] |= 1 << i;
				if (weight > .7 || !terms[1]) weights[u] = weight;
			}
		});
		for (let t = n; t--;) {
			let score = 0, had = 0;
			for (const e of terms) if (e[2][t]) score += e[2][t], had += e[1];
			add(score * had / total, t);
		}
		for (let [score, t] of order()) {
			let [, , i, , end] = texts[t];
			near.fill(0);
			last.fill(-1000);
			for (; i < end; i++) for (let n = terms.length, bits = of[unitAt[i]]; bits && n--;) if (bits >> n & 1) {
				if (n) near[n] = max(near[n], 1 / (i - last[n - 1]) ** 2);
				last[n] = i;
			}
			terms.forEach((t, n) => score += t[3] && near[n] < 1 ? -1e9 : n && .75 * near[n] * (t[1] + terms[n - 1][1]));
			add(score, t);
		}
		return order();
	};

	// find returns the units of a word with what they say, what it gives to each text,
	// and the form that was taken for it, if so; what was found is kept, as each key asks
	// again.
	const found = {};
	const find = (w, open, quoted) => {
		let gs = forms(w), as;
		if (!gs.size && open && w[1]) gs = forms(w, 1);
		if (!gs.size && !quoted) [gs, as] = meant(w);
		const units = [...new Set([...gs].flatMap(g => unitsOf[g]))], m = min(n, texted(units)), weight = Math.log((n + 1) / (m + .5)), points = floats(n);
		for (const u of units) for (let i = lastAt[u]; i--; i = before[i]) {
			const t = textOf[i];
			points[t] += i < texts[t][3] ? 4.001 : 1; // so that a fraction tells of a heading
		}
		for (let t = n; t--;) if (points[t]) {
			const [, , begin, from, end] = texts[t], tf = points[t] | 0;
			points[t] = weight * (tf * 2.2 / (tf + 1.2 * (.6 + .4 * (end - begin) / (all / n))) + (points[t] > tf && 2.4 / (3 + from - begin) + (w < ":" && 3)));
		}
		return [units, weight, points, as];
	};

	// search answers a query: the hits, each a score and a text, the query that was
	// answered instead, the words that are absent, and by unit what it says if it was asked
	// for; those that are nearly everywhere are left out.
	const search = query => {
		const absent = [], terms = [];
		let at = 0, marks = 0, instead = "", wrong;
		weights.fill(0);
		for (const m of query.matchAll(words)) {
			const between = query.slice(at, m.index), w = fold(m[0]), inner = between.split(/["„”“«»]/).length - 1;
			at = m.index + m[0].length;
			marks += inner;
			const quoted = marks % 2, open = at == query.length, [units, weight, points, as] = found[[w, open, quoted]] ||= find(w, open, quoted);
			wrong ||= as;
			instead += between + (as || m[0]);
			if (!units.length) {
				absent.push(m[0]);
				if (quoted) return [[], "", absent, weights];
			} else if (terms.length < 31) terms.push([units, weight, points, quoted && !inner]);
		}
		return [rank(terms, absent.length * 2), wrong ? instead + query.slice(at) : "", absent, weights];
	};

	// written is the text of places; what was asked for stands in a list of its own.
	const written = (from, to, weights = []) => {
		const out = [];
		let run = "";
		for (; from < to; from++) {
			const w = spelt(surfaces[stream[from]]);
			if (weights[unitAt[from]]) out.push(run, [w]), run = "";
			else run += w;
			run += separators[behind[from]];
		}
		return [...out, run];
	};
	return {
		search, texts, written,
		// shown are n words of a text around the best place, with … where there are more.
		shown: ([, , , body, end], weights, n) => {
			let from = body, best = 0;
			for (let hit = body; hit < end; hit++) if (weights[unitAt[hit]]) {
				const i = max(body - 4, hit + 1 - n / 2);
				let total = 0;
				for (const u of unitAt.subarray(i + 4, min(i + n / 2, end))) {
					if (of[u] + hit) total += weights[u];
					of[u] = -hit;
				}
				if (total > best) best = total, from = max(body, min(i, end - n));
			}
			return [from > body ? "… " : "", ...written(from, min(from + n, end), weights), from + n < end ? "…" : ""];
		},
		// test tells whether a word is one of those that a query asks for.
		test: query => {
			const weights = search(query)[3];
			return w => [...forms(fold(w))].some(g => unitsOf[g].some(u => weights[u]));
		},
		// related are words that begin as a word does.
		related: w => [...forms(fold(w).slice(0, 4), 1)].slice(0, 5).map(g => surfaces.find(s => s[0] == g)).filter(s => s).map(spelt),
	};
};

// What follows shows answers.
const doc = document, form = doc.querySelector(".search"), main = doc.querySelector("main"), page = doc.querySelector(".results");
if (!form) return;
const [, box, list, status] = form.children, say = form.dataset, browse = form.action, indexes = [], asked = new URL(location).searchParams.get("q") || "";
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
			make("span", x.written(t[2], t[3])),
			make("small", x.shown(t, terms, choice ? 16 : 36).map(p => p.big ? p : make("mark", p))),
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
	if (e.key == "Escape") close(1);
	if (step || choice) e.preventDefault();
};
form.onfocusout = e => form.contains(e.relatedTarget) || close(1);
doc.onkeydown = e => {
	if (e.key == "/" && !e.target.value) box.focus(), e.preventDefault();
};

// What was asked for is marked on the page that a result leads to.
if (asked) begin().then(() => {
	if (page) return show(page, asked, 50);
	const tests = indexes.map(x => x.test(asked)), ranges = [], walker = doc.createTreeWalker(main, 4);
	for (let text; text = walker.nextNode();) for (const m of text.data.matchAll(words)) if (tests.some(t => t(m[0]))) {
		const range = new Range(), i = m.index;
		range.setStart(text, i);
		range.setEnd(text, i + m[0].length);
		ranges.push(range);
	}
	if (!ranges[0]) return;
	const target = doc.querySelector(":target");
	CSS.highlights.set("q", new Highlight(...ranges));
	main.append(make("a", [say.clear], {className: "clear", href: location.pathname + location.hash}));
	ranges.find(r => !target || target.compareDocumentPosition(r.endContainer) & 20)?.endContainer.parentElement.scrollIntoView({block: "center"});
});
})();
