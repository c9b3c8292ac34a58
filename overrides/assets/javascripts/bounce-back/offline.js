/**
 * Keeps a copy of the site in the browser, and says when a newer version is ready. The reader
 * decides when to change over: until then they go on with the version they began with.
 */

import { isSavingData } from "./lib/page.js";

/** Start the worker that guidekit's finishing steps wrote. Nothing fails without it. */
export async function start() {
  if (!("serviceWorker" in navigator) || isSavingData()) return;
  const worker = new URL("../../../sw.js", import.meta.url);
  const registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  // The first version on this device is no news.
  const offer = () => navigator.serviceWorker.controller && registration.waiting && showNotice(registration);
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
}

/** @param {ServiceWorkerRegistration} registration */
async function showNotice(registration) {
  // Not with the page: hardly any visit has anything to say.
  const { say } = await import("./lib/strings.js");
  if (document.querySelector(".update")) return;
  const notice = document.createElement("div");
  const text = document.createElement("p");
  const show = makeButton(say("update_show"), "button--primary");
  const later = makeButton(say("update_later"), "button--quiet");
  notice.className = "update";
  text.setAttribute("role", "status");
  notice.append(text, show, later);
  // Before everything, for those who go through the page with the keyboard.
  document.body.prepend(notice);
  // A change that comes after the element is there is what a screen reader announces.
  requestAnimationFrame(() => (text.textContent = say("update_ready")));

  later.addEventListener("click", () => notice.remove());
  show.addEventListener("click", () => {
    // What is unsaved is written when the page is left, as with any other link.
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    if (registration.waiting) registration.waiting.postMessage("take over");
    else location.reload();
  });
}

/**
 * @param {string} words
 * @param {string} name  of its class
 */
function makeButton(words, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `button ${name}`;
  button.textContent = words;
  return button;
}
