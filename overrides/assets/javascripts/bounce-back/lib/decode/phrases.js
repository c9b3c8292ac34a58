/** Phrases found in a text. */

import { atEndOfLine, atEndOfWord, firstEnd, makePatterns, search } from "./pattern.js";

/**
 * @typedef {import("./text.js").Span} Span
 * @typedef {import("./rules.js").Listed} Listed
 * @typedef {import("./pattern.js").Match} Match
 * @typedef {(text: string) => readonly Span[]} Find  every place of some phrases; no two overlap
 * @typedef {(text: string) => number} Begin  where the phrase ends that a text begins with, or -1
 */

/** A word does not begin behind these. */
const APOSTROPHE = 39;
const HYPHEN = 45;
/** How much is kept of what was found, for the next who asks: more than there is in a message. */
const MOST_KEPT = 5_000;
/** @type {readonly Span[]} */
const NONE = [];

/**
 * A reader of phrases. All that it has read is searched for at once, when the first asks about a text:
 * what is asked about the same texts belongs to one reader.
 *
 * @param {Record<string, Listed>} named  the phrases that `<name>` stands for
 */
export function makeReader(named) {
  const read = makePatterns(named);
  /** @type {(Match & { of: number })[]} */
  const all = []; // of: the number of those it was read with
  let count = 0;
  // Letter by letter: after three, few phrases are left to look through.
  /** @type {(start: string) => typeof all} */
  const byStart = keep((start) => {
    if (!start) return all;
    const begins = (/** @type {string} */ head) => head.startsWith(start) || start.startsWith(head);
    return byStart(start.slice(0, -1)).filter(({ heads }) => heads.some(begins));
  });
  const byWord = keep((word) => byStart(word.slice(0, 3)).filter(({ heads }) => heads.some((head) => fits(head, word))));
  const inText = keep(searchText);
  return { readPhrases, readLine };

  /**
   * @param {Listed} phrases
   * @returns {Find}
   */
  function readPhrases(phrases) {
    const of = (count += 1);
    all.push(...read(phrases, atEndOfWord).map((match) => Object.assign(match, { of })));
    return (text) => inText(text)[of] ?? NONE;
  }

  /** @param {string} text */
  function searchText(text) {
    search(text);
    /** @type {Span[][]} */
    const found = [];
    // Character by character: it is done for every word, and an expression takes longer.
    let start = -1;
    for (let at = 0, before = 0; at <= text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (!isInWord(code)) {
        if (start >= 0) tryPhrases(start, text.slice(start, at), found);
        start = -1;
      } else if (!isInWord(before) && before !== APOSTROPHE && before !== HYPHEN) start = at;
      before = code;
    }
    return found;
  }

  /**
   * @param {number} start
   * @param {string} word  that begins there
   * @param {Span[][]} found
   */
  function tryPhrases(start, word, found) {
    for (const match of byWord(word)) {
      const spans = found[match.of];
      const end = spans && start < (spans.at(-1)?.end ?? 0) ? -1 : match(start);
      if (end >= 0) (found[match.of] ??= []).push({ start, end });
    }
  }

  /**
   * Phrases that are a whole line, or that only begin it.
   *
   * @param {Listed} phrases
   * @returns {Begin}
   */
  function readLine(phrases, isWhole = true) {
    const matches = read(phrases, isWhole ? atEndOfLine : atEndOfWord);
    return (text) => {
      search(text);
      return firstEnd(matches, 0);
    };
  }
}

/**
 * Whether a character is one of \w.
 * @param {number} code
 */
const isInWord = (code) =>
  (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91) || code === 95;

/**
 * Whether what begins with a head may begin with a word.
 *
 * @param {string} head
 * @param {string} word
 */
const fits = (head, word) =>
  head.startsWith(word) ? !/\w/.test(head.charAt(word.length)) : word.startsWith(head);

/**
 * A function that keeps what it made.
 *
 * @template T
 * @param {(of: string) => T} make
 */
function keep(make) {
  /** @type {Map<string, T>} */
  const kept = new Map();
  /** @type {string | undefined} */
  let last;
  /** @type {T} */
  let made;
  return (/** @type {string} */ of) => {
    if (of === last) return made;
    const found = kept.get(of) ?? make(of);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(of, found);
    last = of;
    return (made = found);
  };
}
