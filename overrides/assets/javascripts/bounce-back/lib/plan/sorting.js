/**
 * An answer line by line, to be sorted: what I can change, and what was not in my hands. The same
 * under a question of the review and on the plan.
 */

import { make, makeButton, place } from "../dom.js";
import { say } from "../strings.js";
import { EMPTY_ITEM, isSameLine, linesOf } from "./items.js";
import { itemsOf, putItem, removeItem } from "./store.js";

/**
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./items.js").Origin} Origin
 * @typedef {import("./store.js").Plan} Plan
 */

/** @type {Record<string, Item["pile"]>} */
const PILES = { "line-change": "change", "line-aside": "aside" };

/**
 * @param {Element} list
 * @param {Plan} plan
 * @param {Origin} from
 * @param {string} answer
 */
export function showLines(list, plan, from, answer) {
  const old = /** @type {HTMLElement[]} */ ([...list.children]);
  const there = new Map(old.map((row) => [row.dataset.line, row]));
  const items = [...itemsOf(plan).values()];
  const rows = linesOf(answer).map((text) => {
    const item = lineItem(from, text, "change");
    const row = there.get(text) ?? make("li", "sort__line");
    showLine(row, text, items.find((other) => isSameLine(item, other))?.pile ?? "");
    return row;
  });
  place(list, rows);
}

/**
 * Do what a button in such a list says.
 *
 * @param {Plan} plan
 * @param {Origin} from
 * @param {Element} button
 * @returns {{ words: string, undo: () => void } | undefined}
 */
export function sortLine(plan, from, button) {
  const action = button.getAttribute("data-action") ?? "";
  const text = button.closest("[data-line]")?.getAttribute("data-line") ?? "";
  const pile = PILES[action];
  if (pile) {
    return { words: `sorted_${pile}`, undo: putItem(plan, lineItem(from, text, pile)) };
  }
  const wanted = lineItem(from, text, "change");
  const [id] = [...itemsOf(plan)].find(([, item]) => isSameLine(item, wanted)) ?? [];
  return id === undefined ? undefined : { words: "sorted_back", undo: removeItem(plan, id) };
}

/**
 * @param {Origin} from
 * @param {string} text
 * @param {Item["pile"]} pile
 * @returns {Item}
 */
const lineItem = (from, text, pile) => ({ ...EMPTY_ITEM, pile, text, from });

/**
 * @param {HTMLElement} row
 * @param {string} text
 * @param {Item["pile"] | ""} pile  where it lies already
 */
function showLine(row, text, pile) {
  if (row.dataset.pile === pile) return;
  // The button that was pressed goes, and the reader is to go on from the one in its place.
  const hadFocus = row.contains(document.activeElement);
  row.dataset.line = text;
  row.dataset.pile = pile;
  row.replaceChildren(make("p", "sort__text", text), makeActions(text, pile));
  if (hadFocus) row.querySelector("button")?.focus();
}

/**
 * @param {string} text
 * @param {Item["pile"] | ""} pile
 */
function makeActions(text, pile) {
  const actions = pile ? ["line-back"] : Object.keys(PILES);
  const buttons = actions.map((action) => {
    const words = say(action.replace("-", "_"));
    const label = say("line_action", { action: words, line: text });
    return makeButton(words, action, { label, kind: pile ? "quiet" : "" });
  });
  const note = pile ? [make("span", "sort__pile", say(`line_is_${pile}`))] : [];
  return make("div", "sort__actions", ...note, ...buttons);
}
