// Reads JSON lines: first the phrases, then one text to a line; answers each with a line of matches.
import { createInterface } from "node:readline";

import { findTone } from "../../overrides/assets/javascripts/bounce-back/lib/tone.js";

let phrases;
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const matches = phrases ? findTone(question, phrases) : [];
  phrases ??= question;
  console.log(JSON.stringify(matches.map(({ start, end, phrase }) => [start, end, phrase.id])));
}
