/* Runs before the page is painted, and before the theme's own script, so it is small and classic. */
(() => {
  const root = document.documentElement;
  const script = document.currentScript;
  const folder = script instanceof HTMLScriptElement ? script.src.replace(/[^/]*$/, "") : "";
  root.classList.add("js");

  /* What the theme's script expects from its inline script, made safe: storage may be refused, and
     what lies in it may be damaged. What it keeps goes under our prefix like everything else. */
  const keyOf = (/** @type {string} */ name) => `bounceback:theme:${name}`;

  /** @type {(name: string, store?: Storage) => any} */
  const read = (name, store) => {
    try {
      return JSON.parse((store ?? localStorage).getItem(keyOf(name)) ?? "null");
    } catch {
      return null;
    }
  };

  /** @type {(name: string, value: unknown, store?: Storage) => void} */
  const write = (name, value, store) => {
    try {
      if (value === null) (store ?? localStorage).removeItem(keyOf(name));
      else (store ?? localStorage).setItem(keyOf(name), JSON.stringify(value));
    } catch {
      /* Then it is not kept. */
    }
  };

  const hash = (/** @type {string} */ text) =>
    [...text].reduce((sum, char) => (sum << 5) - sum + char.charCodeAt(0), 0);

  Object.assign(window, {
    __md_scope: new URL("../../../", folder),
    __md_hash: hash,
    __md_get: read,
    __md_set: write,
  });

  /* Light or dark: as the device, until the reader says otherwise. Nothing is kept before that. */
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : device.matches);

  const showScheme = () => {
    for (const button of document.querySelectorAll("[data-toggle=scheme]")) {
      button.setAttribute("aria-pressed", String(isDark()));
    }
  };

  const changeScheme = () => {
    const wanted = isDark() ? "light" : "dark";
    const isAsDevice = (wanted === "dark") === device.matches;
    if (isAsDevice) delete root.dataset.scheme;
    else root.dataset.scheme = wanted;
    write("scheme", isAsDevice ? null : wanted);
    showScheme();
  };

  const chosen = read("scheme");
  if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
  device.addEventListener?.("change", showScheme);
  addEventListener("DOMContentLoaded", showScheme);

  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest("[data-toggle=scheme]")) changeScheme();
    if (target.closest("[data-open=search]")) {
      import("./search.js").then((search) => search.open(), console.error);
    }
  });

  /* A link to a place on the same page is the browser's own affair: the theme would take it, scroll
     only once it has everything it waits for, and leave the place unmarked. */
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (!(link instanceof HTMLAnchorElement) || !link.hash) return;
    if (link.href.split("#")[0] !== location.href.split("#")[0]) return;
    link.closest("#content")?.addEventListener("click", (event) => event.stopPropagation(), {
      once: true,
    });
  }, true);

  /* When our module does not arrive, the page goes back to what it is without scripts. */
  addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement && target.type === "module") root.classList.remove("js");
  }, true);

  /* After instant navigation, a screen reader hears the new title, and Tab goes on from there. */
  addEventListener("load", () => {
    let isFirst = true;
    // @ts-expect-error: the theme's script puts its stream of pages here
    window.document$?.subscribe(() => {
      if (!isFirst && !location.hash) document.querySelector("h1")?.focus({ preventScroll: true });
      isFirst = false;
    });
  });
})();
