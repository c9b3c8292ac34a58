/** A composer: its parts, found once in its HTML, the records that go with it, and what is seen. */

import { LETTER_ACTIONS } from "./letter-actions.js";
import { fillSlot, isDraft, makeOptional } from "./letter.js";
import { findAll, pageKey } from "./page.js";
import { openKept } from "./storage.js";
import { cleanText } from "./text.js";
import { isText } from "./values.js";

/**
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Field
 * @typedef {import("./kept.js").Kept<string>} KeptText
 *
 * @typedef {object} Composer
 * @property {Element} host
 * @property {AbortSignal} signal  the end of all its listeners
 * @property {Map<string, Field>} fields  by name, in the order of the page
 * @property {Map<string, HTMLElement[]>} slots  by the name of their field
 * @property {HTMLInputElement[]} radios
 * @property {HTMLElement[]} letters
 * @property {HTMLElement | undefined} letter  the one that is chosen
 * @property {KeptText} details
 * @property {KeptText} choices
 * @property {import("./kept.js").Kept<import("./letter.js").Draft>} drafts  by version
 * @property {import("./editor.js").Editor} [editor]  once it was needed
 * @property {string} warned  the action whose gaps the reader was told of, and may now repeat
 * @property {(() => void) | undefined} undo  of what was announced last
 */

/**
 * @param {Element} host
 * @param {AbortSignal} signal
 * @returns {Composer}
 */
export function findComposer(host, signal) {
  const found = /** @type {Field[]} */ (findAll(host, ".field__input[name]", HTMLElement));
  const fields = new Map(found.map((field) => [field.name, field]));
  /** @type {Composer["slots"]} */
  const slots = new Map();
  for (const slot of findAll(host, ".slot[data-field]", HTMLElement)) {
    const name = slot.dataset.field ?? "";
    slots.set(name, [...(slots.get(name) ?? []), slot]);
    if (!fields.get(name)?.dataset.required) makeOptional(slot);
  }
  return {
    host,
    signal,
    slots,
    fields,
    radios: findAll(host, ".composer__variants input", HTMLInputElement),
    letters: findAll(host, ".letter[data-variant]", HTMLElement),
    details: openKept("details", "site", isText),
    choices: openKept("email", pageKey(host), isText),
    drafts: openKept("draft", pageKey(host), isDraft),
    letter: undefined,
    warned: "",
    undo: undefined,
  };
}

/** @param {Composer} composer */
export function showAll(composer) {
  for (const name of composer.fields.keys()) showField(composer, name);
  showVariant(composer);
}

/**
 * @param {Composer} composer
 * @param {string} name
 */
export function showField({ fields, slots, details }, name) {
  const field = fields.get(name);
  if (!field) return;
  const typed = details.get(name) ?? "";
  // Writing the same text again would move the cursor to its end.
  if (field.value !== typed) field.value = typed;
  const text = cleanText(typed, field instanceof HTMLTextAreaElement);
  for (const slot of slots.get(name) ?? []) fillSlot(slot, text, field.id);
}

/**
 * Show one version, or what the reader made of it, and the fields and actions that go with it.
 * @param {Composer} composer
 */
export function showVariant(composer) {
  const { host, fields, slots, radios, letters, choices, drafts, editor } = composer;
  const kept = choices.get(radios[0]?.name ?? "");
  const shown = letters.find(({ dataset }) => dataset.variant === kept) ?? letters[0];
  composer.letter = shown;
  const isOwn = (shown && editor?.show(shown)) ?? false;
  if (!editor && drafts.get(shown?.dataset.variant ?? "")) showDraft(composer);

  for (const letter of letters) letter.hidden = letter !== shown || isOwn;
  for (const radio of radios) radio.checked = radio.value === shown?.dataset.variant;
  for (const [name, field] of fields) {
    const isAsked = slots.get(name)?.some((slot) => shown?.contains(slot));
    field.closest(".field")?.toggleAttribute("hidden", !isAsked || isOwn);
  }
  host.querySelector(".composer__own")?.toggleAttribute("hidden", !isOwn);
  for (const button of findAll(host, ".composer__actions [data-action]:not([data-action^=remind-])", HTMLElement)) {
    const action = LETTER_ACTIONS.get(button.dataset.action ?? "");
    button.hidden = !shown || (action ? !action.isUseful(shown) : isOwn);
  }
}

/**
 * Until its code is there, the template is shown, and is what the actions take.
 * @param {Composer} composer
 */
async function showDraft(composer) {
  try {
    await loadEditor(composer);
    showVariant(composer);
  } catch (error) {
    console.error(error);
  }
}

/** @param {Composer} composer */
export async function loadEditor(composer) {
  const { Editor } = await import("./editor.js");
  return (composer.editor ??= new Editor(composer.host, composer.drafts, composer.signal));
}
