/** Hyphens at the end of the line where the browser has no patterns for the text's language, and long words would be broken
 * anywhere. A hyphen is drawn by the style sheet, in an empty element: what is copied, searched for and lit is the text.
 */

import { longWords } from "./offsets.js";
import { Sentences } from "./sentences.js";

const SETTLED_MS = 200;

const player = document.querySelector("lyssna-player[plan]");
const text = document.getElementById(player?.getAttribute("for") ?? "");
/** @type {Promise<number[][]> | null} */
let places = null;
let waiting = 0;
/** @type {Set<string>} */
const parted = new Set();

if (player && text) {
  const plan = new URL(player.getAttribute("plan") ?? "", location.href);
  new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => part(plan, text), SETTLED_MS);
  }).observe(text);
}

/** @param {URL} plan @param {HTMLElement} root */
async function part(plan, root) {
  const broken = brokenWords(root).filter(({ key }) => !parted.has(key));
  if (!broken.length) return;
  try {
    places ??= fetch(new URL("syllables.json", plan)).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    const found = await places;
    const sentences = new Sentences(root);
    for (const { key, n, start, end } of broken.reverse()) {
      parted.add(key);
      const inside = (found[n] ?? []).filter((place) => place >= start + 2 && place <= end - 2);
      for (const place of inside.reverse()) hyphen(sentences.part(n, place, place + 1));
    }
    document.dispatchEvent(new Event("lyssna-text"));
  } catch {
    places = null; // asked again when the text has another width
  }
}

/** The long words that stand on more than one line, and which this browser would break anywhere. @param {HTMLElement} root */
function brokenWords(root) {
  const sentences = new Sentences(root);
  const broken = [];
  for (const n of sentences.numbers()) {
    for (const [start, end] of longWords(sentences.text(n))) {
      const range = sentences.part(n, start, end);
      if (range && lines(range) > 1) broken.push({ key: `${n} ${start}`, n, start, end, range });
    }
  }
  const left = unhyphenated(root, broken);
  return broken.filter((_, i) => left[i]);
}

/** @param {Range} range */
function lines(range) {
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}

/** Whether the browser finds no place for a hyphen in each of the words. It may in some: Firefox leaves those with a
 * capital letter whole. All are tried at once, in a column that is too narrow for any.
 * @param {HTMLElement} root @param {{range: Range}[]} words */
function unhyphenated(root, words) {
  const column = document.createElement("div");
  column.className = "lyssna-tried";
  for (const { range } of words) {
    const word = document.createElement("div");
    word.lang = range.startContainer.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "";
    word.textContent = String(range);
    column.append(word);
  }
  root.after(column);
  const found = [...column.children].map((word) => {
    const range = new Range();
    range.selectNodeContents(word);
    return lines(range) === 1;
  });
  column.remove();
  return found;
}

/** @param {Range | null} range before which a hyphen may stand */
function hyphen(range) {
  if (!range) return;
  const drawn = document.createElement("span");
  drawn.className = "lyssna-hyphen";
  range.insertNode(drawn);
}
