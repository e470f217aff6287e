/** Lights the sentence and the word through the CSS Custom Highlight API: the text's DOM is left as it is. */

const SENTENCE = "lyssna-sentence";
const WORD = "lyssna-word";

export class Highlighter {
  #texts;
  #lit = new Map();

  /** @param {Element} root holds the sentences, elements with data-n; one sentence may be in several pieces. */
  constructor(root) {
    this.#texts = textsBySentence(root);
    if (!globalThis.CSS?.highlights) return;
    [SENTENCE, WORD].forEach((name, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
      this.#lit.set(name, highlight);
    });
  }

  /** Light sentence `n`; returns its range, or null where it is not displayed. */
  sentence(n) {
    const texts = this.#texts.get(n);
    const range = texts ? span(texts[0].node, 0, texts.at(-1).node, texts.at(-1).node.length) : null;
    this.#light(SENTENCE, range);
    this.#light(WORD, null);
    return range;
  }

  /** Light the characters `start` to `end` (code points) of sentence `n`. */
  word(n, start, end) {
    const texts = this.#texts.get(n);
    this.#light(WORD, texts && start < end ? between(texts, start, end) : null);
  }

  clear() {
    this.#light(SENTENCE, null);
    this.#light(WORD, null);
  }

  text(n) {
    return (this.#texts.get(n) ?? []).map(({ node }) => node.data).join("");
  }

  #light(name, range) {
    const highlight = this.#lit.get(name);
    highlight?.clear();
    if (range) highlight?.add(range);
  }
}

/** Sentence number to its text nodes with the code point at which each begins. */
function textsBySentence(root) {
  const found = new Map();
  for (const piece of root.querySelectorAll("[data-n]")) {
    const n = Number(piece.dataset.n);
    const texts = found.get(n) ?? [];
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const before = texts.at(-1);
      texts.push({ node: walker.currentNode, from: before ? before.from + points(before.node.data) : 0 });
    }
    if (texts.length) found.set(n, texts);
  }
  return found;
}

function between(texts, start, end) {
  const first = texts.findLast((text) => text.from <= start);
  const last = texts.findLast((text) => text.from < end);
  return span(first.node, units(first, start), last.node, units(last, end));
}

function span(startNode, start, endNode, end) {
  const range = new Range();
  range.setStart(startNode, start);
  range.setEnd(endNode, end);
  return range;
}

function points(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** UTF-16 offset in a text node of a code point of the sentence. */
function units({ node, from }, point) {
  let offset = 0;
  for (let left = point - from; left > 0 && offset < node.length; left -= 1) {
    offset += node.data.codePointAt(offset) > 0xffff ? 2 : 1;
  }
  return offset;
}
