/**
 * One letter of the page: a section with marked parts, in them marked slots; or the same letter in
 * the reader's own words. The text that leaves the page, by whatever way, is made here.
 */

import { say } from "./strings.js";
import { cleanText } from "./text.js";

/**
 * @typedef {"subject" | "body"} Part
 * @typedef {Record<Part, string>} LetterText  a call script has no subject, and "" stands for it
 *
 * @typedef {LetterText & { title: string, version: string }} Draft  what is kept of a letter in the
 *   reader's own words: with the title of its page and the name of its version, for a list
 */

/** @type {readonly Part[]} */
export const PARTS = ["subject", "body"];

/**
 * @param {unknown} value
 * @returns {value is Draft}
 */
export function isDraft(value) {
  return ["title", "version", ...PARTS].every((key) => typeof Object(value)[key] === "string");
}

/**
 * The elements of the parts that the letter has, in order.
 *
 * @param {Element} letter
 * @param {readonly Part[]} parts
 * @returns {Element[]}
 */
export function findParts(letter, parts) {
  return parts.flatMap((part) => letter.querySelector(`[data-part="${part}"]`) ?? []);
}

/**
 * What is seen in a letter is its text.
 *
 * @param {Element} letter
 * @returns {LetterText}
 */
export function letterText(letter) {
  const read = (/** @type {Part} */ part) => findParts(letter, [part])[0]?.textContent ?? "";
  return { subject: read("subject"), body: read("body") };
}

/**
 * The text of a letter that the reader wrote.
 *
 * @param {LetterText} typed
 * @returns {LetterText}
 */
export function typedText({ subject, body }) {
  return { subject: cleanText(subject), body: cleanText(body, true) };
}

/**
 * Some parts as one text. A subject in front of a body is named and set apart, as in a mail program.
 *
 * @param {LetterText} text
 * @param {readonly Part[]} parts
 */
export function joinText(text, parts) {
  const texts = parts.map((part) => text[part]).filter(Boolean);
  return (texts.length > 1 ? `${say("subject")}: ` : "") + texts.join("\n\n");
}

/**
 * The fields whose gaps stand in the text, and the words of each gap.
 *
 * @param {Element} letter
 * @param {LetterText} text  of this letter, or what the reader made of it
 * @param {readonly Part[]} parts
 * @returns {Map<string, string>}
 */
export function findGaps(letter, text, parts) {
  const gaps = new Map();
  for (const slot of letter.querySelectorAll("[data-gap]")) {
    const gap = slot.getAttribute("data-gap") ?? "";
    const isThere = parts.some((part) => text[part].includes(gap));
    if (isThere) gaps.set(slot.getAttribute("data-field"), gap);
  }
  return gaps;
}

/**
 * The line break of each line that holds nothing but what may be left empty: it goes with it.
 * @type {WeakMap<Element, Text>}
 */
const lineBreaks = new WeakMap();

/** @param {Element} slot  of a field that is not required, before anything is written into a slot */
export function makeOptional(slot) {
  const { previousSibling: before, nextSibling: after } = slot;
  if (lineBreaks.has(slot) || (before && !before.textContent?.endsWith("\n"))) return;
  if (!(after instanceof Text) || !after.data.startsWith("\n")) return;
  after.splitText(1);
  lineBreaks.set(slot, after);
}

/**
 * Write a value into its slot, or, without a value, the gap: a link to the field that fills it.
 *
 * @param {HTMLElement} slot
 * @param {string} value
 * @param {string} fieldId
 */
export function fillSlot(slot, value, fieldId) {
  // The gap's own words stand in the HTML, and are needed again when the value goes.
  slot.dataset.gap ??= slot.textContent;
  const filled = String(value !== "");
  // Between two keys only text changes: no attribute, no node, nothing that others listen for.
  if (slot.dataset.filled !== filled) slot.dataset.filled = filled;
  const lineBreak = lineBreaks.get(slot);
  if (lineBreak) writeText(lineBreak, value && "\n");
  if (lineBreak && slot.hidden === (value !== "")) slot.hidden = !value;
  const { firstChild: words } = slot;
  if (value !== "" && words instanceof Text) writeText(words, value);
  else if (value !== "" || lineBreak) slot.textContent = value;
  else if (!slot.querySelector("a")) slot.replaceChildren(gapLink(slot.dataset.gap, fieldId));
}

/**
 * @param {Text} node
 * @param {string} text
 */
function writeText(node, text) {
  if (node.data !== text) node.data = text;
}

/**
 * @param {string} gap
 * @param {string} fieldId
 */
function gapLink(gap, fieldId) {
  const link = document.createElement("a");
  link.className = "slot__link";
  link.href = `#${fieldId}`;
  link.textContent = gap;
  return link;
}
