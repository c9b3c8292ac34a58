/** What reads the message in a box. The site publishes this module with those it needs as one file. */

import { connectBox } from "./box.js";
import { decode } from "./decode.js";
import { makeRules } from "./rules.js";

/**
 * @typedef {{ read: () => void }} Box  read: what is in it now
 *
 * @param {Element} host
 * @param {AbortSignal} signal
 * @returns {Promise<Box>}
 */
export async function openBox(host, signal) {
  const answer = await fetch(new URL("../../../../../_data/decode.en.json", import.meta.url));
  const rules = makeRules(await answer.json());
  const box = connectBox(host, rules, signal);
  host.setAttribute("data-ready", "");
  // A browser is slow with code that it runs for the first time: let that be when nobody waits.
  (window.requestIdleCallback ?? window.setTimeout)(() => decode(host.textContent ?? "", rules));
  return box;
}
