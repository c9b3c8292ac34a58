/**
 * What a plan is made of. An item is a line that the reader took out of an answer, or wrote straight
 * into the plan. It lies on one of two piles: what they can change, and what was not in their hands.
 * On the first pile it becomes a step as soon as it says what to do.
 */

import { isDay, isTime } from "./days.js";

/**
 * @typedef {import("./days.js").Day} Day
 * @typedef {import("./days.js").Time} Time
 *
 * @typedef {object} Origin  the answer that an item came from
 * @property {string} page
 * @property {string} interview
 * @property {string} question
 *
 * @typedef {object} Item
 * @property {"change" | "aside"} pile
 * @property {string} text  the line as it stood in the answer; "" when there was none
 * @property {string} when  "If it is <when>, then I <action>"
 * @property {string} action
 * @property {Day | ""} day  the first one, when it comes back every week
 * @property {Time | ""} time
 * @property {boolean} weekly
 * @property {Origin} [from]
 */

/** @type {Item} */
export const EMPTY_ITEM = {
  pile: "change",
  text: "",
  when: "",
  action: "",
  day: "",
  time: "",
  weekly: false,
};

const TEXTS = /** @type {const} */ (["text", "when", "action"]);
const ORIGIN = /** @type {const} */ (["page", "interview", "question"]);

/**
 * @param {unknown} value
 * @returns {value is Item}
 */
export function isItem(value) {
  const item = Object(value);
  return (
    (item.pile === "change" || item.pile === "aside") &&
    TEXTS.every((name) => typeof item[name] === "string") &&
    (item.day === "" || isDay(item.day)) &&
    (item.time === "" || isTime(item.time)) &&
    typeof item.weekly === "boolean" &&
    (item.from === undefined || ORIGIN.every((name) => typeof Object(item.from)[name] === "string"))
  );
}

/** @param {Item} item */
export const isStep = ({ pile, action }) => pile === "change" && action.trim() !== "";

/**
 * Whether two items came from the same line.
 *
 * @param {Item} item
 * @param {Item} other
 */
export function isSameLine(item, other) {
  const [one, two] = [item.from, other.from];
  return (
    item.text === other.text &&
    one !== undefined &&
    two !== undefined &&
    ORIGIN.every((name) => one[name] === two[name])
  );
}

/**
 * The lines of an answer that can be sorted, each once.
 *
 * @param {string} answer
 * @returns {string[]}
 */
export function linesOf(answer) {
  // With or without a mark in front, as in a list.
  const lines = answer.split("\n").map((line) => line.replace(/^\s*[-*•–]\s+/, "").trim());
  return [...new Set(lines.filter(Boolean))];
}

/**
 * The name under which it is kept that a step is done. What comes back every week is done each time
 * anew.
 *
 * @param {string} id
 * @param {Item} item
 * @param {Day | ""} day
 */
export const tickName = (id, { weekly }, day) => (weekly && day ? `${id}@${day}` : id);

/** A name for something new that no other tab, browser or reader will come up with. */
export function newId() {
  const octets = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(octets, (octet) => octet.toString(36).padStart(2, "0")).join("");
}
