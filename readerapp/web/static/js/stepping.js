/** Lets the keyboard reach every sentence: one of them is a tab stop, the arrows go to the others, Enter plays from it.
 *
 * The stop goes along with the reading. The focus does not while sound plays, since a screen reader would say each sentence
 * that gets it; it catches up with the reading before the visitor's next step from it.
 */

/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

export class Stepping {
  #text;
  /** @type {HTMLElement | null} */
  #stop = null;
  #hint;
  /** The sentence that is read, or was last. */
  #n = 0;
  /** Whether the reading has gone on from the stop, and the focus has not. */
  #behind = false;

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
      if (event.target !== this.#stop || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Tab")
        this.catchUp(); // and on from there
      else if (!event.shiftKey && this.#acted(event.key, play)) event.preventDefault();
    };
    text.addEventListener("keydown", pressed, { signal });
    text.addEventListener("focusout", () => !this.#focused && this.catchUp(), { signal });
    signal.addEventListener("abort", () => this.#leave());
  }

  /** The sentence that is read from now on; who has gone to another one stays there. @param {number} n */
  at(n) {
    const along = this.#behind || this.#at === this.#n;
    this.#n = n;
    if (this.#focused) this.#behind = along && this.#at !== n;
    else this.#moveTo(n);
  }

  /** Where the reading has gone on without it, the stop goes there, and the focus with it. */
  catchUp() {
    const focused = this.#focused;
    if (this.#behind && this.#moveTo(this.#n) && focused) this.focus();
  }

  focus() {
    this.#stop?.focus({ preventScroll: true });
  }

  /** What a key does at the stop, if anything. @param {string} key @param {(n: number) => void} play */
  #acted(key, play) {
    if (key === "Enter") play(this.#at);
    else if (key in STEPS) this.#step(STEPS[key]);
    else return false;
    return true;
  }

  /** The number of the stop's sentence. */
  get #at() {
    return Number(this.#stop?.dataset.n);
  }

  get #focused() {
    return this.#stop !== null && this.#stop === document.activeElement;
  }

  /** @param {number} n */
  #moveTo(n) {
    const to = this.#text.querySelector(`[data-n="${n}"]`);
    if (!(to instanceof HTMLElement)) return false;
    this.#leave();
    this.#behind = false;
    this.#stop = to;
    to.tabIndex = 0;
    to.setAttribute("aria-describedby", this.#hint);
    return true;
  }

  #leave() {
    this.#stop?.removeAttribute("tabindex");
    this.#stop?.removeAttribute("aria-describedby");
  }

  /** @param {number} by */
  #step(by) {
    this.catchUp();
    if (this.#moveTo(this.#at + by)) this.#stop?.focus();
  }
}
