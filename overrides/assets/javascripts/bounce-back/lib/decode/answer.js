/** What the page says about a message, in a copy of the template. */

import { make } from "../dom.js";
import { findAll, pageAddress } from "../page.js";
import { say } from "../strings.js";

/**
 * @typedef {{ name: string, isSure: boolean }} Finding
 * @typedef {"email" | "guide" | "checklist"} Link
 * @typedef {Record<Link, [string, string]> & { signs: string[] }} Answer
 */

/**
 * @param {Element} shown
 * @param {string} name
 * @param {string} words
 */
export function fill(shown, name, words) {
  const place = shown.querySelector(`[data-fill="${name}"]`);
  if (place) place.textContent = words;
}

/**
 * @param {string} text
 * @param {{ signal: string, start: number, end: number }} found
 */
export function showSignal(text, { signal, start, end }) {
  const quote = make("q", "signal__words", text.slice(start, end));
  return make("li", "signal", quote, make("p", "signal__text", say(`paste_signal_${signal}`)));
}

/**
 * A name that was found, or corrected, or is asked about.
 *
 * @param {HTMLElement} row
 * @param {Finding} [finding]
 */
export function showFinding(row, { name, isSure } = { name: "", isSure: true }) {
  const isCorrected = row.querySelector("input")?.hidden === false;
  /** @param {string} selector @param {boolean} isHidden @param {string} [words] */
  const set = (selector, isHidden, words) => {
    const part = row.querySelector(selector);
    part?.toggleAttribute("hidden", isHidden || isCorrected);
    if (part && words !== undefined) part.textContent = words;
  };
  set(".finding__value", !name, isSure ? name : say("paste_ask", { name }));
  set(".finding__none", name !== "");
  set("[data-action=yes]", isSure);
  set("[data-action=correct]", false, say(name ? "paste_wrong" : "paste_add"));
}

/**
 * Whether and how to answer, and the links that help with it.
 *
 * @param {HTMLElement} shown
 * @param {readonly string[]} signs  signals, and last the stage
 * @param {boolean} isPersonal  a person signed
 */
export function showAnswer(shown, signs, isPersonal) {
  const isWanted = isPersonal || /interview|final/.test(signs.at(-1) ?? "");
  const advice = signs.includes("no_reply_address") ? "none" : isWanted ? "send" : "optional";
  fill(shown, "advice", say(`paste_advice_${advice}`));
  shown.querySelector("[data-remind=answer]")?.toggleAttribute("hidden", advice === "none");
  const data = document.querySelector("[data-answers]")?.getAttribute("data-answers");
  /** @type {Answer[]} */
  const answers = JSON.parse(data ?? "[]");
  const fits = (/** @type {string} */ sign) => answers.find((one) => one.signs.includes(sign));
  const answer = [...signs, "application"].map(fits).find(Boolean);
  fill(shown, "answer", answer?.email[1] ?? "");
  for (const link of findAll(shown, "[data-link]", HTMLAnchorElement)) {
    const what = /** @type {Link} */ (link.dataset.link);
    const [page, title] = answer?.[what] ?? ["emails/", ""];
    link.href = pageAddress(page);
    link.textContent = say(what === "email" ? "paste_use" : `paste_${what}`, { title });
  }
}
