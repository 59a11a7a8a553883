// What the pages do beyond showing themselves: a link to a place copies its
// citation, the list of contents tells where the reader is, and the search is
// loaded when somebody reaches for it. Without this script the links are links,
// the list is a list, and the search box leads to the index.
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const all = (selector) => document.querySelectorAll(selector);

  // The place that a link stands for, in words: "rozdz. 8.1, akapit 3".
  const place = (link) => {
    if (link.dataset.place) return link.dataset.place;
    let section = document.getElementById("main").dataset.place || "";
    for (const heading of all(".permalink")) {
      if (heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_PRECEDING) break;
      section = heading.dataset.place;
    }
    const table = link.closest("table");
    const caption = table && table.caption ? ", " + table.caption.textContent.trim() : "";
    return section + caption + ", " + link.getAttribute("aria-label");
  };

  const say = (message, text) => {
    let box = document.querySelector(".toast");
    if (!box) {
      box = document.createElement("p");
      box.className = "toast";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    const quote = document.createElement("span");
    quote.className = "copy";
    quote.textContent = text;
    // In a later turn, so that a box that is new is announced too.
    setTimeout(() => box.replaceChildren(message + ": ", quote), 50);
    clearTimeout(say.timer);
    say.timer = setTimeout(() => box.remove(), 12000);
  };

  const copy = (text) => {
    const byHand = () => say(words.byHand, text);
    if (!navigator.clipboard) return byHand();
    navigator.clipboard.writeText(text).then(() => say(words.copied, text), byHand);
  };

  document.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey || e.altKey || e.button) return;
    const link = e.target.closest("a.pin, a.permalink");
    if (link) {
      const site = document.querySelector(".site a").textContent;
      copy(site + ", " + place(link) + ", " + link.href);
    }
  });

  for (const cite of all(".colophon .copy")) {
    // What the site was not told of its own address, the browser knows.
    if (!cite.textContent.includes("://") && location.protocol !== "file:") cite.append(", " + location.origin + location.pathname);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.copy;
    button.addEventListener("click", () => copy(cite.textContent));
    cite.after(" ", button);
  }

  const form = document.querySelector(".search");
  if (form) {
    const box = form.querySelector("input");
    const load = () => {
      if (load.done) return;
      load.done = true;
      const script = document.createElement("script");
      script.src = words.search;
      // What was typed while it came is searched too.
      script.onload = () => {
        if (document.activeElement === box) for (const type of ["focus", "input"]) box.dispatchEvent(new Event(type));
      };
      document.head.append(script);
    };
    box.addEventListener("focus", load);
    document.addEventListener("keydown", (e) => {
      if (e.key !== "/" || e.target.matches("input, textarea, select")) return;
      e.preventDefault();
      box.focus();
    });
    if (new URLSearchParams(location.search).has("q")) load();
  }

  // The line of the section that is being read is marked in the list of contents.
  const lines = new Map();
  for (const a of all(".on-page a")) {
    const heading = document.getElementById(decodeURIComponent(a.hash.slice(1)));
    if (heading) lines.set(heading, a);
  }
  if (lines.size > 1 && window.IntersectionObserver) {
    const mark = () => {
      let here = null;
      for (const [heading, a] of lines) {
        a.removeAttribute("aria-current");
        if (heading.getBoundingClientRect().top < innerHeight / 3) here = a;
      }
      if (here) here.setAttribute("aria-current", "location");
    };
    const watcher = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    for (const heading of lines.keys()) watcher.observe(heading);
  }
})();
