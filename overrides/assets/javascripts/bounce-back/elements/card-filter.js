/** Narrows the cards of an index page to those that fit one choice. Nothing of it is kept. */

import { PageElement, findAll } from "../lib/page.js";
import { announce } from "../lib/status.js";
import { sayCount } from "../lib/strings.js";

class CardFilter extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const choice = this.querySelector("select");
    if (!choice) throw new Error("A filter needs a select.");
    // Keeps the browser from restoring a choice that nobody sees the reason of.
    choice.autocomplete = "off";
    const narrow = () => announce(this, this.#words(showCards(choice.value)));
    choice.addEventListener("change", narrow, { signal });
    return () => void showCards(choice.value);
  }

  /** @param {number} count */
  #words(count) {
    return sayCount("count_emails", count, { count });
  }
}

/**
 * Show the cards of some addresses, or all of them, and the groups that have any.
 *
 * @param {string} addresses  parted by spaces; empty for all
 * @returns {number} how many cards there are now
 */
function showCards(addresses) {
  const wanted = addresses.split(" ").filter(Boolean);
  const groups = findAll(document, ".group", HTMLElement);
  const counts = groups.map((group) => showGroup(group, wanted));
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * @param {HTMLElement} group
 * @param {readonly string[]} wanted
 */
function showGroup(group, wanted) {
  const cards = findAll(group, "[data-card]", HTMLElement);
  const rank = (/** @type {HTMLElement} */ card) => wanted.indexOf(card.dataset.card ?? "");
  for (const card of cards) card.hidden = wanted.length > 0 && rank(card) < 0;
  const count = cards.filter((card) => !card.hidden).length;
  inOrder(cards, wanted.length > 0 ? rank : () => 0);
  group.hidden = count === 0;
  const words = group.querySelector(".group__count");
  if (words) words.textContent = sayCount("count_emails", count, { count });
  showChip(`#${group.getAttribute("aria-labelledby")}`, count);
  return count;
}

/** @type {WeakMap<HTMLElement, number>} where each card stood at first */
const places = new WeakMap();

/**
 * @param {readonly HTMLElement[]} cards
 * @param {(card: HTMLElement) => number} rank
 */
function inOrder(cards, rank) {
  for (const [place, card] of cards.entries()) if (!places.has(card)) places.set(card, place);
  const place = (/** @type {HTMLElement} */ card) => places.get(card) ?? 0;
  const sorted = [...cards].sort((one, other) => rank(one) - rank(other) || place(one) - place(other));
  cards[0]?.parentElement?.append(...sorted);
}

/**
 * @param {string} hash  where the link to the group leads
 * @param {number} count
 */
function showChip(hash, count) {
  const chip = findAll(document, ".jump__link", HTMLAnchorElement).find((link) => link.hash === hash);
  chip?.closest("li")?.toggleAttribute("hidden", count === 0);
  const number = chip?.querySelector(".jump__count");
  if (number) number.textContent = String(count);
}

customElements.define("card-filter", CardFilter);
