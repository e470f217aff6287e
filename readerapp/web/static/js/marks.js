/** The words of the sentence that is heard, asked for together with its sound: its first word is said at once. */

export class Marks {
  #reading;
  #n = -1;
  /** @type {import("./contract.js").Mark[]} */
  #marks = [];
  #asking = new AbortController();
  #asked = -1;

  /** @param {import("./reading.js").Reading} reading @param {AbortSignal} signal */
  constructor(reading, signal) {
    this.#reading = reading;
    const came = (/** @type {Event} */ event) => {
      const { n } = /** @type {CustomEvent} */ (event).detail;
      if (n === this.#n && !this.#marks.length) this.#fetch();
    };
    reading.addEventListener("sound", came, { signal });
    const changed = () => {
      if (reading.active && !this.#marks.length) this.#fetch();
    };
    reading.addEventListener("state", changed, { signal });
    signal.addEventListener("abort", () => this.#asking.abort());
  }

  /** Another sentence. @param {number} n */
  of(n) {
    this.#n = n;
    this.#marks = [];
    if (this.#reading.active) this.#fetch();
  }

  /** The place of the word that is said at `ms`, [0, 0] between words. @param {number} ms */
  at(ms) {
    const mark = this.#marks.find(([, , begin, finish]) => begin <= ms && ms < finish);
    return mark ? [mark[0], mark[1]] : [0, 0];
  }

  async #fetch() {
    const n = this.#n;
    if (n < 0 || n === this.#asked) return;
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#asked = n;
    try {
      const marks = await this.#reading.marks(n, signal);
      if (n === this.#n) this.#marks = marks;
      const count = this.#reading.timeline?.count ?? 0;
      if (n + 1 < count && this.#reading.state === "playing") await this.#reading.marks(n + 1, signal);
    } catch {
      // Words stay unlit; the sentence and the sound do not hang on it.
    } finally {
      if (this.#asked === n) this.#asked = -1;
    }
  }
}
