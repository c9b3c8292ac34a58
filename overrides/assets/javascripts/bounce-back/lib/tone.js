/**
 * Finding phrases that the reader may wish unsent. guidekit searches in the same way
 * (content/tone.py): a test holds the two to the same answers.
 *
 * @typedef {{ id: string, kind: string, pattern: string, better: string }} TonePhrase
 * @typedef {{ start: number, end: number, phrase: TonePhrase }} ToneMatch
 */

// Written out because \s does not mean the same to Python and to a browser.
const WHITE_SPACE = /[\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\xb4`]/g;

/** @type {Map<string, RegExp>} */
const compiled = new Map();

/**
 * The phrases found in a text, in its order. No two overlap: the one that begins first stays, and
 * of two that begin together the longer.
 *
 * @param {string} text
 * @param {readonly TonePhrase[]} phrases
 */
export function findTone(text, phrases) {
  const even = text.replace(WHITE_SPACE, " ").replace(APOSTROPHES, "'");
  // Patterns see one space for any run of white space; `places` leads back to the text.
  /** @type {number[]} */
  const places = [];
  for (let at = 0; at < even.length; at += 1) {
    if (even[at] !== " " || even[at - 1] !== " ") places.push(at);
  }
  const plain = even.replace(/ +/g, " ");

  /** @type {ToneMatch[]} */
  const found = [];
  for (const phrase of phrases) {
    const regex = compile(phrase.pattern);
    for (let match; (match = regex.exec(plain)); ) {
      const end = Number(places[regex.lastIndex - 1]) + 1;
      found.push({ start: Number(places[match.index]), end, phrase });
    }
  }
  found.sort((one, two) => one.start - two.start || two.end - one.end);

  /** @type {ToneMatch[]} */
  const kept = [];
  for (const match of found) if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  return kept;
}

/** @param {string} pattern */
function compile(pattern) {
  const regex = compiled.get(pattern) ?? new RegExp(`\\b(?:${pattern})\\b`, "gi");
  compiled.set(pattern, regex);
  return regex;
}
