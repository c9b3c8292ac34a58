/** Sentences as words. */

/** @typedef {import("./rules.js").Rules["is"]} Is */

const PLAIN = /^[a-z]+$/;
const MARKS = /^(["'(\[*<_|~]*)(.*?)([)\]"'.,;:!?*>_|~\u2026]*)$/su;
/** They keep their point, and LAST if the word before has one as well. */
const POINTED = /^(?:inc|co|corp|pvt|sdn|pte|st|jr|sr|mr|mrs|ms|dr|prof|\p{Lu}(?:\.\p{Lu})*)$/iu;
const LAST = /^(?:ltd|bhd)$/i;
const NAME = /^(?:\p{Lu}|\p{Nd}+\p{L}*\p{Lu}|\p{Ll}{1,3}\p{Lu})|\p{L}\.(?:com|io|ai|co|org|net|app|dev|tech)$/u;

/** A word of a sentence, and what the lists know of it. */
export class Word {
  #isIn;

  /**
   * @param {string} text  without the marks around it
   * @param {number} start  in the sentence
   * @param {string} before  marks such as (
   * @param {string} after  marks such as , or ):
   * @param {Is} isIn
   */
  constructor(text, start, before, after, isIn) {
    this.text = text;
    this.start = start;
    this.before = before;
    this.after = after;
    this.low = text.toLowerCase();
    this.end = start + text.length;
    /** Written with a capital letter, or like iOS and monday.com. */
    this.isName = !PLAIN.test(text) && NAME.test(text);
    this.#isIn = isIn;
  }

  /** @param {string} list */
  is(list, low = this.low) {
    return this.#isIn(list, low);
  }

  /** Whether it may be the head of a title: "engineer". */
  get isHead() {
    return this.is("heads") || this.is("heads", this.low.replace(/s$/, ""));
  }
}

/**
 * @param {string} sentence
 * @param {Is} isIn
 */
export function readWords(sentence, isIn) {
  return [...sentence.matchAll(/[^ ]+/g)].map(({ 0: whole, index }) => {
    // Most words are like this, and what follows takes its time.
    if (PLAIN.test(whole)) return new Word(whole, index, "", "", isIn);
    const [, before = "", core = "", marks = ""] = MARKS.exec(whole) ?? [];
    const isPointed = marks.startsWith(".") && (POINTED.test(core) || (LAST.test(core) && sentence[index - 2] === "."));
    const text = isPointed ? `${core}.` : core;
    return new Word(text, index + before.length, before, marks.slice(text.length - core.length), isIn);
  });
}

/** @param {Word | undefined} word  behind which neither name nor title goes on */
export const closes = (word) => /[.!?;:"\])]/.test(word?.after ?? "");

/** @param {string} low */
export const bare = (low) => low.replace(/'(?:s|ve|re|ll|d|m)$|\.$/, "");

/** @param {string} low */
export const unpointed = (low) => low.replace(".", "");

/** @param {Word | undefined} word  perhaps "Dr." */
export const isTitle = (word) => word?.is("titles", unpointed(word.low));

/** @param {Word | undefined} word  perhaps a name */
export function isPerson(word) {
  const low = unpointed(word?.low ?? "");
  return word && /^\p{L}[\p{L}'.-]*$/u.test(word.text) && !word.is("nobody", low) && !word.is("small", low);
}
