/** What else is kept that belongs on the plan: ticks, answers, and emails in the reader's words. */

import { KINDS } from "../kinds.js";
import { isDraft } from "../letter.js";
import { openAll } from "../storage.js";
import { countTicks } from "../ticks.js";
import { isText, isTick } from "../values.js";
import { splitAnswersId } from "./interviews.js";

/**
 * @typedef {import("./outline.js").Outline} Outline
 * @typedef {import("../letter.js").Draft} Draft
 * @typedef {import("../kept.js").Kept<any>} AnyKept
 *
 * @typedef {{ page: string, title: string, done: number, count: number }} Unfinished
 * @typedef {{ page: string, version: string, draft: Draft }} KeptDraft
 *
 * @typedef {object} Answer
 * @property {import("./items.js").Origin} from
 * @property {string} label  the question; its id when the site no longer asks it
 * @property {string} text
 */

/**
 * The checklists that were begun and are not finished.
 *
 * @param {Outline} outline
 * @returns {Unfinished[]}
 */
export function unfinishedLists(outline) {
  const kept = openAll("checklist", isTick);
  return outline.checklists.flatMap(({ page, title, items }) => {
    const ticks = kept.get(page);
    const { done, count, out } = ticks ? countTicks(ticks, items) : { done: 0, count: 0, out: 0 };
    return done + out > 0 && done < count ? [{ page, title, done, count }] : [];
  });
}

/** @returns {KeptDraft[]} */
export function keptDrafts() {
  return [...openAll("draft", isDraft)].flatMap(([page, drafts]) =>
    drafts.names().flatMap((version) => {
      const draft = drafts.get(version);
      return draft ? [{ page, version, draft }] : [];
    }),
  );
}

/**
 * Every answer that is not empty, in the order of the questions.
 *
 * @param {Outline} outline
 * @returns {Answer[]}
 */
export function keptAnswers(outline) {
  return [...openAll("answers", isText)].flatMap(([id, answers]) => {
    const { page, interview } = splitAnswersId(id);
    const asked = outline.questions.find((listed) => listed.page === page)?.questions ?? [];
    const labels = new Map(asked.map(({ id, label }) => [id, label]));
    const names = new Set([...labels.keys(), ...answers.names()]);
    return [...names].flatMap((question) => {
      const text = answers.get(question)?.trim();
      const from = { page, interview, question };
      return text ? [{ from, label: labels.get(question) ?? question, text }] : [];
    });
  });
}

/**
 * Hear of any change to what is kept, in this tab or another.
 *
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export function onAnyChange(listener, signal) {
  /** @type {Set<AnyKept>} */
  const heard = new Set();
  const listen = () => {
    for (const [kind, isValue] of KINDS) {
      const check = /** @type {(value: unknown) => value is any} */ (isValue);
      for (const kept of openAll(kind, check).values()) {
        if (!heard.has(kept)) kept.onChange(listener, signal);
        heard.add(kept);
      }
    }
  };
  const again = () => {
    listen();
    listener();
  };
  // A record that another tab began is heard of only here.
  window.addEventListener("storage", again, { signal });
  window.addEventListener("pageshow", again, { signal });
  listen();
}
