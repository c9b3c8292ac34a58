/** Which company and which job a message is about: guesses, each with what speaks for it. */

import { companyEnd, isOrg, titleEnd, titleStart } from "./extent.js";
import { closes, readWords } from "./words.js";

/**
 * @typedef {import("./text.js").Span} Span
 * @typedef {import("./text.js").Part} Part
 * @typedef {import("./rules.js").Rules} Rules
 * @typedef {import("./words.js").Word} Word
 * @typedef {Span & { name: string, weight: number }} Guess
 * @typedef {Part & { words: Word[] }} Unit  a sentence or a line
 * @typedef {"company" | "role" | "candidate" | "recruiter"} Who
 * @typedef {Record<Who, Guess[]>} Guesses
 */

/**
 * @param {Part} part
 * @param {Rules} rules
 * @returns {Unit}
 */
export const asUnit = (part, { is }) => ({ ...part, words: readWords(part.text, is) });

/**
 * @param {Guess[]} guesses
 * @param {Unit} unit
 * @param {number} from
 * @param {number} to  behind the last word
 * @param {number} weight  3 is good evidence, 1 is weak
 */
export function note(guesses, unit, from, to, weight) {
  const [first, last] = [unit.words[from], unit.words[to - 1]];
  if (!first || !last || to <= from) return;
  const words = unit.text.slice(first.start, last.end).replace(/'s$/, "");
  const name = words.split("(").length > words.split(")").length ? `${words})` : words;
  const start = unit.start + first.start;
  guesses.push({ name, weight, start, end: start + name.length });
}

/**
 * @param {readonly Unit[]} units
 * @param {Rules} rules
 * @param {Guesses} guesses
 */
export function guessNames(units, rules, guesses) {
  units.forEach((unit, index) => {
    const reader = readerOf(unit, guesses);
    // "the following position:", and the title in the next line
    if (index > 0 && endsWithJob(units[index - 1])) reader.readTitle(0, true);
    for (const [kind, find] of Object.entries(rules.leads)) {
      for (const { end } of find(unit.plain)) reader.follow(kind, end);
    }
    reader.lookBack();
    reader.scan();
  });
}

/**
 * @param {Unit | undefined} unit
 */
const endsWithJob = (unit) => unit?.text.endsWith(":") && unit.words.at(-1)?.is("job");

/**
 * @param {Unit} unit
 * @param {Guesses} guesses
 */
function readerOf(unit, guesses) {
  const { words } = unit;
  return { follow, readTitle, lookBack, scan };

  /**
   * What stands behind "interest in", "position of", "a career at".
   *
   * @param {string} kind
   * @param {number} end
   */
  function follow(kind, end) {
    const at = words.findIndex(({ start }) => start >= end);
    if (at < 0) return;
    if (kind === "at") readCompany(at, 2);
    else if (kind === "company" || (!readTitle(at, kind === "role") && kind === "either")) readCompany(at, 3);
  }

  /**
   * @param {number} at
   * @param {number} weight
   */
  function readCompany(at, weight) {
    const end = companyEnd(words, at);
    const [first, last, next] = [words[at], words[end - 1], words[end]];
    const isTitle = [last, next].some((word) => word?.is("heads") || (word === next && word?.is("job")));
    const isPlace = last?.after === "," && /^[A-Z]{2}$/.test(next?.text ?? "");
    const isVague = first?.low === "the" && end - at === 2 && last?.is("org");
    if (end === at || isTitle || isPlace || isVague) return;
    const isWeak = first?.is("place") || first?.is("platform");
    note(guesses.company, unit, at, end, isWeak ? 0.5 : weight);
  }

  /**
   * @param {number} at
   * @param {boolean} isSure  that no company stands here
   * @returns {boolean} whether a title is there
   */
  function readTitle(at, isSure) {
    const from = skipOwner(skipSmall(at));
    const end = titleEnd(words, from);
    const own = words.slice(from, end);
    if (own.every((word) => word.is("generic"))) return false;
    const isTitled = own.some(({ isHead }) => isHead);
    const isNamed = words[end]?.is("job") && !closes(words[end - 1]);
    if (!isTitled && !isNamed && !(isSure && own[0]?.isName)) return false;
    const isPlain = own.every(({ isName }) => !isName);
    const weight = isTitled && !(isPlain && !isSure) ? 2.6 : isTitled ? 1.3 : 1.8;
    note(guesses.role, unit, from, end, isNamed ? 3 : weight);
    seekCompany(isNamed ? end + 1 : end);
    return true;
  }

  /**
   * Past "the", "our new", "the position of".
   * @param {number} at
   */
  function skipSmall(at) {
    for (;;) {
      const word = words[at]?.low ?? "";
      const next = words[at + 1]?.low ?? "";
      if (/^(?:the|our|an?|your|this|my|of|open|next|new)$/.test(word) && !/^grad/.test(next)) at += 1;
      else if (words[at]?.is("job") && /^(?:of|as|for)$/.test(next)) at += 2;
      else return at;
    }
  }

  /**
   * Past the company in "Lantern Studio's Junior Illustrator".
   * @param {number} at
   */
  function skipOwner(at) {
    const owner = words.slice(at, at + 4).findIndex(({ low }) => /'s$/.test(low));
    const names = words.slice(at, at + owner + 1);
    if (owner < 0 || !names.every(({ isName }) => isName) || names.at(-1)?.is("heads", names.at(-1)?.low.slice(0, -2))) return at;
    note(guesses.company, unit, at, at + owner + 1, 2.5);
    return at + owner + 1;
  }

  /**
   * The company behind a title: "at Lantern Studio".
   * @param {number} at
   */
  function seekCompany(at) {
    const [before, word] = [words[at - 1], words[at]];
    if (!word || (closes(before) && !before?.after.includes(")"))) return;
    if (before?.after === "," && isOrg(words, at)) readCompany(at, 2);
    else if (/^(?:at|with|within|@)$/.test(word.low)) readCompany(at + 1, 3);
    else if (/^(?:in|for|from)$/.test(word.low)) readCompany(at + 1, 1);
    else if (word.low === "here" || word.is("job")) seekCompany(at + 1);
  }

  /** What stands before "position", "role", "job". */
  function lookBack() {
    words.forEach((word, at) => {
      const isJob = word.is("job");
      const isPartOfTitle = word.isName && words[at + 1]?.isName && !word.after;
      if (word.before || (!isJob && !word.is("nearJob")) || isPartOfTitle) return;
      if (isJob && word.after.includes(":")) readTitle(at + 1, true);
      const from = titleStart(words, at);
      const own = words.slice(from, at);
      const isTitled = own.some(({ isHead }) => isHead);
      if (!isTitled && !(isJob && own.length > 0 && own.every(({ isName }) => isName))) return;
      note(guesses.role, unit, from, at, !isJob ? 2 : isTitled ? 3 : 1.8);
      seekCompany(at + 1);
    });
  }

  /** Titles of several words anywhere, and companies that do something. */
  function scan() {
    for (let at = 0; at < words.length; at += 1) {
      const [before, word] = [words[at - 1], words[at]];
      if (!word?.isName || word.is("small") || (before?.isName && !before.after && !before.is("small"))) continue;
      const end = titleEnd(words, at);
      const own = words.slice(at, end);
      const isTitled = own.length > 1 && own.some((word) => word.is("heads"));
      if (isTitled && !own.some((word) => word.is("hr"))) note(guesses.role, unit, at, end, 1.5);
      else if (!before || before.after || /^(?:the|that|and|as|while|although)$/.test(before.low)) readSubject(at);
    }
  }

  /** @param {number} at */
  function readSubject(at) {
    const end = companyEnd(words, at);
    if (words[end - 1]?.is("heads")) return;
    const isAlone = at === 0 && end === words.length && !words[end - 1]?.is("hr");
    const isActing = words[end]?.is("verb") && !words[end - 1]?.after;
    const isOrg = words.some((word) => word.is("org"));
    if (isActing || (isAlone && isOrg)) note(guesses.company, unit, at, end, end - at > 1 ? 2 : 1.2);
  }
}
