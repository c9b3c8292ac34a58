/**
 * Everything that is kept as one file, and such a file as changes to what is kept. No I/O here:
 * what lies in storage comes in as a Map of keys without the site's prefix, and goes out as one.
 *
 *     {"format": "bounce-back", "version": 1, "exported": "2026-11-23T10:00:00.000Z",
 *      "records": {"checklist:checklists/...": {"schema": 1, "entries": {...}}},
 *      "raw": {"theme:scheme": "\"dark\""}}
 *
 * `records` are those that this version understands. `raw` is the rest as it lay there: what was set
 * aside, what a newer version wrote, light or dark. overrides/assets/plan-file.schema.json says it
 * in full.
 */

import { KINDS } from "../kinds.js";
import { formatRecord, mergeEntries, parseRecord } from "../record.js";

export const FORMAT = "bounce-back";
export const VERSION = 1;

/** A browser keeps five million characters; a file of more octets than this is none of ours. */
export const LARGEST_FILE = 16_000_000;
/** More than anybody ticks and writes, and what a page can still show. */
const MOST_ENTRIES = 5000;
/** Milliseconds by which a clock may have been ahead. */
const CLOCK_ERROR = 10 * 366 * 86_400_000;

/**
 * @typedef {import("../record.js").Entries} Entries
 * @typedef {"empty" | "not_json" | "not_ours" | "newer" | "too_many"} Fault
 *
 * @typedef {object} Contents
 * @property {Map<string, Entries>} records
 * @property {Map<string, string>} raw
 * @property {number} unsound  parts that are not as they should be, and are left out
 *
 * @typedef {object} Changes
 * @property {Map<string, string>} writes  what to write, by key
 * @property {number} added
 * @property {number} changed  because the file has a later state
 * @property {number} kept  as it is here, because that is later
 * @property {number} unsound
 */

/**
 * @param {ReadonlyMap<string, string>} stored
 * @param {Date} now
 */
export function formatExport(stored, now) {
  /** @type {[string, unknown][]} */
  const records = [];
  /** @type {[string, string][]} */
  const raw = [];
  for (const [key, text] of [...stored].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const { verdict, entries } = readRecord(key, text);
    const isExact = verdict === "good" && formatRecord(entries) === text;
    if (isExact) records.push([key, JSON.parse(text)]);
    else raw.push([key, text]);
  }
  const file = {
    format: FORMAT,
    version: VERSION,
    exported: now.toISOString(),
    records: Object.fromEntries(records),
    raw: Object.fromEntries(raw),
  };
  return JSON.stringify(file, null, 1);
}

/**
 * Read a file that anything may have written.
 *
 * @param {string} text
 * @param {number} [now]  milliseconds since 1970
 * @returns {Contents | Fault}
 */
export function readExport(text, now = Date.now()) {
  if (text.trim() === "") return "empty";
  const file = parseJson(text);
  if (file === undefined) return "not_json";
  if (!isObject(file) || file.format !== FORMAT || !Number.isInteger(file.version)) return "not_ours";
  if (Number(file.version) > VERSION) return "newer";
  if (!isObject(file.records) || !isObject(file.raw ?? {})) return "not_ours";

  /** @type {Contents} */
  const contents = { records: new Map(), raw: new Map(), unsound: 0 };
  let count = 0;
  for (const [key, record] of Object.entries(file.records)) {
    count += isObject(record) ? Object.keys(Object(record.entries)).length : 1;
    if (count > MOST_ENTRIES) return "too_many";
    readPart(contents, key, record, now);
  }
  for (const [key, raw] of Object.entries(Object(file.raw))) {
    if (typeof raw === "string" && isKey(key)) contents.raw.set(key, raw);
    else contents.unsound += 1;
  }
  return contents.raw.size > MOST_ENTRIES ? "too_many" : contents;
}

/**
 * @param {Contents} contents
 * @param {string} key
 * @param {unknown} record
 * @param {number} now
 */
function readPart(contents, key, record, now) {
  const total = isObject(record) ? Object.keys(Object(record.entries)).length : 1;
  const { verdict, entries } = readRecord(key, JSON.stringify(record));
  const sound = new Map([...entries].filter(([, { at }]) => at <= now + CLOCK_ERROR));
  if (verdict === "newer" || !isKey(key)) contents.unsound += 1;
  else {
    contents.unsound += Math.max(total - sound.size, Number(verdict !== "good" && total === 0));
    if (sound.size > 0 || verdict === "good") contents.records.set(key, sound);
  }
}

/**
 * What an import changes: the later state of each thing wins, here or in the file.
 *
 * @param {Contents} contents
 * @param {ReadonlyMap<string, string>} stored
 * @returns {Changes}
 */
export function planImport({ records, raw, unsound }, stored) {
  /** @type {Changes} */
  const changes = { writes: new Map(), added: 0, changed: 0, kept: 0, unsound };
  for (const [key, entries] of records) {
    const text = stored.get(key);
    const here = text === undefined ? undefined : readRecord(key, text);
    // What a newer version or a fault left here is not written over.
    if (here && here.verdict !== "good") changes.kept += 1;
    else mergeRecord(changes, key, here?.entries, entries);
  }
  for (const [key, text] of raw) {
    if (!stored.has(key) && !changes.writes.has(key)) {
      changes.writes.set(key, text);
      changes.added += 1;
    } else changes.kept += Number(stored.get(key) !== text);
  }
  return changes;
}

/**
 * @param {Changes} changes
 * @param {string} key
 * @param {Entries | undefined} here  nothing when there is no such record yet
 * @param {Entries} entries
 */
function mergeRecord(changes, key, here, entries) {
  const merged = mergeEntries(here ?? new Map(), entries);
  for (const [name, { value }] of entries) {
    const [before, after] = [here?.get(name)?.value, merged.get(name)?.value].map((one) => JSON.stringify(one));
    if (before !== after) changes[before === undefined ? "added" : "changed"] += 1;
    else if (JSON.stringify(value) !== after) changes.kept += 1;
  }
  const text = formatRecord(merged);
  if (!here || text !== formatRecord(here)) changes.writes.set(key, text);
}

/**
 * The kind of a record is what its key begins with.
 *
 * @param {string} key
 * @param {string} text
 * @returns {import("../record.js").Reading}
 */
function readRecord(key, text) {
  const isValue = KINDS.get(key.slice(0, key.indexOf(":")));
  return isValue ? parseRecord(text, isValue) : { verdict: "damaged", entries: new Map() };
}

/** @param {string} key */
const isKey = (key) => /^[a-z]+:/.test(key) && key.length <= 500;

/**
 * @param {string} text
 * @returns {unknown}
 */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
