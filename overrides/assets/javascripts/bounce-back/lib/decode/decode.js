/** Reads a message about a job: what it says, about whom, and on which words that rests. */

import { findKind, findSignals, findStage } from "./kind.js";
import { asUnit, guessNames } from "./names.js";
import { readLines } from "./people.js";
import { readMessage } from "./text.js";

/**
 * @typedef {import("./text.js").Span} Span
 * @typedef {import("./names.js").Guess} Guess
 * @typedef {import("./names.js").Who} Who
 * @typedef {Span & { name: string, confidence: number }} Name
 *
 * @typedef {object} Decoded  every place is one in what was pasted
 * @property {string} kind  rejection, invitation, receipt, request, offer, pending or other
 * @property {number} confidence  of the kind
 * @property {Span[]} evidence  words that the kind rests on
 * @property {Partial<Record<Who, Name>>} names
 * @property {(Span & { stage: string }) | undefined} stage
 * @property {(Span & { signal: string })[]} signals
 */

/** A confidence below which a finding is a question and not a claim. */
export const SURE = 0.6;
/** Guesses that are looked at: more than any letter gives rise to. */
const MOST_GUESSES = 100;
const LEGAL = /[ ,]+(?:inc|ltd|llc|llp|plc|limited|corp|gmbh|pvt\.? ltd|pte\.? ltd|sdn\.? bhd|berhad)\.?$/i;
/** What stands in brackets behind a title and does not belong to it. */
const ASIDE =
  /\s*\((?:[^)]*\b(?:remote|hybrid|on-?site|m\/?f|m\/w|f\/m|all genders|contract|contractors?|full-?time|part-?time|temporary|maternity|permanent|level|req|ref|id|posting|night|day|cover)\b[^)]*|[\d\s-]+)\)/gi;
