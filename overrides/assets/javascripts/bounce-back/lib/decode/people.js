/** What lines say by where they stand: headers and labels, the greeting, the signature. */

import { note } from "./names.js";
import { companyEnd, isHead, titleEnd } from "./words.js";

/**
 * @typedef {import("./names.js").Unit} Unit
 * @typedef {import("./names.js").Guesses} Guesses
 * @typedef {import("./rules.js").Rules} Rules
 * @typedef {import("./words.js").Word} Word
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
  for (const unit of body.slice(0, 4)) readHeading(unit, rules, guesses);
  for (const unit of body.slice(0, 6)) if (readGreeting(unit, unit === body[0], rules, guesses)) break;
  for (const unit of body) readIntroduction(unit, rules, guesses);
  return readSignature(body, rules, guesses);
}

/**
 * @param {import("./phrases.js").Begin | undefined} begin
 * @param {string} text
 */
const isLine = (begin, text) => (begin?.(text) ?? -1) >= 0;

/**
 * "Job title: Junior Illustrator", "From: Lantern Studio Careers"
 *
 * @param {Unit} unit
 * @param {Rules} rules
 * @param {Guesses} guesses
 */
function readLabel(unit, { lines, is }, guesses) {
  const { words } = unit;
  const at = words.findIndex(({ after }) => after.includes(":")) + 1;
  if (at < 1 || at > 4) return;
  const label = words.slice(0, at).map(({ low }) => low).join(" ");
  const [title, company] = [titleEnd(words, at, is), companyEnd(words, at, is)];
  const isTitled = words.slice(at, title).some((word) => isHead(word, is));
  if (isLine(lines.role, label)) note(guesses.role, unit, at, title, isTitled ? 3.2 : 1);
  if (isLine(lines.company, label)) note(guesses.company, unit, at, company, 3.5);
  if (label !== "from") return;
  const team = withoutTeam(words, at, company, is);
  if (team < company) note(guesses.company, unit, at, team, 3);
  else if (company - at > 1) note(guesses.recruiter, unit, at, company, 1.5);
}

/**
 * A line of its own near the top may be the title, or whose letter it is.
 *
 * @param {Unit} unit
 * @param {Pick<Rules, "is">} rules
 * @param {Guesses} guesses
 */
function readHeading(unit, { is }, guesses) {
  const { words, text } = unit;
  if (words.length > 14 || /[.,!?]$/.test(text) || !words[0]?.isName) return;
  const dash = words.findIndex((word) => word.text === "-");
  if (dash > 0 && !words.slice(0, dash).some((word) => isHead(word, is)) && companyEnd(words, 0, is) === dash) {
    note(guesses.company, unit, 0, dash, 2);
    return readHeading({ ...unit, words: words.slice(dash + 1) }, { is }, guesses);
  }
  const [title, company] = [titleEnd(words, 0, is), companyEnd(words, 0, is)];
  if (words.slice(0, title).some((word) => isHead(word, is))) note(guesses.role, unit, 0, title, 2.2);
  else if (company === words.length && !is("hr", words.at(-1)?.low) && words.some(({ low }) => is("org", low))) note(guesses.company, unit, 0, company, 2);
}

/**
 * @param {Unit} unit
 * @param {boolean} isFirst
 * @param {Rules} rules
 * @param {Guesses} guesses
 * @returns {boolean} whether this line greets
 */
function readGreeting(unit, isFirst, { lines, is }, guesses) {
  const { words, text, plain } = unit;
  const greeting = lines.greeting?.(plain) ?? -1;
  // "Emily," on a line of its own, or "Emily - " before the first words
  const isBare = /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?[,:]?$/u.test(text) && /[,:]$/.test(text);
  const isRunOn = isFirst && /^\p{Lu}\p{L}+(?: -|,) /u.test(text);
  if (greeting < 0 && !isBare && !isRunOn) return false;
  let from = words.findIndex(({ start }) => start >= greeting);
  while (from >= 0 && is("titles", words[from]?.low.replace(".", ""))) from += 1;
  let to = from;
  while (to >= 0 && to < from + 3 && isPerson(words[to], is) && (words[to]?.isName || words[to]?.after)) {
    to += 1;
    if (words[to - 1]?.after) break;
  }
  note(guesses.candidate, unit, from, to, isRunOn && greeting < 0 ? 1.5 : 3);
  return true;
}

/**
 * @param {Word | undefined} word
 * @param {Rules["is"]} is
 */
