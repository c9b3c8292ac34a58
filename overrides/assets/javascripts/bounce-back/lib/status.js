/** What the page says to the reader, seen and heard. */

import { say } from "./strings.js";

/** @type {Record<Exclude<import("./storage-area.js").Trouble, "">, string>} */
const TROUBLES = {
  refused: "not_kept",
  full: "not_kept_full",
  newer: "not_kept_newer",
  set_aside: "set_aside",
};

/**
 * Put a message into the element's live region, and buttons for what may be wanted next.
 *
 * @param {Element} host
 * @param {string} message
 * @param {readonly string[]} offers  names of actions
 */
export function announce(host, message, offers = []) {
  // Parts of the element may have regions of their own.
  const region = host.querySelector(":scope > .status") ?? host.querySelector(".status");
  if (!region || (message === "" && !region.hasChildNodes())) return;
  // A screen reader stays silent when the words do not change: a space at the end changes them.
  const isRepeated = message !== "" && region.firstChild?.textContent === message;
  const hadFocus = region.contains(document.activeElement);
  region.replaceChildren(isRepeated ? `${message}\u00a0` : message, ...offers.map(offer));
  // The button that had it is gone, and Tab is to go on from here.
  if (hadFocus && region instanceof HTMLElement) {
    region.tabIndex = -1;
    region.focus();
  }
}

/** @param {string} action */
function offer(action) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button status__offer";
  button.dataset.action = action;
  button.textContent = say(action.replaceAll("-", "_"));
  return button;
}

/**
 * Show, for as long as it lasts, that something is not being kept. Once on a page is enough.
 *
 * @param {Element} host
 * @param {import("./kept.js").Kept<any>} kept
 * @param {AbortSignal} signal
 */
export function showTrouble(host, kept, signal) {
  const line = document.createElement("p");
  line.className = "trouble";
  line.setAttribute("role", "status");
  host.prepend(line);

  const update = () => {
    const message = kept.trouble && say(TROUBLES[kept.trouble]);
    const isShown = [...document.querySelectorAll(".trouble")].some(
      (other) => other !== line && other.textContent === message,
    );
    line.textContent = isShown ? "" : message;
  };
  kept.addEventListener("trouble", update, { signal });
  signal.addEventListener("abort", () => line.remove());
  update();
}
