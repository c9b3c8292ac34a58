/**
 * The box for a message that somebody got. What reads it is loaded when the box is used, and then
 * asks for nothing more: the text stays in the page, or in this browser where the reader ticks that.
 */

import { connectKeeping } from "../lib/kept-message.js";
import { PageElement } from "../lib/page.js";
import { announce } from "../lib/status.js";
import { say } from "../lib/strings.js";

class PastedMessage extends PageElement {
  /** @param {AbortSignal} signal */
  start(signal) {
    /** @type {Promise<import("../lib/decode/index.js").Box> | undefined} */
    let loading;
    const load = async () => {
      loading ??= import("../lib/decode/index.js").then(({ openBox }) => openBox(this, signal));
      return loading;
    };
    const read = async () => {
      try {
        // Seen only where the network is slow: what reads it says something else at once.
        if (!this.hasAttribute("data-ready")) announce(this, say("paste_loading"));
        (await load()).read();
      } catch (error) {
        // Perhaps only the network: the next press tries again.
        loading = undefined;
        announce(this, say("paste_not_loaded"));
        console.error(error);
      }
    };
    const prepare = () => void load().catch(() => (loading = undefined));
    this.addEventListener("focusin", prepare, { signal });
    // The reader may have been quicker than this code.
    if (this.matches(":focus-within")) prepare();
    this.addEventListener("submit", (event) => (event.preventDefault(), void read()), { signal });
    this.addEventListener("paste", (event) => onPaste(event, read), { signal });
    return connectKeeping(this, signal);
  }
}

/**
 * Text that was pasted is read at once. Only a browser that has it as HTML alone needs help.
 *
 * @param {ClipboardEvent} event
 * @param {() => Promise<void>} read
 */
async function onPaste({ target, clipboardData }, read) {
  if (!(target instanceof HTMLTextAreaElement) || !clipboardData) return;
  const markup = clipboardData.getData("text/plain") ? "" : clipboardData.getData("text/html");
  if (markup) {
    const { textOf } = await import("../lib/decode/html.js");
    target.setRangeText(textOf(markup));
    target.dispatchEvent(new Event("input", { bubbles: true }));
  }
  window.setTimeout(() => void read());
}

customElements.define("pasted-message", PastedMessage);
