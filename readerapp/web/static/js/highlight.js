/** Lights the sentence and the word where they stand; the text's DOM is left as it is. */

import { lightOf } from "./light.js";

const SENTENCE = "lyssna-sentence";
const WORD = "lyssna-word";

export class Highlighter {
  #sentences;
  #light = lightOf();
  #word = "";
  /** The word that is lit, or was the last one in this sentence. */
  said = "";

  /** @param {import("./sentences.js").Sentences} sentences */
  constructor(sentences) {
    this.#sentences = sentences;
  }

  /** Light sentence `n`; returns its range, or null where it is not displayed. @param {number} n */
  sentence(n) {
    const range = this.#sentences.range(n);
    this.#light.show(SENTENCE, range);
    this.#light.show(WORD, null);
    this.#word = this.said = "";
    return range;
  }

  /** Light the characters `start` to `end` (code points) of sentence `n`; returns their range where it is another word.
   * @param {number} n @param {number} start @param {number} end */
  word(n, start, end) {
    const word = `${n} ${start} ${end}`;
    if (word === this.#word) return null; // asked once a screen frame
    this.#word = word;
    const range = this.#sentences.part(n, start, end);
    this.#light.show(WORD, range);
    if (range) this.said = String(range);
    return range;
  }

  clear() {
    this.#light.show(SENTENCE, null);
    this.#light.show(WORD, null);
    this.#word = this.said = "";
  }
}
