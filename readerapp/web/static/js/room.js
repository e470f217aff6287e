/** How much of the window the bar takes, so that the browser scrolls what gets the focus clear of it. */

/** @param {HTMLElement} bar @param {AbortSignal} signal */
export function tellRoom(bar, signal) {
  const { style } = document.documentElement;
  const watching = new ResizeObserver(() => style.setProperty("--lyssna-bar", `${bar.offsetHeight}px`));
  watching.observe(bar);
  signal.addEventListener("abort", () => watching.disconnect());
}
