/** Lights the sentence and the word through the CSS Custom Highlight API: the text's DOM is left as it is.
 *
 * The registry is the page's: players share it, and each takes away only what it has lit itself.
 */

import { points, units } from "./offsets.js";

const SENTENCE = "lyssna-sentence";
const WORD = "lyssna-word";

/** @typedef {{node: Text, from: number}} Piece a text node, and the code point at which it begins */

export class Highlighter {
  #texts;
  /** @type {Map<string, Range>} */
  #lit = new Map();
  #word = "";

  /** @param {ParentNode} root holds the sentences, elements with data-n; one sentence may be in several pieces. */
  constructor(root) {
    this.#texts = textsBySentence(root);
  }

  /** The range of sentence `n`, or null where it is not displayed. @param {number} n */
  range(n) {
    const texts = this.#texts.get(n);
    const last = texts?.at(-1)?.node;
    return texts && last ? span(texts[0].node, 0, last, last.length) : null;
  }

  /** Light sentence `n`; returns its range, or null where it is not displayed. @param {number} n */
  sentence(n) {
    const range = this.range(n);
    this.#light(SENTENCE, range);
    this.#light(WORD, null);
    this.#word = "";
    return range;
  }

  /** Light the characters `start` to `end` (code points) of sentence `n`. @param {number} n @param {number} start @param {number} end */
  word(n, start, end) {
    const word = `${n} ${start} ${end}`;
    if (word === this.#word) return; // asked once a screen frame
    this.#word = word;
    const texts = this.#texts.get(n);
    this.#light(WORD, texts && start < end ? between(texts, start, end) : null);
  }

  clear() {
    this.#light(SENTENCE, null);
    this.#light(WORD, null);
    this.#word = "";
  }

  /** @param {number} n */
  text(n) {
    return (this.#texts.get(n) ?? []).map(({ node }) => node.data).join("");
  }

  /** Whether sentence `n` stands in a heading. @param {number} n */
  isHeading(n) {
    return Boolean(this.#texts.get(n)?.[0].node.parentElement?.closest("h1, h2, h3, h4, h5, h6"));
  }

  /** @param {string} name @param {Range | null} range */
  #light(name, range) {
    const highlight = registered(name);
    if (!highlight) return;
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
  if (!globalThis.CSS?.highlights) return null;
  const found = CSS.highlights.get(name) ?? new Highlight();
  found.priority = name === WORD ? 1 : 0;
  if (!CSS.highlights.has(name)) CSS.highlights.set(name, found);
  return found;
}

/** Sentence number to its text nodes with the code point at which each begins. @param {ParentNode} root */
function textsBySentence(root) {
  /** @type {Map<number, Piece[]>} */
  const found = new Map();
  for (const piece of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-n]"))) {
    const n = Number(piece.dataset.n);
    const texts = found.get(n) ?? [];
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const before = texts.at(-1);
      texts.push({ node, from: before ? before.from + points(before.node.data) : 0 });
    }
    if (texts.length) found.set(n, texts);
  }
  return found;
}

/** @param {Piece[]} texts @param {number} start @param {number} end */
function between(texts, start, end) {
  const first = texts.findLast((text) => text.from <= start) ?? texts[0];
  const last = texts.findLast((text) => text.from < end) ?? texts[0];
  return span(
    first.node,
    units(first.node.data, start - first.from),
    last.node,
    units(last.node.data, end - last.from),
  );
}

/** @param {Text} startNode @param {number} start @param {Text} endNode @param {number} end */
function span(startNode, start, endNode, end) {
  const range = new Range();
  range.setStart(startNode, start);
  range.setEnd(endNode, end);
  return range;
}
