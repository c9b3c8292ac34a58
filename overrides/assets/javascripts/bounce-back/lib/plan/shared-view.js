/** A plan that somebody sent as a link: to read, and nothing of it is kept. */

import { make, makeButton } from "../dom.js";
import { say } from "../strings.js";
import { isStep } from "./items.js";
import { readShared } from "./share.js";
import { isDay } from "./days.js";
import { longDay, momentInWords, stepSentence } from "./words.js";

/** @typedef {import("./share.js").Shared} Shared */

/**
 * @param {Element} host
 * @param {string} hash
 */
export async function showShared(host, hash) {
  const shared = await readShared(hash);
  const place = host.querySelector(".plan__shared");
  const title = make("h2", "", say("shared_title"));
  title.tabIndex = -1;
  const own = makeButton(say("shared_close"), "close-shared", { kind: shared ? "" : "primary" });
  place?.replaceChildren(title, ...(shared ? contents(shared) : [make("p", "", say("shared_damaged"))]), make("p", "buttons", own));
  host.classList.add("plan--shared");
  title.focus();
}

/** @param {Shared} shared */
function contents({ made, items, answers }) {
  const steps = items.filter(([item]) => isStep(item));
  const lines = items.filter(([item]) => !isStep(item));
  return [
    make("p", "plan__hint", say("shared_hint", { day: isDay(made) ? longDay(made) : made })),
    ...list("plan_steps", steps.map(([item, isDone]) => stepLine(item, isDone))),
    ...list("plan_changes", lines.map(([{ text }]) => make("li", "", text))),
    ...(answers.length ? [make("h3", "", say("plan_answers"))] : []),
    ...answers.flatMap(([question, answer]) => [make("h4", "", question), make("p", "plan__quoted", answer)]),
  ];
}

/**
 * @param {import("./items.js").Item} item
 * @param {boolean} isDone
 */
function stepLine(item, isDone) {
  const { day, time, weekly } = item;
  const facts = [day && momentInWords(day, time), weekly && say("step_every_week"), isDone && say("shared_done")];
  return make("li", "", stepSentence(item), " ", make("span", "step__facts", facts.filter(Boolean).join(", ")));
}

/**
 * @param {string} heading
 * @param {Element[]} rows
 */
const list = (heading, rows) =>
  rows.length > 0 ? [make("h3", "", say(heading)), make("ul", "", ...rows)] : [];
