/** Text that a reader typed, made fit to stand in a letter. */

/**
 * Without what would break or hide in a mail program: control characters, halves of characters,
 * and, unless it may have several lines, line breaks.
 *
 * @param {string} typed
 * @param {boolean} isMultiline
 * @returns {string}
 */
export function cleanText(typed, isMultiline = false) {
  const clean = typed
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
  return (isMultiline ? clean : clean.replace(/\s*\n\s*/g, " ")).trim();
}
