/**
 * Finds the sentences of an article in the live page and gives DOM Ranges for them, without changing the page.
 *
 * A sentence is told by its block's locator and text, and by its place in that text. White space counts for
 * nothing: pages fold it, and blocks that stand side by side have none between them. What the reader leaves
 * out of a block (hidden words, edit links) is stepped over, so a sentence may need more than one Range.
 * What cannot be found for certain is reported as null.
 *
 * @typedef {{path: string, before: string, after: string}} Locator
 * @typedef {{locator: Locator, text: string, start: number, end: number}} Wanted start and end in code points
 * @typedef {{index: number, ranges: Range[] | null}} Found
 * @typedef {import("./pagetext.js").Root} Root
 * @typedef {import("./pagetext.js").PageText} PageText
 * @typedef {[inBlock: number, inPage: number, length: number]} Piece
 * @typedef {import("./pagetext.js").Span} Span
 */

import { nodeAt, rangesOf, readText, spanOf, squeeze } from "./pagetext.js";

/** How much standing at the remembered place counts, in matching characters around a text. */
const PLACE = 16;
/** A text at least this long is sure enough when the page holds it once; a shorter one needs its surroundings. */
const SURE = 24;
const SURROUNDINGS = 6;
/** Characters that may be stepped over inside one block, and beginnings that are tried. */
const STRAY = 3000;
const TRIES = 50;

/**
 * @param {Wanted[]} list
 * @param {Root} [root]
 * @returns {Found[]}
 */
export function locate(list, root = document) {
  const page = readText(root);
  const blocks = new Map();
  return list.map((wanted, index) => {
    const { locator, text } = wanted;
    const key = JSON.stringify([locator.path, locator.before, locator.after, text]);
    if (!blocks.has(key)) blocks.set(key, findBlock(page, root, locator, squeeze(text)));
    const pieces = blocks.get(key);
    const ranges = pieces && rangesOf(page, cut(pieces, ...squeezedPlace(wanted)));
    return { index, ranges: ranges?.length ? ranges : null };
  });
}

/** The place of a sentence in its block's text without white space, in UTF-16 units. @param {Wanted} wanted @returns {[number, number]} */
function squeezedPlace({ text, start, end }) {
  const points = Array.from(text);
  const from = squeeze(points.slice(0, start).join("")).length;
  return [from, from + squeeze(points.slice(start, end).join("")).length];
}

/**
 * Pieces [place in the block, place in the page, length] that make up a block, or null.
 * @param {PageText} page @param {Root} root @param {Locator} locator @param {string} text
 */
function findBlock(page, root, locator, text) {
  if (!text) return null;
  const home = elementAt(root, locator.path);
  if (home && home.nodeName === "IMG") return null;
  const span = home && spanOf(page, home);
  const place = bestPlace(page, text, locator, span);
  if (place === undefined) return null;
  if (place !== null) return [[0, place, text.length]];
  return stepOver(page, text, locator, span);
}

/** @param {Root} root @param {string} path */
function elementAt(root, path) {
  try {
    return root.querySelector(path);
  } catch {
    return null;
  }
}

/**
 * Where the text stands: null where it does not, undefined where two places are equally good or one is unsure.
 * @param {PageText} page @param {string} text @param {Locator} locator @param {Span} span
 */
function bestPlace(page, text, locator, span) {
  let best = null;
  let score = -1;
  let tied = false;
  let count = 0;
  for (let at = page.text.indexOf(text); at >= 0; at = page.text.indexOf(text, at + 1)) {
    count += 1;
    const worth =
      likeness(page, at, at + text.length, locator) +
      (span && at >= span[0] && at + text.length <= span[1] ? PLACE : 0);
    if (worth > score) [best, score, tied] = [at, worth, false];
    else if (worth === score) tied = true;
  }
  if (best === null) return null;
  if (tied) return undefined;
  return score >= SURROUNDINGS || (count === 1 && text.length >= SURE) ? best : undefined;
}

/**
 * How many characters around a stretch are those that stood around the block.
 * @param {PageText} page @param {number} start @param {number} end @param {Locator} locator
 */
function likeness(page, start, end, locator) {
  const before = squeeze(locator.before);
  const after = squeeze(locator.after);
  let same = 0;
  while (same < before.length && page.text[start - 1 - same] === before[before.length - 1 - same]) same += 1;
  let more = 0;
  while (more < after.length && page.text[end + more] === after[more]) more += 1;
  return same + more;
}

/**
 * The text with whole text nodes left out between its parts: first at its remembered place, then anywhere.
 * @param {PageText} page @param {string} text @param {Locator} locator @param {Span} span
 */
function stepOver(page, text, locator, span) {
  /** @type {Piece[][]} */
  const found = [];
  const head = text.slice(0, Math.min(8, text.length));
  const [from, to] = span || [0, page.text.length];
  for (const [low, high] of span
    ? [
        [from, to],
        [0, page.text.length],
      ]
    : [[from, to]]) {
    let tries = 0;
    for (
      let at = page.text.indexOf(head, low);
      at >= 0 && at < high && tries < TRIES;
      at = page.text.indexOf(head, at + 1)
    ) {
      tries += 1;
      const pieces = follow(page, text, at);
      if (pieces) found.push(pieces);
    }
    for (const { start } of low === from && span ? page.nodes.filter((n) => n.start >= low && n.start < high) : []) {
      if (found.length || tries >= TRIES) break;
      tries += 1;
      const pieces = follow(page, text, start);
      if (pieces) found.push(pieces);
    }
    if (found.length) break;
  }
  return found.length === 1 ? found[0] : closest(page, found, locator);
}

/**
 * Of several ways to lay the text over the page, the one whose surroundings are right, or null.
 * @param {PageText} page @param {Piece[][]} found @param {Locator} locator
 */
function closest(page, found, locator) {
  const ranked = found
    .map((pieces) => {
      const last = pieces[pieces.length - 1];
      return { worth: likeness(page, pieces[0][1], last[1] + last[2], locator), pieces };
    })
    .sort((one, two) => two.worth - one.worth);
  return ranked.length > 1 && ranked[0].worth > ranked[1].worth ? ranked[0].pieces : null;
}

/**
 * Lay the text over the page from a place on, leaving out text nodes that do not go on with it.
 * @param {PageText} page @param {string} text @param {number} place
 */
function follow(page, text, place) {
  /** @type {Piece[]} */
  const pieces = [];
  let done = 0;
  let stray = 0;
  let index = nodeAt(page, place);
  let at = place;
  for (; done < text.length && stray <= STRAY && index < page.nodes.length; index += 1) {
    const { start, end } = page.nodes[index];
    const from = Math.max(at, start);
    const length = Math.min(end - from, text.length - done);
    if (page.text.startsWith(text.slice(done, done + length), from)) {
      pieces.push([done, from, length]);
      done += length;
    } else if (pieces.length) {
      stray += end - start;
    } else return null;
    at = end;
  }
  return done === text.length ? pieces : null;
}

/**
 * The stretches of the page that hold a block's characters from start to end.
 * @param {Piece[]} pieces @param {number} start @param {number} end @returns {[number, number][]}
 */
function cut(pieces, start, end) {
  /** @type {[number, number][]} */
  const stretches = [];
  for (const [done, place, length] of pieces) {
    const from = Math.max(start, done);
    const to = Math.min(end, done + length);
    if (from < to) stretches.push([place + from - done, place + to - done]);
  }
  return stretches;
}
