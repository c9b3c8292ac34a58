/** A step as an address that opens it in a calendar site. */

import { addDays } from "./days.js";
import { MINUTES } from "./ics.js";
import { zoneName } from "./timezone.js";

/** @typedef {import("./ics.js").CalendarEvent} CalendarEvent */

/** @param {CalendarEvent} event */
export function googleLink({ title, text, url, day, time, weekly }) {
  const [from, to] = time
    ? localMoments(day, time).map(formatLocal)
    : [day, addDays(day, 1)].map((one) => one.replaceAll("-", ""));
  return address("https://calendar.google.com/calendar/render", {
    action: "TEMPLATE",
    text: title,
    dates: `${from}/${to}`,
    details: [text, url].filter(Boolean).join("\n\n"),
    // The times are those of the clock here, also when the calendar lives elsewhere.
    ...(time ? { ctz: zoneName() } : {}),
    ...(weekly ? { recur: "RRULE:FREQ=WEEKLY" } : {}),
  });
}

/**
 * It cannot say that something comes back every week.
 * @param {CalendarEvent} event
 */
export function outlookLink({ title, text, url, day, time }) {
  const [from, to] = time
    ? localMoments(day, time).map((moment) => moment.toISOString().slice(0, 19) + "Z")
    : [day, addDays(day, 1)];
  return address("https://outlook.live.com/calendar/0/deeplink/compose", {
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: title,
    startdt: from ?? "",
    enddt: to ?? "",
    body: [text, url].filter(Boolean).join("\n\n"),
    ...(time ? {} : { allday: "true" }),
  });
}

/**
 * Beginning and end.
 *
 * @param {string} day
 * @param {string} time
 */
function localMoments(day, time) {
  const start = new Date(`${day}T${time}:00`);
  return [start, new Date(start.getTime() + MINUTES * 60_000)];
}

/** @param {Date} date */
function formatLocal(date) {
  const pad = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(pad).join("");
  return `${day}T${[date.getHours(), date.getMinutes(), 0].map(pad).join("")}`;
}

/**
 * @param {string} base
 * @param {Record<string, string>} values
 */
const address = (base, values) => `${base}?${new URLSearchParams(values)}`;
