/**
 * The plan: everything that the reader ticked, wrote and drafted, in one place, and the steps that
 * come of it, by date. What is typed is kept at once; what a button does can be undone.
 */

import { soon } from "../lib/dom.js";
import { PageElement } from "../lib/page.js";
import { ACTIONS, progress } from "../lib/plan/actions.js";
import { tick } from "../lib/plan/store.js";
import { keepForm } from "../lib/plan/step-form.js";
import { onAnyChange } from "../lib/plan/survey.js";
import { openView, showPlan } from "../lib/plan/view.js";
import { announce, showTrouble } from "../lib/status.js";

/** @typedef {import("../lib/plan/view.js").View} View */

class BouncePlan extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const view = openView(this);
    const show = () => showPlan(view);
    onAnyChange(soon(show, signal), signal);
    this.addEventListener("input", ({ target }) => onInput(view, target), { signal });
    this.addEventListener("change", ({ target }) => onTick(view, target), { signal });
    this.addEventListener("click", (event) => onClick(view, event), { signal });
    // The click on the button, which Return makes too, does what there is to do.
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    signal.addEventListener("abort", () => view.plan.items.flush());
    for (const kept of [view.plan.items, view.plan.done]) showTrouble(this, kept, signal);
    show();
    const add = this.querySelector(".plan__add");
    add?.toggleAttribute("open", this.querySelector(".step .task__box") === null);
    return show;
  }
}

/**
 * @param {View} view
 * @param {EventTarget | null} target
 */
function onInput(view, target) {
  const form = target instanceof Element && target.closest("form");
  if (form) keepForm(view.plan, form);
}

/**
 * @param {View} view
 * @param {EventTarget | null} target
 */
function onTick(view, target) {
  const row = target instanceof Element && target.matches(".task__box") && target.closest(".step");
  if (!(row instanceof HTMLElement) || !(target instanceof HTMLInputElement)) return;
  const { id = "", day = "" } = row.dataset;
  const item = view.plan.items.get(id);
  if (item) tick(view.plan, { id, item, day, isDone: false }, target.checked);
  showPlan(view);
  announce(view.host, progress(view));
}

/**
 * @param {View} view
 * @param {Event} event
 */
function onClick(view, event) {
  const button = event.target instanceof Element && event.target.closest("[data-action]");
  if (!button) return;
  const row = button.closest("[data-id]");
  const id = row?.getAttribute("data-id") ?? "";
  const { message, undo, focus } = ACTIONS[button.getAttribute("data-action") ?? ""]?.(view, id, button) ?? {};
  if (message !== undefined) view.undo = undo;
  showPlan(view);
  if (message !== undefined) announce(view.host, message, undo ? ["undo"] : []);
  if (focus) goTo(view, id, focus);
}

/**
 * @param {View} view
 * @param {string} id
 * @param {"status" | "form" | "row"} focus
 */
function goTo({ host }, id, focus) {
  const row = `[data-id="${CSS.escape(id)}"]`;
  const selector = { status: ".status", form: `${row} .step__form [name=when]`, row: `${row} [data-action=edit-step]` };
  const target = host.querySelector(selector[focus]);
  if (!(target instanceof HTMLElement)) return;
  if (focus === "status") target.tabIndex = -1;
  target.focus({ preventScroll: focus === "status" });
}

customElements.define("bounce-plan", BouncePlan);
