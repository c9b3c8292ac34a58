/** What reads the message in a box. The site publishes this module with those it needs as one file. */

import { connectBox } from "./box.js";
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
  const box = connectBox(host, makeRules(await answer.json()), signal);
  host.setAttribute("data-ready", "");
  return box;
}
