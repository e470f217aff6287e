/** Where each sentence stands in the whole page, in milliseconds: exact where its length is known, else estimated. */

const MS_PER_CHARACTER = 68;
const MS_PER_SENTENCE = 400;

export class Timeline {
  #characters;
  #lengths;
  /** @type {number[] | null} */
  #starts = null;

  /** @param {{characters: number, milliseconds: number | null}[]} utterances */
  constructor(utterances) {
    this.#characters = utterances.map((utterance) => utterance.characters);
    this.#lengths = utterances.map((utterance) => utterance.milliseconds ?? null);
  }

  get count() {
    return this.#lengths.length;
  }

  /** Whether every length is known. */
  get exact() {
    return !this.#lengths.includes(null);
  }

  get total() {
    return this.start(this.count);
  }

  /** @param {number} n @param {number} milliseconds */
  learn(n, milliseconds) {
    if (this.#lengths[n] === milliseconds) return;
    this.#lengths[n] = milliseconds;
    this.#starts = null;
  }

  /** Learn every length where all are known by now. Only an estimate hangs on it: a fault shows where the sound is fetched.
   * @param {import("./contract.js").Sounds} service */
  async learnAll(service) {
    try {
      if (!(await service.state()).complete) return;
      const { utterances } = await service.plan();
      for (const [n, { milliseconds }] of utterances.entries()) if (milliseconds) this.learn(n, milliseconds);
    } catch {
      // as said
    }
  }

  /** When sentence `n` begins. @param {number} n */
  start(n) {
    this.#starts ??= this.#sum();
    return this.#starts[n];
  }

  /** The time of a place, within its sentence. @param {import("./contract.js").Place} place */
  time({ n, ms }) {
    return this.start(n) + Math.min(ms, this.start(n + 1) - this.start(n));
  }

  /** The sentence at a time, and how far into it that is. @param {number} milliseconds @returns {import("./contract.js").Place} */
  at(milliseconds) {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.start(middle) <= milliseconds) low = middle;
      else high = middle - 1;
    }
    return { n: low, ms: Math.max(0, milliseconds - this.start(low)) };
  }

  #sum() {
    const pace = this.#pace();
    let at = 0;
    const starts = this.#lengths.map((length, n) => {
      const start = at;
      at += length ?? this.#estimate(n, pace);
      return start;
    });
    return [...starts, at];
  }

  /** @param {number} n @param {number} pace */
  #estimate(n, pace) {
    return pace * (this.#characters[n] * MS_PER_CHARACTER + MS_PER_SENTENCE);
  }

  /** How much slower this voice is than the guess, by the sentences whose length is known. */
  #pace() {
    let known = 0;
    let guessed = 0;
    this.#lengths.forEach((length, n) => {
      if (length === null) return;
      known += length;
      guessed += this.#estimate(n, 1);
    });
    return guessed ? known / guessed : 1;
  }
}

/** A time as players show it: "4:05", from an hour on "1:04:05". @param {number} milliseconds */
export function clockTime(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
