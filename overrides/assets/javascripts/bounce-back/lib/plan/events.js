/** Steps as what a calendar takes. */

import { pageAddress } from "../page.js";
import { nextDay } from "./agenda.js";
import { today } from "./days.js";
import { isStep } from "./items.js";
import { stepSentence } from "./words.js";

/**
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./ics.js").CalendarEvent} CalendarEvent
 */

/**
 * @param {string} id
 * @param {Item} item  with a day
 * @returns {CalendarEvent}
 */
export function stepEvent(id, item) {
  const { time, weekly, text } = item;
  const url = pageAddress("plan/");
  const day = nextDay(item, today()) || today();
  return { uid: `${id}@${new URL(url).hostname}`, title: stepSentence(item), text, url, day, time, weekly };
}

/**
 * Every step that has a day and is still to be taken.
 *
 * @param {ReadonlyMap<string, Item>} items
 * @param {ReadonlyMap<string, boolean>} ticks
 */
export function stepEvents(items, ticks) {
  const open = [...items].filter(([id, item]) => isStep(item) && item.day && !ticks.get(id));
  return open.map(([id, item]) => stepEvent(id, item));
}
