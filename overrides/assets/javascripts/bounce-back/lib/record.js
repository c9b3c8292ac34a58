/**
 * What one record in storage looks like, and how two of them become one. No I/O here: storage.js
 * reads and writes, and an import of a file goes through the same functions.
 *
 *     {"schema": 1, "entries": {"wait-an-hour": {"value": true, "at": 1795420800000}}}
 *
 * `at` says which change of an entry is the newest. It starts as milliseconds since 1970 and is
 * always greater than the one before, so that a clock that goes back does not undo a change.
 * An entry without a value is a tombstone: it was removed, and an older value must not return.
 */

export const SCHEMA = 1;

/** The last millisecond a Date can hold; leaves room to count up from any stamp we accept. */
const LATEST = 8.64e15;

/**
 * @typedef {{ value?: unknown, at: number }} Entry
 * @typedef {Map<string, Entry>} Entries  a Map, because a name may be `__proto__`
 * @typedef {{ verdict: "good" | "damaged" | "newer", entries: Entries }} Reading
 */

/**
 * Read a record that anything may have written. Of a damaged one, `entries` holds what is sound;
 * of one with a newer schema it is empty.
 *
 * @param {string} raw
 * @param {(value: unknown) => boolean} isValue
 * @returns {Reading}
 */
export function parseRecord(raw, isValue) {
  const record = parseJson(raw);
  if (!isObject(record) || !isCount(record.schema) || record.schema < 1) return reading("damaged");
  if (record.schema > SCHEMA) return reading("newer");
  if (!isObject(record.entries)) return reading("damaged");

  /** @type {Entries} */
  const entries = new Map();
  const named = Object.entries(record.entries);
  for (const [name, entry] of named) if (isEntry(entry, isValue)) entries.set(name, entry);
  return reading(entries.size === named.length ? "good" : "damaged", entries);
}

/**
 * @param {Entries} entries
 * @returns {string}
 */
export function formatRecord(entries) {
  return JSON.stringify({ schema: SCHEMA, entries: Object.fromEntries(entries) });
}

/**
 * Every entry of both, the newest of each. The order of the arguments does not matter, so any
 * number of tabs arrive at the same record.
 *
 * @param {Entries} one
 * @param {Entries} other
 * @returns {Entries}
 */
export function mergeEntries(one, other) {
  const merged = new Map(one);
  for (const [name, entry] of other) {
    if (isNewer(entry, merged.get(name))) merged.set(name, entry);
  }
  return merged;
}

/**
 * @param {Entry} entry
 * @param {Entry} [than]
 */
export function isNewer(entry, than) {
  if (than === undefined || entry.at !== than.at) return than === undefined || entry.at > than.at;
  return sortKey(entry) > sortKey(than);
}

/** @param {Entry} entry */
function sortKey(entry) {
  return JSON.stringify(entry.value) ?? "";
}

/**
 * @param {Reading["verdict"]} verdict
 * @param {Entries} entries
 * @returns {Reading}
 */
function reading(verdict, entries = new Map()) {
  return { verdict, entries };
}

/**
 * @param {string} raw
 * @returns {unknown}
 */
function parseJson(raw) {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} entry
 * @param {(value: unknown) => boolean} isValue
 * @returns {entry is Entry}
 */
function isEntry(entry, isValue) {
  if (!isObject(entry) || !isCount(entry.at) || entry.at > LATEST) return false;
  return !Object.hasOwn(entry, "value") || isValue(entry.value);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isCount(value) {
  return Number.isInteger(value) && Number(value) >= 0;
}
