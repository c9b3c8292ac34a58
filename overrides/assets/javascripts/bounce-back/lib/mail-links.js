/** A letter as an address that opens it in a mail program or in a mail site. */

/** @typedef {import("./letter.js").LetterText} LetterText */

/**
 * RFC 6068, without an addressee: the reader answers a message, or knows whom to write to.
 * @param {LetterText} text
 */
export function mailtoLink({ subject, body }) {
  return `mailto:?${query({ subject, body }, "\r\n")}`;
}

/** @param {LetterText} text */
export function gmailLink({ subject, body }) {
  return `https://mail.google.com/mail/?${query({ view: "cm", fs: "1", su: subject, body })}`;
}

/** @param {LetterText} text */
export function outlookLink({ subject, body }) {
  return `https://outlook.live.com/mail/0/deeplink/compose?${query({ subject, body })}`;
}

/**
 * @param {Record<string, string>} values
 * @param {string} lineBreak
 */
function query(values, lineBreak = "\n") {
  return Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encode(value.replaceAll("\n", lineBreak))}`)
    .join("&");
}

/**
 * Everything but letters, digits and -._~ as %XX, because some programs stop at a ' or a ).
 * @param {string} text
 */
function encode(text) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
