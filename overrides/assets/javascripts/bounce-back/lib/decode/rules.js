/** The data of a language, made ready for searching. */

import { makeReader } from "./phrases.js";

/**
 * @typedef {import("./phrases.js").Begin} Begin
 * @typedef {import("./phrases.js").Find} Find
 * @typedef {{ kind: string, weight: number, signal?: string, job?: boolean }} Tier
 * @typedef {readonly string[] | string} Listed  phrases, as a list or parted by |
 * @typedef {Record<string, Listed>} Groups
 * @typedef {"before" | "third" | "near" | "next" | "after" | "within" | "exempt" | "ends" | "not" | "you"} Guard
 *
 * @typedef {object} Data  a language, as its file in docs/_data/ has it, or as the site publishes that
 * @property {Groups} words
 * @property {(Tier & { phrases: Listed })[]} tiers
 * @property {Listed} context
 * @property {Groups} guards
 * @property {Groups} signals
 * @property {Groups} stages
 * @property {Groups} leads
 * @property {Listed} footer
 * @property {Listed} intro
 * @property {Groups} lines
 * @property {Record<string, string>} lists
 *
 * @typedef {object} Rules
 * @property {{ find: Find, what: Tier }[]} tiers
 * @property {Find} context
 * @property {Record<Guard, Find>} guards
 * @property {Record<string, Find>} signals
 * @property {Record<string, Find>} stages
 * @property {Record<string, Find>} leads
 * @property {Find} footer
 * @property {Find} intro  behind which a person's name stands
 * @property {Record<"role" | "company" | "greeting" | "closing", Begin>} lines
 * @property {(list: string, word: string | undefined) => boolean} is  whether a list holds a word
 */

/** The signal that may stand in any line, in a header or in small print. */
export const ADDRESS = "no_reply_address";

/**
 * @param {Data} data
 * @returns {Rules}
 */
export function makeRules(data) {
  // One for whole sentences, one for what stands before or behind words in them, and one for lines.
  const { readPhrases: ofSentence } = makeReader(data.words);
  const { readPhrases: ofPart } = makeReader(data.words);
  const { readPhrases: ofLine, readLine } = makeReader(data.words);
  const lists = mapValues(data.lists, (list) => new Set(list.split(" ")));
  return {
    tiers: data.tiers.map(({ phrases, ...what }) => ({ find: ofSentence(phrases), what })),
    context: ofSentence(data.context),
    guards: /** @type {Rules["guards"]} */ (mapValues(data.guards, ofPart)),
    signals: mapValues(data.signals, (phrases, name) => (name === ADDRESS ? ofLine : ofSentence)(phrases)),
    stages: mapValues(data.stages, ofSentence),
    leads: mapValues(data.leads, ofSentence),
    footer: ofLine(data.footer),
    intro: ofLine(data.intro),
    // A greeting begins its line; the others are all of it.
    lines: /** @type {Rules["lines"]} */ (
      mapValues(data.lines, (phrases, name) => readLine(phrases, name !== "greeting"))
    ),
    is: (list, word) => word !== undefined && (lists[list]?.has(word) ?? false),
  };
}

/**
 * @template V
 * @template T
 * @param {Record<string, V>} groups
 * @param {(value: V, name: string) => T} make
 * @returns {Record<string, T>}
 */
const mapValues = (groups, make) =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, make(value, name)]));
