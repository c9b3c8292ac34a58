/**
 * The composer: fields on one side, the letter on the other. What is typed is kept once for the
 * whole site and offered again on every email; kept for its page are the chosen version, and each
 * version that the reader put into words of their own.
 */

import { copyPlainly, selectText } from "../lib/clipboard.js";
import { findComposer, loadEditor, showAll, showField, showVariant } from "../lib/composer.js";
import { LETTER_ACTIONS } from "../lib/letter-actions.js";
import { findGaps, findParts, joinText, letterText } from "../lib/letter.js";
import { PageElement, isFreshPage, pageName } from "../lib/page.js";
import { announce, showTrouble } from "../lib/status.js";
import { say, sayCount, sayList } from "../lib/strings.js";

/** @typedef {import("../lib/composer.js").Composer} Composer */

class EmailTemplate extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    const composer = findComposer(this, signal);
    const { details, choices, drafts, letters } = composer;
    if (isFreshPage()) adoptTyped(composer);

    this.addEventListener("input", ({ target }) => onInput(composer, target), { signal });
    this.addEventListener("click", (event) => onClick(composer, event), { signal });
    // Return in the only field of a form would send the form and load the page anew.
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    details.onChange((name) => showField(composer, name), signal);
    choices.onChange(() => showVariant(composer), signal);
    drafts.onChange((version) => onDraft(composer, version), signal);
    for (const letter of letters) copyPlainly(letter, signal);
    if (this.querySelector(".suggestions")) offerSuggestions(composer);
    for (const kept of [details, drafts]) {
      signal.addEventListener("abort", () => kept.flush());
      showTrouble(this, kept, signal);
    }
    return () => showAll(composer);
  }
}

/** @param {Composer} composer */
function adoptTyped({ fields, details }) {
  for (const [name, { value }] of fields) {
    if (value && !details.knows(name)) details.set(name, value);
  }
}

/** @param {Composer} composer */
async function offerSuggestions(composer) {
  try {
    const { connectSuggestions } = await import("../lib/suggestions.js");
    connectSuggestions(composer);
  } catch (error) {
    for (const list of composer.host.querySelectorAll(".suggestions")) list.remove();
    console.error(error);
  }
}

/**
 * @param {Composer} composer
 * @param {EventTarget | null} target
 */
function onInput(composer, target) {
  const { host, fields, radios, details, choices } = composer;
  for (const [name, field] of fields) {
    if (field === target) details.set(name, field.value || undefined);
  }
  const radio = radios.find((one) => one === target);
  if (radio) {
    choices.set(radio.name, radio.value);
    choices.sync();
  }
  // Told about gaps that are different now, or copied a letter that is. An Undo stays.
  composer.warned = "";
  if (!composer.undo) announce(host, "");
}

/**
 * @param {Composer} composer
 * @param {string} version
 */
function onDraft(composer, version) {
  const isShown = version === composer.letter?.dataset.variant;
  if (isShown && !composer.editor?.isShowing(version)) showVariant(composer);
}

/**
 * @param {Composer} composer
 * @param {Event} event
 */
async function onClick(composer, event) {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest(".slot__link");
  if (link) followGap(composer, link, event);
  const action = event.target.closest("[data-action]")?.getAttribute("data-action");
  try {
    if (action) await act(composer, action);
  } catch (error) {
    announce(composer.host, say("not_loaded"));
    console.error(error);
  }
}

/**
 * @param {Composer} composer
 * @param {Element} link
 * @param {Event} event
 */
function followGap({ fields }, link, event) {
  const name = link.closest("[data-field]")?.getAttribute("data-field") ?? "";
  // It leads to the field, which has the focus then; it is no visit to a place on the page.
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
  const { host, letter, editor } = composer;
  const action = LETTER_ACTIONS.get(name);
  if (!action || !letter) return command(composer, name);
  const { parts, perform } = action;
  const text = editor?.isOpen ? editor.text : letterText(letter);
  const gaps = findGaps(letter, text, parts);
  if (gaps.size > 0 && composer.warned !== name) return warn(composer, name, gaps);
  const { words, offers } = await perform(text, joinText(text, parts), pageName(host));
  if (words === "copy_refused" && editor?.isOpen) editor.selectAll(parts);
  else if (words === "copy_refused") selectText(findParts(letter, parts));
  composer.undo = undefined;
  announce(host, say(words), offers);
}

/**
 * @param {Composer} composer
 * @param {string} name
 */
async function command(composer, name) {
  if (name.startsWith("remind-")) return remind(composer, name);
  const { COMMANDS } = await import("../lib/commands.js");
  const { words, undo } = COMMANDS[name]?.(composer, await loadEditor(composer)) ?? {};
  composer.undo = undo;
  announce(composer.host, say(words ?? ""), undo && ["undo"]);
}

/**
 * @param {Composer} composer
 * @param {string} action
 * @param {Map<string, string>} gaps
 */
function warn(composer, action, gaps) {
  composer.warned = action;
  const { host, editor } = composer;
  const fields = [...composer.fields].filter(([name]) => gaps.has(name)).map(([, field]) => field);
  const labels = fields.map((field) => field.labels?.[0]?.textContent ?? field.name);
  const quoted = sayList(labels.map((label) => say("field_quoted", { label })));
  announce(host, sayCount("copy_missing", labels.length, { fields: quoted }));
  if (editor?.isOpen) editor.goTo([...gaps.values()][0]);
  else fields[0]?.focus();
}

/**
 * @param {Composer} composer
 * @param {string} way
 */
async function remind(composer, way) {
  const reminders = await import("../lib/reminders.js");
  const { words, undo } = reminders.remind(composer.host, way);
  composer.undo = undo;
  announce(composer.host, say(words ?? ""), undo && ["undo"]);
}

customElements.define("email-template", EmailTemplate);
