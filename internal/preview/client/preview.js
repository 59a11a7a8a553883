// The preview's script, which the server puts into pages; the built site knows
// nothing of it. It keeps the page as the sources are now, says what keeps it
// from that, and leads from a block to its place in the sources.
import { Page, ownScript } from "/.strategia/patch.js";
import { Panel } from "/.strategia/panel.js";

const SOURCE = "data-strategia-source";
const { lang, token } = ownScript(document).dataset;
let version = ownScript(document).dataset.version;
const page = new Page(document); // before anything changes the document
const panel = new Panel(lang, (source) => openInEditor({ source }));

// While a patch is made the place on the page is kept by hand, see Page.place.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`:root[data-strategia-patch] { overflow-anchor: none }
:root[data-strategia-aim] [${SOURCE}]:hover:not(:has([${SOURCE}]:hover)), :root[data-strategia-aim] a.card:hover { outline: 2px dashed; outline-offset: 2px; cursor: pointer }`);
document.adoptedStyleSheets.push(sheet);

// --- What the server says

let latest = null; // the newest message
let busy = false;

async function hear(event) {
  latest = JSON.parse(event.data);
  panel.found();
  panel.show(latest);
  if (latest.go) {
    location.assign(latest.go);
    return;
  }
  const edits = latest.edits || [];
  if (latest.version === version) {
    shown([], edits, latest);
    return;
  }
  if (busy) return; // the patch under way ends with the newest version
  busy = true;
  const all = [...edits];
  try {
    for (let told = null; latest !== told && latest.version !== version; ) {
      if (told) all.push(...(latest.edits || []));
      told = latest;
      const blocks = told.page ? patch(told.page) : await renew();
      if (blocks) shown(blocks, all.splice(0), told);
    }
  } catch {
    // The server is gone, or about to answer again: the next message tells.
  } finally {
    busy = false;
  }
}

// renew fetches the page and brings this one to it, and returns what changed.
async function renew() {
  const answer = await fetch(location.pathname + location.search, { cache: "no-cache" });
  const html = await answer.text();
  if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) {
    location.reload();
    return null;
  }
  return patch(html);
}

// patch makes the page the one that the HTML is, and returns what changed.
function patch(html) {
  const focus = document.activeElement;
  document.documentElement.toggleAttribute("data-strategia-patch", true);
  let blocks = null;
  try {
    blocks = page.patch(html);
  } catch (e) {
    console.error(e); // loading it anew helps in any case
  }
  requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.toggleAttribute("data-strategia-patch", false)));
  if (!blocks) {
    location.reload();
    return null;
  }
  version = page.version;
  if (focus && !focus.isConnected && focus.id) document.getElementById(focus.id)?.focus({ preventScroll: true });
  return blocks;
}

// --- What changed, and where

const calm = matchMedia("(prefers-reduced-motion: reduce)");

function mark(block) {
  if (calm.matches) return;
  block.animate(
    [
      { outline: "3px solid #c8741a", outlineOffset: "3px", borderRadius: "3px" },
      { outline: "3px solid #c8741a", outlineOffset: "3px", borderRadius: "3px", offset: 0.5 },
      { outline: "3px solid transparent", outlineOffset: "3px", borderRadius: "3px" },
    ],
    { duration: 1600, easing: "ease-out", id: "strategia-changed" },
  );
}

const inWindow = (e) => {
  const box = e.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && (box.width > 0 || box.height > 0);
};

// goTo shows a block in the middle of the window. Pictures on the way that load
// only when they come near may push it away again.
function goTo(block) {
  const go = () => block.scrollIntoView({ block: "center", behavior: "instant" });
  go();
  for (const after of [60, 200, 500]) setTimeout(() => !inWindow(block) && go(), after);
  mark(block);
}

// labelOf names the place of a block as a reader would: by the heading above it.
function labelOf(block) {
  let last = null;
  for (const h of document.querySelectorAll("main :is(h1,h2,h3,h4,h5,h6)")) {
    if (h === block || h.contains(block) || h.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING) last = h;
    else break;
  }
  const text = (last || block).textContent.trim().replace(/\s+/g, " ");
  const number = text.match(/^(§\s*)?\d+[a-z]?(\.\d+[a-z]?)*(?=\.?\s)/);
  return { label: number ? number[0] : text.slice(0, 60), id: last?.id || last?.closest("[id]")?.id || "" };
}

const sourceOf = (b) => (b.closest(`[${SOURCE}]`) || b.querySelector(`[${SOURCE}]`))?.getAttribute(SOURCE) || "";
const fileOf = (source) => source.slice(0, source.lastIndexOf(":"));

// shown marks what changed on the page, and tells of what is not to be seen.
function shown(blocks, edits, m) {
  // Of a block within a changed one the inner says more.
  blocks = blocks.filter((b) => !blocks.some((o) => o !== b && b.contains(o)));
  for (const b of blocks.slice(0, 200)) mark(b);
  const inText = blocks.filter((b) => b.closest("main"));
  const of = (b, e) => fileOf(sourceOf(b)) === fileOf(e.source);
  const here = edits.filter((e) => e.here || inText.some((b) => of(b, e))).at(-1);
  if (!inText.length && here) {
    // Just opened, to see the edit.
    const block = document.querySelector(`[${SOURCE}="${CSS.escape(here.source)}"]`);
    if (block) {
      inText.push(block);
      mark(block);
    }
  }
  if (inText.length) {
    if (inText.some(inWindow)) {
      panel.seen();
      return;
    }
    const block = (here && inText.find((b) => of(b, here))) || inText[0];
    if (m.follow && (here || !edits.length)) {
      goTo(block);
      return;
    }
    const { label, id } = labelOf(block);
    panel.changedAt(here?.label || label, "#" + id, (event) => {
      event.preventDefault();
      goTo(block);
      panel.seen();
    });
    return;
  }
  const elsewhere = edits.filter((e) => !e.here).at(-1);
  if (elsewhere && !here) panel.changedAt(elsewhere.label, elsewhere.address);
}

// --- From the page to the sources

// placeOf finds what an element is due to: the nearest goal card, row or block
// around it. A row that was made of other texts is due to what it leads to.
function placeOf(start) {
  let near = "";
  for (let e = start; e && e !== document.body && e.id !== "main"; e = e.parentElement) {
    if (e.matches("a.card[href]")) return { address: e.href };
    if (e.hasAttribute(SOURCE)) return { source: e.getAttribute(SOURCE) };
    const link = e.matches("tr, li") && e.querySelector(":scope > :is(th, td) a[href], :scope > a[href]");
    if (link && link.origin === location.origin) return { address: e.id ? `${location.pathname}#${e.id}` : link.href };
    if (!near && e.id) near = `#${e.id}`;
  }
  return { address: location.pathname + near };
}

