/** What was read in a message, in the form in which `guidekit decode` prints it. */

import { SURE, decode } from "./decode.js";
import { makeRules } from "./rules.js";

/** @type {import("./rules.js").Rules} */
let rules;

/** @param {import("./rules.js").Data} data */
export function prepare(data) {
  rules = makeRules(data);
}

/** @param {string} text */
export function report(text) {
  const { kind, confidence, names, stage, signals } = decode(text, rules);
  const { company, role, recruiter, candidate } = names;
  /** @param {import("./decode.js").Name | undefined} found */
  const claim = (found) => (found && found.confidence >= SURE ? found.name : null);
  const round = (/** @type {number | undefined} */ share) => (share === undefined ? null : Math.round(share * 100) / 100);
  const said = signals.map(({ signal }) => signal);
  return {
    kind,
    company: claim(company),
    role: claim(role),
    recruiter: claim(recruiter),
    candidate: claim(candidate),
    stage: stage?.stage ?? null,
    signals: kind === "rejection" && said.length === 0 ? ["condolence_only"] : said,
    confidence: {
      kind: round(confidence),
      company: round(company?.confidence),
      role: round(role?.confidence),
      recruiter: round(recruiter?.confidence),
      candidate: round(candidate?.confidence),
    },
  };
}
