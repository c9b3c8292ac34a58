/**
 * The kinds of record that the site keeps, `bounceback:<kind>:<id>`, and what a value of each may
 * be. Whoever opens a record takes the check from here, and an import of a file goes through the
 * same ones, so that nothing gets in by one way that would be refused on another.
 */

import { isDraft } from "./letter.js";
import { isInterview } from "./plan/interviews.js";
import { isItem } from "./plan/items.js";
import { isText, isTick } from "./values.js";

/** @type {Record<string, (value: unknown) => boolean>} */
const CHECKS = {
  checklist: isTick,
  answers: isText,
  interviews: isInterview,
  chosen: isText,
  plan: isItem,
  done: isTick,
  details: isText,
  email: isText,
  draft: isDraft,
  message: isText,
};

/** A Map, because a file may name a kind `__proto__`. */
export const KINDS = new Map(Object.entries(CHECKS));
