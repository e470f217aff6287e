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
  const at = target instanceof Element ? target.getClientRects()[0] : null;
  if (!reading && at) lay(at.top + at.height / 2);
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
  const at = word instanceof Range ? word.getClientRects()[0] : null;
  if (at) lay(at.top + at.height / 2, at.height);
  requestAnimationFrame(follow);
}

/** Above and below the text it stays at the text's first and last line.
 * @param {number} y the middle of the line, in the window @param {number} height of what is said, larger in a heading */
function lay(y, height = 0) {
  const line = Math.max(Number.parseFloat(getComputedStyle(text).lineHeight) || 32, height);
  const { top, bottom } = text.getBoundingClientRect();
  const [first, last] = [Math.min(top + line, innerHeight * LOWEST), Math.max(bottom - line, 0)];
  ruler.style.setProperty("--middle", `${Math.round(Math.max(first, Math.min(y, last)))}px`);
  ruler.style.setProperty("--line", `${Math.round(line)}px`);
}
