/** How a range is lit: by the CSS Custom Highlight API, or, where a browser has none, by boxes laid over it.
 *
 * The page's highlights are shared: each player takes away only what it has lit itself.
 */

const TOP = "lyssna-word";

/** @typedef {{show: (name: string, range: Range | null) => void}} Light one range for each name, or none */

/** @returns {Light} */
export function lightOf() {
  return globalThis.CSS?.highlights ? new Highlights() : new Boxes();
}

class Highlights {
  /** @type {Map<string, Range>} */
  #lit = new Map();

  /** @param {string} name @param {Range | null} range */
  show(name, range) {
    const highlight = registered(name);
    const before = this.#lit.get(name);
    if (before) highlight.delete(before);
    this.#lit.delete(name);
    if (!range) return;
    highlight.add(range);
    this.#lit.set(name, range);
  }
}

/** The page's highlight of that name, made by whichever player comes first. @param {string} name */
function registered(name) {
  const found = CSS.highlights.get(name) ?? new Highlight();
  found.priority = name === TOP ? 1 : 0;
  if (!CSS.highlights.has(name)) CSS.highlights.set(name, found);
  return found;
}

/** Frames around the lines of a range, in the page's own coordinates: they lie over the text and must not hide it. */
class Boxes {
  /** @type {Map<string, Range>} */
  #lit = new Map();
  /** @type {HTMLElement | null} */
  #layer = null;
  #watching = new ResizeObserver(() => this.#draw());

  /** @param {string} name @param {Range | null} range */
  show(name, range) {
    if (range) this.#lit.set(name, range);
    else this.#lit.delete(name);
    this.#draw();
  }

  #draw() {
    if (!this.#lit.size) {
      this.#watching.disconnect();
      this.#layer?.remove();
      this.#layer = null;
      return;
    }
    if (!this.#layer) {
      this.#layer = document.createElement("div");
      this.#layer.className = "lyssna-boxes";
      this.#layer.ariaHidden = "true";
      document.body.append(this.#layer);
      this.#watching.observe(document.body);
    }
    const from = this.#layer.getBoundingClientRect();
    const boxes = [...this.#lit].flatMap(([name, range]) =>
      [...range.getClientRects()].map((at) => box(name, at, from)),
    );
    this.#layer.replaceChildren(...boxes);
  }
}

/** @param {string} name @param {DOMRect} at @param {DOMRect} from */
function box(name, at, from) {
  const drawn = document.createElement("div");
  drawn.className = name;
  drawn.style.left = `${at.left - from.left}px`;
  drawn.style.top = `${at.top - from.top}px`;
  drawn.style.width = `${at.width}px`;
  drawn.style.height = `${at.height}px`;
  return drawn;
}
