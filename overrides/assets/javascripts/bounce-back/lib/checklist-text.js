/** The checklists of a page as Markdown, with the ticks as they are: what a code host renders. */

/** What is in the page beside the words: what we added, and the numbers of sources. */
const NOT_WORDS = ".task__note, .task__more, .task__panel, .citation";

/** @type {Record<string, string>} */
const MARKS = { strong: "**", b: "**", em: "*", i: "*", del: "~~" };

/**
 * @param {Element} page  holds a title, checklists, and a heading before each that has one
 * @param {string} leftOut  the words behind an item that is not for this reader
 * @returns {string}
 */
export function checklistText(page, leftOut) {
  const title = page.querySelector("h1");
  const blocks = title ? [`# ${blockText(title)}`] : [];
  for (const list of page.querySelectorAll("task-checklist")) {
    const heading = headingOf(list);
    if (heading) blocks.push(`## ${blockText(heading)}`);
    const items = list.querySelector(".checklist__items");
    if (items) blocks.push(listLines(items, leftOut).join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}

/** @param {Element} list */
function headingOf(list) {
  let before = list.previousElementSibling;
  while (before && !before.matches("h2, h3, h4, task-checklist")) before = before.previousElementSibling;
  return before?.matches("task-checklist") ? null : before;
}

/**
 * @param {Element} list
 * @param {string} leftOut
 * @returns {string[]}
 */
function listLines(list, leftOut) {
  return [...list.children].flatMap((item, index) => {
    const mark = list.localName === "ol" ? `${index + 1}. ` : "- ";
    const inner = [...item.children].filter((child) => child.matches("ul, ol"));
    const nested = inner.flatMap((child) => listLines(child, leftOut));
    const indent = " ".repeat(mark.length);
    return [mark + itemText(item, leftOut), ...nested.map((line) => indent + line)];
  });
}

/**
 * @param {Element} item
 * @param {string} leftOut
 */
function itemText(item, leftOut) {
  const box = item.querySelector(":scope > .task__box");
  const words = blockText(item);
  if (!(box instanceof HTMLInputElement)) return words;
  // Without a box, so that a code host does not count it either.
  if (box.disabled) return `~~${words}~~ (${escapeText(leftOut)})`;
  return `[${box.checked ? "x" : " "}] ${words}`;
}

/**
 * The words of a heading or an item, as one line that is a paragraph and nothing else.
 * @param {Element} element
 */
function blockText(element) {
  const text = inlineText(element).replace(/[ \t\n\f\r]+/g, " ").trim();
  return text.replace(/^(\d{1,9})(?=[.)])/, "$1\\").replace(/^[#>+=-]|#$/g, "\\$&");
}

/**
 * @param {Node} node
 * @returns {string}
 */
function inlineText(node) {
  if (node instanceof Text) return escapeText(node.data);
  if (!(node instanceof Element) || node.matches(NOT_WORDS)) return "";
  if (node.localName === "code") return codeText(node.textContent ?? "");
  const parts = [...node.childNodes].filter((child) => !(child instanceof Element && child.matches("ul, ol")));
  const inner = parts.map(inlineText).join("");
  if (node instanceof HTMLAnchorElement) return `[${inner}](<${node.href}>)`;
  const mark = MARKS[node.localName] ?? "";
  return node.localName === "br" ? " " : mark + inner + mark;
}

/** @param {string} text */
function escapeText(text) {
  // A sign is escaped only where it would mean something, so that the text reads well as it is.
  return text.replace(/[\\`*_[\]~]|<(?=[\w/!?])|&(?=#?\w+;)/g, "\\$&");
}

/** @param {string} code */
function codeText(code) {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${code} ${fence}`;
}
