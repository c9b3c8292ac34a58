/* Runs before the page is painted, and before the theme's own script, so it is small and classic. */
(() => {
  const root = document.documentElement;
  const folder = document.currentScript.src.replace(/[^/]*$/, "");
  root.classList.add("js");

  /* What the theme's script expects from its inline script, made safe: storage may be refused, and
     what lies in it may be damaged. Everything of ours is kept under one prefix. */
  const keyOf = (name) => `bounceback:theme:${name}`;
  window.__md_scope = new URL("../../../", folder);
  window.__md_hash = (text) => [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0);
  window.__md_get = (name, store) => {
    try {
      return JSON.parse((store ?? localStorage).getItem(keyOf(name)));
    } catch {
      return null;
    }
  };
  window.__md_set = (name, value, store) => {
    try {
      if (value === null) (store ?? localStorage).removeItem(keyOf(name));
      else (store ?? localStorage).setItem(keyOf(name), JSON.stringify(value));
    } catch {
      /* Then it is not kept. */
    }
  };

  /* Light or dark: as the device, until the reader says otherwise. Nothing is kept before that. */
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : device.matches);
  const showScheme = () => {
    for (const button of document.querySelectorAll("[data-toggle=scheme]"))
      button.setAttribute("aria-pressed", isDark());
  };
  const chosen = window.__md_get("scheme");
  if (chosen === "dark" || chosen === "light") root.dataset.scheme = chosen;
  device.addEventListener?.("change", showScheme);
  addEventListener("DOMContentLoaded", showScheme);

  addEventListener("click", ({ target }) => {
    const control = target instanceof Element && target.closest("[data-toggle=scheme], [data-open=search]");
    if (!control) return;
    if (control.dataset.open) {
      import(`${folder}search.js`).then((search) => search.open(), console.error);
      return;
    }
    const wanted = isDark() ? "light" : "dark";
    const asDevice = (wanted === "dark") === device.matches;
    if (asDevice) delete root.dataset.scheme;
    else root.dataset.scheme = wanted;
    window.__md_set("scheme", asDevice ? null : wanted);
    showScheme();
  });

  /* When our module does not arrive, the page goes back to what it is without scripts. */
  addEventListener("error", ({ target }) => {
    if (target instanceof HTMLScriptElement && target.type === "module") root.classList.remove("js");
  }, true);

  /* After instant navigation, a screen reader hears the new title, and Tab goes on from there. */
  addEventListener("load", () => {
    let isFirst = true;
    window.document$?.subscribe(() => {
      if (!isFirst && !location.hash) document.querySelector("h1")?.focus({ preventScroll: true });
      isFirst = false;
    });
  });
})();
