/** Handing something over to the browser: a file to save, an address to open. */

/** Milliseconds that a browser may take to fetch the file it was given. */
const FETCH_TIME = 60_000;

/**
 * @param {string} text
 * @param {string} type
 * @param {string} name
 */
export function saveFile(text, type, name) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  follow({ href: address, download: name });
  window.setTimeout(() => URL.revokeObjectURL(address), FETCH_TIME);
}

/** @param {string} href  of another site, which learns nothing of this one */
export const openSite = (href) => follow({ href, target: "_blank", rel: "noopener noreferrer" });

/** @param {Partial<HTMLAnchorElement>} link */
export function follow(link) {
  Object.assign(document.createElement("a"), link).click();
}
