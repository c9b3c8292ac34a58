/**
 * What a reader can do with a letter. The element finds the action by the button's `data-action`,
 * asks about gaps, and announces what comes back: a new action is a new line here.
 */

import { copyText, selectText } from "./clipboard.js";
import { findParts, letterText } from "./letter.js";

/**
 * @typedef {import("./letter.js").Part} Part
 * @typedef {object} LetterAction
 * @property {readonly Part[]} parts  what leaves the page, and so where gaps matter
 * @property {(letter: Element) => boolean} isUseful  whether to offer it for this letter
 * @property {(letter: Element) => Promise<string>} perform  returns the key of what to announce
 */

/** @type {ReadonlyMap<string, LetterAction>} */
export const LETTER_ACTIONS = new Map([
  ["copy", copying(["subject", "body"], "copied")],
  ["copy-subject", copying(["subject"], "copied_subject")],
  ["copy-body", copying(["body"], "copied_body")],
]);

/**
 * @param {readonly Part[]} parts
 * @param {string} done
 * @returns {LetterAction}
 */
function copying(parts, done) {
  return {
    parts,
    // A letter without a subject is copied as a whole, and that is its text.
    isUseful: (letter) => parts.length > 1 || findParts(letter, ["subject"]).length > 0,
    async perform(letter) {
      if (await copyText(letterText(letter, parts))) return done;
      selectText(findParts(letter, parts));
      return "copy_refused";
    },
  };
}
