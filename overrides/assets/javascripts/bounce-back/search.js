/**
 * The search dialog. Nothing of it is loaded before somebody asks for it; then come this module,
 * the theme's search worker (so its index, its ranking and its languages) and the index.
 *
 * The dialog is our own because the theme's is opened by a checkbox, cannot be reached with Tab,
 * listens to single letters on every page, and fetches the index on every page.
 */

import { searchQuery } from "./lib/search-query.js";

/** What goes to the worker and comes back (the theme's SearchMessageType). */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** What writers and the curious read comes after what a reader is here for. */
const LAST_FOLDERS = new Set(["contribute", "sources"]);
const MOST_SHOWN = 20;
const EXCERPT = 180;
/** Milliseconds without a key before the worker is asked. */
const PAUSE = 60;

/** @typedef {{ location: string, title: string, text: string, score: number }} Item */

/** Where the site starts, whatever page is open by now. */
const root = new URL("../../../", import.meta.url);

/** @param {string} id */
const readJson = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "{}");

/** @type {Record<string, string>} */
const words = readJson("strings");

/** @type {SearchDialog | undefined} */
let dialog;

/** Open the dialog; made on first use. */
export function open() {
  dialog ??= new SearchDialog();
  dialog.open();
}

class SearchDialog {
  /** @type {Worker | undefined} */
  #worker;
  #isReady = false;
  #timer = 0;
  /** What was asked last: an answer to anything else comes too late. */
  #asked = "";

  constructor() {
    this.element = make("dialog", { class: "search", "aria-labelledby": "search-label" });
    this.input = make("input", {
      class: "field__input search__input",
      id: "search-input",
      type: "search",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      enterkeyhint: "search",
      "aria-describedby": "search-status",
    });
    this.status = make("p", { class: "search__status", id: "search-status", role: "status" });
    this.results = make("ol", { class: "search__results" });
    const label = make("label", { class: "search__label", id: "search-label", for: "search-input" });
    label.textContent = words.search_label ?? "";
    const close = make("button", { class: "search__close", type: "button", "aria-label": words.search_close ?? "" });
    close.append(makeCross());
    const head = make("div", { class: "search__head" });
    head.append(label, close, this.input);
    this.element.append(head, this.status, this.results);
    document.body.append(this.element);

    close.addEventListener("click", () => this.element.close());
    this.input.addEventListener("input", () => this.#askSoon());
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      // Or the same key would press the button that opened the dialog, once that has the focus.
      event.preventDefault();
      this.results.querySelector("a")?.click();
    });
    this.element.addEventListener("click", ({ target }) => {
      const isOutside = target === this.element;
      if (isOutside || (target instanceof Element && target.closest("a"))) this.element.close();
    });
  }

  open() {
    this.element.showModal();
    this.input.select();
    if (this.#worker) return;
    this.#say(words.search_loading);
    this.#start().catch((error) => {
      console.error(error);
      this.#worker?.terminate();
      this.#worker = undefined;
      this.#say(words.search_failed);
    });
  }

  async #start() {
    // The page's own copy of this address is relative to the page that was opened first.
    const path = readJson("__config").search.replace(/^.*?(?=assets\/)/, "");
    const worker = new Worker(new URL(path, root));
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#hear(data));
    worker.addEventListener("error", () => this.#say(words.search_failed));
    const response = await fetch(new URL("search/search_index.json", root));
    if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
    const { config, docs } = await response.json();
    worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
  }

  #askSoon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(), PAUSE);
  }

  #ask() {
    this.#asked = this.input.value.trim();
    if (!this.#isReady) return;
    if (this.#asked) {
      this.#worker?.postMessage({ type: QUERY, data: searchQuery(this.#asked) });
    } else {
      this.results.replaceChildren();
      this.#say(words.search_hint);
    }
  }

  /** @param {{ type: number, data?: { items: Item[][] } }} message */
  #hear({ type, data }) {
    if (type === READY) {
      this.#isReady = true;
      this.#ask();
    } else if (type === RESULT && data && this.#asked) {
      this.#show(data.items);
    }
  }

  /** @param {Item[][]} groups  the parts of a page that match, page by page */
  #show(groups) {
    const first = groups.filter(isFirst);
    const sorted = [...first, ...groups.filter((group) => !isFirst(group))];
    this.results.replaceChildren(...sorted.slice(0, MOST_SHOWN).map(makeResult));
    this.results.scrollTop = 0;
    const form = new Intl.PluralRules(document.documentElement.lang).select(groups.length);
    const found = words[`search_found_${form}`] ?? words.search_found_other;
    const message = groups.length ? found : words.search_none;
    this.#say(message?.replace("{count}", String(groups.length)).replace("{query}", this.#asked));
  }

  /** @param {string} [message] */
  #say(message = "") {
    this.status.textContent = message;
  }
}

/** @param {Item[]} group */
const folderOf = ([item]) => item?.location.split("/")[0] ?? "";

/** @param {Item[]} group */
const isFirst = (group) => !LAST_FOLDERS.has(folderOf(group));

/** @param {Item[]} group */
function makeResult(group) {
  const best = group.reduce((a, b) => (b.score > a.score ? b : a));
  const page = group.find(({ location }) => !location.includes("#")) ?? best;
  const kind = make("p", { class: "card__kind" });
  kind.textContent = words[`kind_${folderOf(group)}`] ?? words.kind_other ?? "";
  const link = make("a", { class: "card__link", href: String(new URL(best.location, root)) });
  link.append(...plainNodes(page.title));
  const excerpt = make("p", { class: "card__text" });
  excerpt.append(...plainNodes(best.text, EXCERPT));
  const result = make("li", { class: "search__result" });
  result.append(kind, link, excerpt);
  return result;
}

/**
 * The text of what the worker returns, with its marks and no other markup.
 *
 * @param {string} html
 * @param {number} [most]  characters, cut at the end of a word
 * @returns {Node[]}
 */
function plainNodes(html, most = Infinity) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let room = most;
  while (room > 0 && walker.nextNode()) {
    const node = walker.currentNode;
    const text = (node.textContent ?? "").replace(/\s+/g, " ");
    const cut = text.length > room ? `${text.slice(0, room).replace(/\s\S*$/, "")} …` : text;
    room -= text.length;
    if (node.parentElement?.localName === "mark") {
      const mark = make("mark", {});
      mark.textContent = cut;
      nodes.push(mark);
    } else {
      nodes.push(new Text(cut));
    }
  }
  return nodes;
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} attributes
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function makeCross() {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  icon.setAttribute("class", "icon");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", "M6 6l12 12M18 6 6 18");
  icon.append(path);
  return icon;
}