function isPerson(word, is) {
  const low = word?.low.replace(".", "");
  return /^\p{L}[\p{L}'.-]*$/u.test(word?.text ?? "") && !is("nobody", low) && !is("small", low);
}

/**
 * "My name is Hannah Lowe", "Steph from Lantern Studio here"
 *
 * @param {Unit} unit
 * @param {Rules} rules
 * @param {Guesses} guesses
 */
function readIntroduction(unit, { intro, is }, guesses) {
  const { words, plain } = unit;
  const isHere = / here\b/.test(unit.text);
  const places = intro(plain).map(({ end }) => words.findIndex(({ start }) => start >= end));
  words.forEach((word, at) => {
    if (!places.includes(at) && !(isHere && words[at + 1]?.low === "from")) return;
    if (!word.isName || !isPerson(word, is) || isHead(word, is)) return;
    const end = words[at + 1]?.isName && !word.after ? at + 2 : at + 1;
    note(guesses.recruiter, unit, at, end, 2);
  });
}

/**
 * Where a name ends without the words for a team behind it.
 *
 * @param {readonly Word[]} words
 * @param {number} from
 * @param {number} to
 * @param {Rules["is"]} is
 */
function withoutTeam(words, from, to, is) {
  while (to > from && (is("hr", words[to - 1]?.low) || (to < words.length && is("team", words[to - 1]?.low)))) to -= 1;
  return to;
}

/**
 * @param {readonly Unit[]} body
 * @param {Rules} rules
 * @param {Guesses} guesses
 * @returns {number} where it begins
 */
function readSignature(body, rules, guesses) {
  const closing = body.findLastIndex(({ plain }) => isLine(rules.lines.closing, plain));
  const long = body.findLastIndex(({ text, words }) => words.length > 7 || (words.length > 3 && /[.!?]$/.test(text)));
  const from = closing >= 0 ? closing + 1 : Math.max(1, long + 1, body.length - 6);
  let hasPerson = false;
  for (const unit of body.slice(from, from + 6)) hasPerson = readSigned(unit, hasPerson, rules, guesses) || hasPerson;
  const last = body.at(-1);
  if (last && from >= body.length) readRunOn(last, rules, guesses);
  return body[from]?.start ?? Infinity;
}

/**
 * "..., good or bad. Mandy, Lantern Studio"
 *
 * @param {Unit} unit
 * @param {Rules} rules
 * @param {Guesses} guesses
 */
function readRunOn(unit, rules, guesses) {
  const { words } = unit;
  const stop = words.findLastIndex(({ after }, at) => /[.!?):]/.test(after) && at < words.length - 1);
  if (stop >= 2 && words.length - stop < 8) readSigned({ ...unit, words: words.slice(stop + 1) }, false, rules, guesses, 0.6);
}

/**
 * One line of a signature: "Jane Doe", "Recruiter at Lantern Studio", "The Lantern Talent Team".
 *
 * @param {Unit} unit
 * @param {boolean} isSigned  by a person, in a line before
 * @param {Rules} rules
 * @param {Guesses} guesses
 * @param {number} share  of the usual weight for a name of two words, which may be a company's
 * @returns {boolean} whether a person or an office signs here
 */
function readSigned(unit, isSigned, { is }, guesses, share = 1) {
  let hasPerson = isSigned;
  for (const [first, last] of cutParts(unit.words)) {
    const own = unit.words.slice(first, last);
    // "Paul", and in the next line "Paul Kerr"
    const isKnown = own.length > 1 && guesses.recruiter.some(({ name }) => name === own[0]?.text);
    const isOf = /^(?:at|from|@)$/.test(unit.words[first - 1]?.low ?? "");
    const isOffice = own.some((word) => is("hr", word.low) || isHead(word, is));
    const isOrg = own.some(({ low, text }) => is("org", low) || is("legal", unpointed(low)) || /[&\d]|\.\p{L}/u.test(text));
    if ((isOffice && !isOrg) || own.some(({ low }) => is("hr", low))) {
      readTeam(unit, first, last, hasPerson, is, guesses);
      hasPerson = true;
    } else if (!isOrg && (!hasPerson || isKnown) && !isOf && own.length < 4 && own.every((word) => isPerson(word, is) || is("titles", unpointed(word.low)))) {
      note(guesses.recruiter, unit, first + (is("titles", unpointed(own[0]?.low ?? "")) ? 1 : 0), last, own.length > 1 ? 2 * share : 1.6);
      note(guesses.company, unit, first, last, own.length > 1 ? 0.8 : 0.4);
      hasPerson = true;
    } else if (companyEnd(unit.words, first, is) === last) note(guesses.company, unit, first, last, isOrg ? 2.6 : hasPerson || isOf ? 2.2 : 1.5);
  }
  return hasPerson;
}

/** @param {string} low */
const unpointed = (low) => low.replace(".", "");

/**
 * @param {Unit} unit
 * @param {number} first
 * @param {number} last
 * @param {boolean} hasPerson
 * @param {Rules["is"]} is
 * @param {Guesses} guesses
 */
function readTeam(unit, first, last, hasPerson, is, guesses) {
  const { words } = unit;
  const from = words[first]?.low === "the" && !words[first + 1]?.isName ? first + 1 : first;
  const team = withoutTeam(words, from, last, is);
  const own = words.slice(from, team);
  if (team === last || own.every(({ low }) => is("org", low) || is("hr", low) || is("small", low) || is("heads", low) || low === "&")) return;
  // "Lantern Talent" is a team of Lantern, or an agency when a person signs for it.
  const isAgency = hasPerson && team === last - 1 && is("org", words[team]?.low);
  const isName = companyEnd(words.slice(0, last), from, is) >= team;
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
