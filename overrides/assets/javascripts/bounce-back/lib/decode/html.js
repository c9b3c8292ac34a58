/** The text of HTML, as it would be read, without running or loading anything in it. */

const BLOCK = /^(?:address|article|blockquote|div|dl|dt|dd|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/;
const UNSEEN = /^(?:head|script|style|template|title|noscript)$/;

/** @param {string} markup */
export function textOf(markup) {
  // A document made like this has no window: scripts do not run and nothing is fetched.
  // Handlers and styles would be refused as well, and the browser would note each as a fault.
  const harmless = markup
    .replace(/\s(on\w+|style)(?=\s*=)/gi, " data-$1")
    .replace(/(<\/?)(?:style|script)\b/gi, "$1template");
  const { body } = new DOMParser().parseFromString(harmless, "text/html");
  return read(body).replace(/[ \t]*\n[ \t]*/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

/**
 * @param {Node} node
 * @returns {string}
 */
function read(node) {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? "").replace(/\s+/g, " ");
  if (!(node instanceof Element) && node.nodeType !== Node.ELEMENT_NODE) return "";
  const name = node.nodeName.toLowerCase();
  if (UNSEEN.test(name)) return "";
  if (name === "br") return "\n";
  const text = [...node.childNodes].map(read).join("");
  if (name === "td" || name === "th") return `${text} `;
  return BLOCK.test(name) ? `\n${text}\n${name === "p" ? "\n" : ""}` : text;
}
