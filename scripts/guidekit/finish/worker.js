/**
 * The service worker: keeps one whole version of the site in the browser, for times without a
 * network. finish/worker.py puts the version and the list of files in front of this.
 *
 * A page comes from the network when that answers in time, everything else from what is kept. A
 * version is kept whole or not at all. A newer one waits until the reader asks for it or closes
 * the last page. It never touches what the reader saved, which a worker cannot even see.
 */

/** Milliseconds that a page may take before the kept one is shown. */
const LIMIT = 3000;
/** How many files are asked for at a time. */
const AT_ONCE = 8;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const prefix = `bounce-back ${scope} `;
const name = prefix + VERSION;
/** Where a version notes the hashes of its files. */
const NOTE = `${scope}?files`;

const kept = new Map(Object.entries(FILES));
/** A name with a hash in it is never used for anything else again. */
const HASH = /\.[0-9a-f]{8}(?=\.)/;
const withoutHash = new Map([...kept.keys()].map((path) => [path.replace(HASH, ""), path]));

worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(begin()));
worker.addEventListener("message", ({ data }) => {
  // The reader asked for the newer version: nothing else ever does.
  if (data === "take over") worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer.catch(() => fetch(event.request)));
});

/** Fetch what is new, take over what is not, and keep nothing when a file is missing. */
async function keep() {
  const cache = await caches.open(name);
  try {
    const older = await keptBefore();
    const waiting = [...kept];
    const next = async () => {
      for (let file; (file = waiting.pop()); ) await keepFile(cache, older, ...file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    await cache.put(NOTE, Response.json(FILES));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/**
 * @param {Cache} cache
 * @param {{ cache: Cache, files: Record<string, string> }[]} older
 * @param {string} path
 * @param {string} hash
 */
async function keepFile(cache, older, path, hash) {
  const url = scope + path;
  const same = older.find(({ files }) => files[path] === hash);
  const response = (await same?.cache.match(url)) ?? (await fetchFile(url));
  await cache.put(url, response);
}

/** @param {string} url */
async function fetchFile(url) {
  // A file without a hash in its name may lie in the browser's own cache in an old state.
  const response = await fetch(url, { cache: HASH.test(url) ? "default" : "no-cache" });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return withStatus(response, 200);
}

/** The versions that are kept, the newest first, each with its note. */
async function keptBefore() {
  const names = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
  const all = names.reverse().map(async (other) => {
    const cache = await caches.open(other);
    const note = await cache.match(NOTE);
    return { cache, files: note ? await note.json() : {} };
  });
  return Promise.all(all);
}

/** Clear up: of older versions only the one before stays, for tabs that still show it. */
async function begin() {
  const older = (await caches.keys()).filter((other) => other.startsWith(prefix) && other !== name);
  await Promise.all(older.slice(0, -1).map((other) => caches.delete(other)));
  await worker.clients.claim();
}

/**
 * @param {FetchEvent} event
 * @returns {Promise<Response> | undefined} nothing for what the worker leaves alone
 */
function answerTo(event) {
  const { request } = event;
  const [url = ""] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !url.startsWith(scope)) return undefined;
  const path = url.slice(scope.length).replace(/(^|\/)index\.html$/, "$1");
  if (kept.has(path)) return isPage(path) ? page(event, path) : file(path);
  if (request.mode === "navigate") return unknownPage(request, path);
  return HASH.test(path) ? fileOfAnotherVersion(request, path) : undefined;
}

/** @param {string} path */
const isPage = (path) => !path || path.endsWith("/") || path.endsWith(".html");

/**
 * A page from the network, or as it is kept: when there is no network, when that takes too long,
 * or when a host answers that it is broken or half there.
 *
 * @param {FetchEvent} event
 * @param {string} path
 */
async function page(event, path) {
  const network = fetchPage(event.request);
  event.waitUntil(network.catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(resolve, LIMIT));
  const answer = await Promise.race([network.catch(() => undefined), late]);
  if (answer instanceof Response && answer.status !== 404 && answer.status < 500) return answer;
  return (await match(path)) ?? network;
}

/**
 * From the network, and not from what the browser thinks is still fresh.
 * @param {Request} request
 */
async function fetchPage(request) {
  return fetch(new Request(request, { cache: "no-cache" }));
}

/** @param {string} path */
async function file(path) {
  return (await match(path)) ?? fetch(scope + path);
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function unknownPage(request, path) {
  try {
    return await fetchPage(request);
  } catch (error) {
    if (kept.has(`${path}/`)) return Response.redirect(`${scope + path}/`, 301);
    const lost = await match("404.html");
    if (!lost) throw error;
    return withStatus(lost, 404);
  }
}

/**
 * A script or style of an older or a newer version: from a version that is kept, or the network.
 * Failing that, what has its place in this version is better than nothing.
 *
 * @param {Request} request
 * @param {string} path
 */
async function fileOfAnotherVersion(request, path) {
  for (const { cache } of await keptBefore()) {
    const found = await cache.match(scope + path);
    if (found) return found;
  }
  const answer = await fetch(request).catch(() => undefined);
  if (answer?.ok) return answer;
  const place = withoutHash.get(path.replace(HASH, ""));
  return (place && (await match(place))) || answer || Response.error();
}

/** @param {string} path */
async function match(path) {
  return (await caches.open(name)).match(scope + path);
}

/**
 * A copy with this status. A response that came by a redirect may not answer a navigation, and
 * a copy may.
 *
 * @param {Response} response
 * @param {number} status
 */
function withStatus(response, status) {
  if (response.status === status && !response.redirected) return response;
  return new Response(response.body, { status, headers: response.headers });
}