const NUMBER =
  /(?:[\s,(:#.-]|\b(?:req|ref|job|id|no|number|position|requisition|posting|vacancy)\b)*\b(?!(?:19|20)\d\d\b)[A-Z]{0,5}[/_-]?\d[\dA-Z/_-]{2,}\)?$/i;

/**
 * @param {string} pasted
 * @param {import("./rules.js").Rules} rules
 * @returns {Decoded}
 */
export function decode(pasted, rules) {
  const message = readMessage(pasted, rules.footer);
  const { kind, confidence, evidence, isAboutWork } = findKind(message, rules);
  const isAboutJob =
    kind !== "other" || (isAboutWork && evidence.every(({ what }) => what.kind !== "other" || what.job));
  const { place } = message;
  return {
    kind,
    confidence,
    evidence: evidence.filter(({ what }) => what.kind === kind).map(place),
    names: findNames(message, rules, isAboutJob),
    stage: at(findStage(message, rules)),
    signals: findSignals(message, rules, evidence).map((signal) => ({ ...signal, ...place(signal) })),
  };

  /** @template {Span} T @param {T | undefined} found @returns {T | undefined} */
  function at(found) {
    return found && { ...found, ...place(found) };
  }
}

/**
 * @param {import("./text.js").Message} message
 * @param {import("./rules.js").Rules} rules
 * @param {boolean} isAboutJob
 */
function findNames({ text, lines, sentences, place }, rules, isAboutJob) {
  /** @type {import("./names.js").Guesses} */
  const guesses = { company: [], role: [], candidate: [], recruiter: [] };
  const units = lines.filter((line) => /head|body/.test(line.zone) && line.text).map((part) => asUnit(part, rules));
  const subjects = units.filter(({ zone, plain }) => zone === "head" && plain.startsWith("subject:"));
  if (isAboutJob) guessNames([...sentences.map((part) => asUnit(part, rules)), ...subjects], rules, guesses);
  const end = readLines(units, rules, guesses);

  /** @type {Partial<Record<Who, Name>>} */
  const names = {};
  const add = (/** @type {Who} */ who, /** @type {Guess[]} */ found) => {
    const best = choose(found);
    if (best) names[who] = { ...best, ...place(best) };
    return best;
  };
  const candidate = add("candidate", guesses.candidate);
  const recruiter = add("recruiter", without(guesses.recruiter, candidate));
  if (!isAboutJob) return names;
  // A lone name below a letter is a person's, unless more speaks for a company of that name.
  const companies = without(weigh(guesses.company, text, rules), candidate);
  const company = add("company", [...without(companies, recruiter), ...companies.filter(({ weight }) => weight > 2)]);
  if (company && recruiter && nameKey(company.name) === nameKey(recruiter.name)) delete names.recruiter;
  add("role", guesses.role.slice(0, MOST_GUESSES).filter(({ start }) => start < end).map((guess) => cleanTitle(guess, company?.name ?? "", rules)));
  return names;
}

/**
 * @param {readonly Guess[]} guesses
 * @param {Guess | undefined} known
 */
const without = (guesses, known) => guesses.filter(({ name }) => nameKey(name) !== nameKey(known?.name ?? ""));

/** @param {string} name  the same for "The Lantern Group, Inc." and "Lantern Group" */
function nameKey(name) {
  const short = name.replace(/^the /i, "").replace(LEGAL, "").replace(LEGAL, "");
  return short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * A department is hardly a company, and an address on the web or a second mention speaks for one.
 *
 * @param {Guess[]} guesses
 * @param {string} text
 * @param {import("./rules.js").Rules} rules
 */
function weigh(guesses, text, { is }) {
  const sites = new Set((text.toLowerCase().match(/[a-z0-9-]+(?=\.[a-z]{2,})/g) ?? []).map(nameKey));
  return guesses.slice(0, MOST_GUESSES).map((guess) => {
    const words = guess.name.toLowerCase().split(" ");
    let { weight } = guess;
    if (words.every((word) => /^(?:the|&|and)$/.test(word) || is("hr", word) || is("org", word))) weight -= 1.5;
    if (sites.has(nameKey(guess.name))) weight += 1;
    if (text.split(guess.name).length > 2) weight += 0.3;
    return { ...guess, weight };
  });
}

/**
 * Of several guesses the one that most speaks for, and how sure that is.
 *
 * @param {readonly Guess[]} guesses
 * @returns {(Guess & Name) | undefined}
 */
function choose(guesses) {
  /** @type {Map<string, Guess>} */
  const sums = new Map();
  for (const guess of guesses) {
    const key = nameKey(guess.name);
    const known = sums.get(key);
    const [more, less] = [known?.weight ?? 0, guess.weight].sort((one, two) => two - one);
    if (key) sums.set(key, { ...(known ?? guess), weight: Number(more) + Number(less) / 2 });
  }
  const ranked = [...sums.entries()].sort(([, one], [, two]) => two.weight - one.weight);
  const [top] = ranked;
  if (!top) return undefined;
  const isKin = (/** @type {string} */ key) => key.includes(top[0]) || top[0].includes(key);
  const longer = ranked.find(([key, { weight }]) => isKin(key) && key.length > top[0].length && weight > top[1].weight * 0.6);
  const rival = ranked.find(([key]) => !isKin(key))?.[1].weight ?? 0;
  const margin = Math.max(0, top[1].weight - rival / 2);
  return { ...(longer ?? top)[1], confidence: Math.min(0.98, margin / (margin + 0.9)) };
}

/**
 * A title without the company before it, numbers, and what stands in brackets.
 *
 * @param {Guess} guess
 * @param {string} company
 * @param {import("./rules.js").Rules} rules
 * @returns {Guess}
 */
function cleanTitle(guess, company, { is }) {
  const [owner = "", ...rest] = guess.name.split(/'s (?=\p{Lu})/u);
  const isOwned = rest.length > 0 && !is("heads", owner.toLowerCase().split(" ").at(-1));
  let name = isOwned ? rest.join("'s ") : guess.name;
  if (company && name.startsWith(`${company} `)) name = name.slice(company.length + 1);
  if (company) [name = ""] = name.split(` - ${company}`);
  name = name
    .replace(/^\d{1,2} /, "")
    .replace(/^(?:[A-Z]{0,3}[-#]?\d{3,}[A-Z]*[\s:-]+)+/, "")
    .replace(ASIDE, "")
    .replace(NUMBER, "")
    .replace(/\s+(?:UP TO\b|[+$\u00a3\u20ac]\S).*$/, "")
    .replace(/[\s.,:;-]+$/, "");
  const start = guess.start + Math.max(0, guess.name.indexOf(name));
  return { ...guess, name, start, end: start + name.length };
}
