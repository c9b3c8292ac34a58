// Reads JSON lines, each with named words, phrases and a text, and answers each with the places at
// which the phrases are found in the text.
import { createInterface } from "node:readline";

import { makeReader } from "../../overrides/assets/javascripts/bounce-back/lib/decode/phrases.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { words, phrases, text } = JSON.parse(line);
  const found = makeReader(words).readPhrases(phrases)(text);
  console.log(JSON.stringify(found.map(({ start, end }) => [start, end])));
}
