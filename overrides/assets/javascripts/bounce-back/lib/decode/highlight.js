/** A message with the words marked that a finding rests on. Text is text, whatever is in it. */

import { make } from "../dom.js";

/**
 * @param {string} text
 * @param {import("./decode.js").Decoded} read
 * @returns {(Node | string)[]}
 */
export function highlight(text, { names, signals, stage, evidence }) {
  const marks = [
    ...Object.entries(names).map(([of, span]) => ({ ...span, of })),
    ...signals.map((span) => ({ ...span, of: span.signal })),
    ...(stage ? [{ ...stage, of: "stage" }] : []),
    ...evidence.map((span) => ({ ...span, of: "kind" })),
  ];
  // Names first: where two overlap, the one named first is marked.
  const kept = marks.filter(
    (mark, index) => !marks.slice(0, index).some(({ start, end }) => mark.start < end && mark.end > start),
  );
  kept.sort((one, two) => one.start - two.start);
  const parts = [];
  let at = 0;
  for (const { start, end, of } of kept) {
    const mark = make("mark", "", text.slice(start, end));
    mark.dataset.of = of;
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return [...parts, text.slice(at)];
}
