/**
 * The plan: everything that the reader ticked, wrote and drafted, in one place, and the steps that
 * come of it, by date. What is typed is kept at once; what a button does can be undone.
 */

import { soon } from "../lib/dom.js";
import { PageElement } from "../lib/page.js";
import { ACTIONS, progress } from "../lib/plan/actions.js";
import { isShared } from "../lib/plan/share.js";
import { tick } from "../lib/plan/store.js";
import { keepForm } from "../lib/plan/step-form.js";
import { onAnyChange } from "../lib/plan/survey.js";
import { openView, showPlan } from "../lib/plan/view.js";
import { announce, showTrouble } from "../lib/status.js";
import { say } from "../lib/strings.js";

/** @typedef {import("../lib/plan/view.js").View} View */

class BouncePlan extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const view = openView(this);
    const show = () => showPlan(view);
    onAnyChange(soon(show, signal), signal);
    this.addEventListener("input", ({ target }) => onInput(view, target), { signal });
    this.addEventListener("change", ({ target }) => onChange(view, target), { signal });
    this.addEventListener("click", (event) => onClick(view, event), { signal });
    // The click on the button, which Return makes too, does what there is to do.
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    signal.addEventListener("abort", () => view.plan.items.flush());
    for (const kept of [view.plan.items, view.plan.done]) showTrouble(this, kept, signal);
    const showLink = () => openShared(this);
    window.addEventListener("hashchange", showLink, { signal });
    showLink();
    let isFirst = true;
    return () => {
      show();
      const hasSteps = this.querySelector(".step .task__box") !== null;
      if (isFirst) this.querySelector(".plan__add")?.toggleAttribute("open", !hasSteps);
      isFirst = false;
    };
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

/** @param {HTMLElement} host */
async function openShared(host) {
  if (!isShared(location.hash)) return;
  const { showShared } = await import("../lib/plan/shared-view.js");
  await showShared(host, location.hash);
}

/**
 * @param {View} view
 * @param {EventTarget | null} target
 */
async function onChange(view, target) {
  if (!(target instanceof HTMLInputElement) || target.type !== "file") return onTick(view, target);
  const [file] = target.files ?? [];
  if (!file) return;
  const { takeIn } = await import("../lib/plan/tools.js");
  await answer(view, () => takeIn(file));
  // So that the same file can be chosen again.
  target.value = "";
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
async function onClick(view, event) {
  const button = event.target instanceof Element && event.target.closest("[data-action]");
  if (!button) return;
  const name = button.getAttribute("data-action") ?? "";
  const id = button.closest("[data-id]")?.getAttribute("data-id") ?? "";
  // The code for what is needed less often comes when it is asked for.
  await answer(view, async () => {
    const action = ACTIONS[name] ?? (await import("../lib/plan/tools.js")).TOOLS[name];
    return action?.(view, id, button) ?? {};
  }, id);
}

/**
 * Do something, show the plan as it is then, and say what happened.
 *
 * @param {View} view
 * @param {() => import("../lib/plan/actions.js").Outcome | Promise<import("../lib/plan/actions.js").Outcome>} action
 * @param {string} id
 */
async function answer(view, action, id = "") {
  const { message, undo, offers = [], focus } = await attempt(action);
  if (message !== undefined) view.undo = undo;
  showPlan(view);
  if (message !== undefined) announce(view.host, message, undo ? ["undo"] : offers);
  if (focus) goTo(view, id, focus);
}

/** @param {Parameters<typeof answer>[1]} action */
async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    console.error(error);
    return { message: say("plan_failed") };
  }
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
