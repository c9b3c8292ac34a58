/** The plan as it is kept, and what a reader does with it. Every change can be taken back. */

import { openKept } from "../storage.js";
import { isText, isTick } from "../values.js";
import { FIRST, isInterview } from "./interviews.js";
import { EMPTY_ITEM, isItem, isSameLine, isStep, newId, tickName } from "./items.js";

/**
 * @typedef {import("./items.js").Item} Item
 * @typedef {import("./interviews.js").Interview} Interview
 *
 * @typedef {object} Plan
 * @property {import("../kept.js").Kept<Item>} items
 * @property {import("../kept.js").Kept<boolean>} done  by the name of the tick
 * @property {import("../kept.js").Kept<Interview>} interviews
 * @property {import("../kept.js").Kept<string>} chosen  the interview that is being written about
 */

/** Under this name the step is kept that the reader is still writing. */
export const DRAFT = "draft";

/** The one record of its kind, for the whole site. */
const SITE = "site";

/** @returns {Plan} */
export function openPlan() {
  return {
    items: openKept("plan", SITE, isItem),
    done: openKept("done", SITE, isTick),
    interviews: openKept("interviews", SITE, isInterview),
    chosen: openKept("chosen", SITE, isText),
  };
}

/**
 * Every item but the one that is being written, in the order in which they were made.
 *
 * @param {Plan} plan
 * @returns {Map<string, Item>}
 */
export function itemsOf({ items }) {
  const names = items.names().filter((name) => name !== DRAFT);
  return new Map(names.map((name) => [name, items.get(name) ?? EMPTY_ITEM]));
}

/**
 * Every tick of a step, by its name.
 * @param {Plan} plan
 */
export const ticksOf = ({ done }) =>
  new Map(done.names().map((name) => [name, done.get(name) === true]));

/**
 * The interviews in the order in which they were added, the first one among them in any case.
 *
 * @param {Plan} plan
 * @returns {string[]}
 */
export const interviewIds = ({ interviews }) => [
  FIRST,
  ...interviews.names().filter((name) => name !== FIRST),
];

/**
 * The interview that the reader writes about in this tab. What another tab chooses meanwhile does
 * not change it, or the next word would go to the wrong one.
 *
 * @param {Plan} plan
 */
export function currentInterview({ chosen, interviews }) {
  current ??= chosen.get("interview") ?? FIRST;
  return interviews.get(current) ? current : FIRST;
}

/**
 * @param {Plan} plan
 * @param {string} id
 */
export function chooseInterview({ chosen }, id) {
  current = id;
  chosen.set("interview", id);
  chosen.sync();
  choices.dispatchEvent(new Event("change"));
}

/**
 * Hear of another interview that is chosen in this tab.
 *
 * @param {() => void} listener
 * @param {AbortSignal} signal
 */
export const onChoice = (listener, signal) =>
  choices.addEventListener("change", listener, { signal });

const choices = new EventTarget();

/** @type {string | undefined} */
let current;

/**
 * Change some of an item.
 *
 * @param {Plan} plan
 * @param {string} id
 * @param {Partial<Item>} changes
 */
export function changeItem({ items }, id, changes) {
  items.set(id, { ...(items.get(id) ?? EMPTY_ITEM), ...changes });
}

/**
 * Put an item into the plan, or to another pile when there is one of the same line already.
 *
 * @param {Plan} plan
 * @param {Item} item
 * @returns {() => void} takes it back
 */
export function putItem(plan, item) {
  const same = [...itemsOf(plan)].find(([, other]) => isSameLine(item, other));
  const [id, before] = same ?? [newId(), undefined];
  plan.items.set(id, before ? { ...before, pile: item.pile } : item);
  plan.items.sync();
  return () => restore(plan, id, before);
}

/**
 * Make a step of what the reader wrote in the form.
 *
 * @param {Plan} plan
 * @returns {{ id: string, undo: () => void } | undefined} nothing when it does not say what to do
 */
export function addDraft(plan) {
  const draft = plan.items.get(DRAFT);
  if (!draft || !isStep(draft)) return undefined;
  const id = newId();
  plan.items.set(id, draft);
  plan.items.set(DRAFT, undefined);
  plan.items.sync();
  const undo = () => {
    plan.items.set(id, undefined);
    restore(plan, DRAFT, draft);
  };
  return { id, undo };
}

/**
 * @param {Plan} plan
 * @param {string} id
 * @returns {() => void} takes it back
 */
export function removeItem(plan, id) {
  const before = plan.items.get(id);
  plan.items.set(id, undefined);
  plan.items.sync();
  return () => restore(plan, id, before);
}

/**
 * @param {Plan} plan
 * @param {import("./agenda.js").Entry} entry
 * @param {boolean} isDone
 */
export function tick({ done }, { id, item, day }, isDone) {
  done.set(tickName(id, item, day), isDone || undefined);
  done.sync();
}

/**
 * @param {Plan} plan
 * @param {string} id
 * @param {Item | undefined} before
 */
function restore({ items }, id, before) {
  items.set(id, before);
  items.sync();
}
