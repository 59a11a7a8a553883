// What the preview says on a page: problems, a lost connection, where else
// something changed. It stands in a shadow tree, so that neither the site's style
// sheet reaches it nor its own the site.

const WORDS = {
  pl: {
    errors: (n) => `${n} ${form(n, "błąd", "błędy", "błędów")}`,
    warnings: (n) => `${n} ${form(n, "ostrzeżenie", "ostrzeżenia", "ostrzeżeń")}`,
    title: "Co trzeba poprawić",
    stale: "Strona pokazuje ostatnią poprawną wersję.",
    incomplete: "Strona może być niepełna.",
    failed: "Nie udało się odczytać plików.",
    lost: "Utracono połączenie z podglądem. Próbuję połączyć się ponownie.",
    back: "Połączono ponownie.",
    changed: "zmieniono:",
    close: "Zamknij",
    escape: "klawisz Esc",
    open: (place) => `Otwórz w edytorze: ${place}`,
    opened: (place) => `Otwarto w edytorze: ${place}`,
    notOpened: "Nie udało się otworzyć edytora:",
    status: "Stan podglądu",
    severity: { error: "błąd", warning: "ostrzeżenie", note: "uwaga" },
    repair: "Co zrobić:",
  },
  en: {
    errors: (n) => `${n} ${n === 1 ? "error" : "errors"}`,
    warnings: (n) => `${n} ${n === 1 ? "warning" : "warnings"}`,
    title: "What to mend",
    stale: "The page shows the last good version.",
    incomplete: "The page may be incomplete.",
    failed: "The files could not be read.",
    lost: "The connection to the preview is lost. Trying to connect again.",
    back: "Connected again.",
    changed: "changed:",
    close: "Close",
    escape: "Esc key",
    open: (place) => `Open in the editor: ${place}`,
    opened: (place) => `Opened in the editor: ${place}`,
    notOpened: "The editor could not be opened:",
    status: "How the preview is",
    severity: { error: "error", warning: "warning", note: "note" },
    repair: "What to do:",
  },
};

// form picks the Polish form of a noun after a number.
function form(n, one, few, many) {
  if (n === 1) return one;
  return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? few : many;
}

// el makes an element; texts are texts, nothing of a source is HTML here.
function el(name, attributes, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined) e.setAttribute(key, value);
  }
  e.append(...children.filter((c) => c !== null));
  return e;
}

const DISMISSED = "strategia-dismissed";

export class Panel {
  problems = ""; // the name of the list that is shown
  errors = 0;

  // open is called with a place in the sources that the reader wants to see.
  constructor(lang, open) {
    this.say = WORDS[lang] || WORDS.en;
    this.openPlace = open;
    this.host = el("div", { id: "strategia-preview", lang });
    const root = this.host.attachShadow({ mode: "open" });
    const style = el("link", { rel: "stylesheet", href: "/.strategia/preview.css" });
    // Nothing is seen of it before its style is there.
    this.host.hidden = true;
    style.addEventListener("load", () => (this.host.hidden = false));
    this.title = el("h2", { id: "title", tabindex: "-1" }, this.say.title);
    this.state = el("p", { id: "state" });
    this.list = el("ol", {});
    this.sheet = el(
      "section",
      { id: "sheet", "aria-labelledby": "title", hidden: "" },
      el(
        "header",
        {},
        this.title,
        el("button", { id: "close", type: "button", onclick: () => this.dismiss() }, this.say.close, el("small", {}, ` (${this.say.escape})`)),
      ),
      this.state,
      this.list,
      el("p", {}, el("a", { href: "/.strategia/" }, this.say.status)),
    );
    this.count = el("button", {
      id: "count", type: "button", hidden: "", "aria-expanded": "false", "aria-controls": "sheet",
      onclick: () => (this.sheet.hidden ? this.reveal(true) : this.dismiss()),
    });
    // The regions are there, empty, before anything is put into them: screen
    // readers announce only what changes within a region that they know.
    this.notice = el("p", { id: "notice", role: "status" });
    this.alarm = el("p", { id: "alarm", role: "alert", class: "unseen" });
    root.append(style, this.sheet, el("div", { id: "dock" }, this.notice, this.count), this.alarm);
    document.body.append(this.host);
    addEventListener("keydown", (e) => {
      if (e.key !== "Escape" || e.defaultPrevented) return;
      if (!this.sheet.hidden) this.dismiss();
      else this.tell("");
    });
  }

