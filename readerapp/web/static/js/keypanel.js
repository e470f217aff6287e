/** Shows which keys do what, and lets the visitor choose others, or none. */

import { button, labelled, make } from "./elements.js";
import { keysOf, keysWith, shownKeys, swapped, takeable, toldKeys, USUAL } from "./shortcuts.js";

/** @typedef {{keys: boolean, chosen: Record<string, unknown>}} Wish whether there are keys at all, and which */

export class KeyPanel {
  root;
  #words;
  #change;
  #parts;
  /** @type {Map<string, HTMLButtonElement>} */
  #buttons = new Map();
  #switch = make("input", { type: "checkbox" });
  #told = make("p", { className: "told" });
  #asked = "";
  /** @type {Wish} */
  #wish = { keys: true, chosen: {} };

  /**
   * @param {import("./words.js").Words} words
   * @param {Record<string, Element>} parts those that are told which keys they have
   * @param {(wish: Partial<Wish>) => void} change
   */
  constructor(words, parts, change) {
    this.#words = words;
    this.#parts = parts;
    this.#change = change;
    this.#told.role = "status";
    this.#switch.dataset.part = "keys";
    const list = make("ul", {}, ...Object.keys(USUAL).map((act) => this.#row(act)));
    const usual = button(words.usualKeys);
    usual.dataset.part = "usualKeys";
    usual.addEventListener("click", () => change({ chosen: {} }));
    this.#switch.addEventListener("change", () => change({ keys: this.#switch.checked }));
    const summary = make("summary", {}, words.shortcuts);
    summary.dataset.part = "shortcuts";
    this.root = make(
      "details",
      { className: "shortcuts" },
      summary,
      labelled(words.keys, this.#switch),
      list,
      this.#told,
      usual,
    );
    this.root.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /** @param {Wish} wish */
  show(wish) {
    this.#wish = wish;
    this.#switch.checked = wish.keys;
    const all = keysWith(wish.chosen);
    for (const [act, made] of this.#buttons) {
      made.textContent = shownKeys(all[act], this.#words.shiftKey);
      const part = this.#parts[act];
      if (!part) continue;
      if (wish.keys) part.setAttribute("aria-keyshortcuts", toldKeys(all[act]));
      else part.removeAttribute("aria-keyshortcuts");
    }
  }

  /** @param {string} act */
  #row(act) {
    const made = button("");
    made.dataset.act = act;
    made.addEventListener("click", () => this.#ask(act));
    made.addEventListener("blur", () => this.#ask(""));
    this.#buttons.set(act, made);
    const label = make("span", { id: `lyssna-act-${act}` }, Reflect.get(this.#words, act));
    made.setAttribute("aria-describedby", label.id);
    return make("li", {}, label, made);
  }

  /** The next keys are for this act; none is asked for where it is empty. @param {string} act */
  #ask(act) {
    this.#asked = act;
    this.show(this.#wish);
    const asked = this.#buttons.get(act);
    if (asked) asked.textContent = this.#words.pressKeys;
    this.#told.textContent = "";
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (!this.#asked || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    const keys = keysOf(event);
    if (event.key === "Escape") this.#ask("");
    else if (takeable(keys)) {
      const all = swapped(keysWith(this.#wish.chosen), this.#asked, keys);
      this.#asked = "";
      this.#change({ chosen: all });
    } else if (keys) this.#told.textContent = this.#words.needsModifier;
  }
}
