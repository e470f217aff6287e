/** Keeps the sentence in sight until the visitor scrolls; then gives way and offers a button to come back. */

const SCROLL_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);
const OURS_MS = 1500;
const AFTER_MS = 400;
const LOWEST = 0.8;
const WANTED = 0.25;

export class Follower {
  #player;
  #button;
  #range = null;
  #following = true;
  #oursUntil = 0;

  constructor(player, button) {
    this.#player = player;
    this.#button = button;
    const give = () => this.#giveWay();
    addEventListener("wheel", give, { passive: true });
    addEventListener("touchmove", give, { passive: true });
    addEventListener("keydown", (event) => {
      if (SCROLL_KEYS.has(event.key) && !player.contains(event.target)) give();
    });
    addEventListener("scroll", () => performance.now() > this.#oursUntil && give(), { passive: true });
    // The browser may still move the page a little, to make up for a bar that has grown.
    addEventListener("scrollend", () => (this.#oursUntil = Math.min(this.#oursUntil, performance.now() + AFTER_MS)));
    button.addEventListener("click", () => this.start());
  }

  /** Follow again, from here. */
  start() {
    this.#following = true;
    this.#oursUntil = performance.now() + OURS_MS; // the bar may grow now, and the browser move the page for it
    this.#button.hidden = true;
    this.#show();
  }

  stop() {
    this.#range = null;
    this.#button.hidden = true;
  }

  /** The sentence that is read now. */
  see(range) {
    this.#range = range;
    if (this.#following) this.#show();
    else this.#button.hidden = !range;
  }

  #giveWay() {
    if (!this.#range) return;
    this.#following = false;
    this.#button.hidden = false;
  }

  #show() {
    if (!this.#range) return;
    const { top, bottom, height } = this.#range.getBoundingClientRect();
    const under = Math.max(0, this.#player.getBoundingClientRect().bottom);
    if (!height || (top >= under + 8 && bottom <= innerHeight * LOWEST)) return;
    const limit = document.documentElement.scrollHeight - innerHeight;
    const to = Math.min(limit, Math.max(0, scrollY + top - under - (innerHeight - under) * WANTED));
    if (Math.abs(to - scrollY) < 1) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#oursUntil = performance.now() + OURS_MS;
    scrollTo({ top: to, behavior: still ? "instant" : "smooth" });
  }
}
