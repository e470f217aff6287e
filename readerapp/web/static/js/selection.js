/** Offers to hear what is selected in the text: two buttons below it, which leave the selection as it is. */

import { button, group, make } from "./elements.js";

const SETTLED_MS = 250;
const GAP = 8;

/** @typedef {import("./sentences.js").Point} Point */

export class SelectionOffer {
  /** @type {[Point, Point] | null} */
  #selected = null;
  #sentences;
  #box;
  #waiting = 0;

  /**
   * @param {import("./sentences.js").Sentences} sentences
   * @param {HTMLElement} home where the buttons are put
   * @param {import("./words.js").Words} words
   * @param {(from: Point, to: Point | null) => void} hear
   * @param {AbortSignal} signal
   */
  constructor(sentences, home, words, hear, signal) {
    this.#sentences = sentences;
    const [selected, onwards] = [button(words.selected), button(words.onwards)];
    [selected.dataset.part, onwards.dataset.part] = ["selected", "onwards"];
    this.#box = group(
      make("div", { className: "selection", hidden: true }, selected, onwards),
      "group",
      words.selection,
    );
    home.append(this.#box);
    const chosen = (/** @type {boolean} */ all) => () => {
      if (this.#selected) hear(this.#selected[0], all ? null : this.#selected[1]);
      this.#box.hidden = true;
    };
    selected.addEventListener("click", chosen(false));
    onwards.addEventListener("click", chosen(true));
    this.#box.addEventListener("pointerdown", (event) => event.preventDefault()); // which would end the selection
    const changed = () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#look(), SETTLED_MS);
    };
    document.addEventListener("selectionchange", changed, { signal });
    const away = (/** @type {KeyboardEvent} */ { key }) => {
      if (key === "Escape") this.#box.hidden = true;
    };
    document.addEventListener("keydown", away, { signal });
    signal.addEventListener("abort", () => this.#box.remove());
  }

  /** What is selected now, for whoever hears it by a key. */
  get selected() {
    this.#look();
    return this.#selected;
  }

  hide() {
    this.#box.hidden = true;
  }

  #look() {
    const selection = getSelection();
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    this.#selected = range ? this.#sentences.within(range) : null;
    const last = [...(range?.getClientRects() ?? [])].at(-1);
    this.#box.hidden = !this.#selected || !last;
    if (last && !this.#box.hidden) this.#place(last);
  }

  /** Under the last line that is selected, inside the window. @param {DOMRect} line */
  #place(line) {
    const { style } = this.#box;
    style.left = `${Math.max(GAP, Math.min(line.right, document.documentElement.clientWidth - GAP) - this.#box.offsetWidth)}px`;
    style.top = `${scrollY + line.bottom + GAP}px`;
  }
}
