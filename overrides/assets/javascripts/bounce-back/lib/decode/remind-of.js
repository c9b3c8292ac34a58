/** Below what a message says: a reminder to answer it, or to ask, once some time has passed. */

import { announce } from "../status.js";
import { say } from "../strings.js";

/**
 * @param {Element} host
 * @param {AbortSignal} signal
 */
export function connectReminders(host, signal) {
  /** @type {(() => void) | undefined} */
  let undo;
  const onClick = async (/** @type {Event} */ { target }) => {
    const button = target instanceof Element && target.closest("[data-remind] [data-action]");
    const place = button && button.closest("[data-remind]");
    if (!place) return;
    const action = button.getAttribute("data-action") ?? "";
    if (action === "undo") {
      undo?.();
      return announce(place, say("undone"));
    }
    try {
      const outcome = await remindOf(place, action);
      undo = outcome.undo;
      announce(place, say(outcome.words ?? ""), undo && ["undo"]);
    } catch (error) {
      announce(place, say("paste_not_loaded"));
      console.error(error);
    }
  };
  host.addEventListener("click", onClick, { signal });
}

/**
 * The reminder names the page that helps, and nothing of the message.
 *
 * @param {Element} place
 * @param {string} way
 */
async function remindOf(place, way) {
  const { makeReminder } = await import("../reminders.js");
  const section = place.closest("section");
  const link = section?.querySelector("[data-remind-of]");
  if (!(link instanceof HTMLAnchorElement)) throw new Error("There is nothing to be reminded of.");
  const title = section?.querySelector("[data-fill=answer]")?.textContent || link.textContent || "";
  return makeReminder({ when: place.getAttribute("data-remind") ?? "", title, url: link.href }, way);
}
