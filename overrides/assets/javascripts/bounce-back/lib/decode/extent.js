/** Where in a sentence a company's name or the title of a job begins and ends. */

import { bare, closes } from "./words.js";

/** @typedef {import("./words.js").Word} Word */

const LEVEL = /^(?:i{1,3}|iv|v|\d{1,2}|l\d)$/i;
const DASH = /^[-&/|\u2022]?$/;
const LONGEST_TITLE = 14;

/**
 * Where a company's name that begins at a word ends; the same place when none begins there.
 *
 * @param {readonly Word[]} words
 * @param {number} from
 */
export function companyEnd(words, from) {
  let end = from;
  for (let at = from; at < words.length; at += 1) {
    const [previous, word, next] = [words[at - 1], words[at], words[at + 1]];
    if (!word || (at > from && word.before)) break;
    if (word.low === "the" ? at === from || previous?.low === "of" : at > from && joinsName(previous, word, next)) {
      if (!next?.isName || next.is("small") || word.after) break;
      continue;
    }
    const isOwn = at > from && (word.is("org") || word.is("hr"));
    if (!word.isName || (word.is("small", bare(word.low)) && !isOwn)) break;
    end = at + 1;
    if (word.is("hr") && next?.is("tail")) return at > from ? at : from;
    if (closes(word) || (word.after && !next?.is("legal", bare(next.low)))) break;
    if (/'s$/.test(word.low) && (!next?.isName || next.is("hr"))) break;
  }
  return end;
}

/**
 * @param {Word | undefined} previous
 * @param {Word} word
 * @param {Word | undefined} next
 */
function joinsName(previous, { low }, next) {
  if (low === "for") return previous?.is("org");
  if (low === "and") return !next?.isHead;
  return /^(?:of|&|de|du|la|le|van|von|der|y|et)$/.test(low);
}

/**
 * Where the title of a job that begins at a word ends.
 *
 * @param {readonly Word[]} words
 * @param {number} from
 */
export function titleEnd(words, from) {
  const isSmall = !words[from]?.isName && !/^\d/.test(words[from]?.text ?? "");
  let end = from;
  for (let at = from; at < Math.min(words.length, from + LONGEST_TITLE); at += 1) {
    const [word, next] = [words[at], words[at + 1]];
    if (!word) break;
    if (at > from && word.before.includes("(")) {
      // In brackets stands more about the title, and it goes on behind them.
      const shut = words.findIndex(({ after }, index) => index >= at && after.includes(")"));
      if (shut < 0 || shut > at + 6) break;
      end = shut + 1;
      at = shut;
      if (/[.!?;:,]/.test(words[shut]?.after ?? "")) break;
      continue;
    }
    if (at > from && joinsTitle(words, at, from, isSmall)) continue;
    if (!isInTitle(word, next, at > from, isSmall)) break;
    end = at + 1;
    if (closes(word) || (word.after.includes(",") && !goesOnBehindComma(words, at + 1))) break;
    if (isSmall && word.isHead && !next?.isHead && next?.text !== "-") break;
  }
  return end;
}

/**
 * @param {Word} word
 * @param {Word | undefined} next
 * @param {boolean} isInside
 * @param {boolean} isSmall
 */
function isInTitle(word, next, isInside, isSmall) {
  if (word.isHead) return isInside || word.isName || isSmall;
  // "Project Engineer", but not "Engineer project".
  const isFirstOfMore = word.isName && next?.isName && !word.after;
  if (isInside && (word.is("job") || word.is("nearJob")) && !isFirstOfMore) return false;
  if (isSmall) return /^\p{L}[\p{L}'/-]*$/u.test(word.text) && !word.is("small");
  return (word.isName && !word.is("small")) || LEVEL.test(word.text) || /\d{3}|-time$/.test(word.text);
}

/**
 * @param {readonly Word[]} words
 * @param {number} at
 */
function goesOnBehindComma(words, at) {
  const next = words[at];
  return next?.isName && !next.is("place") && !next.is("small") && !isOrg(words, at);
}

/**
 * Whether the name that begins at a word is that of an organisation.
 *
 * @param {readonly Word[]} words
 * @param {number} at
 */
export const isOrg = (words, at) => {
  const own = words.slice(at, companyEnd(words, at));
  return own.length > 1 && own.at(-1)?.is("org") && !own.some(({ isHead }) => isHead);
};

/**
 * Whether a title goes on behind a small word or a dash.
 *
 * @param {readonly Word[]} words
 * @param {number} at
 * @param {number} from
 * @param {boolean} isSmall
 */
function joinsTitle(words, at, from, isSmall) {
  const [previous, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!previous || !word || !next) return false;
  const hasHead = words.slice(from, at).some(({ isHead }) => isHead);
  if (DASH.test(word.text)) return next.isName || (hasHead && /^\p{L}/u.test(next.text));
  if (previous.after || next.before || next.is("small")) return word.low === "of" && next.low === "the";
  if (word.low === "the") return previous.low === "of" && next.isName;
  if (word.low === "of") return next.isName || isSmall;
  if (word.low === "in" && next.low !== "test") {
    return next.isName && !next.is("place") && words.slice(from, at).some((word) => word.is("academic"));
  }
  return next.isName && (/^(?:and|in)$/.test(word.low) || (word.low === "to" && previous.low === "assistant"));
}

/**
 * Where the title that ends before a word, such as "position", begins.
 *
 * @param {readonly Word[]} words
 * @param {number} at  of that word
 */
export function titleStart(words, at) {
  let from = at;
  let isName = words[at - 1]?.isName ?? false;
  for (let index = at - 1; index >= Math.max(0, at - LONGEST_TITLE); index -= 1) {
    const [before, word] = [words[index - 1], words[index]];
    if (!word || /[.!?;:"]/.test(word.after)) break;
    if (word.after.includes(")")) {
      const open = words.findLastIndex((each, place) => place <= index && each.before.includes("("));
      if (open < 1) break;
      isName = words[open - 1]?.isName ?? false;
      index = open;
      continue;
    }
    if (word.after.includes(",") && !(word.isName && words[index + 1]?.isName)) break;
    if (DASH.test(word.text) || /^(?:of|and|in|the)$/.test(word.low)) {
      if (!before || before.after || (word.low === "in" && !before.is("academic"))) break;
      if (word.low === "the" ? before.low !== "of" : !before.isName && !before?.isHead) break;
      continue;
    }
    const isPart = word.isHead || LEVEL.test(word.text);
    if (!isPart && (word.is("small") || (isName && !word.isName))) break;
    from = index;
    if (word.before) break;
  }
  while (from < at && words[from]?.is("generic")) from += 1;
  return from;
}

/**
 * Where a name ends without the words for a team behind it.
 *
 * @param {readonly Word[]} words
 * @param {number} from
 * @param {number} to
 */
export function withoutTeam(words, from, to) {
  while (to > from && (words[to - 1]?.is("hr") || (to < words.length && words[to - 1]?.is("team")))) to -= 1;
  return to;
}
