/**
 * Days of the calendar as `2026-11-24`, and times of day as `19:00`: what a date and a time field
 * give. A day has no zone and no summer time, so it is counted in UTC, where every day is as long.
 */

import { say } from "../strings.js";

/**
 * @typedef {string} Day  `2026-11-24`
 * @typedef {string} Time  `19:00`
 */

const DAY_LENGTH = 86_400_000; // milliseconds

/**
 * Whether it is a day that there is, in a year of four figures.
 * @param {unknown} text
 */
export function isDay(text) {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && formatDay(time) === text;
}

/** @param {unknown} text */
export const isTime = (text) => typeof text === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/**
 * The day it is now, where the reader is.
 * @param {Date} [now]
 * @returns {Day}
 */
export function today(now = new Date()) {
  return formatDay(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

/**
 * @param {Day} day
 * @param {number} count
 * @returns {Day}
 */
export const addDays = (day, count) => formatDay(Date.parse(day) + count * DAY_LENGTH);

/**
 * @param {Day} from
 * @param {Day} to
 * @returns {number} days, negative when `to` is earlier
 */
export const daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY_LENGTH;

/**
 * The same day some months later; the last of that month when it is shorter.
 *
 * @param {Day} day
 * @param {number} count
 * @returns {Day}
 */
export function addMonths(day, count) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return formatDay(Date.UTC(year, month - 1 + count, Math.min(date, last)));
}

/**
 * A day in words. They are the page's: to get at those of the browser took a slow phone longer than
 * all else that it does to show a plan.
 *
 * @param {Day} day
 * @param {"day_of_week" | "day_long" | "day_full"} form
 */
export function dayInWords(day, form) {
  const time = new Date(day);
  return say(form, {
    weekday: say("weekdays").split(" ")[time.getUTCDay()] ?? "",
    date: time.getUTCDate(),
    month: say("months").split(" ")[time.getUTCMonth()] ?? "",
    year: time.getUTCFullYear(),
  });
}

/** @param {number} time */
const formatDay = (time) => new Date(time).toISOString().slice(0, 10);
