/** The data file of a language, made ready for searching; and phrases found in a sentence. */

/** What `*` stands for, up to three words; `**`, up to eight; and `~`, any ending of a verb. */
const FEW = "(?:[^ ]+ ){0,3}";
const MORE = "(?:[^ ;:]+ ){0,8}";
const ENDING = "(?:e|es|s|d|ed|ing|ning|ting)?";
/** Words to try the expressions on. */
const SAMPLE = "thank you for your time, and all the best.";

/**
 * @typedef {{ kind: string, tier: string, weight: number, signal?: string }} Tier
 * @typedef {Record<string, string[]>} Groups
 * @typedef {"before" | "third" | "near" | "next" | "after" | "within" | "exempt" | "ends" | "not" | "you"} Guard
 *
 * @typedef {object} Data  a language, as its file in docs/_data/ has it
 * @property {Groups} words
 * @property {(Tier & { phrases: string[] })[]} tiers
 * @property {string[]} context
 * @property {Groups} guards
 * @property {Groups} signals
 * @property {Groups} stages
 * @property {Groups} leads
 * @property {string[]} footer
 * @property {Groups} lines
 * @property {Record<string, string>} lists
 *
 * @typedef {object} Rules
 * @property {{ regex: RegExp, what: Tier }[]} tiers
 * @property {RegExp[]} context
 * @property {Record<Guard, RegExp>} guards
 * @property {[string, RegExp][]} signals
 * @property {[string, RegExp][]} stages
 * @property {[string, RegExp][]} leads
 * @property {RegExp} footer
 * @property {Record<string, RegExp>} lines
 * @property {(list: string, word: string | undefined) => boolean} is  whether a list holds a word
 */

/**
 * @param {Data} data
 * @returns {Rules}
 */
export function makeRules(data) {
  /** @param {readonly string[]} phrases @returns {string} */
  const expand = (phrases) =>
    phrases
      .join("|")
      .replace(/\(/g, "(?:")
      .replace(/\*\* /g, MORE)
      .replace(/\* /g, FEW)
      .replace(/~/g, ENDING)
      .replace(/<(\w+)>/g, (_, name) => `(?:${expand(data.words[name] ?? [])})`);
  /** @param {readonly string[]} phrases */
  const compile = (phrases) => new RegExp(`(?<![\\w'-])(?:${expand(phrases)})(?![\\w-])`, "g");
  /** @param {Groups} groups */
  const each = (groups) =>
    Object.entries(groups).map(
      ([name, phrases]) => /** @type {[string, RegExp]} */ ([name, compile(phrases)]),
    );
  const lists = new Map(
    Object.entries(data.lists).map(([name, list]) => [name, new Set(list.split(" "))]),
  );
  return {
    tiers: data.tiers.map(({ phrases, ...what }) => ({ regex: compile(phrases), what })),
    context: data.context.map((phrase) => compile([phrase])),
    guards: /** @type {Rules["guards"]} */ (Object.fromEntries(each(data.guards))),
    signals: each(data.signals),
    stages: each(data.stages),
    leads: each(data.leads),
    footer: compile(data.footer),
    lines: Object.fromEntries(
      Object.entries(data.lines).map(([name, phrases]) => [
        name,
        // A greeting begins its line; the others are all of it.
        new RegExp(`^(?:${expand(phrases)})(?![\\w-])${name === "greeting" ? "" : "[^\\p{L}]*$"}`, "iu"),
      ]),
    ),
    is: (list, word) => word !== undefined && (lists.get(list)?.has(word) ?? false),
  };
}

/**
 * Use every expression while nobody waits, one to an idle moment: browsers make one ready when it
 * is used for the first time and again for the second, and for all of them that takes long.
 *
 * @param {Rules} rules
 * @param {AbortSignal} signal
 */
export async function warmUp({ tiers, context, guards, signals, stages, leads, footer }, signal) {
  const named = [...signals, ...stages, ...leads].map(([, regex]) => regex);
  const expressions = [...tiers.map(({ regex }) => regex), ...context, ...Object.values(guards), ...named, footer];
  for (const regex of expressions) {
    await new Promise((resolve) => (window.requestIdleCallback ?? window.setTimeout)(resolve));
    if (signal.aborted) return;
    has(regex, SAMPLE);
    has(regex, SAMPLE);
  }
}

/**
 * @param {RegExp} regex
 * @param {string} text
 */
export function has(regex, text) {
  regex.lastIndex = 0;
  return regex.test(text);
}

/**
 * Every place where a phrase is found.
 *
 * @param {RegExp} regex
 * @param {string} text
 * @returns {{ start: number, end: number }[]}
 */
export function findAll(regex, text) {
  // `matchAll` would copy the expression, thousands of times for one message.
  const spans = [];
  regex.lastIndex = 0;
  for (let match; (match = regex.exec(text)); ) {
    const { 0: words, index } = match;
    spans.push({ start: index, end: index + words.length });
    if (words === "") regex.lastIndex += 1;
  }
  return spans;
}
