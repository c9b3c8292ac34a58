/**
 * What a reader can do with a letter. The element finds the action by the button's `data-action`,
 * asks about gaps, and announces what comes back: a new action is a new line here. All of them get
 * the same text. Those that are needed less often are loaded when they are asked for.
 */

import { copyText } from "./clipboard.js";
import { PARTS } from "./letter.js";

/**
 * @typedef {import("./letter.js").Part} Part
 * @typedef {import("./letter.js").LetterText} LetterText
 *
 * @typedef {object} Answer
 * @property {string} words  the key of what to announce
 * @property {readonly string[]} [offers]  actions that may help now
 *
 * @typedef {object} LetterAction
 * @property {readonly Part[]} parts  what leaves the page, and so where gaps matter
 * @property {(letter: HTMLElement) => boolean} isUseful  whether to offer it for this letter
 * @property {(text: LetterText, whole: string, name: string) => Promise<Answer>} perform
 *   `whole` is the parts as one text, `name` that of the page
 */

/** @type {ReadonlyMap<string, LetterAction>} */
export const LETTER_ACTIONS = new Map([
  ["copy", copying(PARTS, "copied")],
  ["copy-subject", copying(["subject"], "copied_subject")],
  ["copy-body", copying(["body"], "copied_body")],
  ["mail", sending("openMail")],
  ["gmail", sending("openGmail")],
  ["outlook", sending("openOutlook")],
  ["eml", sending("download")],
  ["print", { ...sending("print"), isUseful: () => true }],
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
    isUseful: (letter) => parts.length > 1 || letter.querySelector("[data-part=subject]") !== null,
    perform: async (_, whole) => ({ words: (await copyText(whole)) ? done : "copy_refused" }),
  };
}

/**
 * @param {"openMail" | "openGmail" | "openOutlook" | "download" | "print"} how
 * @returns {LetterAction}
 */
function sending(how) {
  return {
    parts: PARTS,
    isUseful: (letter) => letter.dataset.channel === "email",
    perform: async (text, _, name) => (await import("./sending.js"))[how](text, name),
  };
}
