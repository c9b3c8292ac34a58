/**
 * A quiet list, under the text, of words that the reader may wish unsent. It waits for a pause in
 * typing, and never stands in the way.
 */

import { say, sayCount } from "./strings.js";
import { findTone } from "./tone.js";

/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Area
 * @typedef {import("./tone.js").TonePhrase} TonePhrase
 * @typedef {{ area: Area, words: string, start: number, better: string }} Finding
 */

/** Milliseconds without a key. */
const PAUSE = 600;
/** Characters: more than any email, little enough for one turn. */
const MOST = 20_000;

/** @type {Promise<TonePhrase[]> | undefined} */
let loading;

export class ToneCheck {
  #timer = 0;
  #shown = "[]";
  /** @type {readonly TonePhrase[]} */
  #phrases = [];
  #isOpened = false;

  /**
   * @param {Element} pane
   * @param {readonly Area[]} areas
   * @param {AbortSignal} signal
   */
  constructor(pane, areas, signal) {
    this.areas = areas;
    this.list = pane.querySelector(".tone");
    this.count = pane.querySelector(".tone__count");
    signal.addEventListener("abort", () => window.clearTimeout(this.#timer));
  }

  /** The editor is open: fetch the phrases, the only time, and look at what is there. */
  async open() {
    if (this.#isOpened) return this.soon();
    this.#isOpened = true;
    loading ??= loadPhrases();
    this.#phrases = await loading;
    this.#check();
  }

  /** Look again when the reader pauses. */
  soon() {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#check(), PAUSE);
  }

  #check() {
    const found = this.areas.flatMap((area) => findIn(area, this.#phrases));
    const key = JSON.stringify(found.map(({ words, start }) => [words, start]));
    if (key === this.#shown || !this.list || !this.count) return;
    this.#shown = key;
    this.list.replaceChildren(...found.map(renderFinding));
    const count = found.length && sayCount("tone_found", found.length, { count: found.length });
    // Said again only when the number changes, not when a word moves.
    if (this.count.textContent !== (count || "")) this.count.textContent = count || "";
  }
}

/** @returns {Promise<TonePhrase[]>} */
async function loadPhrases() {
  try {
    const answer = await fetch(new URL("../../../../_data/tone.json", import.meta.url));
    /** @type {{ phrases: (Omit<TonePhrase, "pattern"> & { pattern: string[] })[] }} */
    const { phrases } = await answer.json();
    return phrases.map((phrase) => ({ ...phrase, pattern: asExpression(phrase.pattern) }));
  } catch {
    // Without a network, for one. The editor works without it, and the next one tries again.
    loading = undefined;
    return [];
  }
}

/**
 * The expression that guidekit makes of the same phrases (content/schema.py).
 *
 * @param {readonly string[]} phrases  in them `*` stands for up to three words
 */
export function asExpression(phrases) {
  return phrases.join("|").replaceAll("(", "(?:").replaceAll("* ", "(?:[\\w'-]+,? ){0,3}");
}

/**
 * @param {Area} area
 * @param {readonly TonePhrase[]} phrases
 * @returns {Finding[]}
 */
function findIn(area, phrases) {
  const text = area.value.slice(0, MOST);
  return findTone(text, phrases).map(({ start, end, phrase }) => ({
    area,
    words: text.slice(start, end),
    start,
    better: phrase.better,
  }));
}

/** @param {Finding} finding */
function renderFinding({ area, words, start, better }) {
  const item = make("li", "tone__finding");
  const button = make("button", "button button--quiet tone__find", say("tone_find"));
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", `${say("tone_find")}: ${words}`);
  button.addEventListener("click", () => selectWords(area, words, start));
  item.append(make("q", "tone__words", words), make("p", "tone__better", better), button);
  return item;
}

/**
 * @param {Area} area
 * @param {string} words
 * @param {number} at  where they were when they were found
 */
export function selectWords(area, words, at = 0) {
  const start = area.value.startsWith(words, at) ? at : area.value.indexOf(words);
  area.focus();
  if (start < 0) return;
  area.setSelectionRange(start, start + words.length);
  // Browsers do not scroll to what a script selects.
  area.scrollTop = (area.scrollHeight * start) / area.value.length - area.clientHeight / 2;
}

/**
 * @param {string} tag
 * @param {string} name  of its class
 * @param {string} [text]
 */
function make(tag, name, text = "") {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
