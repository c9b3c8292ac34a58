/**
 * What is kept of a page's checklists: one record, `bounceback:checklist:<page>`, with a boolean
 * for each item that was ever touched. `wait-an-hour` says whether it is ticked;
 * `not-for-me:wait-an-hour`, a name that no item can have, whether the reader left it out. An
 * older page that meets such a record finds it sound, keeps what it does not know, and goes on.
 */

import { openKept } from "./storage.js";
import { isTick } from "./values.js";

/** @typedef {import("./kept.js").Kept<boolean>} Ticks */

/**
 * @param {string} page  as in `data-page`: `checklists/first-ten-minutes/`
 * @returns {Ticks}
 */
export const openTicks = (page) => openKept("checklist", page, isTick);

const outName = (/** @type {string} */ item) => `not-for-me:${item}`;

/**
 * @param {Ticks} ticks
 * @param {string} item
 */
export const isLeftOut = (ticks, item) => ticks.get(outName(item)) ?? false;

/**
 * An item that is left out is not done, but its tick is there when the reader takes it back.
 *
 * @param {Ticks} ticks
 * @param {string} item
 */
export const isDone = (ticks, item) => !isLeftOut(ticks, item) && (ticks.get(item) ?? false);

/**
 * @param {Ticks} ticks
 * @param {string} item
 * @param {boolean} isOut
 */
export function leaveOut(ticks, item, isOut) {
  ticks.set(outName(item), isOut);
  ticks.sync();
}

/**
 * How far the reader is. What they left out does not count.
 *
 * @param {Ticks} ticks
 * @param {readonly string[]} items
 * @returns {{ done: number, count: number, out: number }}
 */
export function countTicks(ticks, items) {
  const out = items.filter((item) => isLeftOut(ticks, item)).length;
  const done = items.filter((item) => isDone(ticks, item)).length;
  return { done, count: items.length - out, out };
}

/**
 * Forget every tick of these items, and that any was left out.
 *
 * @param {Ticks} ticks
 * @param {readonly string[]} items
 * @returns {(() => void) | undefined} puts it all back; nothing when there was nothing to forget
 */
export function clearTicks(ticks, items) {
  const names = items.flatMap((item) => [item, outName(item)]);
  const before = names.flatMap((name) => {
    const value = ticks.get(name);
    return value === true ? [/** @type {const} */ ([name, value])] : [];
  });
  if (before.length === 0) return undefined;
  for (const [name] of before) ticks.set(name, undefined);
  ticks.sync();
  return () => {
    // What the reader did since is newer.
    for (const [name, value] of before) if (ticks.get(name) === undefined) ticks.set(name, value);
    ticks.sync();
  };
}

/**
 * Bring over what was kept of an item under its old name. The old entries stay, for an older copy
 * of the page that may still be open and for the export.
 *
 * @param {Ticks} ticks
 * @param {string} was  `old-id`, or `checklists/old-list/old-id` when that was on another page
 * @param {string} item
 * @returns {Ticks} the record in which the old name was looked for
 */
export function carryTick(ticks, was, item) {
  const [, page, old = was] = was.match(/^(.+\/)(.+)$/) ?? [];
  const from = page ? openTicks(page) : ticks;
  ticks.carry(old, item, from);
  ticks.carry(outName(old), outName(item), from);
  return from;
}
