/**
 * Everything the site keeps, and the promises about it: two tabs lose nothing, what cannot be
 * read is set aside and not overwritten, what a newer version wrote is left alone, and when the
 * browser keeps nothing the page works on and is told. kept.js keeps the promises for one record;
 * here the records meet the browser.
 */

import { Kept } from "./kept.js";
import { PREFIX, storedKeys } from "./storage-area.js";

/** @type {Map<string, Kept<any>>} */
const records = new Map();

/**
 * The record of one kind for one page, or for the whole site. Whoever opens the same record gets
 * the same object, so the parts of a page see each other's changes.
 *
 * @template T
 * @param {string} kind
 * @param {string} id
 * @param {(value: unknown) => value is T} isValue
 * @returns {Kept<T>}
 */
export function openKept(kind, id, isValue) {
  const key = `${PREFIX}${kind}:${id}`;
  const kept = records.get(key) ?? new Kept(key, isValue);
  records.set(key, kept);
  kept.sync();
  return kept;
}

/**
 * Every record of a kind by its id, also those that so far are only in the memory of this page.
 *
 * @template T
 * @param {string} kind
 * @param {(value: unknown) => value is T} isValue
 * @returns {Map<string, Kept<T>>}
 */
export function openAll(kind, isValue) {
  const start = `${PREFIX}${kind}:`;
  const keys = new Set([...storedKeys(), ...records.keys()]);
  const ids = [...keys].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  return new Map(ids.sort().map((id) => [id, openKept(kind, id, isValue)]));
}

/** @param {(kept: Kept<any>) => void} action */
function forAll(action) {
  for (const kept of records.values()) action(kept);
}

/** Write everything that is not written yet. */
export const flushAll = () => forAll((kept) => kept.flush());

/** Read everything anew, after storage was changed by other means than its records. */
export const forgetAll = () => forAll((kept) => kept.sync({ isErased: true }));

window.addEventListener("storage", ({ key, newValue }) => {
  const isErased = newValue === null;
  if (key === null) forAll((kept) => kept.sync({ isErased }));
  else records.get(key)?.sync({ isErased });
});
window.addEventListener("pagehide", () => forAll((kept) => kept.flush()));
document.addEventListener("visibilitychange", () => forAll((kept) => kept.flush()));
window.addEventListener("pageshow", ({ persisted }) => {
  // A page that lay in the back/forward cache heard nothing of what other tabs did meanwhile.
  if (persisted) forAll((kept) => kept.sync({ isErased: true }));
});
