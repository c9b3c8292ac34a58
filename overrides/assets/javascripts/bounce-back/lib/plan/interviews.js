/**
 * The interviews that answers belong to. There is one from the start, and its answers are kept as
 * they would be if there were no others; only a reader who adds a second needs to know of them.
 */

import { dayInWords, isDay } from "./days.js";
import { say } from "../strings.js";

/**
 * @typedef {object} Interview
 * @property {string} company
 * @property {string} role
 * @property {import("./days.js").Day | ""} date
 */

/** The id of the interview that nobody has to add. */
export const FIRST = "first";

/** @type {Interview} */
export const EMPTY_INTERVIEW = { company: "", role: "", date: "" };

/**
 * @param {unknown} value
 * @returns {value is Interview}
 */
export function isInterview(value) {
  const { company, role, date } = Object(value);
  return (
    typeof company === "string" && typeof role === "string" && (date === "" || isDay(date))
  );
}

/**
 * The id of the record with the answers of a page about an interview.
 *
 * @param {string} page
 * @param {string} interview
 */
export const answersId = (page, interview) => (interview === FIRST ? page : `${page}@${interview}`);

/**
 * @param {string} id  of a record with answers
 * @returns {{ page: string, interview: string }}
 */
export function splitAnswersId(id) {
  const at = id.lastIndexOf("@");
  return at < 0 ? { page: id, interview: FIRST } : { page: id.slice(0, at), interview: id.slice(at + 1) };
}

/**
 * "Illustrator at Lantern Studio, 12 November 2026"
 *
 * @param {Interview} interview
 * @param {number} number  its place among all, counted from one
 */
export function interviewName({ company, role, date }, number) {
  const [who, what] = [company.trim(), role.trim()];
  const name = who && what ? say("interview_at", { role: what, company: who }) : who || what;
  const day = date && dayInWords(date, "day_full");
  if (name || day) return [name, day].filter(Boolean).join(", ");
  return number === 1 ? say("interview_first") : say("interview_number", { number });
}
