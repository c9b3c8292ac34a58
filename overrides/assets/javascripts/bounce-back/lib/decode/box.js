/** The box on a page: reads what was pasted, shows what it says, and takes corrections. */

import { cloneTemplate, make } from "../dom.js";
import { MOST } from "../kept-message.js";
import { findAll, pageAddress } from "../page.js";
import { announce } from "../status.js";
import { openKept } from "../storage.js";
import { say } from "../strings.js";
import { isText } from "../values.js";
import { SURE, decode } from "./decode.js";
import { highlight } from "./highlight.js";
import { connectReminders } from "./remind-of.js";
import { makeRules } from "./rules.js";

/**
 * @typedef {import("./decode.js").Decoded} Decoded
 * @typedef {import("./names.js").Who} Who
 * @typedef {{ name: string, isSure: boolean }} Finding
 * @typedef {Record<"email" | "guide" | "checklist", [string, string]> & { signs: string[] }} Answer
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
 * @param {AbortSignal} signal
 */
export async function openBox(host, signal) {
  const answer = await fetch(new URL("../../../../../_data/decode.en.json", import.meta.url));
  const rules = makeRules(await answer.json());
  const box = new Box(host, rules, signal);
  host.setAttribute("data-ready", "");
  return box;
}

export class Box {
  /** @type {Decoded | undefined} */
  #read;
  /** @type {Map<Who, Finding>} */
  #names = new Map();
  #kind = "other";
  #stage = "";
  /** @type {HTMLElement | undefined} */
  #shown;

  /**
   * @param {Element} host
   * @param {import("./rules.js").Rules} rules
   * @param {AbortSignal} signal
   */
  constructor(host, rules, signal) {
    this.host = host;
    this.rules = rules;
    host.addEventListener("click", ({ target }) => this.#onClick(target), { signal });
    host.addEventListener("change", ({ target }) => this.#onChange(target), { signal });
    host.addEventListener("input", ({ target }) => this.#onInput(target), { signal });
    connectReminders(host, signal);
  }

  /** Read what is in the box now, and show it. */
  read() {
    const area = this.host.querySelector("textarea");
    const text = area?.value.slice(0, MOST) ?? "";
    if (!text.trim()) return announce(this.host, say("paste_nothing"));
    announce(this.host, "");
    const read = decode(text, this.rules);
    this.#read = read;
    this.#kind = read.kind;
    this.#stage = read.stage?.stage ?? "";
    this.#names = new Map();
    for (const [who, { name, confidence }] of Object.entries(read.names)) {
      this.#names.set(/** @type {Who} */ (who), { name, isSure: confidence >= SURE });
    }
    this.#show(text, read);
  }

  /**
   * @param {string} text
   * @param {Decoded} read
   */
  #show(text, read) {
    const shown = cloneTemplate(this.host, "reading");
    this.#shown?.remove();
    this.#shown = shown;
    this.host.append(shown);
    fill(shown, "sure", say(read.confidence >= SURE ? "paste_sure" : "paste_unsure"));
    shown.querySelector(".reading__message")?.append(...highlight(text, read));
    shown.querySelector(".signals")?.append(...read.signals.map((found) => showSignal(text, found)));
    shown.querySelector("[data-part=signals]")?.toggleAttribute("hidden", read.signals.length === 0);
    for (const select of findAll(shown, "select", HTMLSelectElement)) {
      select.value = select.dataset.correct === "kind" ? this.#kind : this.#stage;
    }
    for (const row of findAll(shown, "[data-name]", HTMLElement)) this.#showFinding(row);
    this.#showKind();
    shown.querySelector("h2")?.focus();
  }

  /** What depends on the kind and the stage, found or corrected. */
  #showKind() {
    const shown = this.#shown;
    if (!shown || !this.#read) return;
    fill(shown, "kind", say(`paste_kind_${this.#kind}`));
    fill(shown, "kind-text", say(`paste_kind_${this.#kind}_text`));
    for (const part of findAll(shown, "[data-for]", HTMLElement)) {
      part.hidden = part.dataset.for !== this.#kind;
    }
    shown.querySelector("[data-part=names]")?.toggleAttribute("hidden", this.#kind === "other");
    const signals = this.#read.signals.map(({ signal }) => signal);
    const advice = this.#advice(signals);
    fill(shown, "advice", say(`paste_advice_${advice}`));
    shown.querySelector("[data-remind=answer]")?.toggleAttribute("hidden", advice === "none");
    const answers = readAnswers();
    const fits = (/** @type {string} */ sign) => answers.find(({ signs }) => signs.includes(sign));
    const answer = [...signals, this.#stage, "application"].map(fits).find(Boolean);
    fill(shown, "answer", answer?.email[1] ?? "");
    for (const link of findAll(shown, "[data-link]", HTMLAnchorElement)) {
      const what = /** @type {"email" | "guide" | "checklist"} */ (link.dataset.link);
      const [page, title] = answer?.[what] ?? ["emails/", ""];
      link.href = pageAddress(page);
      link.textContent = say(what === "email" ? "paste_use" : `paste_${what}`, { title });
    }
  }

  /** @param {readonly string[]} signals */
  #advice(signals) {
    if (signals.includes("no_reply_address")) return "none";
    const isPersonal = this.#names.has("recruiter") || /interview|final/.test(this.#stage);
    return isPersonal ? "send" : "optional";
  }

  /** @param {HTMLElement} row */
  #showFinding(row) {
    const { name = "", isSure = true } = this.#names.get(/** @type {Who} */ (row.dataset.name)) ?? {};
    const input = row.querySelector("input");
    const isCorrected = input?.hidden === false;
    const [value, none] = [row.querySelector(".finding__value"), row.querySelector(".finding__none")];
    const [yes, correct] = ["yes", "correct"].map((action) => row.querySelector(`[data-action=${action}]`));
    if (value) value.textContent = isSure ? name : say("paste_ask", { name });
    value?.toggleAttribute("hidden", !name || isCorrected);
    none?.toggleAttribute("hidden", name !== "" || isCorrected);
    yes?.toggleAttribute("hidden", isSure || isCorrected);
    correct?.toggleAttribute("hidden", isCorrected);
    if (correct) correct.textContent = say(name ? "paste_wrong" : "paste_add");
  }

  /** @param {EventTarget | null} target */
  #onClick(target) {
    if (!(target instanceof Element)) return;
    if (target.closest("[data-link=email]")) this.#fillIn();
    const action = target.closest("[data-action]")?.getAttribute("data-action");
    const row = target.closest("[data-name]");
    if (!action || !(row instanceof HTMLElement)) return;
    const who = /** @type {Who} */ (row.dataset.name);
    const found = this.#names.get(who);
    const input = row.querySelector("input");
    if (action === "show") this.#point(who);
    if (action === "yes" && found) found.isSure = true;
    if (action === "correct" && input) {
      input.hidden = false;
      input.value = found?.name ?? "";
      input.focus();
    }
    this.#showFinding(row);
    if (action === "yes") row.querySelector("button")?.focus();
  }

  /** @param {EventTarget | null} target */
  #onInput(target) {
    const row = target instanceof HTMLInputElement && target.closest("[data-name]");
    if (!(row instanceof HTMLElement)) return;
    const name = /** @type {HTMLInputElement} */ (target).value.trim();
    this.#names.set(/** @type {Who} */ (row.dataset.name), { name, isSure: true });
  }

