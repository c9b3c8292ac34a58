/** Above the questions: which interview the answers are about, and a way to add another. */

import { make } from "../dom.js";
import { say } from "../strings.js";
import { isDay } from "./days.js";
import { EMPTY_INTERVIEW, interviewName } from "./interviews.js";
import { newId } from "./items.js";
import { chooseInterview, currentInterview, interviewIds } from "./store.js";

/**
 * @typedef {import("./store.js").Plan} Plan
 * @typedef {import("./interviews.js").Interview} Interview
 */

const FIELDS = /** @type {const} */ (["company", "role", "date"]);

/**
 * @param {Element} chooser
 * @param {Plan} plan
 */
export function showChooser(chooser, plan) {
  const current = currentInterview(plan);
  const ids = interviewIds(plan);
  const names = ids.map((id, index) =>
    interviewName(plan.interviews.get(id) ?? EMPTY_INTERVIEW, index + 1),
  );
  const name = chooser.querySelector(".interview__name");
  if (name) name.textContent = names[ids.indexOf(current)] ?? "";
  showChoices(chooser, ids, names, current);
  const interview = plan.interviews.get(current) ?? EMPTY_INTERVIEW;
  for (const key of FIELDS) {
    const field = fieldOf(chooser, key);
    const isHalfTyped = field?.matches(":focus") && field.validity.badInput;
    if (field && field.value !== interview[key] && !isHalfTyped) field.value = interview[key];
  }
}

/**
 * @param {Element} chooser
 * @param {string[]} ids
 * @param {string[]} names
 * @param {string} current
 */
function showChoices(chooser, ids, names, current) {
  const place = chooser.querySelector(".interview__choices");
  place?.toggleAttribute("hidden", ids.length < 2);
  const old = [...(place?.querySelectorAll("input") ?? [])];
  if (old.map(({ value }) => value).join() !== ids.join()) {
    for (const { parentElement } of old) parentElement?.remove();
    place?.append(...ids.map(makeChoice));
  }
  for (const [index, radio] of [...(place?.querySelectorAll("input") ?? [])].entries()) {
    radio.checked = radio.value === current;
    const words = radio.nextElementSibling;
    if (words) words.textContent = names[index] ?? "";
  }
}

/** @param {string} id */
function makeChoice(id) {
  const radio = make("input", "");
  [radio.type, radio.name, radio.value] = ["radio", "interview", id];
  return make("label", "choice", radio, make("span", ""));
}

/**
 * Keep what was typed about an interview, or go to the one that was chosen.
 *
 * @param {Element} chooser
 * @param {Plan} plan
 * @param {EventTarget | null} target
 */
export function changeInterview(chooser, plan, target) {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.type === "radio") return chooseInterview(plan, target.value);
  const read = (/** @type {keyof Interview} */ key) => fieldOf(chooser, key)?.value ?? "";
  const date = isDay(read("date")) ? read("date") : "";
  const interview = { company: read("company"), role: read("role"), date };
  plan.interviews.set(currentInterview(plan), interview);
}

/**
 * @param {Element} chooser
 * @param {Plan} plan
 * @returns {string} what to say
 */
export function addInterview(chooser, plan) {
  const id = newId();
  plan.interviews.set(id, EMPTY_INTERVIEW);
  plan.interviews.sync();
  chooseInterview(plan, id);
  fieldOf(chooser, "company")?.focus();
  return say("interview_added");
}

/**
 * @param {Element} chooser
 * @param {keyof Interview} key
 */
function fieldOf(chooser, key) {
  const field = chooser.querySelector(`input[name="interview-${key}"]`);
  return field instanceof HTMLInputElement ? field : undefined;
}
