/**
 * The text of a live page without its white space, and the way back from a place in it to the page's own text nodes.
 *
 * @typedef {Document | Element | ShadowRoot} Root
 * @typedef {{node: Text, start: number, end: number}} Stretch a text node, and its place in the page's text
 * @typedef {{text: string, nodes: Stretch[], document: Document}} PageText
 * @typedef {[number, number] | null | undefined} Span
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: pages do hold them, and they show as nothing
const SPACE = /[\s\u0000-\u001f\u0085\ufeff]/;
const SPACES = new RegExp(SPACE.source, "g");
const NO_TEXT = new Set([
  "SCRIPT",
  "STYLE",
  "NOSCRIPT",
  "TEMPLATE",
  "TEXTAREA",
  "IFRAME",
  "OBJECT",
  "SVG",
  "svg",
  "HEAD",
]);
/** Digits and signs that are raised in an article's text may be plain ones in a raised element of the page. */
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻−";
export const squeeze = (/** @type {string} */ text) =>
  text.replace(SPACES, "").replace(/[⁰¹²³⁴-⁹⁻−]/g, (sign) => "0123456789--"[RAISED.indexOf(sign)]);

/** The page's text without white space, and the text nodes that it comes from. @param {Root} root @returns {PageText} */
export function readText(root) {
  const document = root.ownerDocument || root;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) => (NO_TEXT.has(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  });
  /** @type {Stretch[]} */
  const nodes = [];
  const parts = [];
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const text = squeeze(node.data);
    if (!text) continue;
    nodes.push({ node, start: at, end: at + text.length });
    parts.push(text);
    at += text.length;
  }
  return { text: parts.join(""), nodes, document };
}

/**
 * The stretch of the page's text inside an element, or null where it holds none.
 * @param {PageText} page @param {Element} element @returns {Span}
 */
export function spanOf(page, element) {
  const inside = page.nodes.filter(({ node }) => element.contains(node));
  return inside.length ? [inside[0].start, inside[inside.length - 1].end] : null;
}

/** The number of the text node that holds a place in the page's text. @param {PageText} page @param {number} place */
export function nodeAt(page, place) {
  let low = 0;
  let high = page.nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (page.nodes[middle].start <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Ranges over stretches of the page's text; neighbours are one Range when nothing unread stands between.
 * @param {PageText} page @param {[number, number][]} stretches
 */
export function rangesOf(page, stretches) {
  /** @type {Range[]} */
  const ranges = [];
  for (const [start, end] of stretches) {
    for (let index = nodeAt(page, start); index < page.nodes.length && page.nodes[index].start < end; index += 1) {
      const { node, start: first, end: last } = page.nodes[index];
      const range = page.document.createRange();
      range.setStart(node, offsetIn(node.data, Math.max(start, first) - first));
      range.setEnd(node, offsetIn(node.data, Math.min(end, last) - first - 1) + 1);
      join(ranges, range);
    }
  }
  return ranges;
}

/** @param {Range[]} ranges @param {Range} range */
function join(ranges, range) {
  const last = ranges[ranges.length - 1];
  if (last) {
    const whole = last.cloneRange();
    whole.setEnd(range.endContainer, range.endOffset);
    if (squeeze(whole.toString()) === squeeze(last.toString()) + squeeze(range.toString())) {
      ranges[ranges.length - 1] = whole;
      return;
    }
  }
  ranges.push(range);
}

/**
 * The offset in a text node of its character number `count`, white space not counted.
 * @param {string} data @param {number} count
 */
function offsetIn(data, count) {
  let seen = -1;
  for (let offset = 0; offset < data.length; offset += 1) {
    if (!SPACE.test(data[offset])) seen += 1;
    if (seen === count) return offset;
  }
  return data.length;
}