  /** @param {EventTarget | null} target */
  #onChange(target) {
    if (!(target instanceof HTMLSelectElement)) return;
    if (target.dataset.correct === "kind") this.#kind = target.value;
    else this.#stage = target.value;
    this.#showKind();
  }

  /**
   * Show the words that a finding rests on.
   * @param {string} of
   */
  #point(of) {
    const marks = findAll(this.host, "mark", HTMLElement);
    for (const mark of marks) mark.toggleAttribute("data-shown", mark.dataset.of === of);
    marks.find((mark) => mark.dataset.of === of)?.scrollIntoView({ block: "center" });
  }

  /** Put what was found, and is sure, into the details of every email. */
  #fillIn() {
    const details = openKept("details", "site", isText);
    for (const [who, field] of FIELDS) {
      const { name = "", isSure = false } = this.#names.get(who) ?? {};
      if (name && isSure) details.set(field, name);
    }
    details.sync();
  }
}

/**
 * @param {Element} shown
 * @param {string} name
 * @param {string} words
 */
function fill(shown, name, words) {
  const place = shown.querySelector(`[data-fill="${name}"]`);
  if (place) place.textContent = words;
}

/**
 * @param {string} text
 * @param {{ signal: string, start: number, end: number }} found
 */
function showSignal(text, { signal, start, end }) {
  const quote = make("q", "signal__words", text.slice(start, end));
  return make("li", "signal", quote, make("p", "signal__text", say(`paste_signal_${signal}`)));
}

/** @returns {Answer[]} */
function readAnswers() {
  const data = document.querySelector("[data-answers]")?.getAttribute("data-answers");
  return JSON.parse(data ?? "[]");
}
