/** What kind of message it is, what else it says, and how far the reader had got. */

import { ADDRESS } from "./rules.js";

/**
 * @typedef {import("./text.js").Message} Message
 * @typedef {import("./text.js").Part} Part
 * @typedef {import("./text.js").Span} Span
 * @typedef {import("./rules.js").Rules} Rules
 * @typedef {import("./phrases.js").Find} Find
 * @typedef {Span & { what: import("./rules.js").Tier }} Evidence
 */

/** The most that a kind can gather from phrases that other kinds of message hold as well. */
const CAPS = new Map([
  ["receipt", 6],
  ["request", 6],
  ["pending", 10],
]);
/** A score below which a message is of no kind. */
const LEAST = 3.5;
/** What a rejection loses when it is not about the reader and a job. */
const ELSEWHERE = 4;

/**
 * @param {Message} message
 * @param {Rules} rules
 */
export function findKind({ sentences }, rules) {
  const evidence = sentences.flatMap((sentence) => findEvidence(sentence, rules));
  const isAboutWork =
    sentences.some(({ plain }) => speaksOfWork(plain, rules)) &&
    sentences.some(({ plain }) => rules.guards.you(plain).length > 0);
  /** @type {Map<string, number>} */
  const scores = new Map([["rejection", isAboutWork ? 0 : -ELSEWHERE]]);
  const seen = new Set();
  for (const { what, words } of evidence) {
    const key = what.kind + words;
    const score = (scores.get(what.kind) ?? 0) + (seen.has(key) ? 0 : what.weight);
    scores.set(what.kind, Math.min(score, CAPS.get(what.kind) ?? score));
    seen.add(key);
  }
  const [[kind, most], [, next]] = rank(scores);
  return { kind, evidence, isAboutWork, confidence: Math.min(0.99, 0.5 + (most - next) / 12) };
}

/**
 * @param {ReadonlyMap<string, number>} scores
 * @returns {[[string, number], [string, number]]}
 */
function rank(scores) {
  const ranked = [...scores, /** @type {[string, number]} */ (["other", LEAST])].sort((one, two) => two[1] - one[1]);
  const [first = ["other", LEAST]] = ranked;
  return [first, ranked.find(([kind]) => kind !== first[0]) ?? ["other", 0]];
}

/**
 * @param {string} plain
 * @param {Rules} rules
 */
function speaksOfWork(plain, { context, is }) {
  return context(plain).length > 0 || plain.split(/[^a-z-]+/).some((word) => is("heads", word));
}

/**
 * What speaks for a kind. No two overlap: the one that begins first stays, and of two that begin
 * together the longer.
 *
 * @param {Part} sentence
 * @param {Rules} rules
 */
function findEvidence({ start, plain }, rules) {
  const found = rules.tiers.flatMap(({ find, what }) => find(plain).map((span) => ({ ...span, what })));
  found.sort((one, two) => one.start - two.start || two.end - one.end);
  /** @type {(Evidence & { words: string })[]} */
  const kept = [];
  let last = 0;
  for (const { what, ...span } of found) {
    if (span.start < last) continue;
    last = span.end;
    const isQuoted = plain.slice(0, span.start).split('"').length % 2 === 0;
    if (isQuoted || (what.kind === "rejection" && what.weight > 1 && isPossible(plain, span, what.weight, rules))) continue;
    kept.push({ what, words: plain.slice(span.start, span.end), start: start + span.start, end: start + span.end });
  }
  return kept;
}

/**
 * Whether words only say what may happen: "if you are not selected".
 *
 * @param {string} plain
 * @param {Span} span
 * @param {number} weight
 * @param {Rules} rules
 */
function isPossible(plain, { start, end }, weight, { guards }) {
  const { exempt, within, after, near, next, before, third, ends } = guards;
  const [rest = ""] = plain.slice(end + 1).split(/[,;:]| (?:but|and) /, 1);
  const clause = plain.slice(0, start).trim();
  const last = lastWords(clause);
  return (
    exempt(plain).length === 0 &&
    [
      ...within(plain.slice(start, end)),
      ...after(rest.split(" ", 7).join(" ")),
      ...near(last),
      ...next(last.split(" ").at(-1) ?? ""),
      ...(weight > 4 ? third(clause) : []),
      ...before(clause.slice(ends(clause).at(-1)?.end)),
    ].length > 0
  );
}

/**
 * Up to five words of the last clause.
 * @param {string} before
 */
const lastWords = (before) => before.slice(before.lastIndexOf(",") + 1).trim().split(" ").slice(-5).join(" ");

/**
 * @param {Message} message
 * @param {Rules} rules
 * @param {readonly Evidence[]} evidence
 * @returns {(Span & { signal: string })[]}
 */
export function findSignals({ lines, sentences }, { signals, guards }, evidence) {
  return Object.entries(signals).flatMap(([signal, find]) => {
    const span =
      (signal === ADDRESS ? findFirst(lines, find) : findFirst(sentences, find, guards.not)) ??
      evidence.find(({ what }) => what.signal === signal);
    return span ? [{ signal, start: span.start, end: span.end }] : [];
  });
}

/**
 * The furthest stage that is spoken of.
 *
 * @param {Message} message
 * @param {Rules} rules
 */
export function findStage({ sentences }, { stages, guards }) {
  for (const [stage, find] of Object.entries(stages)) {
    const span = findFirst(sentences, find, stage === "application" ? undefined : guards.not);
    if (span) return { stage, ...span };
  }
  return undefined;
}

/**
 * @param {readonly { start: number, plain: string }[]} parts
 * @param {Find} find
 * @param {Find} [not]  what may not stand shortly before
 * @returns {Span | undefined}
 */
function findFirst(parts, find, not) {
  for (const { start, plain } of parts) {
    const found = find(plain).find((span) => !not || not(lastWords(plain.slice(0, span.start))).length === 0);
    if (found) return { start: start + found.start, end: start + found.end };
  }
  return undefined;
}
