/** Making elements, and changing lists of them without disturbing the reader. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} content  text is text, whatever is in it
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/**
 * A button; `label` is its whole name where the words alone would not say what it is about.
 *
 * @param {string} words
 * @param {string} action
 * @param {{ label?: string, kind?: string }} [options]
 */
export function makeButton(words, action, { label, kind = "" } = {}) {
  const button = make("button", `button${kind && ` button--${kind}`}`, words);
  button.type = "button";
  button.dataset.action = action;
  if (label) button.setAttribute("aria-label", label);
  return button;
}
