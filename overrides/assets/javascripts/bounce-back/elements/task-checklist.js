/**
 * A checklist that remembers its ticks, by the id of each item. A page may have several, one below
 * each heading; they share one record, and the last one brings the buttons for all of them.
 */

import { CHECKLIST_ACTIONS } from "../lib/checklist-actions.js";
import { PageElement, findAll, isFreshPage, pageKey } from "../lib/page.js";
import { announce, showTrouble } from "../lib/status.js";
import { say, sayCount } from "../lib/strings.js";
import { copyLink, findTask, showTask, toggleMore } from "../lib/task.js";
import { carryTick, countTicks, isDone, isLeftOut, leaveOut, openTicks } from "../lib/ticks.js";

/**
 * @typedef {import("../lib/task.js").Task} Task
 *
 * @typedef {object} Checklist
 * @property {Element} host
 * @property {Task[]} tasks
 * @property {import("../lib/ticks.js").Ticks} ticks
 * @property {(() => void) | undefined} undo  of what was announced last
 */

class TaskChecklist extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const boxes = findAll(this, "input.task__box[name]", HTMLInputElement);
    const ticks = openTicks(pageKey(this));
    const records = new Set([ticks, ...boxes.flatMap((box) => adoptTick(ticks, box))]);
    followOldLink(boxes);
    const tasks = boxes.map((box) => findTask(box, signal));
    /** @type {Checklist} */
    const list = { host: this, tasks, ticks, undo: undefined };

    const restore = () => showTicks(list);
    this.addEventListener("change", ({ target }) => keepTick(list, target), { signal });
    this.addEventListener("click", ({ target }) => onClick(list, target), { signal });
    ticks.onChange(restore, signal);
    for (const kept of records) showTrouble(this, kept, signal);
    return restore;
  }
}

/**
 * @param {import("../lib/ticks.js").Ticks} ticks
 * @param {HTMLInputElement} box
 * @returns {import("../lib/ticks.js").Ticks[]} other records that were looked into
 */
function adoptTick(ticks, box) {
  // Keeps the browser from restoring an older state over ours.
  box.autocomplete = "off";
  const others = box.dataset.was ? [carryTick(ticks, box.dataset.was, box.name)] : [];
  if (box.checked && isFreshPage() && !ticks.knows(box.name)) ticks.set(box.name, true);
  return others;
}

/**
 * A link to an item that has another id by now leads to it all the same. The address stays: to the
 * theme a change of it would be a visit.
 * @param {HTMLInputElement[]} boxes
 */
function followOldLink(boxes) {
  const box = boxes.find(({ dataset }) => dataset.was && location.hash === `#task-${dataset.was}`);
  box?.closest(".task")?.classList.add("task--linked");
  box?.scrollIntoView({ block: "center" });
}

/**
 * @param {Checklist} list
 * @param {EventTarget | null} target
 */
function keepTick(list, target) {
  const box = list.tasks.map((task) => task.box).find((one) => one === target);
  if (!box) return;
  list.ticks.set(box.name, box.checked);
  list.ticks.sync();
  announce(list.host, progressText(list));
}

/**
 * @param {Checklist} list
 * @param {EventTarget | null} target
 */
async function onClick(list, target) {
  const button = target instanceof Element ? target.closest("[data-action]") : null;
  const action = button?.getAttribute("data-action");
  if (!button || !action) return;
  const task = list.tasks.find(({ more, panel }) => more === button || panel.contains(button));
  if (task) return actOnTask(list, task, action);
  const row = button.closest(".checklist__actions");
  if (row) await actOnPage(list, row, action);
}

/**
 * @param {Checklist} list
 * @param {Task} task
 * @param {string} action
 */
async function actOnTask(list, task, action) {
  const { host, ticks } = list;
  if (action === "more") toggleMore(task);
  if (action === "copy-link") await copyLink(task);
  if (action !== "leave-out") return;
  const isOut = !isLeftOut(ticks, task.box.name);
  leaveOut(ticks, task.box.name, isOut);
  const words = say(isOut ? "task_left_out_done" : "task_taken_back");
  announce(host, `${words} ${progressText(list)}`);
}

/**
 * @param {Checklist} list
 * @param {Element} row  of the buttons for the whole page
 * @param {string} action
 */
async function actOnPage(list, row, action) {
  if (action === "undo") {
    list.undo?.();
    list.undo = undefined;
    return announce(row, say("undone"));
  }
  const page = list.host.closest("[data-page]") ?? document.body;
  const { words, undo } = (await CHECKLIST_ACTIONS[action]?.(page, list.ticks)) ?? {};
  list.undo = undo;
  announce(row, words ? say(words) : "", undo && ["undo"]);
}

/** @param {Checklist} list */
function showTicks(list) {
  const { host, tasks, ticks } = list;
  for (const task of tasks) {
    const { name } = task.box;
    showTask(task, { isDone: isDone(ticks, name), isOut: isLeftOut(ticks, name) });
  }
  const { done, count } = progress(list);
  const bar = host.querySelector("progress");
  // A bar of nothing would be one of unknown length.
  if (bar) [bar.max, bar.value] = [count || 1, done];
  const words = host.querySelector(".checklist__count");
  if (words) words.textContent = progressText(list);
}

/** @param {Checklist} list */
function progress({ ticks, tasks }) {
  return countTicks(
    ticks,
    tasks.map(({ box }) => box.name),
  );
}

/** @param {Checklist} list */
function progressText(list) {
  const { done, count, out } = progress(list);
  if (count === 0) return say("done_nothing");
  const words = done === count ? "done_all" : "done";
  const text = sayCount(words, count, { done, count });
  return out ? sayCount("done_left_out", out, { done: text, count: out }) : text;
}

customElements.define("task-checklist", TaskChecklist);
