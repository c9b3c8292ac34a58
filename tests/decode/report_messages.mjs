// Reads JSON lines: first the data file of a language, answered with null, then one text to a line;
// answers each text with a line, the report, and the milliseconds that it kept the processor busy.
import { createInterface } from "node:readline";

import {
  prepare,
  report,
} from "../../overrides/assets/javascripts/bounce-back/lib/decode/report.js";

let isPrepared = false;
for await (const line of createInterface({ input: process.stdin })) {
  if (isPrepared) {
    const text = JSON.parse(line);
    const start = process.cpuUsage();
    const answer = report(text);
    const { user, system } = process.cpuUsage(start);
    console.log(JSON.stringify([answer, (user + system) / 1000]));
  } else {
    prepare(JSON.parse(line));
    console.log("null");
  }
  isPrepared = true;
}
