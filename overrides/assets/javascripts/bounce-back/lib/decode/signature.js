/** Who signed a message, and for which company. */

import { companyEnd, withoutTeam } from "./extent.js";
import { note } from "./names.js";
import { isPerson, isTitle, unpointed } from "./words.js";

/**
 * @typedef {import("./names.js").Unit} Unit
 * @typedef {import("./names.js").Guesses} Guesses
 * @typedef {import("./rules.js").Rules} Rules
 * @typedef {import("./words.js").Word} Word
 */

/**
 * @param {readonly Unit[]} body
 * @param {Rules} rules
 * @param {Guesses} guesses
 * @returns {number} where it begins
 */
export function readSignature(body, { lines }, guesses) {
  const closing = body.findLastIndex(({ plain }) => lines.closing(plain) >= 0);
  const long = body.findLastIndex(({ text, words }) => words.length > 7 || (words.length > 3 && /[.!?]$/.test(text)));
  const from = closing >= 0 ? closing + 1 : Math.max(1, long + 1, body.length - 6);
  let hasPerson = false;
  for (const unit of body.slice(from, from + 6)) hasPerson = readSigned(unit, hasPerson, guesses) || hasPerson;
  const last = body.at(-1);
  if (last && from >= body.length) readRunOn(last, guesses);
  return body[from]?.start ?? Infinity;
}

/**
 * "..., good or bad. Mandy, Lantern Studio"
 *
 * @param {Unit} unit
 * @param {Guesses} guesses
 */
function readRunOn(unit, guesses) {
  const { words } = unit;
  const stop = words.findLastIndex(({ after }, at) => /[.!?):]/.test(after) && at < words.length - 1);
  if (stop >= 2 && words.length - stop < 8) readSigned({ ...unit, words: words.slice(stop + 1) }, false, guesses, 0.6);
}

/**
 * One line of a signature: "Jane Doe", "Recruiter at Lantern Studio", "The Lantern Talent Team".
 *
 * @param {Unit} unit
 * @param {boolean} isSigned  by a person, in a line before
 * @param {Guesses} guesses
 * @param {number} share  of the usual weight for a name of two words, which may be a company's
 * @returns {boolean} whether a person or an office signs here
 */
function readSigned(unit, isSigned, guesses, share = 1) {
  let hasPerson = isSigned;
  for (const [first, last] of cutParts(unit.words)) {
    const own = unit.words.slice(first, last);
    // "Paul", and in the next line "Paul Kerr"
    const isKnown = own.length > 1 && guesses.recruiter.some(({ name }) => name === own[0]?.text);
    const isOf = /^(?:at|from|@)$/.test(unit.words[first - 1]?.low ?? "");
    const isOffice = own.some((word) => word.is("hr") || word.isHead);
    const isOrg = own.some((word) => word.is("org") || word.is("legal", unpointed(word.low)) || /[&\d]|\.\p{L}/u.test(word.text));
    if ((isOffice && !isOrg) || own.some((word) => word.is("hr"))) {
      readTeam(unit, first, last, hasPerson, guesses);
      hasPerson = true;
    } else if (!isOrg && (!hasPerson || isKnown) && !isOf && own.length < 4 && own.every((word) => isPerson(word) || isTitle(word))) {
      note(guesses.recruiter, unit, first + (isTitle(own[0]) ? 1 : 0), last, own.length > 1 ? 2 * share : 1.6);
      note(guesses.company, unit, first, last, own.length > 1 ? 0.8 : 0.4);
      hasPerson = true;
    } else if (companyEnd(unit.words, first) === last) note(guesses.company, unit, first, last, isOrg ? 2.6 : hasPerson || isOf ? 2.2 : 1.5);
  }
  return hasPerson;
}

/**
 * @param {Unit} unit
 * @param {number} first
 * @param {number} last
 * @param {boolean} hasPerson
 * @param {Guesses} guesses
 */
function readTeam(unit, first, last, hasPerson, guesses) {
  const { words } = unit;
  const from = words[first]?.low === "the" && !words[first + 1]?.isName ? first + 1 : first;
  const team = withoutTeam(words, from, last);
  const own = words.slice(from, team);
  if (team === last || own.every((word) => ["org", "hr", "small", "heads"].some((list) => word.is(list)) || word.low === "&")) return;
  // "Lantern Talent" is a team of Lantern, or an agency when a person signs for it.
  const isAgency = hasPerson && team === last - 1 && words[team]?.is("org");
  const isName = companyEnd(words.slice(0, last), from) >= team;
  if (isName || (own.length === 1 && /^[a-z]{3,}$/.test(own[0]?.text ?? ""))) note(guesses.company, unit, from, team, isAgency ? 1 : isName ? 2.4 : 2);
  if (isAgency) note(guesses.company, unit, from, last, 2.4);
}

/**
 * @param {readonly Word[]} words
 * @returns {[number, number][]}
 */
function cutParts(words) {
  /** @type {[number, number][]} */
  const parts = [];
  let start = 0;
  words.forEach((word, at) => {
    const isMark = /^[-|\u2022\u00b7]?$/.test(word.text) || /^(?:at|for|from|@|x+)$/.test(word.low) || (at === start && word.low === "team");
    if (word.before.includes("(") && at > start) {
      parts.push([start, at]);
      start = at;
    }
    const ends = isMark ? at : /[,|]/.test(word.after) || at === words.length - 1 ? at + 1 : 0;
    if (ends > start) parts.push([start, ends]);
    if (ends || isMark) start = at + 1;
  });
  return parts;
}
