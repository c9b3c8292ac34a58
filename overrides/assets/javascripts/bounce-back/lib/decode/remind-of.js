/** Below what a message says: a reminder to answer it, or to ask, once some time has passed. */

import { makeReminder } from "../reminders.js";
import { announce } from "../status.js";
import { say } from "../strings.js";

/** @type {WeakMap<Element, () => void>} */
const made = new WeakMap();

/**
 * Make the reminder of a place in the way that the reader chose, or undo it. It names the page that
 * helps, and nothing of the message.
 *
 * @param {Element} place
 * @param {string} action
 */
export async function onRemind(place, action) {
  if (action === "undo") {
    made.get(place)?.();
    return announce(place, say("undone"));
  }
  const section = place.closest("section");
  const link = section?.querySelector("[data-remind-of]");
  if (!(link instanceof HTMLAnchorElement)) throw new Error("There is nothing to be reminded of.");
  const title = section?.querySelector("[data-fill=answer]")?.textContent || link.textContent || "";
  const what = { when: place.getAttribute("data-remind") ?? "", title, url: link.href };
  const { undo, words = "" } = await makeReminder(what, action);
  if (undo) made.set(place, undo);
  announce(place, say(words), undo && ["undo"]);
}
