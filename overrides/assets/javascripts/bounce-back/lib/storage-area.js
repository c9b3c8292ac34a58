/** Where records lie, and the ways in which a browser withholds it. */

/** What the key of everything that this site keeps begins with. */
export const PREFIX = "bounceback:";

/**
 * What is wrong with keeping, as far as the reader need know; empty when nothing is.
 * @typedef {"" | "refused" | "full" | "newer" | "set_aside"} Trouble
 */

/** Throws when the reader blocks storage, or in a web view that has none. */
export function storageArea() {
  const area = window.localStorage;
  if (!area) throw new Error("This browser has no localStorage.");
  return area;
}

/**
 * @param {unknown} error  thrown by reading or writing
 * @returns {Trouble}
 */
export function troubleOf(error) {
  const isFull = error instanceof DOMException && /quota/i.test(error.name);
  return isFull ? "full" : "refused";
}

/** The keys under which this site keeps anything; none when storage is refused. */
export function storedKeys() {
  try {
    return Object.keys(storageArea()).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}
