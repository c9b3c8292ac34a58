/** What the buttons below a page's checklists do, for all of them together. */

import { checklistText } from "./checklist-text.js";
import { copyText, selectText } from "./clipboard.js";
import { findAll } from "./page.js";
import { say } from "./strings.js";
import { clearTicks } from "./ticks.js";

/**
 * @typedef {object} Outcome
 * @property {string} [words]  the key of what to announce
 * @property {() => void} [undo]
 */

/** @type {Record<string, (page: Element, ticks: import("./ticks.js").Ticks) => Outcome | Promise<Outcome>>} */
export const CHECKLIST_ACTIONS = {
  "copy-list": copyList,
  print: () => {
    window.print();
    return {};
  },
  reset: (page, ticks) => {
    const items = findAll(page, ".task__box[name]", HTMLInputElement).map((box) => box.name);
    const undo = clearTicks(ticks, items);
    return undo ? { words: "reset_done", undo } : { words: "reset_nothing" };
  },
};

/**
 * @param {Element} page
 * @returns {Promise<Outcome>}
 */
async function copyList(page) {
  const isCopied = await copyText(checklistText(page, say("task_left_out")));
  if (!isCopied) selectText([...page.querySelectorAll(".checklist__items")]);
  return { words: isCopied ? "copied_list" : "copy_refused" };
}
