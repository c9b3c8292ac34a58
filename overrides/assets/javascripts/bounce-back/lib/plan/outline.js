/**
 * What there is on the site to tick, to answer and to send. The plan's page brings it along as
 * JSON, written from the same content as the pages themselves (guidekit/build/outline.py).
 */

/**
 * @typedef {object} Listed
 * @property {string} page  as the records name it: `checklists/first-ten-minutes/`
 * @property {string} title
 *
 * @typedef {{ id: string, label: string }} Question
 *
 * @typedef {object} Outline
 * @property {(Listed & { items: string[] })[]} checklists
 * @property {(Listed & { questions: Question[] })[]} questions
 */

/**
 * @returns {Outline} empty when the page has none, and then the plan still shows what was kept
 */
export function readOutline() {
  try {
    return JSON.parse(document.getElementById("outline")?.dataset.outline ?? "");
  } catch {
    return { checklists: [], questions: [] };
  }
}
