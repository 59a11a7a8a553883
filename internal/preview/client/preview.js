// The preview's script: it loads the page again when its version changes, and
// says on the page what keeps the newest text from being shown. The server puts
// it into pages; the built site knows nothing of it.
"use strict";
(() => {
  const words = {
    pl: {
      errors: (n) => `Błędy: ${n}`,
      stale: "Strona pokazuje ostatnią poprawną wersję.",
      incomplete: "Strona może być niepełna.",
      failed: "Nie udało się odczytać plików.",
      lost: "Utracono połączenie z podglądem. Próbuję połączyć się ponownie.",
    },
    en: {
      errors: (n) => `Errors: ${n}`,
      stale: "The page shows the last good version.",
      incomplete: "The page may be incomplete.",
      failed: "The files could not be read.",
      lost: "The connection to the preview is lost. Trying to connect again.",
    },
  };
  const { version, lang } = document.currentScript.dataset;
  const say = words[lang] || words.en;

  // The region is there, empty, before anything is put into it: screen readers
  // announce only what changes within a region they know.
  const region = document.createElement("div");
  region.id = "strategia-preview";
  region.lang = lang;
  region.setAttribute("role", "status");
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/.strategia/preview.css";
  document.head.append(style);
  document.body.append(region);

  // show replaces the notice, and leaves one alone that says the same: it may
  // be open and being read.
  let shown = "";
  const show = (summary, text) => {
    if (shown === summary + "\0" + text) return;
    shown = summary + "\0" + text;
    region.replaceChildren();
    if (!summary) return;
    const line = document.createElement(text ? "summary" : "p");
    line.textContent = summary;
    if (!text) {
      region.append(line);
      return;
    }
    const details = document.createElement("details");
    const list = document.createElement("pre");
    list.tabIndex = 0;
    list.textContent = text;
    details.append(line, list);
    region.append(details);
  };

  const hear = (event) => {
    const m = JSON.parse(event.data);
    if (m.changed) {
      disconnect();
      location.reload();
      return;
    }
    if (m.failed) show(say.failed, m.failed);
    else if (m.errors) show(`${say.errors(m.errors)}. ${m.stale ? say.stale : say.incomplete}`, m.text);
    else show("", "");
  };

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
    const query = new URLSearchParams({ page: location.pathname, version });
    source = new EventSource(`/.strategia/events?${query}`);
    source.onmessage = hear;
    source.onerror = () => {
      show(say.lost, "");
      if (source && source.readyState === EventSource.CLOSED) timer = setTimeout(connect, 1000);
    };
  };
  document.addEventListener("visibilitychange", connect);
  addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  addEventListener("pagehide", disconnect);
  connect();
})();
