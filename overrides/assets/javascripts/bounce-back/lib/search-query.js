/**
 * What a reader types, as the search worker needs it.
 *
 * The worker finds words of the index that begin with a word of the query, and the index has no
 * word as common as "i" or "the". Left as typed, "i" would find "interview", and "rejected" would
 * not find "rejection". So common words are left out, and endings are cut.
 */

/** The words that the index leaves out (lunr's list). */
const COMMON = new Set(
  `a able about across after all almost also am among an and any are as at be because been but by
  can cannot could dear did do does either else ever every for from get got had has have he her hers
  him his how however i if in into is it its just least let like likely may me might most must my
  neither no nor not of off often on only or other our own rather said say says she should since so
  some than that the their them then there these they this tis to too twas us wants was we were what
  when where which while who whom why will with would yet you your`.split(/\s+/),
);

/** An apostrophe inside a word parts nothing: "didn't" is a word of the index. */
const PARTS = /[^\p{L}\p{N}']+/u;
const QUOTES = /^'+|'+$/g;
const VOWEL = /[aeiouy]/;
/** @type {[RegExp, string][]} each with what is left of the ending; the first that fits is cut */
const ENDINGS = [
  [/ies$|ied$/, ""],
  [/(ss|x|ch|sh)es$/, "$1"],
  [/([^su])s$/, "$1"],
  [/ing$|ed$/, ""],
  [/(ct|at)ions?$/, "$1"],
];
const SHORTEST = 3;

/**
 * @param {string} text  what was typed
 * @returns {string} the beginnings of words to look for; empty when nothing was typed
 */
export function searchQuery(text) {
  const parts = text.toLowerCase().replace(/’/g, "'").split(PARTS);
  const words = parts.map((part) => part.replace(QUOTES, "")).filter(Boolean);
  const rare = words.filter((word) => !COMMON.has(word));
  return [...new Set((rare.length ? rare : words).map(beginning))].join(" ");
}

/**
 * The part that a word shares with its other forms: "reject" of "rejected" and of "rejection".
 *
 * @param {string} word
 */
function beginning(word) {
  let left = word;
  for (const [ending, kept] of ENDINGS) {
    const shorter = left.replace(ending, kept);
    if (shorter.length >= SHORTEST && VOWEL.test(shorter)) left = shorter;
  }
  // "cancelled" has two letters where "cancel" has one.
  return left === word ? left : left.replace(/([^aeioulsz])\1$|(l)l$/, "$1$2");
}
