/** Steps as a calendar file (RFC 5545) that any calendar can take in. */

import { cleanText } from "../text.js";
import { addDays } from "./days.js";
import { zoneLines, zoneName } from "./timezone.js";

/**
 * @typedef {object} CalendarEvent
 * @property {string} uid  the same for the same step, so that taking it in again changes it
 * @property {string} title
 * @property {string} text
 * @property {string} url
 * @property {import("./days.js").Day} day
 * @property {import("./days.js").Time | ""} time  without one, it is for the whole day
 * @property {boolean} weekly
 */

/** How long a step with a time takes in the calendar. */
export const MINUTES = 30;
/** When a step without a time is brought to mind: at nine. */
const MORNING = "PT9H";
const LONGEST_LINE = 75; // octets

/**
 * @param {readonly CalendarEvent[]} events
 * @param {Date} [now]
 */
export function icsFile(events, now = new Date()) {
  const years = events.filter(({ time }) => time).map(({ day }) => Number(day.slice(0, 4)));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Bounce Back//Plan//EN",
    "CALSCALE:GREGORIAN",
    ...(years.length > 0 ? zoneLines(Math.min(...years)) : []),
    ...events.flatMap((event) => eventLines(event, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/**
 * @param {CalendarEvent} event
 * @param {Date} now
 */
function eventLines({ uid, title, text, url, day, time, weekly }, now) {
  const summary = escapeText(title);
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`,
    ...(time ? timedLines(day, time) : dayLines(day)),
    ...(weekly ? ["RRULE:FREQ=WEEKLY"] : []),
    `SUMMARY:${summary}`,
    ...(text ? [`DESCRIPTION:${escapeText(text)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${summary}`,
    `TRIGGER:${time ? "PT0S" : MORNING}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/**
 * @param {string} day
 * @param {string} time
 */
const timedLines = (day, time) => [
  `DTSTART;TZID=${zoneName()}:${basic(day)}T${basic(time)}00`,
  `DURATION:PT${MINUTES}M`,
];

/** @param {string} day */
const dayLines = (day) => [
  `DTSTART;VALUE=DATE:${basic(day)}`,
  `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
  "TRANSP:TRANSPARENT",
];

/** @param {string} text */
const basic = (text) => text.replace(/[-:]/g, "");

/** @param {string} text */
function escapeText(text) {
  return cleanText(text, true).replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/**
 * Break a line so that no part of it is too long, and no character is cut.
 * @param {string} line
 */
function fold(line) {
  const parts = [""];
  let room = LONGEST_LINE;
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (size > room) {
      parts.push("");
      // The space that marks a line as continued counts too.
      room = LONGEST_LINE - 1;
    }
    parts[parts.length - 1] += char;
    room -= size;
  }
  return parts.join("\r\n ");
}
