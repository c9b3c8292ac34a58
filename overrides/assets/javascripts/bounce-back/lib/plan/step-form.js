/** The form of a step. What is typed into it is kept at once, like every answer. */

import { cloneTemplate } from "../dom.js";
import { isDay, isTime } from "./days.js";
import { EMPTY_ITEM } from "./items.js";
import { changeItem } from "./store.js";

/**
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./store.js").Plan} Plan
 */

/**
 * @param {Element} host
 * @param {string} id  of the item that the form changes
 * @param {readonly HTMLButtonElement[]} buttons
 */
export function makeForm(host, id, buttons) {
  const form = /** @type {HTMLFormElement} */ (cloneTemplate(host, "form"));
  form.dataset.form = id;
  // Other forms of the same template are on the page, and no two elements may have the same id.
  for (const field of form.querySelectorAll("[id]")) field.id += `-${id}`;
  for (const label of form.querySelectorAll("label")) if (label.htmlFor) label.htmlFor += `-${id}`;
  form.querySelector(".step-form__buttons")?.append(...buttons);
  return form;
}

/**
 * @param {HTMLFormElement} form
 * @param {Item} item
 */
export function fillForm(form, item = EMPTY_ITEM) {
  for (const [name, value] of Object.entries(item)) {
    const field = fieldOf(form, name);
    if (!field) continue;
    if (field.type === "checkbox" && field instanceof HTMLInputElement) field.checked = value === true;
    // Writing the same text again would move the cursor, and empty a date that is half typed.
    else if (field.value !== value && !isHalfTyped(field)) field.value = String(value);
  }
}

/**
 * @param {Plan} plan
 * @param {HTMLFormElement} form
 */
export function keepForm(plan, form) {
  const read = (/** @type {string} */ name) => fieldOf(form, name)?.value ?? "";
  const weekly = fieldOf(form, "weekly");
  changeItem(plan, form.dataset.form ?? "", {
    when: read("when"),
    action: read("action"),
    day: isDay(read("day")) ? read("day") : "",
    time: isTime(read("time")) ? read("time") : "",
    weekly: weekly instanceof HTMLInputElement && weekly.checked,
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function fieldOf(form, name) {
  const field = form.elements.namedItem(name);
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isField ? field : undefined;
}

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
const isHalfTyped = (field) => field.matches(":focus") && field.validity.badInput;