async function openInEditor(place) {
  const answer = await fetch("/.strategia/open", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Strategia-Token": token },
    body: JSON.stringify(place),
  });
  const told = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : { error: await answer.text() };
  if (told.link) location.assign(told.link);
  panel.tell(told.error ? `${panel.say.notOpened} ${told.error}` : panel.say.opened(told.opened));
}

function aimed(event, target) {
  event.preventDefault();
  event.stopPropagation();
  openInEditor(placeOf(target)).catch((e) => panel.tell(`${panel.say.notOpened} ${e.message}`));
}

if (token) {
  const aim = (on) => document.documentElement.toggleAttribute("data-strategia-aim", on);
  addEventListener("click", (e) => {
    if (e.altKey && !e.ctrlKey && !e.metaKey && e.target instanceof Element && e.target !== panel.host) aimed(e, e.target);
  }, true);
  addEventListener("keydown", (e) => {
    if (e.key === "Alt") aim(true);
    const at = document.activeElement;
    if (e.key === "Enter" && e.altKey && at && at !== panel.host) aimed(e, at);
  }, true);
  addEventListener("keyup", (e) => e.key === "Alt" && aim(false), true);
  addEventListener("blur", () => aim(false));
}

// --- The connection

// A hidden page gives its connection back: browsers allow six for a server,
// shared by all tabs. It asks again when it is seen.
let source = null, timer = 0;
const disconnect = () => {
  clearTimeout(timer);
  if (source) source.close();
  source = null;
};
const connect = () => {
  disconnect();
  if (document.visibilityState === "hidden") return;
  source = new EventSource(`/.strategia/events?${new URLSearchParams({ page: location.pathname, version })}`);
  source.onmessage = hear;
  source.onerror = () => {
    panel.lost();
    if (source && source.readyState === EventSource.CLOSED) timer = setTimeout(connect, 1000);
  };
};
document.addEventListener("visibilitychange", connect);
addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
addEventListener("pagehide", disconnect);
connect();
