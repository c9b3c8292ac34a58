/** What leaves the plan, comes into it, or goes away. Loaded when it is asked for. */

import { copyText } from "../clipboard.js";
import { openSite, saveFile } from "../files.js";
import { eraseMessage } from "../kept-message.js";
import { pageAddress } from "../page.js";
import { say, sayCount, sayList } from "../strings.js";
import { countAll, eraseAll, exportText, importFile } from "./backup.js";
import { googleLink, outlookLink } from "./calendar-links.js";
import { today } from "./days.js";
import { stepEvent, stepEvents } from "./events.js";
import { icsFile } from "./ics.js";
import { EMPTY_INTERVIEW, interviewName } from "./interviews.js";
import { isStep } from "./items.js";
import { planMarkdown } from "./markdown.js";
import { shareLink } from "./share.js";
import { interviewIds, itemsOf, ticksOf } from "./store.js";
import { keptAnswers, keptDrafts, unfinishedLists } from "./survey.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./actions.js").Outcome} Outcome
 * @typedef {import("./ics.js").CalendarEvent} CalendarEvent
 */

const CALENDAR = "text/calendar;charset=utf-8";

/** @type {Record<string, (view: View, id: string) => Outcome | Promise<Outcome>>} */
export const TOOLS = {
  "step-ics": (view, id) => withEvent(view, id, (event) => saveCalendar([event])),
  "step-google": (view, id) => withEvent(view, id, (event) => openCalendar(googleLink(event))),
  "step-outlook": (view, id) => withEvent(view, id, (event) => openCalendar(outlookLink(event))),
  "all-ics": ({ plan }) => saveCalendar(stepEvents(itemsOf(plan), ticksOf(plan))),
  export: saveExport,
  "export-markdown": saveMarkdown,
  print: () => (window.print(), {}),
  share,
  "copy-link": copyLink,
  erase: askToErase,
  "erase-now": erase,
  "erase-message": () => ({ message: say("plan_message_erased"), undo: eraseMessage(), focus: "status" }),
};

/**
 * @param {View} view
 * @param {string} id
 * @param {(event: CalendarEvent) => Outcome} action
 * @returns {Outcome}
 */
function withEvent({ plan }, id, action) {
  const item = plan.items.get(id);
  return item?.day ? action(stepEvent(id, item)) : {};
}

/**
 * @param {CalendarEvent[]} events
 * @returns {Outcome}
 */
function saveCalendar(events) {
  if (events.length === 0) return { message: say("calendar_empty") };
  saveFile(icsFile(events), CALENDAR, events.length === 1 ? "step.ics" : "plan.ics");
  return { message: sayCount("calendar_saved", events.length, { count: events.length }) };
}

/**
 * @param {string} link
 * @returns {Outcome}
 */
function openCalendar(link) {
  openSite(link);
  return { message: say("calendar_opened") };
}

/** @returns {Outcome} */
function saveExport() {
  saveFile(exportText(), "application/json", `bounce-back-${today()}.json`);
  return { message: say("export_done") };
}

/**
 * @param {View} view
 * @returns {Outcome}
 */
function saveMarkdown(view) {
  saveFile(markdownOf(view), "text/markdown;charset=utf-8", `plan-${today()}.md`);
  return { message: say("export_markdown_done") };
}

/** @param {View} view */
function markdownOf({ plan, outline }) {
  const answers = keptAnswers(outline);
  const interviews = interviewIds(plan).map((id, index) => ({
    name: interviewName(plan.interviews.get(id) ?? EMPTY_INTERVIEW, index + 1),
    answers: answers.filter(({ from }) => from.interview === id),
  }));
  return planMarkdown({
    items: itemsOf(plan),
    ticks: ticksOf(plan),
    lists: unfinishedLists(outline),
    drafts: keptDrafts(),
    interviews,
  });
}

/**
 * @param {View} view
 * @returns {Promise<Outcome>}
 */
async function share(view) {
  const { host, plan, outline } = view;
  const ticks = ticksOf(plan);
  // A step says all there is to say; the line of an answer that it came from stays here.
  const items = [...itemsOf(plan)]
    .filter(([, { pile }]) => pile === "change")
    .map(([id, { from: _, ...item }]) => /** @type {[typeof item, boolean]} */ ([
      isStep(item) ? { ...item, text: "" } : item,
      ticks.get(id) === true,
    ]));
  const withAnswers = host.querySelector("[name=share-answers]");
  const isAsked = withAnswers instanceof HTMLInputElement && withAnswers.checked;
  const answers = isAsked ? keptAnswers(outline).map(({ label, text }) => /** @type {[string, string]} */ ([label, text])) : [];
  const link = await shareLink(pageAddress("plan/"), { made: today(), items, answers });
  const field = host.querySelector(".plan__link input");
  host.querySelector(".plan__link")?.toggleAttribute("hidden", !link);
  if (!link) return { message: say("share_too_long"), offers: ["export-markdown"] };
  if (field instanceof HTMLInputElement) {
    field.value = link;
    field.select();
  }
  return { message: say("share_made") };
}

/**
 * @param {View} view
 * @returns {Promise<Outcome>}
 */
async function copyLink({ host }) {
  const field = host.querySelector(".plan__link input");
  if (!(field instanceof HTMLInputElement)) return {};
  const isCopied = await copyText(field.value);
  if (!isCopied) field.select();
  return { message: say(isCopied ? "copied_link" : "copy_refused") };
}

/**
 * @param {View} view
 * @returns {Outcome}
 */
function askToErase({ host }) {
  const dialog = host.querySelector("dialog");
  const count = countAll();
  if (count === 0) return { message: say("erase_nothing") };
  const words = dialog?.querySelector(".plan__erase-count");
  if (words) words.textContent = sayCount("erase_count", count, { count });
  dialog?.showModal();
  return {};
}

/**
 * @param {View} view
 * @returns {Outcome}
 */
function erase(view) {
  const count = eraseAll();
  view.open.clear();
  view.host.querySelector("dialog")?.close();
  return { message: sayCount("erase_done", count, { count }) };
}

/**
 * @param {File} file
 * @returns {Promise<Outcome>}
 */
export async function takeIn(file) {
  const { fault, changes, undo } = await importFile(file);
  if (!changes) return { message: say(fault) };
  const { added, changed, kept, unsound } = changes;
  const counts = Object.entries({ added, changed, kept, unsound }).filter(([, count]) => count > 0);
  const parts = counts.map(([name, count]) => sayCount(`import_${name}`, count, { count }));
  const isNothing = added + changed === 0;
  const message = say(isNothing ? "import_nothing" : "import_done", { changes: sayList(parts) });
  return isNothing || !undo ? { message } : { message, undo };
}
