/** The ways in which a letter leaves the page other than the clipboard. */

import { emlFile } from "./eml.js";
import { follow, openSite as openTab, saveFile } from "./files.js";
import { gmailLink, mailtoLink, outlookLink } from "./mail-links.js";

/**
 * @typedef {import("./letter.js").LetterText} LetterText
 * @typedef {import("./letter-actions.js").Answer} Answer
 */

/** Beyond 2,048 characters Chromium on Windows opens nothing, and says nothing. */
const LONGEST_MAILTO = 1600;
/** What a web server commonly takes as one address. */
const LONGEST_WEB = 8000;

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
  saveFile(emlFile(text), "message/rfc822", `${name}.eml`);
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
  openTab(link);
  return { words: "site_opened" };
}
