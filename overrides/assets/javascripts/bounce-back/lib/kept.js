/**
 * One record of localStorage, `bounceback:<kind>:<id>`. It is held in memory and synchronised:
 * read what is there, merge, write what is newer. A page that cannot write has the memory to work
 * with, and `trouble` to tell the reader.
 */

import { formatRecord, isNewer, mergeEntries, parseRecord } from "./record.js";
import { storageArea, troubleOf } from "./storage-area.js";

/** At most this many milliseconds of typing are lost when the browser is killed. */
const DELAY = 300;

/**
 * @typedef {import("./record.js").Entries} Entries
 * @typedef {import("./storage-area.js").Trouble} Trouble
 */

/** @template T */
export class Kept extends EventTarget {
  /** @type {Entries} */
  #entries = new Map();
  /** @type {Set<string>} */
  #unsaved = new Set();
  #timer = 0;
  /** @type {Trouble} */
  #trouble = "";
  #isSetAside = false;
  #isValue;

  /**
   * @param {string} key
   * @param {(value: unknown) => value is T} isValue
   */
  constructor(key, isValue) {
    super();
    this.key = key;
    this.#isValue = isValue;
  }

  /** @returns {Trouble} */
  get trouble() {
    return this.#trouble || (this.#isSetAside ? "set_aside" : "");
  }

  /**
   * @param {string} name
   * @returns {T | undefined}
   */
  get(name) {
    return /** @type {T | undefined} */ (this.#entries.get(name)?.value);
  }

  /** The names under which something is kept now. */
  names = () => [...this.#entries.keys()].filter((name) => this.get(name) !== undefined);

  /**
   * Whether anything was ever kept under this name, even if it was removed since.
   * @param {string} name
   */
  knows(name) {
    return this.#entries.has(name);
  }

  /**
   * Change an entry; no value removes it. Written within DELAY, or at once by `sync()`.
   *
   * @param {string} name
   * @param {T} [value]
   */
  set(name, value) {
    const entry = this.#entries.get(name);
    if (entry?.value === value) return;
    const at = Math.max(Date.now(), (entry?.at ?? 0) + 1);
    this.#change(name, value === undefined ? { at } : { value, at });
    this.#timer ||= window.setTimeout(() => this.sync(), DELAY);
  }

  /**
   * Bring an entry over from the name it had before, in this record or in another. The old one
   * stays, for an older copy of the page that may still be open and for the export.
   *
   * @param {string} from
   * @param {string} to
   * @param {Kept<T>} [record]  where the old name is
   */
  carry(from, to, record = this) {
    const entry = record.#entries.get(from);
    if (!entry || !isNewer(entry, this.#entries.get(to))) return;
    this.#change(to, entry);
    this.sync();
  }

  /**
   * Read, merge, write. Called often and cheap when nothing is new.
   * @param {{ isErased?: boolean }} [what]  isErased: what was saved before may be gone for good
   */
  sync({ isErased = false } = {}) {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    const trouble = this.trouble;
    if (isErased) this.#forgetSaved();
    const stored = this.#read();
    if (stored) this.#meet(stored);
    if (this.trouble !== trouble) this.dispatchEvent(new Event("trouble"));
  }

  /** Write what is not written yet. Nothing else, for it also runs when a page is put to sleep. */
  flush() {
    if (this.#unsaved.size > 0) this.sync();
  }

  /**
   * Hear of every changed name, whether this page or another tab changed it.
   * @param {(name: string) => void} listener
   * @param {AbortSignal} signal
   */
  onChange(listener, signal) {
    const hear = (/** @type {Event} */ event) => {
      if (event instanceof CustomEvent) listener(event.detail);
    };
    this.addEventListener("change", hear, { signal });
  }

  /** @param {Entries} stored */
  #meet(stored) {
    const before = this.#entries;
    // What is the same stays the same object: a value that was only read again is no change.
    this.#entries = mergeEntries(before, stored);
    this.#trouble = "";
    const isBehind = [...this.#entries].some(([name, entry]) => isNewer(entry, stored.get(name)));
    if (isBehind) this.#write();
    else this.#unsaved.clear();
    for (const [name, entry] of this.#entries) {
      if (entry.value !== before.get(name)?.value) this.#tell(name);
    }
  }

  /** @returns {Entries | undefined} nothing when there is trouble */
  #read() {
    try {
      const raw = storageArea().getItem(this.key);
      // Erased, here or in another tab. Only what was changed since may come back.
      if (raw === null) return this.#forgetSaved();
      const { verdict, entries } = parseRecord(raw, this.#isValue);
      if (verdict === "good") return entries;
      if (verdict === "damaged") return this.#setAside(raw, entries);
      this.#trouble = "newer";
    } catch (error) {
      this.#trouble = troubleOf(error);
    }
    return undefined;
  }

  #write() {
    try {
      storageArea().setItem(this.key, formatRecord(this.#entries));
      this.#unsaved.clear();
      this.dispatchEvent(new Event("saved"));
    } catch (error) {
      this.#trouble = troubleOf(error);
    }
  }

  /**
   * Move a damaged record out of the way, then go on with what was sound in it and what this
   * page knows. Throws, and leaves the record where it is, when there is no room.
   *
   * @param {string} raw
   * @param {Entries} sound
   */
  #setAside(raw, sound) {
    let stamp = Date.now();
    const asideKey = () => this.key.replace(":", `:aside:${stamp}:`);
    // The clock may have gone back to a moment at which something was set aside before.
    while (storageArea().getItem(asideKey()) !== null) stamp++;
    storageArea().setItem(asideKey(), raw);
    storageArea().removeItem(this.key);
    this.#isSetAside = true;
    for (const [name, entry] of mergeEntries(sound, this.#entries)) this.#change(name, entry);
    return new Map();
  }

  #forgetSaved() {
    for (const name of [...this.#entries.keys()].filter((name) => !this.#unsaved.has(name))) {
      this.#entries.delete(name);
      this.#tell(name);
    }
    return new Map();
  }

  /**
   * @param {string} name
   * @param {import("./record.js").Entry} entry
   */
  #change(name, entry) {
    this.#entries.set(name, entry);
    this.#unsaved.add(name);
    this.#tell(name);
  }

  /** @param {string} name */
  #tell(name) {
    this.dispatchEvent(new CustomEvent("change", { detail: name }));
  }
}
