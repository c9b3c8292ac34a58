/**
 * The plan in an address, for a mentor to read: `#plan=1.<packed>`. What stands after the `#` is not
 * sent to any server. It holds what the reader chose and nothing else, and opening it keeps nothing.
 */

import { isItem } from "./items.js";

/**
 * @typedef {import("./items.js").Item} Item
 *
 * @typedef {object} Shared
 * @property {string} made  the day
 * @property {[Item, boolean][]} items  with whether it is done
 * @property {[string, string][]} answers  questions and answers
 */

const MARK = "#plan=1.";
/** Some programs cut longer addresses off. */
export const LONGEST_LINK = 8000;
/** Characters that may come out of an address: what is packed small may be huge. */
const MOST = 400_000;

/**
 * @param {string} page  the address of the plan
 * @param {Shared} shared
 * @returns {Promise<string>} empty when it does not fit, or this browser cannot pack
 */
export async function shareLink(page, shared) {
  if (!("CompressionStream" in window)) return "";
  const text = new Blob([JSON.stringify(shared)]);
  const packed = await new Response(text.stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
  const link = page.replace(/#.*$/, "") + MARK + toBase64(new Uint8Array(packed));
  return link.length <= LONGEST_LINK ? link : "";
}

/** @param {string} hash */
export const isShared = (hash) => hash.startsWith(MARK);

/**
 * @param {string} hash
 * @returns {Promise<Shared | undefined>} nothing when it is damaged
 */
export async function readShared(hash) {
  try {
    const shared = JSON.parse(await unpack(fromBase64(hash.slice(MARK.length))));
    const isSound =
      typeof shared.made === "string" &&
      shared.items.every((/** @type {unknown} */ one) => isPair(one) && isItem(one[0]) && typeof one[1] === "boolean") &&
      shared.answers.every((/** @type {unknown} */ one) => isPair(one) && one.every((text) => typeof text === "string"));
    return isSound ? shared : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} value
 * @returns {value is [unknown, unknown]}
 */
const isPair = (value) => Array.isArray(value) && value.length === 2;

/** @param {Uint8Array<ArrayBuffer>} packed */
async function unpack(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (text.length > MOST) throw new Error("More than any plan holds.");
  }
  return text;
}

/** @param {Uint8Array} octets */
const toBase64 = (octets) =>
  btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** @param {string} text */
const fromBase64 = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
