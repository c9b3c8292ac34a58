/**
 * One letter of the page: a section with marked parts, in them marked slots. What is seen in it is
 * what is copied, so everything that leaves the page is read from here.
 */

import { say } from "./strings.js";

/** @typedef {"subject" | "body"} Part */

/**
 * The elements of the parts that the letter has, in order; a call script has no subject.
 *
 * @param {Element} letter
 * @param {readonly Part[]} parts
 * @returns {Element[]}
 */
export function findParts(letter, parts) {
  return parts.flatMap((part) => letter.querySelector(`[data-part="${part}"]`) ?? []);
}

/**
 * The text of the parts. A subject in front of a body is named and set apart, as in a mail program.
 *
 * @param {Element} letter
 * @param {readonly Part[]} parts
 * @returns {string}
 */
export function letterText(letter, parts) {
  const found = findParts(letter, parts);
  const texts = found.map((part) => part.textContent);
  if (found.length < 2) return texts.join("");
  return `${say("subject")}: ${texts.join("\n\n")}`;
}

/**
 * The names of the fields that still show a gap in these parts, each once.
 *
 * @param {Element} letter
 * @param {readonly Part[]} parts
 * @returns {Set<string>}
 */
export function emptyFields(letter, parts) {
  const slots = findParts(letter, parts).flatMap((part) => [
    ...part.querySelectorAll("[data-field]:not([data-filled=true])"),
  ]);
  return new Set(slots.map((slot) => slot.getAttribute("data-field") ?? ""));
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
  slot.dataset.filled = String(value !== "");
  if (value !== "") slot.textContent = value;
  else if (!slot.querySelector("a")) slot.replaceChildren(gapLink(slot.dataset.gap, fieldId));
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
