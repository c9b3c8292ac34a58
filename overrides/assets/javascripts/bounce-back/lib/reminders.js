/** A reminder to come back to an email: in a calendar, or as a step of the plan. */

import { openSite, saveFile } from "./files.js";
import { pageAddress, pageKey } from "./page.js";
import { googleLink, outlookLink } from "./plan/calendar-links.js";
import { addDays, addMonths, today } from "./plan/days.js";
import { icsFile } from "./plan/ics.js";
import { EMPTY_ITEM, newId } from "./plan/items.js";
import { openPlan } from "./plan/store.js";
import { say } from "./strings.js";

/**
 * @typedef {import("./plan/ics.js").CalendarEvent} CalendarEvent
 * @typedef {import("./commands.js").Outcome} Outcome
 */

/** In the morning, when most of what felt urgent at night has settled. */
const MORNING = "09:00";

/** @type {Record<string, (day: string) => string>} */
const DAYS = {
  answer: (day) => addDays(day, 1),
  nudge: (day) => addDays(day, 14),
  pending: (day) => addDays(day, 7),
  again: (day) => addMonths(day, 6),
};

/** @type {Record<string, (event: CalendarEvent, name: string) => Outcome>} */
const WAYS = {
  "remind-ics": (event, name) => {
    saveFile(icsFile([event]), "text/calendar;charset=utf-8", `${name}.ics`);
    return { words: "reminder_saved" };
  },
  "remind-google": (event) => (openSite(googleLink(event)), { words: "reminder_opened" }),
  "remind-outlook": (event) => (openSite(outlookLink(event)), { words: "reminder_opened" }),
  "remind-plan": planReminder,
};

/**
 * Of an email, on the day that is chosen below it.
 *
 * @param {Element} host  the composer
 * @param {string} way  the action of the button that was pressed
 * @returns {Outcome}
 */
export function remind(host, way) {
  const chosen = host.querySelector(".composer__remind input:checked");
  const when = chosen instanceof HTMLInputElement ? chosen.value : "answer";
  const title = document.querySelector("h1")?.textContent?.trim() ?? document.title;
  return makeReminder({ when, title, url: pageAddress(pageKey(host)) }, way);
}

/**
 * Nothing of what the reader wrote or got: a calendar may be shared with others.
 *
 * @param {{ when: string, title: string, url: string }} what  the title and address of a page
 * @param {string} way
 * @returns {Outcome}
 */
export function makeReminder({ when, title, url }, way) {
  const event = {
    uid: `${newId()}@${new URL(url).hostname}`,
    title: say(`reminder_${when}`, { email: title }),
    text: "",
    url,
    day: DAYS[when]?.(today()) ?? today(),
    time: MORNING,
    weekly: false,
  };
  return WAYS[way]?.(event, when) ?? {};
}

/**
 * @param {CalendarEvent} event
 * @returns {Outcome}
 */
function planReminder({ title, day, time }) {
  const { items } = openPlan();
  const id = newId();
  const action = title.charAt(0).toLowerCase() + title.slice(1);
  items.set(id, { ...EMPTY_ITEM, action, day, time });
  items.sync();
  const undo = () => {
    items.set(id, undefined);
    items.sync();
  };
  return { words: "reminder_planned", undo };
}
