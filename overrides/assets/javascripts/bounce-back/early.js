/* Runs before the page is painted, so it is small and classic. */
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const SCHEME = "bounceback:theme:scheme";

  /* Storage may be refused, and what lies in it may be damaged. */
  const keptScheme = () => {
    try {
      return JSON.parse(localStorage.getItem(SCHEME) ?? "null");
    } catch {
      return null;
    }
  };

  const keepScheme = (/** @type {string | null} */ scheme) => {
    try {
      if (scheme === null) localStorage.removeItem(SCHEME);
      else localStorage.setItem(SCHEME, JSON.stringify(scheme));
    } catch {
      /* Then it is not kept. */
    }
  };

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
    keepScheme(isAsDevice ? null : wanted);
    showScheme();
  };

  const chosen = keptScheme();
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

  /* When our module does not arrive, the page goes back to what it is without scripts. */
  addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement && target.type === "module") root.classList.remove("js");
  }, true);
})();
