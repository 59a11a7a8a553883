// Search in the built site: reads the index that package search describes, ranks
// as it does, and shows what it finds. No page needs it to be read.
"use strict";
(() => {
const {imul, min, max, log, round} = Math, doc = document, N = 4, T = [], R = [];
const G = 0x9E3779B1;
const curve = [1,2,3,6,10,16,27,45,73,120,194,310,488,747,1101,1546,2047,2549,2994,3348,3607,3785,3901,3975,4022,4050,4068,4079,4085,4089,4092,4093,4094];
const squash = x => {
	if (x > 2047) return 4095;
	if (x < -2047) return 0;
	const w = x & 127, i = (x >> 7) + 16;
	return curve[i] * (128 - w) + curve[i + 1] * w + 64 >> 7;
};
for (let x = -2047; x < 2048; x++) for (let v = squash(x); T.length <= v;) T.push(x);
while (T.length < 4096) T.push(2047);
for (let n = 0; n < 16; n++) R.push(131072 / (2 * n + 3) | 0);

const fold = w => w.normalize("NFD").replace(/\p{M}/gu, "").replace(/ł/g, "l");
const lower = w => [...w.normalize("NFC").toLowerCase()].slice(0, 48).join("");
const word = /\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+/gu;
const width = n => 32 - Math.clz32(max(n - 1, 1));
const utf8 = b => new TextDecoder().decode(Uint8Array.from(b));

// read turns the two streams of an index into the index; the second may come later.
function read(bytes) {
	const slots = new Uint16Array(1 << 20), weights = new Int32Array(1024).fill(22000), at = [0, 0, 0, 0], s = [0, 0, 0, 0];
	let next, span, code, kind;
	const start = b => {
		bytes = b; next = code = 0; span = 2 ** 32 - 1;
		for (let i = 0; i < 4; i++) code = code * 256 + (bytes[next++] || 0);
	};
	const bit = (h, node) => {
		let sum = 0, b = 0;
		node = imul(node, G);
		for (let i = 0; i < N; i++) at[i] = imul(h[i] + node, 0x85EBCA6B) >>> 12;
		const set = (kind << 4 | min(slots[at[1]] & 15, 3) << 2 | min(slots[at[2]] & 15, 3)) * N;
		for (let i = 0; i < N; i++) sum += (s[i] = T[slots[at[i]] >> 4 ^ 0x800]) * (weights[set + i] >> 2) >> 6;
		const p = min(max(squash(sum >> 8), 1), 4095), bound = (span >>> 12) * p;
		if (code < bound) { span = bound; b = 1; } else { code -= bound; span -= bound; }
		while (span < 1 << 24) { span *= 256; code = code * 256 + (bytes[next++] || 0); }
		const miss = ((b << 12) - p) * 8;
		for (let i = 0; i < N; i++) {
			weights[set + i] += s[i] * miss + 0x2000 >> 14;
			const slot = slots[at[i]], n = slot & 15, c = slot >> 4 ^ 0x800;
			slots[at[i]] = c + (((b << 12) - b - c) * R[n] >> 16) << 4 ^ 0x8000 | (n < 14 ? n + 1 : n);
		}
		return b;
	};
	const hash = h => { for (let i = 0; i < N; i++) h[i] = imul(h[i] * N + i, 0x2C1B3C6D) + imul(kind, 0x297A2D39) | 0; };
	const symbol = (bits, k, ...h) => {
		let node = 1;
		kind = k; hash(h);
		for (let i = 0; i < bits; i++) node = node << 1 | bit(h, node);
		return node - (1 << bits);
	};
	const number = (k, ...h) => {
		let size = 0, n = 1;
		kind = k; hash(h);
		while (size < 31 && bit(h, size)) size++;
		for (let i = 0; i < size; i++) n = n << 1 | bit(h, (n << 5) + size);
		return n - 1;
	};
	const count = k => number(0, k, k + 100, k + 200, k + 300);
	const text = (k, before = []) => {
		const out = [];
		let c = before.slice(-3).reduce((c, b) => c << 8 | b, 0), b;
		while (b = symbol(8, 1, k, k + ((c & 0xFF) << 8), k + ((c & 0xFFFF) << 8), imul(k + (c << 8), G))) {
			out.push(b);
			c = c << 8 & 0xFFFFFF | b;
		}
		return out;
	};
	start(bytes);

	// Endings: a graph, each knot behind those to which it leads.
	const knots = [], paradigms = [];
	const knot = (c, above) => {
		const ref = number(9, c & 0xFF, c & 0xFFFF, c, (above << 8) + (c & 0xFF));
		if (ref) return ref - 1;
		const k = symbol(1, 10, 1, c & 0xFF, c & 0xFFFF, c) ? [[]] : [];
		for (let b = 0, l; l = symbol(8, 10, (b << 8) + 2, (b << 16) + ((c & 0xFF) << 8) + 3, (b << 24) + ((c & 0xFFFF) << 8) + 4, (c << 8) + imul(b, G) + 5); b = l)
			for (const e of knots[knot(c << 8 & 0xFFFFFF | l, b)]) k.push([l, ...e]);
		return knots.push(k) - 1;
	};
	for (let n = count(0); n--;) paradigms.push(knots[knot(1, 0)].map(utf8));
	const folded = paradigms.map(p => new Set(p.map(fold)));

	// Stems; a group is a word.
	const entries = [], byGroup = [], byStem = new Map();
	let before = [];
	for (let n = count(0); n--;) {
		const same = symbol(8, 0, 7, 8 + (before.length << 8), 9, 10), b = before.slice(0, same);
		b.push(...text(3, b));
		const c = b.slice(-3).reduce((c, b) => c << 8 | b, 0), stem = utf8(b), f = fold(stem);
		const e = {stem, f, p: symbol(width(paradigms.length), 2, 0, c & 0xFF, c & 0xFFFF, c), g: byGroup.length - number(3, 0, 1, 2, 3)};
		(byGroup[e.g] ||= []).push(e);
		if (!byStem.has(f)) byStem.set(f, []);
		byStem.get(f).push(e);
		entries.push(e);
		before = b;
	}
	const groups = byGroup.length, sets = byGroup.map((_, g) => [g]), unitsOf = byGroup.map((_, g) => [g]);
	for (let n = count(0); n--;) {
		const set = [];
		for (let m = count(1); m--;) set.push(symbol(width(groups), 3, 1, 2, 3, 4));
		for (const g of set) unitsOf[g].push(sets.length);
		sets.push(set);
	}

	// Texts.
	const texts = [], pages = [], stream = [], spelled = [], met = [], separators = [], tail = [];
	const spell = (at, within, after) => {
		const u = stream[at], before = at ? stream[at - 1] + 1 : 0, known = met[u] ||= [], place = known.length && number(5, min(known.length, 7), (u << 3) + 7, (u << 3) + (before << 12), (before << 3) + 5);
		if (place == known.length) {
			const of = sets[u].flatMap(g => byGroup[g]), e = of[of.length > 1 ? number(8, 12, 13, 14, 15) : 0], p = paradigms[e.p];
			known.push({id: ids++, w: e.stem + p[p.length > 1 ? symbol(width(p.length), 8, 16, (e.p << 8) + 17, (e.p << 8) + 18, (before << 8) + 19) : 0]});
		}
		const {id, w} = known[place], sep = within ? tail[at - 1] : 0;
		const c = symbol(2, 6, sep, u, sep + (u << 8), id);
		spelled[at] = c == 3 ? utf8(text(6)) : c == 2 ? w.toUpperCase() : c ? w.replace(/^./u, l => l.toUpperCase()) : w;
		const n = tail[at] = number(7, sep, u, after, sep + (u << 8));
		if (n == separators.length) separators.push(utf8(text(7)));
	};
	let ids = 0, page = -1;
	const units = sets.length;
	for (let n = count(0), at = 0; n--;) {
		const t = {kind: symbol(3, 8, 0, 1, 2, 3), start: at}, how = symbol(2, 8, 4, 5, 6, 7);
		if (how == 1) page = pages.push(utf8(text(4))) - 1;
		if (how == 2) page = count(4);
		t.page = pages[page];
		t.anchor = utf8(text(5));
		t.heading = at + count(2);
		for (t.end = t.heading + count(3); at < t.end; at++) {
			const u1 = at ? stream[at - 1] + 1 : 0, u2 = at > 1 ? stream[at - 2] + 1 : 0;
			stream.push(symbol(width(units), 4, 0, u1, imul(u1, G) + u2, page));
			if (at < t.heading) spell(at, at > t.start, 0);
		}
		texts.push(t);
	}
	const x = {entries, byStem, folded, unitsOf, texts, stream, groups, read(bytes) {
		start(bytes);
		for (const t of texts) for (let at = t.heading; at < t.end; at++) spell(at, at > t.start, at + 1 < t.end ? stream[at + 1] + 1 : 0);
		x.whole = true;
	}};
	// words are the words from one place to another as they are written, with what
	// stands behind each.
	x.words = (from, to) => spelled.slice(from, to).map((w, i) => [w, separators[tail[from + i]].replace("\n", " "), stream[from + i]]);
	return ready(x);
}

// ready prepares an index to be searched: the places of every unit.
function ready(x) {
	const units = x.first = [], textOf = x.textOf = [];
	x.texts.forEach((t, i) => {
		for (let at = t.start; at < t.end; at++) {
			const u = units[x.stream[at]] ||= {places: [], texts: 0, last: -1};
			u.places.push(at);
			textOf.push(i);
			if (u.last != i) u.last = i, u.texts++;
		}
	});
	x.length = x.stream.length / max(x.texts.length, 1);
	return x;
}

// forms finds the groups of which a word is a form.
function forms(x, w) {
	const out = new Set();
	for (let cut = 0; cut <= w.length; cut++) for (const e of x.byStem.get(w.slice(0, cut)) || []) if (x.folded[e.p].has(w.slice(cut))) out.add(e.g);
	return out;
}

function begun(x, w) {
	const out = new Set();
	for (const {f, p, g} of x.entries) if (f.startsWith(w) || w.startsWith(f) && [...x.folded[p]].some(e => e.startsWith(w.slice(f.length)))) out.add(g);
	return out;
}

// meant finds the groups with the forms that differ by the fewest typing errors.
function meant(x, w) {
	let out = new Set(), form, best = 0, most = w.length < 8 ? 1 : 2;
	if (w.length < 4 || /\d/.test(w)) return [out];
	const n = w.length, rows = [[...Array(n + 1).keys()]];
	const push = (c, k, above) => {
		const a = rows[k - 1], row = rows[k] = [k];
		let least = k;
		for (let i = 1; i <= n; i++) {
			let v = min(a[i] + 1, row[i - 1] + 1, a[i - 1] + (w[i - 1] != c));
			if (k > 1 && i > 1 && w[i - 1] == above && w[i - 2] == c) v = min(v, rows[k - 2][i - 2] + 1);
			least = min(least, row[i] = v);
		}
		return least <= most;
	};
	const walk = (s, k) => { for (; k < s.length; k++) if (!push(s[k], k + 1, s[k - 1])) return k; return -1; };
	let last = "", good = 0;
	for (const {f, p, g} of x.entries) {
		// What the stem shares with the one before it need not be compared again.
		let same = 0;
		while (same < good && f[same] == last[same] && same < f.length) same++;
		last = f;
		const bad = walk(f, same);
		good = bad < 0 ? f.length : bad;
		if (bad < 0) for (const e of x.folded[p]) {
			const d = walk(f + e, f.length) < 0 ? rows[f.length + e.length][n] : 9;
			if (d > most) continue;
			if (d < most) most = d, out = new Set(), best = 0;
			if (out.has(g)) continue;
			out.add(g);
			const c = x.unitsOf[g].reduce((c, u) => c + (x.first[u]?.texts || 0), 0);
			if (c > best) best = c, form = f + e;
		}
	}
	return [out, form];
}

const marks = s => (s.match(/["„”“«»]/g) || []).length;

// search answers a query, as Index.Search does.
function search(x, query) {
	const a = {absent: [], terms: [], hits: [], instead: ""}, paired = marks(query) > 1, found = [...query.matchAll(word)];
	let at = 0, quotes = 0, instead = "", wrong = 0;
	for (const m of found) {
		const between = query.slice(at, m.index), w = fold(lower(m[0]));
		at = m.index + m[0].length;
		quotes += marks(between);
		const quoted = paired && quotes % 2;
		let gs = forms(x, w), as = m[0];
		if (!gs.size && at == query.length && w.length > 1) gs = begun(x, w);
		if (!gs.size && !quoted) {
			const [other, form] = meant(x, w);
			if (other.size) gs = other, as = form, wrong = 1;
		}
		instead += between + as;
		if (!gs.size) {
			a.absent.push(m[0]);
			if (quoted) return {...a, terms: []};
		} else if (a.terms.length < 31) {
			const units = [...new Set([...gs].flatMap(g => x.unitsOf[g]))].filter(u => x.first[u]), all = x.texts.length, n = min(all, units.reduce((n, u) => n + x.first[u].texts, 0));
			a.terms.push({w, units, weight: log(1 + (all - n + .5) / (n + .5)), strict: quoted && !marks(between)});
		}
	}
	if (wrong) a.instead = (instead + query.slice(at)).trim();
	a.hits = rank(x, a);
	return a;
}

const order = hits => {
	for (const h of hits) h.score = round(h.score * 1e6) / 1e6;
	return hits.sort((a, b) => b.score - a.score || a.t - b.t);
};

function rank(x, {terms, absent}) {
	const sums = new Map();
	let total = absent.length * 2;
	for (const {w, units, weight} of terms) {
		const had = new Map();
		total += weight;
		for (const u of units) for (const at of x.first[u].places) {
			const i = x.textOf[at], c = had.get(i) || [0, 0];
			c[+(at < x.texts[i].heading)]++;
			had.set(i, c);
		}
		for (const [i, [body, heading]] of had) {
			const d = x.texts[i], tf = body + 4 * heading, sum = sums.get(i) || {t: i, score: 0, had: 0};
			sum.score += weight * tf * (1.2 + 1) / (tf + 1.2 * (1 - .4 + .4 * (d.end - d.start) / x.length));
			if (heading) {
				sum.score += weight * 2.4 / (3 + d.heading - d.start);
				if (w[0] >= "0" && w[0] <= "9") sum.score += weight * 3;
			}
			sum.had += weight;
			sums.set(i, sum);
		}
	}
	let hits = order([...sums.values()].map(h => ({t: h.t, score: h.score * h.had / total})));
	if (terms.length > 1) {
		if (!terms.some(t => t.strict)) hits = hits.slice(0, 80);
		const of = [];
		terms.forEach((t, n) => t.units.forEach(u => of[u] |= 1 << n));
		for (const h of hits) {
			const near = terms.map(() => 0), last = terms.map(() => -1000), d = x.texts[h.t];
			for (let at = d.start; at < d.end; at++) for (let n = terms.length - 1; n >= 0; n--) if (of[x.stream[at]] >> n & 1) {
				if (n) near[n] = max(near[n], 1 / (at - last[n - 1]) ** 2);
				last[n] = at;
			}
			for (let n = 1; n < terms.length; n++) {
				if (terms[n].strict && near[n] < 1) h.score = -1e9;
				h.score += 1.5 * near[n] * (terms[n].weight + terms[n - 1].weight) / 2;
			}
		}
		hits = order(hits.filter(h => h.score >= 0));
	}
	return hits.slice(0, 50);
}
