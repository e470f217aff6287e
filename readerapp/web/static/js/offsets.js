/** Code points, in which the service counts, and UTF-16 units, in which the page does. */

/** How many code points a text has. @param {string} text */
export function points(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The offset in UTF-16 units of a code point. @param {string} text @param {number} point */
export function units(text, point) {
  let offset = 0;
  for (let left = point; left > 0 && offset < text.length; left -= 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

const LETTERS = /\p{L}+/gu;

/** The second, fourth … syllable of each word, as code points. @param {string} sentence @param {number[]} places @returns {[start: number, end: number][]} */
export function everyOther(sentence, places) {
  /** @type {[number, number][]} */
  const found = [];
  for (const word of sentence.matchAll(LETTERS)) {
    const start = points(sentence.slice(0, word.index));
    const end = start + points(word[0]);
    const inside = places.filter((place) => place > start && place < end);
    for (let i = 0; i < inside.length; i += 2) found.push([inside[i], inside[i + 1] ?? end]);
  }
  return found;
}
