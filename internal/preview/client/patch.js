// Brings a page on screen to what the server sends now, block by block. It
// compares what was sent before with what is sent now, and makes the same changes
// to the page: what a reader or another script did to it since stays.

// Nodes of the preview's own are no part of the page.
const own = "script[src^='/.strategia/'], #strategia-preview";
const SOURCE = "data-strategia-source";
// What a person calls a block. What changed is marked by these.
const BLOCKS = "p,li,tr,h1,h2,h3,h4,h5,h6,dt,dd,figure,figcaption,caption,blockquote,pre,summary,td,th,a.card,div,section,nav,main,ul,ol,table,dl";
// A comparison of lists of more than this many pairs is not worth its time.
const MOST_PAIRS = 250000;

const kids = (node) => [...node.childNodes].filter((n) => n.nodeType !== 1 || !n.matches(own));

export class Page {
  // twin is the node on screen of each node as it was sent; sums are hashes of
  // the latter, with and without the places of blocks.
  twin = new Map();
  sums = new WeakMap();
  changed = new Set();

  constructor(live) {
    this.live = live;
    this.sent = live.cloneNode(true);
    this.pair(this.sent.documentElement, live.documentElement);
    this.files = filesOf(live);
  }

  pair(sent, live) {
    this.twin.set(sent, live);
    for (let a = sent.firstChild, b = live.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) this.pair(a, b);
  }

  forget(sent) {
    this.twin.delete(sent);
    for (let n = sent.firstChild; n; n = n.nextSibling) this.forget(n);
  }

  // patch makes the page the one that the HTML is, and returns the blocks that
  // are different now; null where only loading it anew will do, because scripts
  // have changed.
  patch(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    if (scripts(next) !== scripts(this.sent)) return null;
    this.version = ownScript(next)?.dataset.version;
    this.changed = new Set();
    const place = this.place();
    this.swapFiles(filesOf(next));
    this.merge(this.sent.documentElement, next.documentElement);
    place();
    return [...this.changed].filter((e) => e.isConnected && this.live.body.contains(e));
  }

  // place remembers what stands at the top of the window, and returns what puts
  // it there again.
  place() {
    const view = this.live.defaultView;
    if (view.scrollY <= 0) return () => {};
    const marks = [];
    for (const e of this.live.querySelectorAll(`main [${SOURCE}], main :is(h1,h2,h3,h4,p,li,tr,dt)`)) {
      const box = e.getBoundingClientRect();
      if (box.bottom <= 0 || !box.height) continue;
      if (marks.push([e, box.top]) >= 30) break;
    }
    return () => {
      const kept = marks.find(([e]) => e.isConnected);
      if (!kept) return;
      const by = kept[0].getBoundingClientRect().top - kept[1];
      if (Math.abs(by) >= 1) view.scrollBy({ top: by, behavior: "instant" });
    };
  }

  merge(sent, next) {
    this.sums.delete(sent);
    if (sent.nodeType !== 1) {
      this.mergeText(sent, next);
      return;
    }
    this.mergeAttributes(sent, next);
    this.mergeChildren(sent, next);
  }

