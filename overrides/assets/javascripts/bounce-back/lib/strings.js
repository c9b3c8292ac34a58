/**
 * The words of the interface, which the page brings along as JSON: those of every page once, and
 * those of a part beside it, which come and go with the page.
 */

/** @type {Map<string, unknown>} */
let strings = new Map();

/**
 * @param {string} key
 * @param {Record<string, string | number>} values  what stands for each {name} in braces
 * @returns {string} the key itself when there are no such words, so that a gap is seen
 */
export function say(key, values = {}) {
  if (!strings.has(key)) strings = readStrings();
  const words = strings.get(key);
  if (typeof words !== "string") return key;
  return words.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/**
 * The form of the words that goes with a number: `done_one`, `done_other`, or what the language has.
 *
 * @param {string} key
 * @param {number} count
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function sayCount(key, count, values = {}) {
  const form = new Intl.PluralRules(pageLanguage()).select(count);
  const words = say(`${key}_${form}`, values);
  return words === `${key}_${form}` ? say(`${key}_other`, values) : words;
}

/**
 * "Role, Company and Your name"
 * @param {string[]} items
 */
export function sayList(items) {
  return new Intl.ListFormat(pageLanguage(), { type: "conjunction" }).format(items);
}

function pageLanguage() {
  return document.documentElement.lang || "en";
}

/** @returns {Map<string, unknown>} */
function readStrings() {
  const parts = [...document.querySelectorAll("[data-words]")];
  const texts = parts.map((part) => part.getAttribute("data-words") ?? "");
  return new Map([document.getElementById("strings")?.textContent ?? "", ...texts].flatMap(parse));
}

/** @param {string} text */
function parse(text) {
  try {
    return Object.entries(JSON.parse(text));
  } catch {
    return [];
  }
}