  // show shows what the server says of the newest build.
  async show(m) {
    const parts = [];
    if (m.errors) parts.push(this.say.errors(m.errors));
    if (m.warnings) parts.push(this.say.warnings(m.warnings));
    this.count.hidden = !parts.length;
    this.count.textContent = parts.join(" · ");
    this.title.textContent = `${this.say.title}: ${this.count.textContent}`;
    this.count.classList.toggle("bad", m.errors > 0);
    this.state.textContent = m.failed ? `${this.say.failed} ${m.failed}` : m.errors ? (m.stale ? this.say.stale : this.say.incomplete) : "";
    if (m.failed) this.tell(`${this.say.failed} ${m.failed}`);
    const more = m.errors > this.errors;
    this.errors = m.errors;
    if (m.problems !== this.problems) {
      this.problems = m.problems;
      if (m.problems) await this.fill(m.problems);
      else this.list.replaceChildren();
    }
    if (!m.errors) {
      if (!m.problems || this.raised) this.hide();
      this.raised = false;
      this.alarm.textContent = "";
      sessionStorage.removeItem(DISMISSED);
    } else if (more && sessionStorage.getItem(DISMISSED) !== m.problems) {
      this.raised = true;
      this.reveal(false);
      this.alarm.textContent = `${parts[0]}. ${this.state.textContent}`;
    }
  }

  async fill(problems) {
    let report;
    try {
      report = await (await fetch("/.strategia/problems")).json();
    } catch {
      this.problems = ""; // the next message tries again
      return;
    }
    if (problems === this.problems) this.list.replaceChildren(...report.diagnostics.map((d) => this.entry(d)));
  }

  entry(d) {
    const at = (p) => (p.start ? `${p.path}:${p.start.line}:${p.start.column}` : p.path);
    const place = (p) =>
      p.path ? el("button", { type: "button", class: "place", title: this.say.open(at(p)), onclick: () => this.openPlace(p.start ? `${p.path}:${p.start.line}` : `${p.path}:1`) }, at(p)) : null;
    let excerpt = null;
    if (d.excerpt) {
      const { before, marked, after } = d.excerpt;
      excerpt = el("pre", { tabindex: "0" }, before, el("mark", {}, marked || " "), after);
    }
    return el(
      "li",
      { class: d.severity },
      el("h3", {}, el("span", { class: "severity" }, `${this.say.severity[d.severity]} ${d.code}`), " ", d.message),
      place(d),
      excerpt,
      ...d.hints.map((h) => el("p", {}, h.message, " ", place(h))),
      el("p", {}, d.explain),
      el("p", {}, el("strong", {}, this.say.repair), " ", d.repair),
    );
  }

  reveal(focus) {
    this.sheet.hidden = false;
    this.count.setAttribute("aria-expanded", "true");
    if (focus) this.title.focus();
  }

  hide() {
    const inside = this.host.shadowRoot.activeElement;
    this.sheet.hidden = true;
    this.count.setAttribute("aria-expanded", "false");
    if (inside && this.sheet.contains(inside) && !this.count.hidden) this.count.focus();
  }

  dismiss() {
    sessionStorage.setItem(DISMISSED, this.problems);
    this.hide();
  }

  // tell says one thing, in place of what was said before.
  tell(text, link) {
    const now = link ? text + link.textContent + link.href : text;
    if (this.told === now) return;
    this.told = now;
    this.notice.replaceChildren(text);
    if (!link) return;
    this.notice.append(" ", link, el("button", { type: "button", class: "small", "aria-label": this.say.close, onclick: () => this.tell("") }, "×"));
  }

  lost() {
    this.isLost = true;
    this.tell(this.say.lost);
  }

  found() {
    if (this.isLost) this.tell(this.say.back);
    else if (this.told === this.say.back) this.tell("");
    this.isLost = false;
  }

  // seen takes back that something changed out of sight.
  seen() {
    if (this.notice.querySelector("a")) this.tell("");
  }

  changedAt(label, href, go) {
    const link = el("a", { href, onclick: go }, label);
    this.tell(this.say.changed, link);
  }
}
