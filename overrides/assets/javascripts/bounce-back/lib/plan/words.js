/** How a step, and what goes with it, is said. */

import { cleanText } from "../text.js";
import { say, sayCount } from "../strings.js";
import { dayInWords } from "./days.js";

/**
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./agenda.js").Entry} Entry
 * @typedef {import("./days.js").Day} Day
 */

/**
 * "If it is Tuesday at seven, then I rewrite three lines." When the reader gave only a day, the
 * day is the moment; when they wrote a sentence ("I hear myself ramble"), that is the condition.
 *
 * @param {Item} item
 */
export function stepSentence({ when, action, day, time, weekly }) {
  const what = tidy(action);
  const moment = tidy(when) || (day && momentInWords(day, time, weekly));
  if (!moment) return say("step_only", { action: what });
  const first = moment.split(/[\s\u2019']/, 1)[0]?.toLowerCase() ?? "";
  const isSentence = say("step_subjects").split(" ").includes(first);
  return say(isSentence ? "step_sentence_if" : "step_sentence", { when: moment, action: what });
}

/**
 * "Tuesday 24 November at 19:00", or, of what comes back every week, "Tuesday at 19:00"
 *
 * @param {Day} day
 * @param {string} time
 * @param {boolean} [weekly]
 */
export function momentInWords(day, time, weekly = false) {
  const date = weekly ? dayInWords(day, "day_of_week") : longDay(day);
  return time ? say("day_at", { day: date, time }) : date;
}

/** @param {Day} day */
export const longDay = (day) => dayInWords(day, "day_long");

/**
 * What a step's sentence does not say: "19:00, every week, done twice".
 *
 * @param {Entry} entry
 * @param {{ hasDay: boolean, timesDone: number }} options  hasDay: the day stands beside it anyway
 */
export function stepFacts({ item, day }, { hasDay, timesDone }) {
  const { when, time, weekly } = item;
  const facts = [
    !tidy(when) ? "" : day && !hasDay ? momentInWords(day, time) : time,
    weekly && day ? say("step_every_week") : "",
    weekly && timesDone > 0 ? sayCount("step_times_done", timesDone) : "",
  ];
  return facts.filter(Boolean).join(", ");
}

/** @param {string} typed */
const tidy = (typed) => cleanText(typed).replace(/[.,;]+$/, "");
