/**
 * Goes from page to page of the site within one document: only what differs is fetched and
 * exchanged, and a page is fetched as soon as the reader points at a link to it. Everything that
 * is not quite as expected (another version of the site, no such page, no network, a browser
 * without the Navigation API) ends in the page being loaded as on any site.
 */

import { isSavingData } from "./page.js";

const SITE = new URL("../../../../", import.meta.url);
/** What one page has and another has differently, besides its head. */
const PARTS = [".brand", ".site-nav", ".md-container"];
/** In the head: what says which page this is, and what may be needed next. */
const FACTS = "meta[name=description], meta[property], link:not([rel=stylesheet], [rel=preload])";
/** In the head and at the end: the files that make a version of the site. */
const FILES = "link[rel=stylesheet], script[src]";
/** Milliseconds for which a page that was fetched ahead is new enough to be shown. */
const FRESH = 30_000;

/** @type {{ address: string, time: number, page: Promise<Document> } | undefined} the last one fetched ahead */
let ahead;
/** @type {{ address: string, page: Document } | undefined} what is there to be shown now */
let ready;
/** What the reader asked for last: anything else comes too late. */
let wanted = "";

/** Begin, once. Until then, and where the browser cannot do it, links are just links. */
export function turnPages() {
  const { navigation } = window;
  if (!navigation) return;
  navigation.addEventListener("navigate", onNavigate);
  document.addEventListener("click", onClick);
  for (const sign of ["pointerover", "focusin"]) document.addEventListener(sign, fetchAhead);
}

/** @param {Event} event */
function fetchAhead({ target }) {
  const link = linkOf(target);
  if (!link || isHere(link.href) || isSavingData()) return;
  // Should it fail, it does so again when the link is followed.
  preparePage(link.href).catch(() => undefined);
}

/** @param {MouseEvent} event */
async function onClick(event) {
  const link = linkOf(event.target);
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || event.defaultPrevented || !isPlain || isHere(link.href)) return;
  event.preventDefault();
  const address = link.href;
  wanted = address;
  try {
    const page = await preparePage(address);
    if (wanted !== address) return;
    // A page is shown once: its parts move over.
    ahead = undefined;
    ready = { address, page };
    window.navigation?.navigate(address);
  } catch {
    if (wanted === address) location.assign(address);
  }
}

/** @param {NavigateEvent} event */
function onNavigate(event) {
  const { destination, navigationType, signal } = event;
  const { url } = destination;
  wanted = "";
  if (!event.canIntercept || event.hashChange) return;
  if (ready?.address === url) {
    const { page } = ready;
    ready = undefined;
    event.intercept({ focusReset: "manual", handler: async () => show(page) });
  } else if (navigationType === "traverse" && destination.sameDocument && !isHere(url)) {
    // Going back shows what was there, as browsers do: what lies in their own cache will do.
    event.intercept({ focusReset: "manual", handler: () => showAgain(url, signal) });
  }
}

/**
 * @param {string} address  of a page that this document has shown before
 * @param {AbortSignal} signal
 */
async function showAgain(address, signal) {
  try {
    const page = await fetchPage(address, "force-cache");
    if (!signal.aborted) show(page);
  } catch {
    if (!signal.aborted) location.reload();
  }
}

/**
 * @param {string} address
 * @returns {Promise<Document>}
 */
function preparePage(address) {
  const [bare = ""] = address.split("#");
  if (ahead?.address !== bare || Date.now() - ahead.time > FRESH) {
    ahead = { address: bare, time: Date.now(), page: fetchPage(bare) };
    // What failed may work the next time.
    ahead.page.catch(() => (ahead = undefined));
  }
  return ahead.page;
}

/**
 * @param {string} address
 * @param {RequestCache} cache
 */
async function fetchPage(address, cache = "default") {
  const response = await fetch(address, { cache });
  // An address without its slash is sent on, and then links would start from the wrong place.
  if (!response.ok || response.redirected) throw new Error(`${address} answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const isWhole = PARTS.every((part) => page.querySelector(part) && document.querySelector(part));
  if (!isWhole || filesOf(page) !== filesOf(document)) throw new Error(`${address} is of another version.`);
  return page;
}

/**
 * Names of files hold a hash of their content; where they lie is written from the page's own place.
 * @param {Document} page
 */
function filesOf(page) {
  const files = [...page.querySelectorAll(FILES)].map((file) => file.getAttribute("href") ?? file.getAttribute("src"));
  return files.map((file) => file?.split("/").at(-1)).join(" ");
}

/** @param {Document} page  is used up */
function show(page) {
  for (const fact of document.head.querySelectorAll(FACTS)) fact.remove();
  document.head.append(...page.head.querySelectorAll(FACTS));
  document.title = page.title;
  for (const part of PARTS) {
    const next = page.querySelector(part);
    if (next) document.querySelector(part)?.replaceWith(next);
  }
  // A screen reader says the new title, and Tab goes on from there.
  if (!location.hash) document.querySelector("h1")?.focus({ preventScroll: true });
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLAnchorElement | undefined} a link to a page of the site that opens in this tab
 */
function linkOf(target) {
  const link = target instanceof Element ? target.closest("a[href]") : undefined;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return undefined;
  const path = link.origin + link.pathname;
  return path.startsWith(SITE.href) && /(?:\/|\.html)$/.test(path) ? link : undefined;
}

/**
 * Whether an address is the page that is shown, or a place on it.
 * @param {string} address
 */
const isHere = (address) => address.split("#")[0] === location.href.split("#")[0];
