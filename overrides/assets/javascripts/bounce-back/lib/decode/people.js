/** What lines say by where they stand: headers and labels, the greeting, who writes. */

import { companyEnd, titleEnd, withoutTeam } from "./extent.js";
import { note } from "./names.js";
import { readSignature } from "./signature.js";
import { isPerson, isTitle } from "./words.js";

/**
 * @typedef {import("./names.js").Unit} Unit
 * @typedef {import("./names.js").Guesses} Guesses
 * @typedef {import("./rules.js").Rules} Rules
 */

/**
 * @param {readonly Unit[]} units  the lines that are not empty, of head and body
 * @param {Rules} rules
 * @param {Guesses} guesses
 * @returns {number} where the signature begins
 */
export function readLines(units, rules, guesses) {
  const body = units.filter(({ zone }) => zone === "body");
  for (const unit of units) readLabel(unit, rules, guesses);
  for (const unit of body.slice(0, 4)) readHeading(unit, guesses);
  for (const unit of body.slice(0, 6)) if (readGreeting(unit, unit === body[0], rules, guesses)) break;
  for (const unit of body) readIntroduction(unit, rules, guesses);
  return readSignature(body, rules, guesses);
}

/**
 * "Job title: Junior Illustrator", "From: Lantern Studio Careers"
 *
 * @param {Unit} unit
 * @param {Rules} rules
 * @param {Guesses} guesses
 */
function readLabel(unit, { lines }, guesses) {
  const { words } = unit;
  const at = words.findIndex(({ after }) => after.includes(":")) + 1;
  if (at < 1 || at > 4) return;
  const label = words.slice(0, at).map(({ low }) => low).join(" ");
  const [title, company] = [titleEnd(words, at), companyEnd(words, at)];
  const isTitled = words.slice(at, title).some(({ isHead }) => isHead);
  if (lines.role(label) >= 0) note(guesses.role, unit, at, title, isTitled ? 3.2 : 1);
  if (lines.company(label) >= 0) note(guesses.company, unit, at, company, 3.5);
  if (label !== "from") return;
  const team = withoutTeam(words, at, company);
  if (team < company) note(guesses.company, unit, at, team, 3);
  else if (company - at > 1) note(guesses.recruiter, unit, at, company, 1.5);
}

/**
 * A line of its own near the top may be the title, or whose letter it is.
 *
 * @param {Unit} unit
 * @param {Guesses} guesses
 */
function readHeading(unit, guesses) {
  const { words, text } = unit;
  if (words.length > 14 || /[.,!?]$/.test(text) || !words[0]?.isName) return;
  const dash = words.findIndex((word) => word.text === "-");
  if (dash > 0 && !words.slice(0, dash).some(({ isHead }) => isHead) && companyEnd(words, 0) === dash) {
    note(guesses.company, unit, 0, dash, 2);
    return readHeading({ ...unit, words: words.slice(dash + 1) }, guesses);
  }
  const [title, company] = [titleEnd(words, 0), companyEnd(words, 0)];
  if (words.slice(0, title).some(({ isHead }) => isHead)) note(guesses.role, unit, 0, title, 2.2);
  else if (company === words.length && !words.at(-1)?.is("hr") && words.some((word) => word.is("org"))) note(guesses.company, unit, 0, company, 2);
}

/**
 * @param {Unit} unit
 * @param {boolean} isFirst
 * @param {Rules} rules
 * @param {Guesses} guesses
 * @returns {boolean} whether this line greets
 */
function readGreeting(unit, isFirst, { lines }, guesses) {
  const { words, text, plain } = unit;
  const greeting = lines.greeting(plain);
  // "Emily," on a line of its own, or "Emily - " before the first words
  const isBare = /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?[,:]?$/u.test(text) && /[,:]$/.test(text);
  const isRunOn = isFirst && /^\p{Lu}\p{L}+(?: -|,) /u.test(text);
  if (greeting < 0 && !isBare && !isRunOn) return false;
  let from = words.findIndex(({ start }) => start >= greeting);
  while (from >= 0 && isTitle(words[from])) from += 1;
  let to = from;
  while (to >= 0 && to < from + 3 && isPerson(words[to]) && (words[to]?.isName || words[to]?.after)) {
    to += 1;
    if (words[to - 1]?.after) break;
  }
  note(guesses.candidate, unit, from, to, isRunOn && greeting < 0 ? 1.5 : 3);
  return true;
}

/**
 * "My name is Hannah Lowe", "Steph from Lantern Studio here"
 *
 * @param {Unit} unit
 * @param {Rules} rules
 * @param {Guesses} guesses
 */
function readIntroduction(unit, { intro }, guesses) {
  const { words, plain } = unit;
  const isHere = / here\b/.test(unit.text);
  const places = intro(plain).map(({ end }) => words.findIndex(({ start }) => start >= end));
  words.forEach((word, at) => {
    if (!places.includes(at) && !(isHere && words[at + 1]?.low === "from")) return;
    if (!word.isName || !isPerson(word) || word.isHead) return;
    const end = words[at + 1]?.isName && !word.after ? at + 2 : at + 1;
    note(guesses.recruiter, unit, at, end, 2);
  });
}
