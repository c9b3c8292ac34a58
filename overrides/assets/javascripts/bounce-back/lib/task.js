/**
 * One item of a checklist as it is seen: the box and the words, which the page brings along, and
 * what only makes sense with scripts: "Not for me", "Copy link", and the button that shows them.
 */

import { copyText } from "./clipboard.js";
import { make, makeButton } from "./dom.js";
import { announce } from "./status.js";
import { say } from "./strings.js";

/**
 * @typedef {object} Task
 * @property {HTMLInputElement} box  named by the id of the item
 * @property {HTMLElement} note  "not for me", where it was left out
 * @property {HTMLButtonElement} more
 * @property {HTMLElement} panel  what `more` shows
 * @property {HTMLButtonElement} leave  out, or take back
 */

/**
 * @param {HTMLInputElement} box
 * @param {AbortSignal} signal  takes away again what is added here
 * @returns {Task}
 */
export function findTask(box, signal) {
  const label = box.labels?.[0];
  const words = label?.textContent?.trim() ?? "";
  const note = make("span", "task__note", say("task_left_out"));
  const more = makeButton("···", "more", { label: say("task_more", { item: words }) });
  const leave = makeButton("", "leave-out", { kind: "quiet" });
  const panel = make("div", "task__panel js-only", leave);
  panel.append(makeButton(say("copy_link"), "copy-link", { kind: "quiet" }), statusLine());
  // A colon is in no id that a writer or a heading makes.
  panel.id = `${box.id}:more`;
  panel.hidden = true;
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", words);
  more.className = "task__more js-only";
  more.setAttribute("aria-expanded", "false");
  more.setAttribute("aria-controls", panel.id);

  const space = document.createTextNode(" ");
  // Inside the label, so that it is part of the name of the box.
  label?.append(space, note);
  (label ?? box).after(more, panel);
  const added = [space, note, more, panel];
  signal.addEventListener("abort", () => added.forEach((part) => part.remove()));
  return { box, note, more, panel, leave };
}

/**
 * @param {Task} task
 * @param {{ isDone: boolean, isOut: boolean }} state
 */
export function showTask({ box, note, leave }, { isDone, isOut }) {
  box.checked = isDone;
  box.disabled = isOut;
  note.hidden = !isOut;
  leave.textContent = say(isOut ? "task_take_back" : "task_leave_out");
}

/** @param {Task} task */
export function toggleMore({ more, panel }) {
  panel.hidden = !panel.hidden;
  more.setAttribute("aria-expanded", String(!panel.hidden));
}

/** @param {Task} task */
export async function copyLink({ box, panel }) {
  const link = new URL(`#${box.id}`, location.href);
  const isCopied = await copyText(link.href);
  // Then it is at least where every browser lets a link be copied. Nothing may hear of it: the
  // theme would take it for a visit, and put the page there anew.
  if (!isCopied) history.replaceState(history.state, "", link);
  announce(panel, say(isCopied ? "copied_link" : "copy_link_refused"));
}

function statusLine() {
  const line = make("p", "status");
  line.setAttribute("role", "status");
  return line;
}
