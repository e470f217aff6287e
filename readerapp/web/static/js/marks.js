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

  /** The words of this sentence, and while sound plays those of the next one: each asked for once. */
  async #fetch() {
    if (this.#n < 0 || this.#n === this.#asked) return;
    this.#asking.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      for (let n = this.#n; this.#wants(n); n += 1) {
        this.#asked = n;
        const marks = await this.#reading.marks(n, asking.signal);
        if (n === this.#n) this.#marks = marks;
      }
    } catch {
      // Words stay unlit; the sentence and the sound do not hang on it.
    } finally {
      if (asking === this.#asking) this.#asked = -1;
    }
  }

  /** @param {number} n */
  #wants(n) {
    const isNext = n === this.#n + 1 && n < (this.#reading.timeline?.count ?? 0);
    return n === this.#n || (isNext && this.#reading.state === "playing");
  }
}
