/**
 * A letter as a file that a mail program opens as a draft (X-Unsent). From and Date are left to
 * that program, which adds them when the reader sends.
 */

/** Octets of text in an encoded word, so that "Subject: " and one of them fit into 78 characters. */
const MOST_OCTETS = 42;
const LINE = "\r\n";

/**
 * RFC 5322 with MIME. All of it is ASCII.
 * @param {import("./letter.js").LetterText} text
 */
export function emlFile({ subject, body }) {
  const headers = [
    ...(subject ? [`Subject: ${encodeHeader(subject)}`] : []),
    "X-Unsent: 1",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
  ];
  const lines = toBase64(body.replaceAll("\n", LINE)).match(/.{1,76}/g) ?? [];
  return [...headers, "", ...lines, ""].join(LINE);
}

/**
 * As it is when that is safe, else as encoded words (RFC 2047), none of which may cut a character.
 * @param {string} text
 */
function encodeHeader(text) {
  if (text.length < 60 && /^[!-~]+( [!-~]+)*$/.test(text) && !text.includes("=?")) return text;
  const words = [""];
  for (const char of text) {
    const word = words.at(-1) + char;
    if (new TextEncoder().encode(word).length <= MOST_OCTETS) words[words.length - 1] = word;
    else words.push(char);
  }
  return words.map((word) => `=?utf-8?B?${toBase64(word)}?=`).join(`${LINE} `);
}

/** @param {string} text */
function toBase64(text) {
  const octets = new TextEncoder().encode(text);
  return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(""));
}
