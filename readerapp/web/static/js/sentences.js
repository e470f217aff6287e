/** The sentences of a page as they stand in it: their text nodes, and the ranges of their parts. Nothing is changed. */

import { points, units } from "./offsets.js";

/**
 * @typedef {{node: Text, from: number}} Piece a text node, and the code point at which it begins
 * @typedef {{n: number, point: number}} Point a sentence, and a code point in it
 */

export class Sentences {
  #root;
  #texts;

  /** @param {ParentNode} root holds the sentences, elements with data-n; one sentence may be in several pieces. */
  constructor(root) {
    this.#root = root;
    this.#texts = textsBySentence(root);
  }

  /** After words were parted at the ends of lines: the same text in other nodes. */
  renew() {
    this.#texts = textsBySentence(this.#root);
  }

  /** The sentences that are displayed, in order of the page. */
  numbers() {
    return [...this.#texts.keys()];
  }

  /** The range of sentence `n`, or null where it is not displayed. @param {number} n */
  range(n) {
    const texts = this.#texts.get(n);
    const last = texts?.at(-1)?.node;
    return texts && last ? span(texts[0].node, 0, last, last.length) : null;
  }

  /** The range of the code points `start` to `end` of sentence `n`. @param {number} n @param {number} start @param {number} end */
  part(n, start, end) {
    const texts = this.#texts.get(n);
    return texts && start < end ? between(texts, start, end) : null;
  }

  /** @param {number} n */
  text(n) {
    return (this.#texts.get(n) ?? []).map(({ node }) => node.data).join("");
  }

  /** Whether sentence `n` stands in a heading. @param {number} n */
  isHeading(n) {
    return Boolean(this.#texts.get(n)?.[0].node.parentElement?.closest("h1, h2, h3, h4, h5, h6"));
  }

  /** What a range holds of the sentences: where that begins and ends, or null where it holds nothing of them.
   * @param {Range} range @returns {[from: Point, to: Point] | null} */
  within(range) {
    let from = null;
    let to = null;
    for (const [n, texts] of this.#texts) {
      for (const { node, from: before } of texts) {
        if (!range.intersectsNode(node)) continue;
        const start = node === range.startContainer ? range.startOffset : 0;
        const end = node === range.endContainer ? range.endOffset : node.length;
        if (!node.data.slice(start, end).trim()) continue;
        from ??= { n, point: before + points(node.data.slice(0, start)) };
        to = { n, point: before + points(node.data.slice(0, end)) };
      }
    }
    return from && to ? [from, to] : null;
  }
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
