/** The plan as Markdown, for notes, a message, or a file to keep. Pure. */

import { say } from "../strings.js";
import { isStep } from "./items.js";
import { momentInWords, stepSentence } from "./words.js";

/**
 * @typedef {import("./items.js").Item} Item
 *
 * @typedef {object} Contents  what goes into it
 * @property {ReadonlyMap<string, Item>} items
 * @property {ReadonlyMap<string, boolean>} ticks
 * @property {readonly import("./survey.js").Unfinished[]} lists
 * @property {readonly import("./survey.js").KeptDraft[]} drafts
 * @property {readonly { name: string, answers: readonly import("./survey.js").Answer[] }[]} interviews
 */

/** @param {Contents} contents */
export function planMarkdown({ items, ticks, lists, drafts, interviews }) {
  const all = [...items];
  const steps = all.filter(([, item]) => isStep(item));
  const rest = all.map(([, item]) => item).filter((item) => !isStep(item));
  const pile = (/** @type {Item["pile"]} */ name) => rest.filter((item) => item.pile === name);
  const sections = [
    section("plan_steps", steps.sort(byDay).map(([id, item]) => stepLine(item, ticks.get(id) === true))),
    section("plan_changes", pile("change").map(({ text }) => `- ${escape(text)}`)),
    section("plan_lists", lists.map(({ title, done, count }) => `- ${escape(title)}: ${done}/${count}`)),
    ...interviews.map(({ name, answers }) => answersSection(name, answers)),
    section("plan_aside", pile("aside").map(({ text }) => `- ${escape(text)}`)),
    ...drafts.map(({ draft }) => draftSection(draft)),
  ];
  return [`# ${say("plan_title")}`, ...sections.filter(Boolean)].join("\n\n") + "\n";
}

/**
 * @param {[string, Item]} one
 * @param {[string, Item]} other
 */
const byDay = ([, one], [, other]) => {
  const [a, b] = [one, other].map(({ day, time }) => `${day || "9999"} ${time}`);
  return Number((a ?? "") > (b ?? "")) - Number((a ?? "") < (b ?? ""));
};

/**
 * @param {Item} item
 * @param {boolean} isDone
 */
function stepLine(item, isDone) {
  const { day, time, weekly, when } = item;
  const date = day && when ? ` (${momentInWords(day, time)}${weekly ? `, ${say("step_every_week")}` : ""})` : "";
  return `- [${isDone && !weekly ? "x" : " "}] ${escape(stepSentence(item) + date)}`;
}

/**
 * @param {string} heading
 * @param {string[]} lines
 */
const section = (heading, lines) => (lines.length > 0 ? `## ${say(heading)}\n\n${lines.join("\n")}` : "");

/**
 * @param {string} name
 * @param {readonly import("./survey.js").Answer[]} answers
 */
function answersSection(name, answers) {
  const parts = answers.map(({ label, text }) => `### ${escape(label)}\n\n${quote(text)}`);
  return parts.length > 0 ? [`## ${say("plan_answers")}: ${escape(name)}`, ...parts].join("\n\n") : "";
}

/** @param {import("../letter.js").Draft} draft */
function draftSection({ title, version, subject, body }) {
  const heading = `## ${escape([title, version].filter(Boolean).join(", "))}`;
  return [heading, ...(subject ? [quote(`${say("subject")}: ${subject}`)] : []), quote(body)].join("\n\n");
}

/**
 * The reader's lines, each as it is.
 * @param {string} text
 */
const quote = (text) =>
  text.trim().split("\n").map((line) => `> ${escape(line)}`.trimEnd()).join("  \n");

/**
 * Text in which nothing is Markdown or HTML, on one line.
 * @param {string} text
 */
const escape = (text) =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1");
