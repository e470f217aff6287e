/** Lets the keyboard reach every sentence: one of them is a tab stop, the arrows go to the others, Enter plays from it. */

/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

export class Stepping {
  #text;
  /** @type {HTMLElement | null} */
  #stop = null;
  #hint;

  /**
   * @param {HTMLElement} text
   * @param {string} hint id of the words that tell what the keys do
   * @param {(n: number) => void} play
   * @param {AbortSignal} signal
   */
  constructor(text, hint, play, signal) {
    this.#text = text;
    this.#hint = hint;
    this.at(0);
    const pressed = (/** @type {KeyboardEvent} */ event) => {
      if (event.target !== this.#stop || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key === "Enter") play(Number(this.#stop?.dataset.n));
      else if (event.key in STEPS) this.#step(STEPS[event.key]);
      else return;
      event.preventDefault();
    };
    text.addEventListener("keydown", pressed, { signal });
    signal.addEventListener("abort", () => this.#leave());
  }

  /** The tab stop is where the reading is, unless the focus is in the text already. @param {number} n */
  at(n) {
    if (this.#stop && this.#stop === document.activeElement) return;
    const found = this.#text.querySelector(`[data-n="${n}"]`);
    if (found instanceof HTMLElement) this.#move(found);
  }

  focus() {
    this.#stop?.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} to */
  #move(to) {
    this.#leave();
    this.#stop = to;
    to.tabIndex = 0;
    to.setAttribute("aria-describedby", this.#hint);
  }

  #leave() {
    this.#stop?.removeAttribute("tabindex");
    this.#stop?.removeAttribute("aria-describedby");
  }

  /** @param {number} by */
  #step(by) {
    const to = this.#text.querySelector(`[data-n="${Number(this.#stop?.dataset.n) + by}"]`);
    if (!(to instanceof HTMLElement)) return;
    this.#move(to);
    to.focus();
  }
}
