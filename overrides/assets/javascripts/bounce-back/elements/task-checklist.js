/** A checklist that remembers its ticks, by the id of each item. */

import { PageElement, findAll, isFreshPage, pageKey } from "../lib/page.js";
import { announce, showTrouble } from "../lib/status.js";
import { openKept } from "../lib/storage.js";
import { sayCount } from "../lib/strings.js";

/**
 * @typedef {object} Checklist
 * @property {Element} host
 * @property {HTMLInputElement[]} boxes
 * @property {import("../lib/kept.js").Kept<boolean>} kept
 */

/** @type {(value: unknown) => value is boolean} */
const isTick = (value) => typeof value === "boolean";

class TaskChecklist extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const boxes = findAll(this, "input.task__box[name]", HTMLInputElement);
    const list = { host: this, boxes, kept: openKept("checklist", pageKey(this), isTick) };
    for (const box of boxes) adoptTick(list, box);

    const restore = () => showTicks(list);
    this.addEventListener("change", ({ target }) => keepTick(list, target), { signal });
    list.kept.onChange(restore, signal);
    showTrouble(this, list.kept, signal);
    return restore;
  }
}

/**
 * @param {Checklist} list
 * @param {HTMLInputElement} box
 */
function adoptTick({ kept }, box) {
  // Keeps the browser from restoring an older state over ours.
  box.autocomplete = "off";
  if (box.dataset.was) kept.carry(box.dataset.was, box.name);
  if (box.checked && isFreshPage() && !kept.knows(box.name)) kept.set(box.name, true);
}

/**
 * @param {Checklist} list
 * @param {EventTarget | null} target
 */
function keepTick(list, target) {
  const box = list.boxes.find((one) => one === target);
  if (!box) return;
  list.kept.set(box.name, box.checked);
  list.kept.sync();
  announce(list.host, progressText(list));
}

/** @param {Checklist} list */
function showTicks(list) {
  for (const box of list.boxes) box.checked = list.kept.get(box.name) ?? false;
  const bar = list.host.querySelector("progress");
  if (bar) [bar.max, bar.value] = [list.boxes.length, countDone(list)];
  const count = list.host.querySelector(".checklist__count");
  if (count) count.textContent = progressText(list);
}

/** @param {Checklist} list */
function progressText(list) {
  const done = countDone(list);
  return sayCount("done", done, { done, count: list.boxes.length });
}

/** @param {Checklist} list */
function countDone({ boxes }) {
  return boxes.filter((box) => box.checked).length;
}

customElements.define("task-checklist", TaskChecklist);