  // mergeText changes only the letters that differ, so that a selection around
  // them stays.
  mergeText(sent, next) {
    const live = this.twin.get(sent);
    const was = sent.data, now = next.data;
    sent.data = now;
    if (!live) return;
    if (live.data !== was) {
      live.data = now;
    } else {
      const most = Math.min(was.length, now.length);
      let head = 0, tail = 0;
      while (head < most && was[head] === now[head]) head++;
      while (tail < most - head && was[was.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
      live.replaceData(head, was.length - head - tail, now.slice(head, now.length - tail));
    }
    if (was.trim() !== now.trim()) this.mark(live.parentElement);
  }

  mergeAttributes(sent, next) {
    const live = this.twin.get(sent);
    for (const name of new Set([...sent.getAttributeNames(), ...next.getAttributeNames()])) {
      const now = next.getAttribute(name);
      if (sent.getAttribute(name) === now) continue;
      if (now === null) sent.removeAttribute(name);
      else sent.setAttribute(name, now);
      if (!live) continue;
      if (name === "href" && live.matches("link[rel~=stylesheet]")) {
        this.swapStyle(sent, live, now);
        continue;
      }
      if (now === null) live.removeAttribute(name);
      else live.setAttribute(name, now);
      if (name !== SOURCE && name !== "id") this.mark(live);
    }
  }

  mergeChildren(sent, next) {
    const live = this.twin.get(sent);
    const a = kids(sent), b = kids(next);
    let last = null; // the node as sent after which the next one goes
    const keep = (x, y) => {
      this.syncPlaces(x, y);
      last = x;
    };
    const change = (x, y) => {
      this.merge(x, y);
      last = x;
    };
    const remove = (x) => {
      const on = this.twin.get(x);
      if (on) {
        this.mark(on.nextElementSibling || on.previousElementSibling || on.parentElement, on);
        on.remove();
      }
      x.remove();
      this.forget(x);
    };
    const insert = (y) => {
      const x = this.sent.importNode(y, true);
      const on = this.live.importNode(y, true);
      sent.insertBefore(x, last ? last.nextSibling : sent.firstChild);
      const before = last && this.twin.get(last);
      if (live) live.insertBefore(on, before && before.parentNode === live ? before.nextSibling : last ? null : live.firstChild);
      this.pair(x, on);
      this.mark(on.nodeType === 1 ? on : on.data.trim() ? on.parentElement : null);
      last = x;
    };
    for (const [xs, ys, same] of align(a, b, (n) => this.sum(n).text)) {
      if (same) {
        keep(xs[0], ys[0]);
        continue;
      }
      let i = 0, j = 0;
      while (i < xs.length || j < ys.length) {
        if (i < xs.length && j < ys.length && alike(xs[i], ys[j])) change(xs[i++], ys[j++]);
        else if (i < xs.length && (j >= ys.length || xs.length - i >= ys.length - j)) remove(xs[i++]);
        else insert(ys[j++]);
      }
    }
  }

  // syncPlaces gives equal blocks their places in the sources as they are now.
  syncPlaces(sent, next) {
    if (this.sum(sent).all === this.sum(next).all) return;
    this.sums.delete(sent);
    if (sent.nodeType !== 1) return;
    const now = next.getAttribute(SOURCE);
    if (now !== null) {
      sent.setAttribute(SOURCE, now);
      this.twin.get(sent)?.setAttribute(SOURCE, now);
    }
    const a = kids(sent), b = kids(next);
    a.forEach((x, i) => this.syncPlaces(x, b[i]));
  }

  // swapStyle loads a style sheet before the one in its place goes, so that the
  // page is never without.
  swapStyle(sent, live, href) {
    const link = live.cloneNode();
    link.href = href;
    const done = () => live.remove();
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    live.after(link);
    if (sent) this.twin.set(sent, link);
  }

  // swapFiles loads style sheets and pictures anew whose bytes have changed.
  swapFiles(next) {
    const stale = new Set(Object.keys(next).filter((path) => this.files[path] && this.files[path] !== next[path]));
    this.files = next;
    if (!stale.size) return;
    for (const [sent, live] of [...this.twin]) {
      if (live.nodeType !== 1 || !live.matches("link[href], img[src]")) continue;
      const name = live.matches("link") ? "href" : "src";
      const url = new URL(live.getAttribute(name), this.live.baseURI);
      if (url.origin !== location.origin || !stale.has(decodeURI(url.pathname))) continue;
      url.search = "?" + next[decodeURI(url.pathname)];
      if (live.matches("link[rel~=stylesheet]")) this.swapStyle(sent, live, url.href);
      else live.setAttribute(name, url.href);
    }
  }

  // mark notes the block in which something changed.
  mark(node, without) {
    const block = node && node.closest && node.closest(BLOCKS);
    if (block && block !== without) this.changed.add(block);
  }

  // sum hashes a node with all below it.
  sum(node) {
    let sum = this.sums.get(node);
    if (sum) return sum;
    const text = new Hash(), all = new Hash();
    const add = (s) => {
      text.add(s);
      all.add(s);
    };
    add(node.nodeName);
    if (node.nodeType === 1) {
      for (const name of node.getAttributeNames()) {
        const to = name === SOURCE ? (s) => all.add(s) : add;
        to("\0" + name);
        to("\0" + node.getAttribute(name));
      }
      for (const kid of kids(node)) {
        const k = this.sum(kid);
        text.add("\0" + k.text);
        all.add("\0" + k.all);
      }
    } else {
      add("\0" + node.data);
    }
    sum = { text: text.end(), all: all.end() };
    this.sums.set(node, sum);
    return sum;
  }
}

// Hash is a hash of texts, of 64 bits.
class Hash {
  a = 0xdeadbeef;
  b = 0x41c6ce57;
  add(s) {
    for (let i = 0; i < s.length; i++) {
      const c = s.charCodeAt(i);
      this.a = Math.imul(this.a ^ c, 2654435761);
      this.b = Math.imul(this.b ^ c, 1597334677);
    }
    this.a ^= this.b >>> 15;
    this.b ^= this.a >>> 13;
  }
  end() {
    return (this.a >>> 0).toString(36) + "." + (this.b >>> 0).toString(36);
  }
}

// alike reports whether one node can be made the other.
const alike = (x, y) => x.nodeName === y.nodeName && (x.nodeType !== 1 || x.id === y.id);

// align returns two lists as stretches: pairs that are the same, and what stands
// between them in each.
function align(a, b, name) {
  const x = a.map(name), y = b.map(name);
  const out = [];
  let head = 0;
  while (head < x.length && head < y.length && x[head] === y[head]) {
    out.push([[a[head]], [b[head]], true]);
    head++;
  }
  let i = x.length, j = y.length;
  const tail = [];
  while (i > head && j > head && x[i - 1] === y[j - 1]) tail.push([[a[--i]], [b[--j]], true]);
  out.push(...middle(a.slice(head, i), b.slice(head, j), x.slice(head, i), y.slice(head, j)));
  return out.concat(tail.reverse());
}

// middle finds the longest common subsequence of what is left of two lists.
function middle(a, b, x, y) {
  const n = x.length, m = y.length;
  if (!n || !m || n * m > MOST_PAIRS) return [[a, b, false]];
  const width = m + 1;
  const longest = new Uint32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      longest[i * width + j] = x[i] === y[j] ? longest[(i + 1) * width + j + 1] + 1 : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const out = [];
  let i = 0, j = 0, from = 0, to = 0;
  const flush = () => {
    if (from < i || to < j) out.push([a.slice(from, i), b.slice(to, j), false]);
  };
  while (i < n && j < m) {
    if (x[i] === y[j]) {
      flush();
      out.push([[a[i++]], [b[j++]], true]);
      from = i;
      to = j;
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) i++;
    else j++;
  }
  i = n;
  j = m;
  flush();
  return out;
}

const scripts = (doc) => [...doc.scripts].filter((s) => !s.matches(own) && s.src).map((s) => s.getAttribute("src")).join("\n");

export const ownScript = (doc) => doc.querySelector("script[src='/.strategia/preview.js']");

const filesOf = (doc) => JSON.parse(ownScript(doc)?.dataset.files || "{}") || {};
