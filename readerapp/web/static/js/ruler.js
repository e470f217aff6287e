/** A ruler under the line, or a mask that leaves only some lines: it follows what is read, the pointer and the focus. */

import { look } from "./looks.js";

const WORD = "lyssna-word";
const LOWEST = 2 / 3;

const text = document.querySelector(".text") ?? document.body;
const ruler = document.createElement("div");
ruler.className = "lyssna-ruler";
ruler.ariaHidden = "true";
let reading = false;

document.addEventListener("lyssna-look", show);
show();

function show() {
  const wanted = Boolean(look("ruler"));
  if (wanted === ruler.isConnected) return;
  if (!wanted) {
    ruler.remove();
    for (const name of ["pointermove", "pointerdown"]) document.removeEventListener(name, pointed);
    document.removeEventListener("focusin", focused);
    document.removeEventListener("lyssna-state", changed);
    return;
  }
  text.append(ruler);
  lay(innerHeight / 3);
  for (const name of ["pointermove", "pointerdown"]) document.addEventListener(name, pointed);
  document.addEventListener("focusin", focused);
  document.addEventListener("lyssna-state", changed);
  reading = document.querySelector("lyssna-player")?.getAttribute("state") === "playing";
  if (reading) follow();
}

/** @param {Event} event */
function pointed(event) {
  if (!reading && event instanceof PointerEvent) lay(event.clientY);
}

/** @param {Event} event */
function focused({ target }) {
  if (reading || !(target instanceof Element)) return;
  const [at] = target.getClientRects();
  if (at) lay(at.top + at.height / 2, target);
}

/** @param {Event} event */
function changed(event) {
  const before = reading;
  reading = /** @type {CustomEvent} */ (event).detail.state === "playing";
  if (reading && !before) follow();
}

/** To the line of the word that is said, each time a frame is drawn. */
function follow() {
  if (!reading || !ruler.isConnected) return;
  const [word] = globalThis.CSS?.highlights?.get(WORD) ?? [];
  if (word instanceof Range) {
    const [at] = word.getClientRects();
    if (at) lay(at.top + at.height / 2, word.startContainer.parentElement ?? text);
  }
  requestAnimationFrame(follow);
}

/** Above and below the text it stays at the text's first and last line.
 * @param {number} y the middle of the line, in the window @param {Element} within what the line stands in */
function lay(y, within = text) {
  const line = Number.parseFloat(getComputedStyle(within).lineHeight) || 32;
  const { top, bottom } = text.getBoundingClientRect();
  const [first, last] = [Math.min(top + line, innerHeight * LOWEST), Math.max(bottom - line, 0)];
  ruler.style.setProperty("--middle", `${Math.round(Math.max(first, Math.min(y, last)))}px`);
  ruler.style.setProperty("--line", `${Math.round(line)}px`);
}
