/** Which company and which job a message is about: guesses, each with what speaks for it. */

import { closes, companyEnd, isHead, isOrg, readWords, titleEnd, titleStart } from "./words.js";

/**
 * @typedef {import("./text.js").Span} Span
 * @typedef {import("./text.js").Part} Part
 * @typedef {import("./rules.js").Rules} Rules
 * @typedef {import("./words.js").Word} Word
 * @typedef {import("./words.js").Is} Is
 * @typedef {Span & { name: string, weight: number }} Guess
 * @typedef {Part & { words: Word[] }} Unit  a sentence or a line
 * @typedef {"company" | "role" | "candidate" | "recruiter"} Who
 * @typedef {Record<Who, Guess[]>} Guesses
 */

/**
 * @param {Part} part
 * @returns {Unit}
 */
export const asUnit = (part) => ({ ...part, words: readWords(part.text) });

/**
 * @param {Guess[]} guesses
 * @param {Unit} unit
 * @param {number} from
 * @param {number} to  behind the last word
 * @param {number} weight  3 is good evidence, 1 is weak
 */
export function note(guesses, unit, from, to, weight) {
  const [first, last] = [unit.words[from], unit.words[to - 1]];
  if (!first || !last || to <= from) return;
  const words = unit.text.slice(first.start, last.end).replace(/'s$/, "");
  const name = words.split("(").length > words.split(")").length ? `${words})` : words;
  const start = unit.start + first.start;
  guesses.push({ name, weight, start, end: start + name.length });
}

/**
 * @param {readonly Unit[]} units
 * @param {Rules} rules
 * @param {Guesses} guesses
 */
export function guessNames(units, rules, guesses) {
  units.forEach((unit, index) => {
    const reader = new Reader(unit, rules, guesses);
    // "the following position:", and the title in the next line
    if (index > 0 && endsWithJob(units[index - 1], rules.is)) reader.readTitle(0, true);
    for (const [kind, find] of Object.entries(rules.leads)) {
      for (const { end } of find(unit.plain)) reader.follow(kind, end);
    }
    reader.lookBack();
    reader.scan();
  });
}

/**
 * @param {Unit | undefined} unit
 * @param {Is} is
 */
const endsWithJob = (unit, is) => unit?.text.endsWith(":") && is("job", unit.words.at(-1)?.low);

class Reader {
  #unit;
  #words;
  #is;
  #guesses;

  /**
   * @param {Unit} unit
   * @param {Rules} rules
   * @param {Guesses} guesses
   */
  constructor(unit, rules, guesses) {
    this.#unit = unit;
    this.#words = unit.words;
    this.#is = rules.is;
    this.#guesses = guesses;
  }

  /**
   * What stands behind "interest in", "position of", "a career at".
   *
   * @param {string} kind
   * @param {number} end
   */
  follow(kind, end) {
    const at = this.#words.findIndex(({ start }) => start >= end);
    if (at < 0) return;
    if (kind === "at") this.readCompany(at, 2);
    else if (kind === "company" || (!this.readTitle(at, kind === "role") && kind === "either")) this.readCompany(at, 3);
  }

  /**
   * @param {number} at
   * @param {number} weight
   */
  readCompany(at, weight) {
    const end = companyEnd(this.#words, at, this.#is);
    const [first, last, next] = [this.#words[at], this.#words[end - 1], this.#words[end]];
    const isTitle = [last, next].some((word) => this.#is("heads", word?.low) || (word === next && this.#is("job", word?.low)));
    const isPlace = last?.after === "," && /^[A-Z]{2}$/.test(next?.text ?? "");
    const isVague = first?.low === "the" && end - at === 2 && this.#is("org", last?.low);
    if (end === at || isTitle || isPlace || isVague) return;
    const isWeak = this.#is("place", first?.low) || this.#is("platform", first?.low);
    note(this.#guesses.company, this.#unit, at, end, isWeak ? 0.5 : weight);
  }

  /**
   * @param {number} at
   * @param {boolean} isSure  that no company stands here
   * @returns {boolean} whether a title is there
   */
  readTitle(at, isSure) {
    const from = this.#skipOwner(this.#skipSmall(at));
    const end = titleEnd(this.#words, from, this.#is);
    const own = this.#words.slice(from, end);
    if (own.every(({ low }) => this.#is("generic", low))) return false;
    const isTitled = own.some((word) => isHead(word, this.#is));
    const isNamed = this.#is("job", this.#words[end]?.low) && !closes(this.#words[end - 1]);
    if (!isTitled && !isNamed && !(isSure && own[0]?.isName)) return false;
    const isPlain = own.every(({ isName }) => !isName);
    const weight = isTitled && !(isPlain && !isSure) ? 2.6 : isTitled ? 1.3 : 1.8;
    note(this.#guesses.role, this.#unit, from, end, isNamed ? 3 : weight);
    this.#seekCompany(isNamed ? end + 1 : end);
    return true;
  }

  /**
   * Past "the", "our new", "the position of".
   * @param {number} at
   */
  #skipSmall(at) {
    for (;;) {
      const [word = "", next = ""] = this.#words.slice(at, at + 2).map(({ low }) => low);
      if (/^(?:the|our|an?|your|this|my|of|open|next|new)$/.test(word) && !/^grad/.test(next)) at += 1;
      else if (this.#is("job", word) && /^(?:of|as|for)$/.test(next)) at += 2;
      else return at;
    }
  }

  /**
   * Past the company in "Lantern Studio's Junior Illustrator".
   * @param {number} at
   */
  #skipOwner(at) {
    const owner = this.#words.slice(at, at + 4).findIndex(({ low }) => /'s$/.test(low));
    const names = this.#words.slice(at, at + owner + 1);
    if (owner < 0 || !names.every(({ isName }) => isName) || this.#is("heads", names.at(-1)?.low.slice(0, -2))) return at;
    note(this.#guesses.company, this.#unit, at, at + owner + 1, 2.5);
    return at + owner + 1;
  }

  /**
   * The company behind a title: "at Lantern Studio".
   * @param {number} at
   */
  #seekCompany(at) {
    const [before, word] = [this.#words[at - 1], this.#words[at]];
    if (!word || (closes(before) && !before?.after.includes(")"))) return;
    if (before?.after === "," && isOrg(this.#words, at, this.#is)) this.readCompany(at, 2);
    else if (/^(?:at|with|within|@)$/.test(word.low)) this.readCompany(at + 1, 3);
    else if (/^(?:in|for|from)$/.test(word.low)) this.readCompany(at + 1, 1);
    else if (word.low === "here" || this.#is("job", word.low)) this.#seekCompany(at + 1);
  }

  /** What stands before "position", "role", "job". */
  lookBack() {
    this.#words.forEach((word, at) => {
      const isJob = this.#is("job", word.low);
      const isPartOfTitle = word.isName && this.#words[at + 1]?.isName && !word.after;
      if (word.before || (!isJob && !this.#is("nearJob", word.low)) || isPartOfTitle) return;
      if (isJob && word.after.includes(":")) this.readTitle(at + 1, true);
      const from = titleStart(this.#words, at, this.#is);
      const own = this.#words.slice(from, at);
      const isTitled = own.some((each) => isHead(each, this.#is));
      if (!isTitled && !(isJob && own.length > 0 && own.every(({ isName }) => isName))) return;
      note(this.#guesses.role, this.#unit, from, at, !isJob ? 2 : isTitled ? 3 : 1.8);
      this.#seekCompany(at + 1);
    });
  }

  /** Titles of several words anywhere, and companies that do something. */
  scan() {
    for (let at = 0; at < this.#words.length; at += 1) {
      const [before, word] = [this.#words[at - 1], this.#words[at]];
      if (!word?.isName || this.#is("small", word.low) || (before?.isName && !before.after && !this.#is("small", before.low))) continue;
      const end = titleEnd(this.#words, at, this.#is);
      const own = this.#words.slice(at, end);
      const isTitled = own.length > 1 && own.some(({ low }) => this.#is("heads", low));
      if (isTitled && !own.some(({ low }) => this.#is("hr", low))) note(this.#guesses.role, this.#unit, at, end, 1.5);
      else if (!before || before.after || /^(?:the|that|and|as|while|although)$/.test(before.low)) this.#readSubject(at);
    }
  }

  /** @param {number} at */
  #readSubject(at) {
    const end = companyEnd(this.#words, at, this.#is);
    if (this.#is("heads", this.#words[end - 1]?.low)) return;
    const isAlone = at === 0 && end === this.#words.length && !this.#is("hr", this.#words[end - 1]?.low);
    const isActing = this.#is("verb", this.#words[end]?.low) && !this.#words[end - 1]?.after;
    const isOrg = this.#words.some(({ low }) => this.#is("org", low));
    if (isActing || (isAlone && isOrg)) note(this.#guesses.company, this.#unit, at, end, end - at > 1 ? 2 : 1.2);
  }
}
