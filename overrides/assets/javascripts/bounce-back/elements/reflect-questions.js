/** Questions whose answers are kept while they are being typed. */

import { PageElement, findAll, isFreshPage, pageKey } from "../lib/page.js";
import { announce, showTrouble } from "../lib/status.js";
import { openKept } from "../lib/storage.js";
import { say } from "../lib/strings.js";
import { isText } from "../lib/values.js";

/**
 * @typedef {object} Questions
 * @property {HTMLTextAreaElement[]} areas
 * @property {import("../lib/kept.js").Kept<string>} kept
 */

class ReflectQuestions extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const areas = findAll(this, "textarea.question__answer[name]", HTMLTextAreaElement);
    const questions = { areas, kept: openKept("answers", pageKey(this), isText) };
    for (const area of areas) adoptAnswer(questions, area);

    const restore = () => showAnswers(questions);
    this.addEventListener("input", ({ target }) => keepAnswer(questions, target), { signal });
    questions.kept.onChange(restore, signal);
    // Said once: after every pause it would talk over the reader's own words.
    const sayKept = () => announce(this, say("kept"));
    questions.kept.addEventListener("saved", sayKept, { signal, once: true });
    signal.addEventListener("abort", () => questions.kept.flush());
    showTrouble(this, questions.kept, signal);
    return restore;
  }
}

/**
 * @param {Questions} questions
 * @param {HTMLTextAreaElement} area
 */
function adoptAnswer({ kept }, area) {
  // Keeps the browser from restoring an older state over ours.
  area.autocomplete = "off";
  if (area.dataset.was) kept.carry(area.dataset.was, area.name);
  if (area.value && isFreshPage() && !kept.knows(area.name)) kept.set(area.name, area.value);
}

/**
 * @param {Questions} questions
 * @param {EventTarget | null} target
 */
function keepAnswer({ areas, kept }, target) {
  const area = areas.find((one) => one === target);
  if (area) kept.set(area.name, area.value || undefined);
}

/** @param {Questions} questions */
function showAnswers({ areas, kept }) {
  for (const area of areas) {
    const answer = kept.get(area.name) ?? "";
    // Writing the same text again would move the cursor to its end.
    if (area.value !== answer) area.value = answer;
  }
}

customElements.define("reflect-questions", ReflectQuestions);
