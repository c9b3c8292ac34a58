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
  const there = new Map([...list.children].map((row) => [row.getAttribute("data-line"), row]));
  const items = [...itemsOf(plan).values()];
  const rows = linesOf(answer).map((text) => {
    const item = lineItem(from, text, "change");
    const pile = items.find((other) => isSameLine(item, other))?.pile ?? "";
    const row = there.get(text);
    return row?.getAttribute("data-pile") === pile ? row : makeRow(text, pile);
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
 * @param {string} text
 * @param {Item["pile"] | ""} pile  where it lies already
 */
function makeRow(text, pile) {
  const actions = pile ? ["line-back"] : Object.keys(PILES);
  const buttons = actions.map((action) => {
    const words = say(action.replace("-", "_"));
    const label = say("line_action", { action: words, line: text });
    return makeButton(words, action, { label, kind: pile ? "quiet" : "" });
  });
  const note = pile ? [make("span", "sort__pile", say(`line_is_${pile}`))] : [];
  const row = make("li", "sort__line", make("p", "sort__text", text));
  row.append(make("div", "sort__actions", ...note, ...buttons));
  row.dataset.line = text;
  row.dataset.pile = pile;
  return row;
}
