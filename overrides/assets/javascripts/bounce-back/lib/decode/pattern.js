/**
 * How a phrase is read, and tried at a place of a text. How phrases are written is said in
 * docs/_data/decode.en.json.
 *
 * Regular expressions would find the same, but a browser makes those ready anew in every visit, which
 * took longer than to read a message.
 */

/**
 * @typedef {import("./rules.js").Listed} Listed
 * @typedef {((at: number) => number) & { heads: readonly string[] }} Match  the end of what begins at
 *   a place, or -1; heads: it begins with one of these, or with anything where there are none
 */

/** What `~` stands for, any ending of a verb. */
const ENDING = "(e|es|s|d|ed|ing|ning|ting)?";

/** The text that is searched. */
let searched = "";

/** @param {string} text  in which phrases are tried from now on */
export function search(text) {
  searched = text;
}

/** Phrases end where a word does, and those that are a whole line behind its last word. */
export const atEndOfWord = as([], (at) => (/[\w-]/.test(searched.charAt(at)) ? -1 : at));
export const atEndOfLine = as([], (at) => (/^[\w-]|\p{L}/u.test(searched.slice(at)) ? -1 : at));

/**
 * @param {readonly string[]} heads
 * @param {(at: number) => number} match
 * @returns {Match}
 */
function as(heads, match) {
  return Object.assign(match, { heads });
}

/**
 * A function that makes phrases ready to be tried.
 *
 * @param {Record<string, Listed>} named  the phrases that `<name>` stands for
 */
export function makePatterns(named) {
  /** @type {Record<string, (rest: Match) => Match>} */
  const groups = {};
  return (/** @type {Listed} */ phrases, /** @type {Match} */ end) =>
    cutChoice(bracket(phrases)).parts.map((part) => readPart(part, end));

  /**
   * @param {string} source
   * @param {Match} end  what has to follow all of it
   * @returns {Match}
   */
  function readPart(source, end) {
    if (!source) return end;
    if (source.startsWith("(")) return readChoice(source, end);
    const [head = "", stars, name] = /^(\*+) |^<(\w+)>|^[^(*<]+/.exec(source) ?? [];
    const rest = readPart(source.slice(head.length), end);
    if (name) return (groups[name] ??= readGroup(named[name] ?? []))(rest);
    if (stars) return as([], (at) => skipWords(at, stars.length > 1, rest));
    const first = head.charCodeAt(0);
    return as([head], (at) =>
      // Asked first, as most do not even begin alike.
      searched.charCodeAt(at) === first && searched.startsWith(head, at) ? rest(at + head.length) : -1,
    );
  }

  /**
   * "(a|b)": the first that fits. It may be missing where ? follows, or be there often with *.
   *
   * @param {string} source
   * @param {Match} end
   */
  function readChoice(source, end) {
    const { parts, mark, after } = cutChoice(source);
    const rest = readPart(after, end);
    /** @type {Match} */
    const again = as([], (at) => whole(at));
    const all = parts.map((part) => readPart(part, mark === "*" ? again : rest));
    if (mark) all.push(rest);
    const isKnown = all.every(({ heads }) => heads.length > 0);
    const whole = as(isKnown ? [...new Set(all.flatMap(({ heads }) => heads))] : [], (at) => firstEnd(all, at));
    return whole;
  }

  /**
   * What `<name>` stands for. Many phrases begin with the same, so what is found at the last place is
   * kept.
   *
   * @param {Listed} phrases
   * @returns {(rest: Match) => Match}
   */
  function readGroup(phrases) {
    let [text, place] = ["", -1];
    /** @type {number[]} */
    let ends = [];
    const one = readPart(bracket(phrases), as([], (at) => (ends.push(at), -1)));
    /** @param {number} at */
    const find = (at) => {
      if (place === at && text === searched) return ends;
      [text, place] = [searched, at];
      ends = [];
      one(at);
      return ends;
    };
    return (rest) => as(one.heads, (at) => firstOf(find(at), rest));
  }
}

/**
 * The end of the first that is found at a place, or -1.
 *
 * @param {readonly Match[]} matches
 * @param {number} at
 */
export function firstEnd(matches, at) {
  for (const match of matches) {
    const end = match(at);
    if (end >= 0) return end;
  }
  return -1;
}

/**
 * @param {readonly number[]} places
 * @param {Match} match
 */
function firstOf(places, match) {
  for (const at of places) {
    const end = match(at);
    if (end >= 0) return end;
  }
  return -1;
}

/**
 * Past as many words as fit, up to three, or eight of the same clause.
 *
 * @param {number} from
 * @param {boolean} isFar
 * @param {Match} rest
 */
function skipWords(from, isFar, rest) {
  const places = [from];
  for (let at = from; places.length <= (isFar ? 8 : 3); places.unshift(at)) {
    const end = searched.indexOf(" ", at);
    if (end <= at || (isFar && /[;:]/.test(searched.slice(at, end)))) break;
    at = end + 1;
  }
  return firstOf(places, rest);
}

/**
 * Phrases as one choice, in which only brackets say what belongs together.
 * @param {Listed} phrases
 */
const bracket = (phrases) =>
  `(${[phrases].flat().join("|").replaceAll("~", ENDING).replace(/([^)])\?/g, "($1)?")})`;

/**
 * Cut "(a|b)?c" into "a" and "b", "?", and "c".
 * @param {string} source
 */
function cutChoice(source) {
  const parts = [];
  let [at, from, depth] = [1, 1, 1];
  for (; depth > 0; at += 1) {
    const character = source.charAt(at);
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth > 1 || (depth === 1 && character !== "|")) continue;
    parts.push(source.slice(from, at));
    from = at + 1;
  }
  const mark = /[?*]?/.exec(source.charAt(at))?.[0] ?? "";
  return { parts, mark, after: source.slice(at + mark.length) };
}
