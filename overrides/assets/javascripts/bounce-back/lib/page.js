/** An element's place in the page: which page, when it comes and goes, and what it holds. */

/** Where the site begins, seen from this file. */
const SITE = new URL("../../../../", import.meta.url);

/**
 * The name under which things are kept for the page that holds the element.
 * @param {Element} element
 */
export function pageKey(element) {
  const page = element.closest("[data-page]")?.getAttribute("data-page") ?? location.pathname;
  return page || "index";
}

/**
 * The address of a page by that name. Not relative: while one page goes and another comes, the
 * address of the document may be that of either.
 *
 * @param {string} key
 */
export const pageAddress = (key) => new URL(key, SITE).href;

/**
 * The last part of that name, for a file: `thank-you`.
 * @param {Element} element
 */
export const pageName = (element) => pageKey(element).match(/([^/]+)\/*$/)?.[1] ?? "";

/**
 * @template {Element} E
 * @param {ParentNode} host
 * @param {string} selector
 * @param {abstract new (...args: any) => E} type
 * @returns {E[]}
 */
export function findAll(host, selector, type) {
  const isType = (/** @type {Element} */ found) => found instanceof type;
  return /** @type {E[]} */ ([...host.querySelectorAll(selector)].filter(isType));
}

/**
 * Leave an element as it is without JavaScript: complete, readable, nothing that does not work.
 *
 * @param {Element} element
 * @param {unknown} error
 */
export function giveUp(element, error) {
  element.setAttribute("data-failed", "");
  for (const hidden of element.querySelectorAll("[hidden]")) hidden.removeAttribute("hidden");
  console.error(`<${element.localName}> could not start; the page works without it.`, error);
}

/**
 * A custom element whose HTML is already there. It comes and goes with the page within one document
 * (lib/turn.js), so everything begins in `start`, ends with its signal, and can happen more than once.
 */
export class PageElement extends HTMLElement {
  #leaving = new AbortController();

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    try {
      const restore = this.start(signal);
      restore();
      // Some browsers put the state of a form back only now, and ours is the newer one.
      window.addEventListener("pageshow", restore, { signal });
    } catch (error) {
      this.#leaving.abort();
      giveUp(this, error);
    }
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /**
   * Open what is kept, and listen until the signal ends it.
   *
   * @param {AbortSignal} _signal
   * @returns {() => void} shows what is kept
   */
  start(_signal) {
    throw new Error(`<${this.localName}> has no start().`);
  }
}

/** Whether the reader asked the browser to fetch nothing that is not needed yet. */
export function isSavingData() {
  // @ts-expect-error: not every browser says so, and the types do not know
  return Boolean(navigator.connection?.saveData);
}

/**
 * Whether something in a form at this moment was put there by the reader, before our code came.
 * After going back or reloading it may be the browser that did it, with an old state.
 */
export function isFreshPage() {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type === "navigate";
}
