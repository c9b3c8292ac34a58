/** The page of the plan: everything that is kept, each thing in its section. */

import { keepFocus, make, makeButton, place } from "../dom.js";
import { keptMessage } from "../kept-message.js";
import { say } from "../strings.js";
import { agenda } from "./agenda.js";
import { today } from "./days.js";
import { isStep } from "./items.js";
import { showAnswers, showDrafts, showLists, showMessage } from "./kept-lists.js";
import { readOutline } from "./outline.js";
import { makeLineRow, makeStepRow, showForm, showStep } from "./rows.js";
import { fillForm, makeForm } from "./step-form.js";
import { DRAFT, itemsOf, openPlan, ticksOf } from "./store.js";
import { keptAnswers, keptDrafts, unfinishedLists } from "./survey.js";
import { longDay } from "./words.js";

/**
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./agenda.js").Entry} Entry
 *
 * @typedef {object} View
 * @property {HTMLElement} host
 * @property {import("./store.js").Plan} plan
 * @property {import("./outline.js").Outline} outline
 * @property {Map<string, HTMLElement>} rows  by what they show
 * @property {Map<string, Item>} open  items whose form is open, as they were before
 * @property {(() => void) | undefined} undo  of what was announced last
 */

const LINE_ACTIONS = {
  changes: ["edit-step", "set-aside", "remove-step"],
  aside: ["take-back", "remove-step"],
};

/**
 * @param {HTMLElement} host
 * @returns {View}
 */
export function openView(host) {
  const add = makeButton(say("step_add"), "add-step", { kind: "primary", type: "submit" });
  // The same element may be put into the page again.
  host.querySelector("[data-form=draft]")?.replaceChildren(makeForm(host, DRAFT, [add]));
  return {
    host,
    plan: openPlan(),
    outline: readOutline(),
    rows: new Map(),
    open: new Map(),
    undo: undefined,
  };
}

/** @param {View} view */
export function showPlan(view) {
  keepFocus(() => {
    const items = itemsOf(view.plan);
    // What is being written stays where it is, whatever day it is given.
    const shown = new Map([...items].map(([id, item]) => [id, view.open.get(id) ?? item]));
    const steps = new Map([...shown].filter(([, item]) => isStep(item)));
    showSteps(view, steps);
    const lines = [...shown].filter(([id]) => !steps.has(id));
    showPile(view, "changes", new Map(lines.filter(([, { pile }]) => pile === "change")));
    showPile(view, "aside", new Map(lines.filter(([, { pile }]) => pile === "aside")));
    showRest(view);
    showStart(view, steps, items);
    forgetRows(view, items);
  });
}

/**
 * @param {View} view
 * @param {ReadonlyMap<string, Item>} steps
 */
function showSteps(view, steps) {
  const { host, plan } = view;
  const groups = agenda(steps, ticksOf(plan), today());
  for (const name of /** @type {const} */ (["earlier", "later", "undated", "finished"])) {
    fillGroup(host, name, groups[name].map((entry) => stepRow(view, entry, false)));
  }
  const days = groups.week.map(({ day, entries }, ahead) => {
    const row = dayRow(view, day, ahead);
    place(row.querySelector("ul") ?? row, entries.map((entry) => stepRow(view, entry, true)));
    row.classList.toggle("week__day--free", entries.length === 0);
    return row;
  });
  const week = host.querySelector("[data-list=week]");
  if (week) place(week, days);
  week?.toggleAttribute("hidden", steps.size === 0);
  const form = host.querySelector("[data-form=draft] form");
  if (form instanceof HTMLFormElement) fillForm(form, plan.items.get(DRAFT));
}

/**
 * @param {View} view
 * @param {Entry} entry
 * @param {boolean} hasDay
 */
function stepRow(view, { id, item, ...rest }, hasDay) {
  const row = rowOf(view, `step ${id}`, () => makeStepRow(view.host, id));
  const now = view.plan.items.get(id) ?? item;
  const timesDone = view.plan.done.names().filter((name) => name.startsWith(`${id}@`)).length;
  showStep(row, { id, item: now, ...rest }, { hasDay, timesDone });
  showForm(view.host, row, view.open.has(id) ? now : undefined);
  return row;
}

/**
 * @param {View} view
 * @param {string} day
 * @param {number} ahead  days from today
 */
function dayRow(view, day, ahead) {
  const row = rowOf(view, `day ${day}`, () => {
    const name = make("h3", "week__name");
    return make("li", "week__day", name, make("ul", "steps"));
  });
  const name = row.querySelector("h3");
  const words = longDay(day);
  if (name) name.textContent = ahead < 2 ? say(`day_${ahead}`, { day: words }) : words;
  return row;
}

/**
 * @param {View} view
 * @param {keyof typeof LINE_ACTIONS} name
 * @param {ReadonlyMap<string, Item>} items
 */
function showPile(view, name, items) {
  const rows = [...items].map(([id, item]) => {
    const key = `${name} ${id} ${item.text}`;
    const row = rowOf(view, key, () => makeLineRow(id, item, LINE_ACTIONS[name]));
    const now = view.plan.items.get(id);
    showForm(view.host, row, view.open.has(id) ? now : undefined);
    return row;
  });
  fillGroup(view.host, name, rows);
}

/** @param {View} view */
function showRest({ host, plan, outline }) {
  fillGroup(host, "lists", showLists(unfinishedLists(outline)));
  fillGroup(host, "drafts", showDrafts(keptDrafts()));
  fillGroup(host, "message", showMessage(keptMessage()));
  const place = host.querySelector("[data-list=answers]");
  if (place) showAnswers(place, plan, keptAnswers(outline));
  place?.closest("[data-group]")?.toggleAttribute("hidden", !place.firstChild);
}

/**
 * What to do first, or next.
 *
 * @param {View} view
 * @param {ReadonlyMap<string, Item>} steps
 * @param {ReadonlyMap<string, Item>} items
 */
function showStart({ host, outline }, steps, items) {
  const isOpen = host.querySelector("[data-list=week] .task__box:not(:checked), " +
    ":is([data-list=later], [data-list=earlier], [data-list=undated]) .task__box:not(:checked)");
  const isSorted = [...items.values()].some(({ pile }) => pile === "change");
  const hasAnswers = keptAnswers(outline).length > 0;
  const name = isOpen ? "" : steps.size ? "finished" : isSorted ? "sorted" : hasAnswers ? "answered" : "empty";
  for (const block of host.querySelectorAll("[data-start]")) {
    block.toggleAttribute("hidden", block.getAttribute("data-start") !== name);
  }
  host.querySelector(".plan__start")?.toggleAttribute("hidden", name === "");
}

/**
 * @param {Element} host
 * @param {string} name
 * @param {Element[]} rows
 */
function fillGroup(host, name, rows) {
  const list = host.querySelector(`[data-list="${name}"]`);
  if (list) place(list, rows);
  host.querySelector(`[data-group="${name}"]`)?.toggleAttribute("hidden", rows.length === 0);
}

/**
 * @param {View} view
 * @param {string} key
 * @param {() => HTMLElement} create
 */
function rowOf({ rows }, key, create) {
  const row = rows.get(key) ?? create();
  rows.set(key, row);
  return row;
}

/**
 * @param {View} view
 * @param {ReadonlyMap<string, Item>} items
 */
function forgetRows({ rows, open }, items) {
  for (const id of open.keys()) if (!items.has(id)) open.delete(id);
  for (const [key, row] of rows) if (!row.isConnected) rows.delete(key);
}
