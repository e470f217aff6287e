/** Steps through a page: by sentence, by paragraph, by heading. */

/** @typedef {"sentence" | "paragraph" | "heading"} Unit */

/** Further into a sentence than this, a step back goes to where the visitor's sentence or paragraph began. */
export const RESTART_MS = 3000;

export class Outline {
  /** @type {Record<Unit, number[]>} */
  #starts;

  /**
   * @param {{block: number}[]} utterances
   * @param {(n: number) => boolean} isHeading
   */
  constructor(utterances, isHeading) {
    const sentences = utterances.map((_, n) => n);
    const paragraphs = sentences.filter((n) => !n || utterances[n].block !== utterances[n - 1].block);
    this.#starts = { sentence: sentences, paragraph: paragraphs, heading: paragraphs.filter(isHeading) };
  }

  /** @param {Unit} unit */
  has(unit) {
    return this.#starts[unit].length > 1;
  }

  /**
   * Where a step leads: to the next of its kind, or back: to the start of this one when it is well under way, else to
   * the one before. Null where there is no other.
   * @param {import("./contract.js").Place} place
   * @param {Unit} unit
   * @param {number} by 1 or -1
   */
  step({ n, ms }, unit, by) {
    const starts = this.#starts[unit];
    if (by > 0) return starts.find((start) => start > n) ?? null;
    const underWay = ms > RESTART_MS ? n : n - 1;
    return starts.findLast((start) => start <= underWay) ?? (starts[0] === n ? n : null);
  }
}
