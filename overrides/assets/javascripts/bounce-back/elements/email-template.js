/**
 * The composer: fields on one side, the letter on the other. What is typed is kept once for the
 * whole site and offered again on every email; the chosen version is kept for its page.
 */

import { copyPlainly } from "../lib/clipboard.js";
import { LETTER_ACTIONS } from "../lib/letter-actions.js";
import { emptyFields, fillSlot } from "../lib/letter.js";
import { PageElement, findAll, isFreshPage, pageKey } from "../lib/page.js";
import { announce, showTrouble } from "../lib/status.js";
import { openKept } from "../lib/storage.js";
import { say, sayCount, sayList } from "../lib/strings.js";
import { cleanText } from "../lib/text.js";

/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Field
 * @typedef {import("../lib/kept.js").Kept<string>} KeptText
 *
 * @typedef {object} Composer
 * @property {Element} host
 * @property {Map<string, Field>} fields  by name, in the order of the page
 * @property {Map<string, HTMLElement[]>} slots  by the name of their field
 * @property {HTMLInputElement[]} radios
 * @property {HTMLElement[]} letters
 * @property {KeptText} details
 * @property {KeptText} choices
 * @property {string} warned  the action whose gaps the reader was told of, and may now repeat
 */

/** @type {(value: unknown) => value is string} */
const isText = (value) => typeof value === "string";

class EmailTemplate extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const composer = findComposer(this);
    const { details, choices, letters } = composer;
    if (isFreshPage()) adoptTyped(composer);

    this.addEventListener("input", ({ target }) => onInput(composer, target), { signal });
    this.addEventListener("click", (event) => onClick(composer, event), { signal });
    // Return in the only field of a form would send the form and load the page anew.
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    details.onChange((name) => showField(composer, name), signal);
    choices.onChange(() => showVariant(composer), signal);
    for (const letter of letters) copyPlainly(letter, signal);
    signal.addEventListener("abort", () => details.flush());
    showTrouble(this, details, signal);
    return () => showAll(composer);
  }
}

/**
 * @param {Element} host
 * @returns {Composer}
 */
function findComposer(host) {
  const fields = /** @type {Field[]} */ (findAll(host, ".field__input", HTMLElement));
  /** @type {Composer["slots"]} */
  const slots = new Map();
  for (const slot of findAll(host, ".slot[data-field]", HTMLElement)) {
    const name = slot.dataset.field ?? "";
    slots.set(name, [...(slots.get(name) ?? []), slot]);
  }
  return {
    host,
    slots,
    fields: new Map(fields.map((field) => [field.name, field])),
    radios: findAll(host, ".composer__variants input", HTMLInputElement),
    letters: findAll(host, ".letter[data-variant]", HTMLElement),
    details: openKept("details", "site", isText),
    choices: openKept("email", pageKey(host), isText),
    warned: "",
  };
}

/** @param {Composer} composer */
function adoptTyped({ fields, details }) {
  for (const [name, { value }] of fields) {
    if (value && !details.knows(name)) details.set(name, value);
  }
}

/**
 * @param {Composer} composer
 * @param {EventTarget | null} target
 */
function onInput(composer, target) {
  const { fields, radios, details, choices } = composer;
  for (const [name, field] of fields) {
    if (field === target) details.set(name, field.value || undefined);
  }
  const radio = radios.find((one) => one === target);
  if (radio) {
    choices.set(radio.name, radio.value);
    choices.sync();
  }
  // Told about gaps that are different now, or copied a letter that is.
  composer.warned = "";
  announce(composer.host, "");
}

/**
 * @param {Composer} composer
 * @param {Event} event
 */
function onClick(composer, event) {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest(".slot__link");
  if (link) followGap(composer, link, event);
  const action = event.target.closest("[data-action]")?.getAttribute("data-action");
  if (action) act(composer, action);
}

/**
 * @param {Composer} composer
 * @param {Element} link
 * @param {Event} event
 */
function followGap({ fields }, link, event) {
  const name = link.closest("[data-field]")?.getAttribute("data-field") ?? "";
  // The theme would make a visit to another part of the page out of it.
  event.preventDefault();
  event.stopPropagation();
  fields.get(name)?.focus();
}

/**
 * Do what a button says, unless there are gaps that the reader has not been told of.
 *
 * @param {Composer} composer
 * @param {string} name
 */
async function act(composer, name) {
  const action = LETTER_ACTIONS.get(name);
  const letter = composer.letters.find(({ hidden }) => !hidden);
  if (!action || !letter) return;
  const empty = emptyFields(letter, action.parts);
  if (empty.size > 0 && composer.warned !== name) return warn(composer, name, empty);
  announce(composer.host, say(await action.perform(letter)));
}

/**
 * @param {Composer} composer
 * @param {string} action
 * @param {Set<string>} empty
 */
function warn(composer, action, empty) {
  composer.warned = action;
  const fields = [...composer.fields].filter(([name]) => empty.has(name)).map(([, field]) => field);
  const labels = fields.map((field) => field.labels?.[0]?.textContent ?? field.name);
  const quoted = sayList(labels.map((label) => say("field_quoted", { label })));
  announce(composer.host, sayCount("copy_missing", labels.length, { fields: quoted }));
  fields[0]?.focus();
}

/** @param {Composer} composer */
function showAll(composer) {
  for (const name of composer.fields.keys()) showField(composer, name);
  showVariant(composer);
}

/**
 * @param {Composer} composer
 * @param {string} name
 */
function showField({ fields, slots, details }, name) {
  const field = fields.get(name);
  if (!field) return;
  const typed = details.get(name) ?? "";
  // Writing the same text again would move the cursor to its end.
  if (field.value !== typed) field.value = typed;
  const text = cleanText(typed, field instanceof HTMLTextAreaElement);
  for (const slot of slots.get(name) ?? []) fillSlot(slot, text, field.id);
}

/**
 * Show one version, and of the fields and actions those that go with it.
 * @param {Composer} composer
 */
function showVariant({ host, fields, slots, radios, letters, choices }) {
  const kept = choices.get(radios[0]?.name ?? "");
  const shown = letters.find(({ dataset }) => dataset.variant === kept) ?? letters[0];
  for (const letter of letters) letter.hidden = letter !== shown;
  for (const radio of radios) radio.checked = radio.value === shown?.dataset.variant;
  for (const [name, field] of fields) {
    const isAsked = slots.get(name)?.some((slot) => shown?.contains(slot));
    field.closest(".field")?.toggleAttribute("hidden", !isAsked);
  }
  for (const button of findAll(host, "[data-action]", HTMLElement)) {
    const action = LETTER_ACTIONS.get(button.dataset.action ?? "");
    button.hidden = !shown || !action?.isUseful(shown);
  }
}

customElements.define("email-template", EmailTemplate);
