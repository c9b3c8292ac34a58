/**
 * The kill switch: put this in the place of sw.js, and every browser that comes by throws away its
 * copy of the site and the worker. What the reader saved lies elsewhere and stays.
 */
const off = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// Here the reader is not asked: what is replaced is broken.
off.addEventListener("install", () => off.skipWaiting());
off.addEventListener("activate", (event) => event.waitUntil(clearUp()));

async function clearUp() {
  const prefix = `bounce-back ${off.registration.scope} `;
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await off.registration.unregister();
}
