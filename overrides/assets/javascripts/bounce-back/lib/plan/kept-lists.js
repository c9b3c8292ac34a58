/** What the reader began elsewhere on the site: checklists, emails, and answers by interview. */

import { make, makeButton, makeLink } from "../dom.js";
import { pageAddress } from "../page.js";
import { say, sayCount } from "../strings.js";
import { interviewName } from "./interviews.js";
import { showLines } from "./sorting.js";
import { currentInterview, interviewIds } from "./store.js";

/**
 * @typedef {import("./survey.js").Unfinished} Unfinished
 * @typedef {import("./survey.js").KeptDraft} KeptDraft
 * @typedef {import("./survey.js").Answer} Answer
 * @typedef {import("./store.js").Plan} Plan
 */

/**
 * @param {Unfinished[]} lists
 */
export function showLists(lists) {
  return lists.map(({ page, title, done, count }) => {
    const bar = make("progress", "checklist__bar");
    [bar.max, bar.value] = [count, done];
    bar.setAttribute("aria-hidden", "true");
    const facts = make("span", "plan__facts", sayCount("done", count, { done, count }));
    return make("li", "plan__card", makeLink(title, pageAddress(page)), bar, facts);
  });
}

/**
 * @param {KeptDraft[]} drafts
 */
export function showDrafts(drafts) {
  return drafts.map(({ page, draft: { title, version, subject, body } }) => {
    const beginning = body.trim().split("\n").find((line, index) => index > 0 && line.trim()) ?? body;
    const facts = [version, subject].filter(Boolean).join(": ");
    return make(
      "li",
      "plan__card",
      makeLink(title || page, pageAddress(page)),
      make("span", "plan__facts", facts),
      make("span", "plan__beginning", beginning.slice(0, 140)),
    );
  });
}

/** @param {string | undefined} text  a message that the reader asked to have kept */
export function showMessage(text) {
  if (text === undefined) return [];
  const beginning = text.trim().replace(/\s+/g, " ").slice(0, 140);
  const link = makeLink(say("plan_message_link"), `${pageAddress("now/")}#paste`);
  const erase = makeButton(say("plan_message_erase"), "erase-message", { kind: "quiet" });
  return [make("li", "plan__card", link, make("span", "plan__beginning", beginning), erase)];
}

/**
 * @param {Element} place
 * @param {Plan} plan
 * @param {Answer[]} answers
 */
export function showAnswers(place, plan, answers) {
  const known = interviewIds(plan);
  const ids = [...new Set([...known, ...answers.map(({ from }) => from.interview)])];
  const folds = ids.flatMap((id, index) => {
    const own = answers.filter(({ from }) => from.interview === id);
    if (own.length === 0) return [];
    const fold = foldOf(place, id, id === currentInterview(plan));
    const summary = fold.querySelector("summary");
    const interview = plan.interviews.get(id) ?? { company: "", role: "", date: "" };
    const count = make("span", "plan__facts", sayCount("plan_answers_count", own.length, { count: own.length }));
    summary?.replaceChildren(make("h3", "", interviewName(interview, index + 1)), " ", count);
    showQuestions(fold.querySelector("div") ?? fold, plan, own);
    return [fold];
  });
  for (const old of [...place.children]) if (!folds.some((fold) => fold === old)) old.remove();
  for (const fold of folds) if (!fold.isConnected) place.append(fold);
}

/**
 * @param {Element} place
 * @param {string} id
 * @param {boolean} isOpen  when it is new
 */
function foldOf(place, id, isOpen) {
  const old = [...place.children].find((one) => one.getAttribute("data-interview") === id);
  if (old) return old;
  const fold = make("details", "plan__fold", make("summary", ""), make("div", ""));
  fold.dataset.interview = id;
  fold.open = isOpen;
  return fold;
}

/**
 * @param {Element} place
 * @param {Plan} plan
 * @param {Answer[]} answers  about one interview
 */
function showQuestions(place, plan, answers) {
  const blocks = answers.map(({ from, label, text }) => {
    const key = JSON.stringify(from);
    const old = [...place.children].find((one) => one.getAttribute("data-answer") === key);
    const block = old ?? makeQuestion(key, label, pageAddress(from.page));
    const list = block.querySelector("ul");
    if (list) showLines(list, plan, from, text);
    return block;
  });
  for (const old of [...place.children]) if (!blocks.includes(old)) old.remove();
  for (const block of blocks) if (!block.isConnected) place.append(block);
}

/**
 * @param {string} key
 * @param {string} label
 * @param {string} address
 */
function makeQuestion(key, label, address) {
  const link = makeLink(say("plan_answer_edit"), address, "button button--quiet");
  link.dataset.action = "open-interview";
  link.setAttribute("aria-label", say("plan_answer_edit_this", { question: label }));
  const block = make("div", "plan__answer", make("h4", "", label), make("ul", "sort__lines"), link);
  block.dataset.answer = key;
  return block;
}
