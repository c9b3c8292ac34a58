/** The ways in which a letter leaves the page other than the clipboard. */

import { emlFile } from "./eml.js";
import { gmailLink, mailtoLink, outlookLink } from "./mail-links.js";

/**
 * @typedef {import("./letter.js").LetterText} LetterText
 * @typedef {import("./letter-actions.js").Answer} Answer
 */

/** Beyond 2,048 characters Chromium on Windows opens nothing, and says nothing. */
const LONGEST_MAILTO = 1600;
/** What a web server commonly takes as one address. */
const LONGEST_WEB = 8000;
/** Milliseconds that a browser may take to fetch the file it was given. */
const FETCH_TIME = 60_000;

/** @type {Answer} */
const TOO_LONG = { words: "too_long", offers: ["copy", "eml"] };

/**
 * @param {LetterText} text
 * @returns {Answer}
 */
export function openMail(text) {
  const link = mailtoLink(text);
  if (link.length > LONGEST_MAILTO) return TOO_LONG;
  follow({ href: link });
  return { words: "mail_opened", offers: ["copy", "eml"] };
}

/** @param {LetterText} text */
export const openGmail = (text) => openSite(gmailLink(text));

/** @param {LetterText} text */
export const openOutlook = (text) => openSite(outlookLink(text));

/**
 * @param {LetterText} text
 * @param {string} name
 * @returns {Answer}
 */
export function download(text, name) {
  const file = new Blob([emlFile(text)], { type: "message/rfc822" });
  const address = URL.createObjectURL(file);
  follow({ href: address, download: `${name}.eml` });
  window.setTimeout(() => URL.revokeObjectURL(address), FETCH_TIME);
  return { words: "downloaded" };
}

/** @returns {Answer} */
export function print() {
  window.print();
  return { words: "" };
}

/**
 * @param {string} link
 * @returns {Answer}
 */
function openSite(link) {
  if (link.length > LONGEST_WEB) return TOO_LONG;
  follow({ href: link, target: "_blank", rel: "noopener noreferrer" });
  return { words: "site_opened" };
}

/** @param {Partial<HTMLAnchorElement>} link */
function follow(link) {
  Object.assign(document.createElement("a"), link).click();
}
