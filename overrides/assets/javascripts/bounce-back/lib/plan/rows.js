/** The rows of the plan: a step with its tick, a line that may become one, a line set aside. */

import { cloneTemplate, make, makeButton } from "../dom.js";
import { say } from "../strings.js";
import { fillForm, makeForm } from "./step-form.js";
import { stepFacts, stepSentence } from "./words.js";

/**
 * @typedef {import("./agenda.js").Entry} Entry
 * @typedef {import("./items.js").Item} Item
 */

/**
 * @param {Element} host
 * @param {string} id
 */
export function makeStepRow(host, id) {
  const row = cloneTemplate(host, "step");
  row.dataset.id = id;
  const change = makeButton(say("step_change"), "edit-step", { kind: "quiet" });
  part(row, ".step__actions")?.append(makeCalendar(), change);
  return row;
}

function makeCalendar() {
  const ways = ["step-ics", "step-google", "step-outlook"];
  const buttons = ways.map((way) => makeButton(say(way.replace("-", "_")), way));
  const summary = make("summary", "button button--quiet", say("step_calendar"));
  const note = make("p", "plan__hint", say("calendar_note"));
  return make("details", "step__calendar", summary, make("div", "buttons", ...buttons), note);
}

/**
 * @param {HTMLElement} row
 * @param {Entry} entry
 * @param {{ hasDay: boolean, timesDone: number }} options
 */
export function showStep(row, entry, options) {
  const sentence = stepSentence(entry.item);
  setText(part(row, ".step__sentence"), sentence);
  setText(part(row, ".step__facts"), stepFacts(entry, options));
  const box = row.querySelector("input");
  if (box) box.checked = entry.isDone;
  row.dataset.day = entry.day;
  part(row, ".step__calendar")?.toggleAttribute("hidden", !entry.day);
  part(row, ".step__calendar summary")?.setAttribute("aria-label", say("step_calendar_this", { step: sentence }));
  // An address of Outlook cannot say that something comes back.
  part(row, "[data-action=step-outlook]")?.toggleAttribute("hidden", entry.item.weekly);
  part(row, "[data-action=edit-step]")?.setAttribute("aria-label", say("step_change_this", { step: sentence }));
}

/**
 * A line that is not a step, with what can be done with it.
 *
 * @param {string} id
 * @param {Item} item
 * @param {readonly string[]} actions  each is also the key of its words
 */
export function makeLineRow(id, item, actions) {
  const buttons = actions.map((action) =>
    makeButton(say(keyOf(action)), action, {
      label: say("line_action", { action: say(keyOf(action)), line: item.text }),
      kind: action === "edit-step" ? "" : "quiet",
    }),
  );
  const row = make(
    "li",
    "step step--line",
    make("p", "step__line step__words", item.text || stepSentence(item)),
    make("div", "step__actions", ...buttons),
    make("div", "step__form"),
  );
  row.dataset.id = id;
  return row;
}

/**
 * Open the form in a row, or close it.
 *
 * @param {Element} host
 * @param {HTMLElement} row
 * @param {Item | undefined} item  what the form shows; nothing closes it
 */
export function showForm(host, row, item) {
  const place = part(row, ".step__form");
  if (!place) return;
  row.classList.toggle("step--open", item !== undefined);
  place.hidden = item === undefined;
  const form = place.querySelector("form") ?? makeForm(host, row.dataset.id ?? "", formButtons());
  if (item) fillForm(form, item);
  if (!item) place.replaceChildren();
  else if (form.parentElement !== place) place.append(form);
}

function formButtons() {
  return [
    makeButton(say("step_close"), "close-step", { kind: "primary", type: "submit" }),
    makeButton(say("step_remove"), "remove-step", { kind: "quiet" }),
  ];
}

/** @param {string} action  `take-back`, whose words are `line_take_back` */
const keyOf = (action) => `line_${action.replaceAll("-", "_")}`;

/**
 * @param {Element} row
 * @param {string} selector
 */
function part(row, selector) {
  const found = row.querySelector(selector);
  return found instanceof HTMLElement ? found : undefined;
}

/**
 * @param {HTMLElement | undefined} element
 * @param {string} text
 */
function setText(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}
