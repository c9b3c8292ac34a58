/**
 * Questions whose answers are kept while they are being typed, and can be sorted line by line into
 * what the reader can change and what was not in their hands. All questions of a page are about one
 * interview at a time.
 */

import { PageElement, findAll, isFreshPage, pageKey } from "../lib/page.js";
import { addInterview, changeInterview, showChooser } from "../lib/plan/interview-chooser.js";
import { answersId } from "../lib/plan/interviews.js";
import { showLines, sortLine } from "../lib/plan/sorting.js";
import { currentInterview, onChoice, openPlan } from "../lib/plan/store.js";
import { announce, showTrouble } from "../lib/status.js";
import { openKept } from "../lib/storage.js";
import { say } from "../lib/strings.js";
import { isText } from "../lib/values.js";

/**
 * @typedef {import("../lib/kept.js").Kept<string>} Answers
 *
 * @typedef {object} Questions
 * @property {HTMLElement} host
 * @property {string} page
 * @property {HTMLTextAreaElement[]} areas
 * @property {Element | null} chooser  the first questions of a page have it
 * @property {import("../lib/plan/store.js").Plan} plan
 * @property {string} interview  whose answers are shown
 * @property {Answers} kept
 * @property {AbortController} binding  to that record
 */

class ReflectQuestions extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const questions = findQuestions(this);
    const { plan, chooser } = questions;
    bind(questions, signal);
    for (const area of questions.areas) adoptAnswer(questions, area);
    const show = () => {
      if (questions.interview !== currentInterview(plan)) bind(questions, signal);
      showAnswers(questions);
    };
    this.addEventListener("input", ({ target }) => onInput(questions, target), { signal });
    this.addEventListener("click", ({ target }) => onClick(questions, target), { signal });
    for (const kept of [plan.items, plan.interviews]) kept.onChange(show, signal);
    onChoice(show, signal);
    signal.addEventListener("abort", () => questions.binding.abort());
    for (const kept of chooser ? [plan.items, plan.interviews] : []) showTrouble(this, kept, signal);
    return show;
  }
}

/**
 * @param {HTMLElement} host
 * @returns {Questions}
 */
function findQuestions(host) {
  const plan = openPlan();
  const page = pageKey(host);
  return {
    host,
    page,
    plan,
    areas: findAll(host, "textarea.question__answer[name]", HTMLTextAreaElement),
    chooser: host.querySelector(".interview"),
    interview: currentInterview(plan),
    kept: openAnswers(page, currentInterview(plan)),
    binding: new AbortController(),
  };
}

/**
 * @param {string} page
 * @param {string} interview
 * @returns {Answers}
 */
const openAnswers = (page, interview) => openKept("answers", answersId(page, interview), isText);

/**
 * Write to and show the answers about the interview that is chosen now.
 *
 * @param {Questions} questions
 * @param {AbortSignal} signal
 */
function bind(questions, signal) {
  const { host, page, plan } = questions;
  questions.binding.abort();
  if (signal.aborted) return;
  questions.binding = new AbortController();
  questions.interview = currentInterview(plan);
  const kept = openAnswers(page, questions.interview);
  questions.kept = kept;
  const until = questions.binding.signal;
  kept.onChange(() => showAnswers(questions), until);
  // Said once: after every pause it would talk over the reader's own words.
  const sayKept = () => announce(host, say("kept"));
  kept.addEventListener("saved", sayKept, { signal: until, once: true });
  until.addEventListener("abort", () => kept.flush());
  showTrouble(host, kept, until);
}

/**
 * @param {Questions} questions
 * @param {HTMLTextAreaElement} area
 */
function adoptAnswer({ interview, kept }, area) {
  // Keeps the browser from restoring an older state over ours.
  area.autocomplete = "off";
  const { was = "" } = area.dataset;
  const [, page, old = was] = was.match(/^(.+\/)(.+)$/) ?? [];
  if (was) kept.carry(old, area.name, page ? openAnswers(page, interview) : kept);
  if (area.value && isFreshPage() && !kept.knows(area.name)) kept.set(area.name, area.value);
}

/**
 * @param {Questions} questions
 * @param {EventTarget | null} target
 */
function onInput(questions, target) {
  const { areas, chooser, kept, plan } = questions;
  const area = areas.find((one) => one === target);
  if (area) kept.set(area.name, area.value || undefined);
  else if (chooser) changeInterview(chooser, plan, target);
}

/**
 * @param {Questions} questions
 * @param {EventTarget | null} target
 */
function onClick({ host, page, plan, interview, chooser }, target) {
  const button = target instanceof Element ? target.closest("[data-action]") : null;
  if (button?.getAttribute("data-action") === "new-interview" && chooser) {
    announce(host, addInterview(chooser, plan));
  }
  const question = button?.closest("[data-question]")?.getAttribute("data-question");
  const done = button && question && sortLine(plan, { page, interview, question }, button);
  if (done) announce(host, say(done.words));
}

/** @param {Questions} questions */
function showAnswers({ areas, chooser, kept, page, plan, interview }) {
  for (const area of areas) {
    const answer = kept.get(area.name) ?? "";
    // Writing the same text again would move the cursor to its end.
    if (area.value !== answer) area.value = answer;
    const sort = area.parentElement?.querySelector(".sort");
    const list = sort?.querySelector("ul");
    sort?.toggleAttribute("hidden", answer.trim() === "");
    if (list) showLines(list, plan, { page, interview, question: area.name }, answer);
  }
  if (chooser) showChooser(chooser, plan);
}

customElements.define("reflect-questions", ReflectQuestions);
