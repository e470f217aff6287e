/** Offers to hear what is selected in the text: two buttons below it, which leave the selection as it is. */

import { button, group, make } from "./elements.js";
import { freeSpan } from "./follow.js";

const SETTLED_MS = 250;
const GAP = 8;

/** @typedef {import("./sentences.js").Point} Point */

export class SelectionOffer {
  /** @type {[Point, Point] | null} */
  #selected = null;
  #sentences;
  #bar;
  #hear;
  #box;
  #waiting = 0;

  /**
   * @param {import("./sentences.js").Sentences} sentences
   * @param {{root: HTMLElement, bar: HTMLElement}} parts of the player; the buttons are put at their root
   * @param {import("./words.js").Words} words
   * @param {(from: Point, to: Point | null) => void} hear
   * @param {AbortSignal} signal
   */
  constructor(sentences, { root, bar }, words, hear, signal) {
    this.#bar = bar;
    this.#sentences = sentences;
    const [selected, onwards] = [button(words.selected), button(words.onwards)];
    [selected.dataset.part, onwards.dataset.part] = ["selected", "onwards"];
    this.#box = group(
      make("div", { className: "selection", hidden: true }, selected, onwards),
      "group",
      words.selection,
    );
    root.append(this.#box);
    this.#hear = hear;
    selected.addEventListener("click", () => this.#chosen(false));
    onwards.addEventListener("click", () => this.#chosen(true));
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

  /** Hear what is selected now. */
  hear() {
    this.#look();
    this.#chosen(false);
  }

  hide() {
    this.#box.hidden = true;
  }

  /** @param {boolean} all that follows */
  #chosen(all) {
    if (this.#selected) this.#hear(this.#selected[0], all ? null : this.#selected[1]);
    this.#box.hidden = true;
  }

  #look() {
    const selection = getSelection();
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    this.#selected = range ? this.#sentences.within(range) : null;
    const lines = [...(range?.getClientRects() ?? [])];
    this.#box.hidden = !this.#selected || !lines.length;
    if (!this.#box.hidden) this.#place(lines[0], lines[lines.length - 1]);
  }

  /** Under the last line that is selected, or above the first one where the bar or the window's edge is near.
   * @param {DOMRect} first @param {DOMRect} last */
  #place(first, last) {
    const { style, offsetWidth: width, offsetHeight: height } = this.#box;
    const [, to] = freeSpan(this.#bar);
    const under = last.bottom + GAP + height <= to;
    style.left = `${Math.max(GAP, Math.min(last.right, document.documentElement.clientWidth - GAP) - width)}px`;
    style.top = `${scrollY + (under ? last.bottom + GAP : Math.max(first.top - GAP - height, GAP))}px`;
  }
}
