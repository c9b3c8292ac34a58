/** Everything that is kept, out to a file, in from one, and away. */

import { PREFIX, storageArea, storedKeys } from "../storage-area.js";
import { flushAll, forgetAll } from "../storage.js";
import { LARGEST_FILE, formatExport, planImport, readExport } from "./transfer.js";

/**
 * @typedef {object} Imported
 * @property {string} fault  the key of what to say; empty when it went well
 * @property {import("./transfer.js").Changes} [changes]
 * @property {() => void} [undo]
 */

/** @returns {Map<string, string>} by key without the prefix; throws when storage is refused */
export function readAll() {
  flushAll();
  const area = storageArea();
  return new Map(storedKeys().map((key) => [key.slice(PREFIX.length), area.getItem(key) ?? ""]));
}

/** @param {Date} [now] */
export const exportText = (now = new Date()) => formatExport(readAll(), now);

/**
 * @param {Blob} file
 * @returns {Promise<Imported>}
 */
export async function importFile(file) {
  if (file.size > LARGEST_FILE) return { fault: "import_too_large" };
  const contents = readExport(await file.text());
  if (typeof contents === "string") return { fault: `import_${contents}` };
  const before = readAll();
  const changes = planImport(contents, before);
  if (!writeAll(changes.writes, before)) return { fault: "import_full" };
  forgetAll();
  return { fault: "", changes, undo: () => takeBack(changes.writes, before) };
}

/**
 * Write all of it or nothing.
 *
 * @param {ReadonlyMap<string, string>} writes
 * @param {ReadonlyMap<string, string>} before
 * @returns {boolean} whether there was room
 */
function writeAll(writes, before) {
  const area = storageArea();
  try {
    for (const [key, text] of writes) area.setItem(PREFIX + key, text);
    return true;
  } catch {
    // First what is new, so that there is room for what was there.
    for (const key of writes.keys()) area.removeItem(PREFIX + key);
    for (const [key, text] of before) if (writes.has(key)) area.setItem(PREFIX + key, text);
    return false;
  }
}

/**
 * Take an import back. A tab that is open elsewhere has taken it in already and would write it
 * again, so each thing goes back to what it was as a change of its own, later than the import.
 *
 * @param {ReadonlyMap<string, string>} writes
 * @param {ReadonlyMap<string, string>} before
 */
function takeBack(writes, before) {
  flushAll();
  const area = storageArea();
  for (const key of writes.keys()) {
    const now = area.getItem(PREFIX + key);
    const old = now === null ? undefined : revert(now, before.get(key));
    if (old === undefined) area.removeItem(PREFIX + key);
    else area.setItem(PREFIX + key, old);
  }
  forgetAll();
}

/**
 * @param {string} now  the record as it is
 * @param {string | undefined} before
 */
function revert(now, before) {
  const current = entriesOf(now);
  const old = before === undefined ? new Map() : entriesOf(before);
  if (!current || !old) return before;
  for (const [name, { at }] of current) {
    const was = old.get(name);
    const isSame = JSON.stringify(was) === JSON.stringify(current.get(name));
    if (!isSame) current.set(name, { ...(was && "value" in was ? { value: was.value } : {}), at: at + 1 });
  }
  return JSON.stringify({ ...JSON.parse(now), entries: Object.fromEntries(current) });
}

/**
 * @param {string} text
 * @returns {Map<string, import("../record.js").Entry> | undefined}
 */
function entriesOf(text) {
  try {
    const { entries } = JSON.parse(text);
    return entries && typeof entries === "object" ? new Map(Object.entries(entries)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Take away everything that this site keeps, here and in the other tabs.
 * @returns {number} how many things that were
 */
export function eraseAll() {
  const count = countAll();
  for (const key of storedKeys()) storageArea().removeItem(key);
  forgetAll();
  return count;
}

/** How many ticks, answers, steps and so on are kept. */
export function countAll() {
  return [...readAll()].reduce((sum, [key, text]) => {
    const entries = key.startsWith("theme:") ? undefined : entriesOf(text);
    const values = [...(entries?.values() ?? [])].filter((entry) => "value" in Object(entry));
    return sum + (entries ? values.length : 1);
  }, 0);
}
