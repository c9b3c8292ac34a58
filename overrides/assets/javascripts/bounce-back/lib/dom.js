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
 * @param {{ label?: string, kind?: string, type?: "button" | "submit" }} [options]
 */
export function makeButton(words, action, { label, kind = "", type = "button" } = {}) {
  const button = make("button", `button${kind && ` button--${kind}`}`, words);
  button.type = type;
  button.dataset.action = action;
  if (label) button.setAttribute("aria-label", label);
  return button;
}

/**
 * @param {string} words
 * @param {string} href
 * @param {string} className
 */
export function makeLink(words, href, className = "") {
  const link = make("a", className, words);
  link.href = href;
  return link;
}

/**
 * A copy of the first element of a template of the host.
 *
 * @param {Element} host
 * @param {string} name
 * @returns {HTMLElement}
 */
export function cloneTemplate(host, name) {
  const template = host.querySelector(`template[data-template="${name}"]`);
  const first = template instanceof HTMLTemplateElement && template.content.firstElementChild;
  const copy = first && first.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`There is no template ${name}.`);
  return copy;
}

/**
 * Make these the children of an element, moving only what is not yet in its place.
 *
 * @param {Element} parent
 * @param {readonly Element[]} children
 */
export function place(parent, children) {
  for (const [index, child] of children.entries()) {
    const there = parent.children[index] ?? null;
    if (there !== child) parent.insertBefore(child, there);
  }
  while (parent.children.length > children.length) parent.lastElementChild?.remove();
}

/**
 * Change the page, and give the focus back to what had it, should it only have moved.
 * @param {() => void} change
 */
export function keepFocus(change) {
  const focused = document.activeElement;
  change();
  const isLost = document.activeElement !== focused;
  if (isLost && focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
}

/**
 * Run soon, once for any number of calls until then.
 *
 * @param {() => void} action
 * @param {AbortSignal} signal
 * @returns {() => void}
 */
export function soon(action, signal) {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    window.setTimeout(() => {
      isComing = false;
      if (!signal.aborted) action();
    });
  };
}
