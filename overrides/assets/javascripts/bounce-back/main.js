/** Loads the code of an element when a page has that element, and not before. */

import { giveUp } from "./lib/page.js";
import { turnPages } from "./lib/turn.js";

/** @type {Record<string, () => Promise<unknown>>} */
const ELEMENTS = {
  "task-checklist": () => import("./elements/task-checklist.js"),
  "reflect-questions": () => import("./elements/reflect-questions.js"),
  "email-template": () => import("./elements/email-template.js"),
  "card-filter": () => import("./elements/card-filter.js"),
  "pasted-message": () => import("./elements/pasted-message.js"),
  "bounce-plan": () => import("./elements/bounce-plan.js"),
};

/** @type {Set<string>} */
const loading = new Set();

function loadUsedElements() {
  for (const tag of Object.keys(ELEMENTS)) {
    // What is folded away is loaded when it is unfolded.
    const open = `${tag}:not(details:not([open]) ${tag})`;
    if (!loading.has(tag) && document.querySelector(open)) load(tag);
  }
}

/** @param {string} tag */
async function load(tag) {
  loading.add(tag);
  try {
    await ELEMENTS[tag]?.();
  } catch (error) {
    // Perhaps only the network: the next page tries again.
    loading.delete(tag);
    for (const element of document.querySelectorAll(tag)) giveUp(element, error);
  }
}

/**
 * Ask for all that the page will need; each module would be found behind another. To ask for one
 * takes a slow phone milliseconds, so there is room for a key or a finger in between.
 */
async function loadAll() {
  loadUsedElements();
  for (const link of document.querySelectorAll("link[rel=later]")) {
    link.setAttribute("rel", "modulepreload");
    await new Promise((next) => setTimeout(next));
  }
}

// After the first picture of the page, which is complete without any of it: a frame is asked for
// before it is painted, and what waits for it comes after.
requestAnimationFrame(() => setTimeout(loadAll));
// It does not bubble.
document.addEventListener("toggle", loadUsedElements, { capture: true });
// Another page may come into this document without anything being run again. Typing only changes
// text, which is passed over.
new MutationObserver((changes) => {
  const isNew = changes.some(({ addedNodes }) =>
    [...addedNodes].some((node) => node instanceof Element),
  );
  if (isNew && loading.size < Object.keys(ELEMENTS).length) loadAll();
}).observe(document.documentElement, { childList: true, subtree: true });

turnPages();

// Only a finished site has a worker that keeps it, and a manifest; `make serve` has neither.
if (document.querySelector("link[rel=manifest]")) {
  addEventListener("load", () => import("./offline.js").then((offline) => offline.start()).catch(console.info));
}
