/** Keeps the sentence in sight, or its word where the window is too small for the whole of it, until the visitor scrolls;
 * then gives way and offers a button to come back.
 */

const SCROLL_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);
const OURS_MS = 1500;
const AFTER_MS = 400;
const LOWEST = 0.8;
const GAP = 8;
const WANTED = 0.25;

export class Follower {
  #bar;
  #button;
  /** @type {Range | null} */
  #range = null;
  /** @type {Range | null} */
  #word = null;
  #following = true;
  #oursUntil = 0;

  /** @param {HTMLElement} bar what may lie over the text @param {HTMLElement} button @param {AbortSignal} signal */
  constructor(bar, button, signal) {
    this.#bar = bar;
    this.#button = button;
    const give = () => this.#giveWay();
    addEventListener("wheel", give, { passive: true, signal });
    addEventListener("touchmove", give, { passive: true, signal });
    const key = (/** @type {KeyboardEvent} */ event) => {
      const inside = event.target instanceof Node && bar.contains(event.target);
      if (SCROLL_KEYS.has(event.key) && !inside && !event.altKey) give();
    };
    addEventListener("keydown", key, { signal });
    addEventListener("scroll", () => this.#scrolled(), { passive: true, signal });
    // The browser may still move the page a little, to make up for a bar that has grown.
    const ended = () => {
      this.#oursUntil = Math.min(this.#oursUntil, performance.now() + AFTER_MS);
    };
    addEventListener("scrollend", ended, { signal });
    // A bar that has grown, as when the further controls are shown, may lie over the sentence now.
    const grown = new ResizeObserver(() => this.#following && this.#show());
    grown.observe(bar);
    signal.addEventListener("abort", () => grown.disconnect());
    button.addEventListener("click", () => {
      this.follow();
      this.#show();
    });
  }

  /** Follow what comes, from now on. */
  follow() {
    this.#following = true;
    this.#oursUntil = performance.now() + OURS_MS; // the bar may grow now, and the browser move the page for it
    this.#button.hidden = true;
  }

  stop() {
    this.#range = null;
    this.#button.hidden = true;
  }

  /** The sentence that is read now. @param {Range | null} range */
  see(range) {
    this.#range = range;
    this.#word = null;
    if (this.#following) this.#show();
    else this.#offer();
  }

  /** The word in it that is said now. @param {Range} word */
  seeWord(word) {
    this.#word = word;
    if (this.#following && !this.#fits()) this.#show();
  }

  /** Whether the window has room for the whole sentence. */
  #fits() {
    const [from, to] = freeSpan(this.#bar);
    return (this.#range?.getBoundingClientRect().height ?? 0) <= to - from - 2 * GAP;
  }

  #scrolled() {
    if (performance.now() > this.#oursUntil) this.#giveWay();
    else if (!this.#following) this.#offer();
  }

  #giveWay() {
    if (!this.#range) return;
    this.#following = false;
    this.#offer();
  }

  /** The button, with its arrow towards the sentence. */
  #offer() {
    this.#button.hidden = !this.#range;
    if (this.#range) this.#button.classList.toggle("up", this.#range.getBoundingClientRect().top < innerHeight / 2);
  }

  #show() {
    if (!this.#range) return;
    scrollSideways(this.#word ?? this.#range);
    const [from, to] = freeSpan(this.#bar);
    const fits = this.#fits();
    const { top, bottom, height } = (fits ? this.#range : (this.#word ?? this.#range)).getBoundingClientRect();
    const lowest = fits ? Math.min(to - GAP, innerHeight * LOWEST) : to - GAP;
    if (!height || (top >= from + GAP && bottom <= lowest)) return;
    const limit = document.documentElement.scrollHeight - innerHeight;
    const above = Math.max(GAP, Math.min((to - from) * WANTED, to - from - GAP - height));
    const goal = Math.min(limit, Math.max(0, scrollY + top - from - above));
    if (Math.abs(goal - scrollY) < 1) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#oursUntil = performance.now() + OURS_MS;
    scrollTo({ top: goal, behavior: still ? "instant" : "smooth" });
  }
}

/** A table that is wider than its column is scrolled until what is read in it is in sight. @param {Range} range */
function scrollSideways(range) {
  const wide = range.startContainer.parentElement?.closest(".wide");
  if (!wide) return;
  const [at, seen] = [range.getBoundingClientRect(), wide.getBoundingClientRect()];
  if (at.left < seen.left) wide.scrollLeft -= seen.left - at.left + GAP;
  else if (at.right > seen.right) wide.scrollLeft += Math.min(at.right - seen.right, at.left - seen.left) + GAP;
}

/** From where to where the window shows the text: the bar's message lies beyond its edge, when there is one.
 * @param {HTMLElement} bar @returns {[from: number, to: number]} */
export function freeSpan(bar) {
  const shown = [bar, ...bar.children].map((part) => part.getBoundingClientRect()).filter(({ height }) => height);
  const [top, bottom] = [Math.min(...shown.map((at) => at.top)), Math.max(...shown.map((at) => at.bottom))];
  return top <= 0 ? [Math.max(0, bottom), innerHeight] : [0, Math.min(top, innerHeight)];
}
