/** The text of a message that somebody got: kept only where the reader ticks that, until they untick it. */

import { announce, showTrouble } from "./status.js";
import { openKept } from "./storage.js";
import { say } from "./strings.js";
import { isText } from "./values.js";

const NAME = "text";
/** Characters that are read and kept, and no more. */
export const MOST = 40_000;

const openMessage = () => openKept("message", "site", isText);

/** What is kept of it; nothing when nothing is. */
export const keptMessage = () => openMessage().get(NAME);

/** @returns {() => void} puts it back */
export function eraseMessage() {
  const kept = openMessage();
  const before = kept.get(NAME);
  kept.set(NAME, undefined);
  kept.sync();
  return () => {
    kept.set(NAME, before);
    kept.sync();
  };
}

/**
 * Keep what is in the box for as long as the tick is there.
 *
 * @param {Element} host
 * @param {AbortSignal} signal
 * @returns {() => void} shows what is kept
 */
export function connectKeeping(host, signal) {
  const area = host.querySelector("textarea");
  const tick = host.querySelector(".paste__keep input");
  if (!area || !(tick instanceof HTMLInputElement)) throw new Error("This box has no text to keep.");
  const kept = openMessage();
  const keep = () => kept.set(NAME, (tick.checked && area.value.slice(0, MOST)) || undefined);
  const show = () => {
    const text = kept.get(NAME);
    if (text === undefined) return;
    tick.checked = true;
    // Not under the reader's hands.
    if (!area.matches(":focus")) area.value = text;
  };
  const onTick = () => {
    const wasKept = kept.get(NAME) !== undefined;
    keep();
    kept.sync();
    const isKept = kept.get(NAME) !== undefined && !kept.trouble;
    announce(host, isKept ? say("kept") : wasKept && !tick.checked ? say("paste_forgotten") : "");
  };
  showTrouble(host, kept, signal);
  tick.addEventListener("change", onTick, { signal });
  area.addEventListener("input", () => tick.checked && keep(), { signal });
  // Another tab may have kept another text, or erased this one.
  kept.onChange(() => (kept.get(NAME) === undefined && area.value ? (tick.checked = false) : show()), signal);
  return show;
}
