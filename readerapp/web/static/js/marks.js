/** The words of the sentence that is heard, fetched as soon as its sound has come, so that neither waits for the other. */

export class Marks {
  #reading;
  #n = -1;
  /** @type {import("./contract.js").Mark[]} */
  #marks = [];
  #asking = new AbortController();

  /** @param {import("./reading.js").Reading} reading @param {AbortSignal} signal */
  constructor(reading, signal) {
    this.#reading = reading;
    const came = (/** @type {Event} */ event) => {
      const { n } = /** @type {CustomEvent} */ (event).detail;
      if (n === this.#n && !this.#marks.length) this.#fetch();
    };
    reading.addEventListener("sound", came, { signal });
    const changed = () => {
      if (reading.state === "playing" && !this.#marks.length) this.#fetch();
    };
    reading.addEventListener("state", changed, { signal });
    signal.addEventListener("abort", () => this.#asking.abort());
  }

  /** Another sentence. @param {number} n */
  of(n) {
    this.#n = n;
    this.#marks = [];
    this.#asking.abort();
    if (this.#reading.state === "playing") this.#fetch();
  }

  /** The place of the word that is said at `ms`, [0, 0] between words. @param {number} ms */
  at(ms) {
    const mark = this.#marks.find(([, , begin, finish]) => begin <= ms && ms < finish);
    return mark ? [mark[0], mark[1]] : [0, 0];
  }

  async #fetch() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const n = this.#n;
    try {
      const marks = await this.#reading.marks(n, signal);
      if (n === this.#n) this.#marks = marks;
      const count = this.#reading.timeline?.count ?? 0;
      if (n + 1 < count && this.#reading.state === "playing") await this.#reading.marks(n + 1, signal);
    } catch {
      // Words stay unlit; the sentence and the sound do not hang on it.
    }
  }
}
