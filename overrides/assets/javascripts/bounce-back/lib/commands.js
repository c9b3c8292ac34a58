/** What the buttons do that change the page, and how each of them is undone. */

import { letterText } from "./letter.js";

/**
 * @typedef {import("./composer.js").Composer} Composer
 * @typedef {import("./editor.js").Editor} Editor
 *
 * @typedef {object} Outcome
 * @property {string} [words]  the key of what to announce
 * @property {() => void} [undo]
 */

/** @type {Record<string, (composer: Composer, editor: Editor) => Outcome>} */
export const COMMANDS = {
  edit: startEditing,
  template: returnToTemplate,
  "clear-details": clearDetails,
  undo: undoLast,
};

/**
 * @param {Composer} composer
 * @param {Editor} editor
 * @returns {Outcome}
 */
function startEditing({ letter, drafts }, editor) {
  if (!letter) return {};
  const title = document.querySelector("h1")?.textContent?.trim() ?? document.title;
  const version = letter.getAttribute("aria-label") ?? "";
  drafts.set(letter.dataset.variant ?? "", { title, version, ...letterText(letter) });
  drafts.sync();
  editor.goTo();
  return {};
}

/**
 * @param {Composer} composer
 * @param {Editor} editor
 * @returns {Outcome}
 */
function returnToTemplate({ host, letter, radios, choices, drafts }, editor) {
  const version = letter?.dataset.variant ?? "";
  const draft = drafts.get(version);
  drafts.set(version, undefined);
  drafts.sync();
  focusOn(host, "edit");
  const undo = () => {
    if (radios[0]) choices.set(radios[0].name, version);
    drafts.set(version, draft);
    editor.goTo();
  };
  return { words: "back_to_template_done", undo };
}

/**
 * @param {Composer} composer
 * @returns {Outcome}
 */
function clearDetails({ host, details }) {
  const before = details.names().map((name) => /** @type {const} */ ([name, details.get(name)]));
  for (const [name] of before) details.set(name, undefined);
  details.sync();
  const undo = () => {
    // What was typed since is newer.
    for (const [name, value] of before) if (!details.get(name)) details.set(name, value);
    focusOn(host, "clear-details");
  };
  return { words: "clear_details_done", undo };
}

/**
 * @param {Composer} composer
 * @returns {Outcome}
 */
function undoLast({ undo }) {
  undo?.();
  return { words: "undone" };
}

/**
 * @param {Element} host
 * @param {string} action  of the button
 */
function focusOn(host, action) {
  const button = host.querySelector(`[data-action="${action}"]`);
  if (button instanceof HTMLElement) button.focus();
}
