/** What is remembered in this browser, and nowhere else: the place on each page, and the speed. */

const PLACES = "lyssna-places";
const SPEED = "lyssna-speed";
const PAGES_KEPT = 50;
const TEXT_KEPT = 60;

/** The sentence where this page was left, or null; found by its words where the page has changed. */
export function placeOf(page, count, textOf) {
  const left = read(PLACES, {})[page];
  if (!left) return null;
  const same = (n) => textOf(n).slice(0, TEXT_KEPT) === left.text;
  if (left.n < count && same(left.n)) return left.n;
  for (let n = 0; n < count; n += 1) if (same(n)) return n;
  return null;
}

export function keepPlace(page, n, text) {
  const { [page]: _, ...others } = read(PLACES, {});
  const kept = Object.entries(others).slice(1 - PAGES_KEPT);
  write(PLACES, Object.fromEntries([...kept, [page, { n, text: text.slice(0, TEXT_KEPT) }]]));
}

export function forgetPlace(page) {
  const { [page]: _, ...others } = read(PLACES, {});
  write(PLACES, others);
}

export function speed() {
  return Number(read(SPEED, 1)) || 1;
}

export function keepSpeed(rate) {
  write(SPEED, rate);
}

// Storage may be forbidden or full, or hold what another version wrote; then nothing is remembered.
function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // as above
  }
}
