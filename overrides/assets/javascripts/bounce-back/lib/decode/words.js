/** Sentences as words, and where a company's name or the title of a job begins and ends. */

/**
 * @typedef {import("./rules.js").Rules["is"]} Is
 *
 * @typedef {object} Word
 * @property {string} text  without the marks around it
 * @property {string} low  in small letters
 * @property {number} start  in the sentence
 * @property {number} end
 * @property {string} before  marks such as (
 * @property {string} after  marks such as , or ):
 * @property {boolean} isName  written with a capital letter, or like iOS and monday.com
 */

const MARKS = /^(["'(\[*<_|~]*)(.*?)([)\]"'.,;:!?*>_|~\u2026]*)$/su;
/** They keep their point, and LAST if the word before has one as well. */
const POINTED = /^(?:inc|co|corp|pvt|sdn|pte|st|jr|sr|mr|mrs|ms|dr|prof|\p{Lu}(?:\.\p{Lu})*)$/iu;
const LAST = /^(?:ltd|bhd)$/i;
const NAME = /^(?:\p{Lu}|\p{Nd}+\p{L}*\p{Lu}|\p{Ll}{1,3}\p{Lu})|\p{L}\.(?:com|io|ai|co|org|net|app|dev|tech)$/u;
const LEVEL = /^(?:i{1,3}|iv|v|\d{1,2}|l\d)$/i;
const DASH = /^[-&/|\u2022]?$/;
const LONGEST_TITLE = 14;

/**
 * @param {string} sentence
 * @returns {Word[]}
 */
export function readWords(sentence) {
  return [...sentence.matchAll(/[^ ]+/g)].map(({ 0: whole, index }) => {
    const end = index + whole.length;
    // Most words are like this, and what follows takes its time.
    if (/^[a-z]+$/.test(whole)) return { text: whole, low: whole, start: index, end, before: "", after: "", isName: false };
    return readWord(whole, index, sentence[index - 2] === ".");
  });
}

/**
 * @param {string} whole
 * @param {number} index
 * @param {boolean} isBehindPoint
 * @returns {Word}
 */
function readWord(whole, index, isBehindPoint) {
  const [, before = "", core = "", marks = ""] = MARKS.exec(whole) ?? [];
  const isPointed = marks.startsWith(".") && (POINTED.test(core) || (LAST.test(core) && isBehindPoint));
  const text = isPointed ? `${core}.` : core;
  const start = index + before.length;
  const after = marks.slice(text.length - core.length);
  return { text, low: text.toLowerCase(), start, end: start + text.length, before, after, isName: NAME.test(text) };
}

/** @param {Word | undefined} word  behind which neither name nor title goes on */
export const closes = (word) => /[.!?;:"\])]/.test(word?.after ?? "");

/** @param {string} low */
export const bare = (low) => low.replace(/'(?:s|ve|re|ll|d|m)$|\.$/, "");

/**
 * Whether a word may be the head of a title: "engineer".
 *
 * @param {Word | undefined} word
 * @param {Is} is
 */
export const isHead = (word, is) => is("heads", word?.low) || is("heads", word?.low.replace(/s$/, ""));

/**
 * Where a company's name that begins at a word ends; the same place when none begins there.
 *
 * @param {readonly Word[]} words
 * @param {number} from
 * @param {Is} is
 */
export function companyEnd(words, from, is) {
  let end = from;
  for (let at = from; at < words.length; at += 1) {
    const [previous, word, next] = [words[at - 1], words[at], words[at + 1]];
    if (!word || (at > from && word.before)) break;
    if (word.low === "the" ? at === from || previous?.low === "of" : at > from && joinsName(previous, word, next, is)) {
      if (!next?.isName || is("small", next.low) || word.after) break;
      continue;
    }
    const isOwn = at > from && (is("org", word.low) || is("hr", word.low));
    if (!word.isName || (is("small", bare(word.low)) && !isOwn)) break;
    end = at + 1;
    if (is("hr", word.low) && is("tail", next?.low)) return at > from ? at : from;
    if (closes(word) || (word.after && !is("legal", bare(next?.low ?? "")))) break;
    if (/'s$/.test(word.low) && (!next?.isName || is("hr", next.low))) break;
  }
  return end;
}

/**
 * @param {Word | undefined} previous
 * @param {Word} word
 * @param {Word | undefined} next
 * @param {Is} is
 */
function joinsName(previous, { low }, next, is) {
  if (low === "for") return is("org", previous?.low);
  if (low === "and") return !isHead(next, is);
  return /^(?:of|&|de|du|la|le|van|von|der|y|et)$/.test(low);
}

/**
 * Where the title of a job that begins at a word ends.
 *
 * @param {readonly Word[]} words
 * @param {number} from
 * @param {Is} is
 */
export function titleEnd(words, from, is) {
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
    if (at > from && joinsTitle(words, at, from, isSmall, is)) continue;
    if (!isInTitle(word, next, at > from, isSmall, is)) break;
    end = at + 1;
    if (closes(word) || (word.after.includes(",") && !goesOnBehindComma(words, at + 1, is))) break;
    if (isSmall && isHead(word, is) && !isHead(next, is) && next?.text !== "-") break;
  }
  return end;
}

/**
 * @param {Word} word
 * @param {Word | undefined} next
 * @param {boolean} isInside
 * @param {boolean} isSmall
 * @param {Is} is
 */
function isInTitle(word, next, isInside, isSmall, is) {
  if (isHead(word, is)) return isInside || word.isName || isSmall;
  // "Project Engineer", but not "Engineer project".
  const isFirstOfMore = word.isName && next?.isName && !word.after;
  if (isInside && (is("job", word.low) || is("nearJob", word.low)) && !isFirstOfMore) return false;
  if (isSmall) return /^\p{L}[\p{L}'/-]*$/u.test(word.text) && !is("small", word.low);
  return (word.isName && !is("small", word.low)) || LEVEL.test(word.text) || /\d{3}|-time$/.test(word.text);
}

/**
 * @param {readonly Word[]} words
 * @param {number} at
 * @param {Is} is
 */
function goesOnBehindComma(words, at, is) {
  const next = words[at];
  return next?.isName && !is("place", next.low) && !is("small", next.low) && !isOrg(words, at, is);
}

/**
 * Whether the name that begins at a word is that of an organisation.
 *
 * @param {readonly Word[]} words
 * @param {number} at
 * @param {Is} is
 */
export const isOrg = (words, at, is) => {
  const own = words.slice(at, companyEnd(words, at, is));
  return own.length > 1 && is("org", own.at(-1)?.low) && !own.some((word) => isHead(word, is));
};

/**
 * Whether a title goes on behind a small word or a dash.
 *
 * @param {readonly Word[]} words
 * @param {number} at
 * @param {number} from
 * @param {boolean} isSmall
 * @param {Is} is
 */
function joinsTitle(words, at, from, isSmall, is) {
  const [previous, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!previous || !word || !next) return false;
  const hasHead = words.slice(from, at).some((each) => isHead(each, is));
  if (DASH.test(word.text)) return next.isName || (hasHead && /^\p{L}/u.test(next.text));
  if (previous.after || next.before || is("small", next.low)) return word.low === "of" && next.low === "the";
  if (word.low === "the") return previous.low === "of" && next.isName;
  if (word.low === "of") return next.isName || isSmall;
  if (word.low === "in" && next.low !== "test") {
    return next.isName && !is("place", next.low) && words.slice(from, at).some(({ low }) => is("academic", low));
  }
  return next.isName && (/^(?:and|in)$/.test(word.low) || (word.low === "to" && previous.low === "assistant"));
}

/**
 * Where the title that ends before a word, such as "position", begins.
 *
 * @param {readonly Word[]} words
 * @param {number} at  of that word
 * @param {Is} is
 */
export function titleStart(words, at, is) {
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
      if (!before || before.after || (word.low === "in" && !is("academic", before.low))) break;
      if (word.low === "the" ? before.low !== "of" : !before.isName && !isHead(before, is)) break;
      continue;
    }
    const isPart = isHead(word, is) || LEVEL.test(word.text);
    if (!isPart && (is("small", word.low) || (isName && !word.isName))) break;
    from = index;
    if (word.before) break;
  }
  while (from < at && is("generic", words[from]?.low)) from += 1;
  return from;
}
