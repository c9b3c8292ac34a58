/**
 * The place where the reader changes the words freely. A version of an email that has a draft is
 * that draft, here and in every action, until it is taken away.
 */

import { PARTS, findParts, typedText } from "./letter.js";
import { ToneCheck, selectWords } from "./tone-check.js";

/**
 * @typedef {import("./letter.js").Part} Part
 * @typedef {import("./letter.js").LetterText} LetterText
 * @typedef {import("./letter.js").Draft} Draft
 * @typedef {import("./tone-check.js").Area} Area
 */

export class Editor {
  /** @type {Map<Part, Area>} */
  #areas = new Map();
  /** @type {HTMLElement | undefined} */
  #letter;
  #pane;
  #drafts;
  #tone;

  /**
   * @param {Element} host
   * @param {import("./kept.js").Kept<Draft>} drafts
   * @param {AbortSignal} signal
   */
  constructor(host, drafts, signal) {
    const pane = host.querySelector(".composer__editor");
    if (!(pane instanceof HTMLElement)) throw new Error("This composer has no editor.");
    this.#pane = pane;
    this.#drafts = drafts;
    for (const part of PARTS) {
      const area = /** @type {Area | null} */ (pane.querySelector(`[data-edit=${part}]`));
      if (area) this.#areas.set(part, area);
    }
    this.#tone = new ToneCheck(pane, [...this.#areas.values()], signal);
    pane.addEventListener("input", () => this.#keep(), { signal });
    // A text area would be cut off on paper, so a letter is made of it for as long as it prints.
    window.addEventListener("beforeprint", () => this.#printed(), { signal });
    window.addEventListener("afterprint", () => this.#removePrinted(), { signal });
  }

  /** Whether the words of the reader are what counts now. */
  get isOpen() {
    return !this.#pane.hidden;
  }

  /** @returns {LetterText} */
  get text() {
    return typedText(this.#typed());
  }

  /**
   * Show the draft of a version, if it has one.
   *
   * @param {HTMLElement} letter
   * @returns {boolean} whether it has
   */
  show(letter) {
    this.#letter = letter;
    const draft = this.#drafts.get(this.#version);
    this.#pane.hidden = !draft;
    for (const [part, area] of this.#areas) {
      // Writing the same text again would move the cursor to its end.
      if (draft && area.value !== draft[part]) area.value = draft[part];
    }
    const hasSubject = letter.querySelector("[data-part=subject]") !== null;
    this.#areas.get("subject")?.closest(".field")?.toggleAttribute("hidden", !hasSubject);
    if (draft) this.#tone.open();
    return this.isOpen;
  }

  /** @param {string} version  whether this is shown, just as it is kept */
  isShowing(version) {
    const draft = this.#drafts.get(version);
    const typed = this.#typed();
    return this.isOpen && PARTS.every((part) => draft?.[part] === typed[part]);
  }

  /**
   * Go to the text, and in it to some words.
   * @param {string} words
   */
  goTo(words = "") {
    const areas = [...this.#areas.values()];
    const area = areas.find(({ value }) => value.includes(words)) ?? areas.at(-1);
    if (words || !area) return area && selectWords(area, words);
    areas.at(-1)?.setSelectionRange(0, 0);
    areas.at(-1)?.focus();
  }

  /**
   * Select the last of the parts, for copying by hand.
   * @param {readonly Part[]} parts
   */
  selectAll(parts) {
    const area = this.#areas.get(parts.at(-1) ?? "body");
    area?.focus();
    area?.select();
  }

  get #version() {
    return this.#letter?.dataset.variant ?? "";
  }

  /** @returns {LetterText} */
  #typed() {
    const read = (/** @type {Part} */ part) => this.#areas.get(part)?.value ?? "";
    return { subject: read("subject"), body: read("body") };
  }

  #keep() {
    const draft = this.#drafts.get(this.#version);
    if (draft) this.#drafts.set(this.#version, { ...draft, ...this.#typed() });
    this.#tone.soon();
  }

  #printed() {
    this.#removePrinted();
    const letter = this.#letter?.cloneNode(true);
    if (!this.isOpen || !(letter instanceof HTMLElement)) return;
    letter.classList.add("letter--printed");
    letter.hidden = false;
    for (const part of PARTS) {
      for (const place of findParts(letter, [part])) place.textContent = this.text[part];
    }
    const line = letter.querySelector(".letter__subject");
    line?.toggleAttribute("hidden", this.text.subject === "");
    this.#pane.after(letter);
  }

  #removePrinted() {
    this.#pane.parentElement?.querySelector(".letter--printed")?.remove();
  }
}
