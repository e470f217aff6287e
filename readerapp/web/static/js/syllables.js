/** Marks the syllables of the text: every other one of a word is a highlight of its own, so that text and copies stay as
 * they are. Asked for when it is first wanted.
 */

import { look } from "./looks.js";
import { everyOther } from "./offsets.js";
import { Sentences } from "./sentences.js";

const NAME = "lyssna-syllable";

const player = document.querySelector("lyssna-player[plan]");
const text = document.getElementById(player?.getAttribute("for") ?? "");
let asked = false;

if (player && text && globalThis.CSS?.highlights) {
  const looked = () => {
    if (asked || !look("syllables")) return;
    asked = true;
    mark(new URL(player.getAttribute("plan") ?? "", location.href), text);
  };
  document.addEventListener("lyssna-look", looked);
  looked();
}

/** @param {URL} plan @param {HTMLElement} root */
async function mark(plan, root) {
  try {
    const answer = await fetch(new URL("syllables.json", plan));
    if (!answer.ok) throw new Error(String(answer.status));
    /** @type {number[][]} */
    const places = await answer.json();
    const sentences = new Sentences(root);
    const ranges = places.flatMap((found, n) =>
      everyOther(sentences.text(n), found).map((at) => sentences.part(n, ...at)),
    );
    CSS.highlights.set(NAME, new Highlight(...ranges.filter((range) => range !== null)));
  } catch {
    asked = false; // asked again at the next change
  }
}
