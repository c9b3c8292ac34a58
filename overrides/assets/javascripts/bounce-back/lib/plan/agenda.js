/** Steps by date: what is left from before, the next seven days, and what comes after. */

import { addDays, daysBetween } from "./days.js";
import { tickName } from "./items.js";

/**
 * @typedef {import("./days.js").Day} Day
 * @typedef {import("./items.js").Item} Item
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {Item} item
 * @property {Day | ""} day  the next one, when it comes back every week
 * @property {boolean} isDone
 *
 * @typedef {object} Agenda
 * @property {Entry[]} earlier  not done on its day
 * @property {{ day: Day, entries: Entry[] }[]} week  today and the six days after it
 * @property {Entry[]} later
 * @property {Entry[]} undated
 * @property {Entry[]} finished  done, and out of the way
 */

/** Days that are shown one by one. */
const WEEK = 7;

/**
 * @param {ReadonlyMap<string, Item>} steps
 * @param {ReadonlyMap<string, boolean>} ticks
 * @param {Day} now
 * @returns {Agenda}
 */
export function agenda(steps, ticks, now) {
  const entries = [...steps].map(([id, item]) => {
    const day = nextDay(item, now);
    return { id, item, day, isDone: ticks.get(tickName(id, item, day)) === true };
  });
  entries.sort((one, other) => compare(sortKey(one), sortKey(other)));
  const where = (/** @type {(entry: Entry, ahead: number) => boolean} */ test) =>
    entries.filter((entry) => test(entry, entry.day ? daysBetween(now, entry.day) : NaN));
  return {
    earlier: where((entry, ahead) => ahead < 0 && !entry.isDone),
    week: Array.from({ length: WEEK }, (_, ahead) => ({
      day: addDays(now, ahead),
      entries: where((_, its) => its === ahead),
    })),
    later: where((_, ahead) => ahead >= WEEK),
    undated: where((entry) => !entry.day && !entry.isDone),
    finished: where((entry, ahead) => entry.isDone && !(ahead >= 0)),
  };
}

/**
 * @param {Item} item
 * @param {Day} now
 * @returns {Day | ""}
 */
export function nextDay({ day, weekly }, now) {
  if (!day || !weekly || day >= now) return day;
  return addDays(day, Math.ceil(daysBetween(day, now) / 7) * 7);
}

/** @param {Entry} entry */
const sortKey = ({ day, item }) => `${day} ${item.time}`;

/**
 * @param {string} one
 * @param {string} other
 */
const compare = (one, other) => Number(one > other) - Number(one < other);
