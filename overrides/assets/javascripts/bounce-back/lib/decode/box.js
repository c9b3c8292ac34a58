/** The box on a page: reads what was pasted, shows what it says, and takes corrections. */

import { cloneTemplate } from "../dom.js";
import { MOST } from "../kept-message.js";
import { findAll } from "../page.js";
import { announce } from "../status.js";
import { openKept } from "../storage.js";
import { say } from "../strings.js";
import { isText } from "../values.js";
import { fill, showAnswer, showFinding, showSignal } from "./answer.js";
import { SURE, decode } from "./decode.js";
import { highlight } from "./highlight.js";

/**
 * @typedef {import("./decode.js").Decoded} Decoded
 * @typedef {import("./names.js").Who} Who
 */

/** The details that the emails are filled in from, by who or what was found. */
const FIELDS = /** @type {[Who, string][]} */ ([
  ["company", "company"],
  ["role", "role"],
  ["recruiter", "recruiter_name"],
  ["candidate", "your_name"],
]);

/**
 * @param {Element} host
 * @param {import("./rules.js").Rules} rules
 * @param {AbortSignal} signal
 * @returns {{ read: () => void }}  read: what is in the box now, and show it
 */
export function connectBox(host, rules, signal) {
  /** @type {Decoded} */
  let found;
  /** @type {Map<Who, import("./answer.js").Finding>} */
  let names = new Map();
  let kind = "other";
  let stage = "";
  /** @type {HTMLElement | undefined} */
  let shown;

  host.addEventListener("click", ({ target }) => target instanceof Element && onClick(target), { signal });
  host.addEventListener("change", ({ target }) => target instanceof HTMLSelectElement && onChange(target), { signal });
  host.addEventListener("input", ({ target }) => target instanceof HTMLInputElement && onInput(target), { signal });
  return { read };

  function read() {
    const text = host.querySelector("textarea")?.value.slice(0, MOST) ?? "";
    if (!text.trim()) return announce(host, say("paste_nothing"));
    announce(host, "");
    found = decode(text, rules);
    kind = found.kind;
    stage = found.stage?.stage ?? "";
    names = new Map();
    for (const [who, { name, confidence }] of Object.entries(found.names)) {
      names.set(/** @type {Who} */ (who), { name, isSure: confidence >= SURE });
    }
    show(text);
  }

  /** @param {string} text */
  function show(text) {
    shown?.remove();
    shown = cloneTemplate(host, "reading");
    host.append(shown);
    fill(shown, "sure", say(found.confidence >= SURE ? "paste_sure" : "paste_unsure"));
    shown.querySelector(".reading__message")?.append(...highlight(text, found));
    shown.querySelector(".signals")?.append(...found.signals.map((signal) => showSignal(text, signal)));
    shown.querySelector("[data-part=signals]")?.toggleAttribute("hidden", found.signals.length === 0);
    for (const select of findAll(shown, "select", HTMLSelectElement)) {
      select.value = select.dataset.correct === "kind" ? kind : stage;
    }
    for (const row of findAll(shown, "[data-name]", HTMLElement)) showFinding(row, names.get(whoIn(row)));
    showKind(shown);
    shown.querySelector("h2")?.focus();
  }

  /**
   * What depends on the kind and the stage, found or corrected.
   * @param {HTMLElement} reading
   */
  function showKind(reading) {
    fill(reading, "kind", say(`paste_kind_${kind}`));
    fill(reading, "kind-text", say(`paste_kind_${kind}_text`));
    for (const part of findAll(reading, "[data-for]", HTMLElement)) part.hidden = part.dataset.for !== kind;
    reading.querySelector("[data-part=names]")?.toggleAttribute("hidden", kind === "other");
    showAnswer(reading, [...found.signals.map(({ signal }) => signal), stage], names.has("recruiter"));
  }

  /** @param {Element} target */
  function onClick(target) {
    if (target.closest("[data-link=email]")) fillIn();
    const action = target.closest("[data-action]")?.getAttribute("data-action");
    const place = target.closest("[data-remind]");
    if (action && place) return remind(place, action);
    const row = target.closest("[data-name]");
    if (!action || !(row instanceof HTMLElement)) return;
    const finding = names.get(whoIn(row));
    const input = row.querySelector("input");
    if (action === "show") point(row.dataset.name);
    if (action === "yes" && finding) finding.isSure = true;
    if (action === "correct" && input) {
      input.hidden = false;
      input.value = finding?.name ?? "";
      input.focus();
    }
    showFinding(row, finding);
    if (action === "yes") row.querySelector("button")?.focus();
  }

  /** @param {HTMLInputElement} input */
  function onInput(input) {
    const row = input.closest("[data-name]");
    if (row instanceof HTMLElement) names.set(whoIn(row), { name: input.value.trim(), isSure: true });
  }

  /** @param {HTMLSelectElement} select */
  function onChange(select) {
    if (select.dataset.correct === "kind") kind = select.value;
    else stage = select.value;
    if (shown) showKind(shown);
  }

  /**
   * Show the words that a finding rests on.
   * @param {string | undefined} of
   */
  function point(of) {
    const marks = findAll(host, "mark", HTMLElement);
    for (const mark of marks) mark.toggleAttribute("data-shown", mark.dataset.of === of);
    marks.find((mark) => mark.dataset.of === of)?.scrollIntoView({ block: "center" });
  }

  /** Put what was found, and is sure, into the details of every email. */
  function fillIn() {
    const details = openKept("details", "site", isText);
    for (const [who, field] of FIELDS) {
      const { name = "", isSure = false } = names.get(who) ?? {};
      if (name && isSure) details.set(field, name);
    }
    details.sync();
  }
}

/**
 * @param {HTMLElement} row
 * @returns {Who}
 */
const whoIn = (row) => /** @type {Who} */ (row.dataset.name);

/**
 * Few want a reminder, so what makes one is loaded only then.
 *
 * @param {Element} place
 * @param {string} action
 */
function remind(place, action) {
  const failed = (/** @type {unknown} */ error) => {
    announce(place, say("paste_not_loaded"));
    console.error(error);
  };
  import("./remind-of.js").then(({ onRemind }) => onRemind(place, action)).catch(failed);
}
