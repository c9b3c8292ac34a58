/** What the buttons of the plan do. Each says what happened, and most can be undone. */

import { say, sayCount } from "../strings.js";
import { today } from "./days.js";
import { nextDay } from "./agenda.js";
import { FIRST } from "./interviews.js";
import { sortLine } from "./sorting.js";
import { fieldOf } from "./step-form.js";
import { addDraft, changeItem, chooseInterview, currentInterview, removeItem } from "./store.js";
import { momentInWords } from "./words.js";
import { isStep } from "./items.js";

/**
 * @typedef {import("./view.js").View} View
 *
 * @typedef {object} Outcome
 * @property {string} [message]
 * @property {() => void} [undo]
 * @property {readonly string[]} [offers]  actions that may help now
 * @property {"status" | "form" | "row"} [focus]  where the reader goes on, when not where they were
 */

/** @type {Record<string, (view: View, id: string, button: Element) => Outcome>} */
export const ACTIONS = {
  "add-step": addStep,
  "edit-step": editStep,
  "close-step": closeStep,
  "remove-step": removeStep,
  "set-aside": (view, id) => movePile(view, id, "aside"),
  "take-back": (view, id) => movePile(view, id, "change"),
  "line-change": sort,
  "line-aside": sort,
  "line-back": sort,
  "open-interview": openInterview,
  undo: undoLast,
  "close-dialog": (_view, _id, button) => (button.closest("dialog")?.close(), {}),
  "close-shared": ({ host }) => closeShared(host),
};

/**
 * @param {View} view
 * @returns {Outcome}
 */
function addStep({ host, plan }) {
  const form = host.querySelector("[data-form=draft] form");
  const added = addDraft(plan);
  const field = form instanceof HTMLFormElement && fieldOf(form, added ? "when" : "action");
  if (field) field.focus();
  if (!added) return { message: say("step_needs_action") };
  const item = plan.items.get(added.id);
  const day = item && nextDay(item, today());
  const message = day ? say("step_added_on", { day: momentInWords(day, "") }) : say("step_added");
  return { message, undo: added.undo };
}

/**
 * @param {View} view
 * @param {string} id
 * @returns {Outcome}
 */
function editStep({ plan, open }, id) {
  const item = plan.items.get(id);
  if (item) open.set(id, item);
  return { focus: "form" };
}

/**
 * @param {View} view
 * @param {string} id
 * @returns {Outcome}
 */
function closeStep({ plan, open }, id) {
  const before = open.get(id);
  const now = plan.items.get(id);
  open.delete(id);
  plan.items.sync();
  if (!before || !now || JSON.stringify(before) === JSON.stringify(now)) return { focus: "row" };
  const message = isStep(now) ? say("step_changed") : "";
  return { message, undo: () => plan.items.set(id, before), focus: "row" };
}

/**
 * @param {View} view
 * @param {string} id
 * @returns {Outcome}
 */
function removeStep({ plan, open }, id) {
  open.delete(id);
  return { message: say("step_removed"), undo: removeItem(plan, id), focus: "status" };
}

/**
 * @param {View} view
 * @param {string} id
 * @param {"change" | "aside"} pile
 * @returns {Outcome}
 */
function movePile({ plan }, id, pile) {
  const before = plan.items.get(id);
  changeItem(plan, id, { pile });
  plan.items.sync();
  return {
    message: say(`sorted_${pile}`),
    undo: () => plan.items.set(id, before),
    focus: "status",
  };
}

/**
 * @param {View} view
 * @param {string} _id
 * @param {Element} button
 * @returns {Outcome}
 */
function sort({ plan }, _id, button) {
  const answer = button.closest("[data-answer]")?.getAttribute("data-answer");
  const done = answer && sortLine(plan, JSON.parse(answer), button);
  return done ? { message: say(done.words), undo: done.undo } : {};
}

/**
 * On the way to a page with questions: the answers there are to be about this interview.
 *
 * @param {View} view
 * @param {string} _id
 * @param {Element} link
 * @returns {Outcome}
 */
function openInterview({ plan }, _id, link) {
  const id = link.closest("[data-interview]")?.getAttribute("data-interview") ?? FIRST;
  if (id !== currentInterview(plan)) chooseInterview(plan, id);
  return {};
}

/**
 * @param {View} view
 * @returns {Outcome}
 */
function undoLast(view) {
  const { undo } = view;
  view.undo = undefined;
  undo?.();
  view.plan.items.sync();
  return { message: say("undone") };
}

/**
 * "2 of 3 steps done"
 * @param {View} view
 */
export function progress({ host }) {
  const boxes = [...host.querySelectorAll(".step .task__box")];
  const done = boxes.filter((box) => box instanceof HTMLInputElement && box.checked).length;
  return sayCount("plan_progress", boxes.length, { done, count: boxes.length });
}

/**
 * Go from a plan that somebody sent to one's own.
 *
 * @param {Element} host
 * @returns {Outcome}
 */
function closeShared(host) {
  history.replaceState(history.state, "", location.pathname + location.search);
  host.classList.remove("plan--shared");
  host.querySelector(".plan__shared")?.replaceChildren();
  return {};
}
