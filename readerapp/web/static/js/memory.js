/** What is remembered in this browser, and nowhere else: the place on each page, and how the visitor likes to listen. */

const PLACES = "lyssna-places";
const LIKINGS = "lyssna-likings";
const PAGES_KEPT = 50;
const TEXT_KEPT = 60;

/**
 * @typedef {{n: number, text: string}} Left
 * @typedef {{speed: number, volume: number, single: boolean, folded: boolean, keys: boolean,
 *   chosen: Record<string, unknown>}} Likings
 */

/** @type {Likings} */
const USUAL = { speed: 1, volume: 1, single: false, folded: false, keys: true, chosen: {} };

/**
 * The sentence where this page was left, or null; found by its words where the page has changed.
 * @param {string} page
 * @param {number} count
 * @param {(n: number) => string} textOf
 */
export function placeOf(page, count, textOf) {
  /** @type {Left | undefined} */
  const left = read(PLACES)[page];
  if (!left) return null;
  const same = (/** @type {number} */ n) => textOf(n).slice(0, TEXT_KEPT) === left.text;
  if (left.n < count && same(left.n)) return left.n;
  for (let n = 0; n < count; n += 1) if (same(n)) return n;
  return null;
}

/** @param {string} page @param {number} n @param {string} text */
export function keepPlace(page, n, text) {
  const { [page]: _, ...others } = read(PLACES);
  const kept = Object.entries(others).slice(1 - PAGES_KEPT);
  write(PLACES, Object.fromEntries([...kept, [page, { n, text: text.slice(0, TEXT_KEPT) }]]));
}

/** @param {string} page */
export function forgetPlace(page) {
  const { [page]: _, ...others } = read(PLACES);
  write(PLACES, others);
}

/** @returns {Likings} with what is usual for all that was never chosen, or is not understood */
export function likings() {
  const kept = read(LIKINGS);
  const entries = Object.entries(USUAL).map(([name, usual]) => [
    name,
    typeof kept[name] === typeof usual ? kept[name] : usual,
  ]);
  return Object.fromEntries(entries);
}

/** @param {Partial<Likings>} chosen */
export function keepLikings(chosen) {
  write(LIKINGS, { ...read(LIKINGS), ...chosen });
}

// Storage may be forbidden or full, or hold what another version wrote; then nothing is remembered.
/** @param {string} key @returns {Record<string, any>} */
function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}

/** @param {string} key @param {object} value */
function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // as above
  }
}
