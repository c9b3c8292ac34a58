/**
 * A message as the search sees it: even white space, straight quotes, nothing invisible, cut into
 * lines and sentences. Every place in it leads back to the text that was pasted.
 */

/** Characters that are read: far more than any message about a job. */
const MOST_READ = 40_000;
/** Words, above which a header begins the message that is answered and not this one. */
const FEW = 12;

/** Characters of a sentence. */
const LONGEST_SENTENCE = 1_000;

const SPACES = /[\t\v\f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const BREAKS = /\r(?!\n)|[\u0085\u2028\u2029]/g;
/** What stands for a picture. */
const PICTURE = /\ufffc/g;
const VISIBLE = /[\P{C}\n]+/gu;
const HEADER = /^(?:from|to|cc|subject|sent|date|reply-to):/i;
const QUOTED = /^(?:-+ ?original message|on .{6,120} wrote:$|_{9,}$|>)/i;
const FORWARDED = /^(?:-+ ?forwarded message|begin forwarded message)/i;
/** A point after these ends no sentence, or only if what follows begins one. */
const SHORT = /(?:^|[^\p{L}])(?:mrs?|ms|dr|prof|[js]r|st|sdn|pvt|pte|no|ref|approx|vs|e\.g|i\.e|\p{L})$/iu;
const FIRM = /(?:^|[^\p{L}])(?:inc|ltd|co|corp|pvt|plc|sdn|pte)$/iu;

/**
 * @typedef {{ start: number, end: number }} Span
 * @typedef {"head" | "body" | "foot" | "quote"} Zone  foot: legal lines, how to unsubscribe
 * @typedef {Span & { text: string, plain: string, zone: Zone }} Part  a line, or a sentence; plain:
 *   in small letters without accents, for phrases
 *
 * @typedef {object} Message
 * @property {string} text
 * @property {(span: Span) => Span} place  in what was pasted
 * @property {Part[]} lines
 * @property {Part[]} sentences  of the body
 */

/**
 * @param {string} pasted
 * @param {import("./phrases.js").Find} footer
 * @returns {Message}
 */
export function readMessage(pasted, footer) {
  const { text, places } = evenOut(pasted.slice(0, MOST_READ));
  const lines = cutLines(text, footer);
  return {
    text,
    lines,
    sentences: cutSentences(text, lines),
    place: ({ start, end }) => ({ start: places[start] ?? 0, end: (places[end - 1] ?? -1) + 1 }),
  };
}

/** @param {string} pasted */
function evenOut(pasted) {
  const even = pasted
    .replace(SPACES, " ")
    .replace(BREAKS, "\n")
    .replace(PICTURE, "\0")
    .replace(/[\u2018\u2019\u201b\u02bc\xb4`\u2032]/g, "'")
    .replace(/[\u201c-\u201e\xab\xbb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  /** @type {number[]} */
  const places = [];
  let text = "";
  let last = "\n";
  for (const { 0: seen, index } of even.matchAll(VISIBLE)) {
    for (let at = 0; at < seen.length; at += 1) {
      const unit = seen.charAt(at);
      if (unit === " " && (last === " " || last === "\n")) continue;
      places.push(index + at);
      text += last = unit;
    }
  }
  return { text, places };
}

/**
 * @param {string} text
 * @param {import("./phrases.js").Find} footer
 */
function cutLines(text, footer) {
  let start = 0;
  let words = 0;
  let isQuote = false;
  return text.split("\n").map((whole) => {
    const mark = (words <= FEW && /^[> ]*/.exec(whole)?.[0].length) || 0;
    const line = whole.slice(mark).trimEnd();
    isQuote ||= words > FEW && (QUOTED.test(line) || /^from:/i.test(line));
    const isHead = words <= FEW && (HEADER.test(line) || QUOTED.test(line) || FORWARDED.test(line));
    /** @type {Zone} */
    const zone = isQuote ? "quote" : isHead ? "head" : footer(line.toLowerCase()).length > 0 ? "foot" : "body";
    if (zone === "body") words += line.split(" ").length;
    const part = makePart(text, start + mark, start + mark + line.length, zone);
    start += whole.length + 1;
    return part;
  });
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Zone} zone
 * @returns {Part}
 */
export function makePart(text, start, end, zone = "body") {
  const own = text.slice(start, end).replaceAll("\n", " ");
  // Letter by letter, so that places stay the same.
  const plain = own.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize("NFD").charAt(0));
  return { start, end, zone, text: own, plain: plain.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) };
}

/**
 * @param {string} text
 * @param {readonly Part[]} lines
 */
function cutSentences(text, lines) {
  /** @type {Part[]} */
  const sentences = [];
  let start = -1;
  lines.forEach((line, index) => {
    if (line.zone !== "body" || line.text === "") return;
    if (start < 0) start = line.start;
    const next = lines[index + 1];
    if (next?.zone === "body" && isWrapped(line.text, next.text)) return;
    sentences.push(...cut(text, start, line.end));
    start = -1;
  });
  return sentences;
}

/**
 * Whether a sentence goes on in the next line.
 *
 * @param {string} line
 * @param {string} next
 */
function isWrapped(line, next) {
  if (/^\p{Ll}/u.test(next)) return true;
  return next !== "" && line.length > 60 && !/[.!?:;,]["')]*$/.test(line);
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} end
 */
function cut(text, from, end) {
  const sentences = [];
  let start = from;
  for (const { 0: stop, index } of text.slice(from, end).matchAll(/[.!?]["')]{0,3}(?=\s)|$/g)) {
    const at = from + index;
    const before = text.slice(Math.max(start, at - 8), at);
    const isFirm = FIRM.test(before) && /^\s[\p{Ll}(]/u.test(text.slice(at + 1, at + 3));
    if (stop === "." && (SHORT.test(before) || isFirm)) continue;
    // No sentence of a letter is longer, and the time for each grows with the square of its length.
    for (; start < at + stop.length; start += LONGEST_SENTENCE) {
      const part = makePart(text, start, Math.min(start + LONGEST_SENTENCE, at + stop.length));
      if (/\p{L}/u.test(part.text)) sentences.push(part);
    }
    start = at + stop.length + 1;
  }
  return sentences;
}
