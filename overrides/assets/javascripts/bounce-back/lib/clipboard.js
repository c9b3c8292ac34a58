/** Copying text, or at least making it easy to copy by hand. */

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copyText(text) {
  try {
    // Absent on a page that is not served securely, refused where the reader or a frame forbids it.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Select everything from the start of the first to the end of the last.
 * @param {Element[]} elements  in the order of the document
 */
export function selectText(elements) {
  const [first, last] = [elements[0], elements.at(-1)];
  if (!first || !last) return;
  const range = document.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.childNodes.length);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/**
 * Let what is copied by hand be plain text: marks and links would come along into a mail program.
 *
 * @param {Element} host
 * @param {AbortSignal} signal
 */
export function copyPlainly(host, signal) {
  const listener = (/** @type {Event} */ event) => {
    const selection = document.getSelection();
    if (!(event instanceof ClipboardEvent) || !selection || selection.isCollapsed) return;
    if (!host.contains(selection.getRangeAt(0).commonAncestorContainer)) return;
    event.clipboardData?.setData("text/plain", selection.toString());
    event.preventDefault();
  };
  host.addEventListener("copy", listener, { signal });
}
