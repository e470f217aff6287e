/** From which moment to which a part of the text is heard. */

/** Browsers round the place that they are sent to, and a moment earlier would be in the word before. */
const ROUNDING_MS = 1;

/** @typedef {import("./sentences.js").Point} Point */

/**
 * From a word on, as far as another, or to the end of the page. Where the words' times cannot be had, from the
 * beginning of the sentence: playing it tells what is the matter.
 * @param {{marks: (n: number) => Promise<import("./contract.js").Mark[]>}} reading
 * @param {Point} from
 * @param {Point | null} to
 */
export async function passage(reading, from, to) {
  try {
    const [first, last] = await Promise.all([reading.marks(from.n), to ? reading.marks(to.n) : []]);
    const word = from.point ? first.find(([, end]) => end > from.point) : null;
    const finish = to && last.findLast(([start]) => start < to.point)?.[3];
    return { n: from.n, ms: word ? word[2] + ROUNDING_MS : 0, until: to && { n: to.n, ms: finish ?? Infinity } };
  } catch {
    return { n: from.n, ms: 0, until: null };
  }
}
