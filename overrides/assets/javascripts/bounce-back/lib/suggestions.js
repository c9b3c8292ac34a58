/**
 * Lines to pick from below a field of several lines. A pressed button is a line that stands in the
 * field, whether it was picked or typed; the field stays the one place of what is written.
 */

import { findAll } from "./page.js";

/** @param {import("./composer.js").Composer} composer */
export function connectSuggestions({ host, fields, details, signal }) {
  for (const list of findAll(host, ".suggestions", HTMLElement)) {
    const field = list.parentElement?.querySelector("textarea");
    if (!field || !fields.has(field.name)) continue;
    const update = () => showPicked(list, field);
    const pick = (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLButtonElement) toggleLine(list, field, target);
    };
    list.addEventListener("click", pick, { signal });
    details.onChange(update, signal);
    update();
  }
}

/**
 * @param {HTMLElement} list
 * @param {HTMLTextAreaElement} field
 */
function showPicked(list, field) {
  const lines = linesOf(field);
  const isFull = lines.length >= Number(list.dataset.most);
  for (const button of findAll(list, "button", HTMLButtonElement)) {
    const isPicked = lines.includes(button.textContent ?? "");
    button.setAttribute("aria-pressed", String(isPicked));
    // Not `disabled`, or the focus would be lost under the reader's finger.
    button.setAttribute("aria-disabled", String(isFull && !isPicked));
  }
}

/**
 * @param {HTMLElement} list
 * @param {HTMLTextAreaElement} field
 * @param {HTMLButtonElement} button
 */
function toggleLine(list, field, { textContent }) {
  const line = textContent ?? "";
  const lines = linesOf(field);
  const others = lines.filter((other) => other !== line);
  const isPicked = others.length < lines.length;
  if (!isPicked && lines.length >= Number(list.dataset.most)) return;
  field.value = (isPicked ? others : [...lines, line]).join("\n");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {HTMLTextAreaElement} field */
function linesOf(field) {
  return field.value
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
