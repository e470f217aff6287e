/** What stands in the player's element without a script: put away while ours is there. */

/**
 * @param {HTMLElement} player as it came
 * @param {HTMLAudioElement} audio
 * @param {AbortSignal} signal
 * @returns {number | null} where the browser's own controls had come, in milliseconds; null where nobody started them
 */
export function putAway(player, audio, signal) {
  const started = audio.paused ? null : audio.currentTime * 1000;
  const children = /** @type {HTMLElement[]} */ ([...player.children]);
  const show = (/** @type {boolean} */ shown) => {
    audio.controls = shown;
    for (const child of children) child.hidden = !shown;
  };
  audio.pause();
  show(false);
  signal.addEventListener("abort", () => show(true));
  return started;
}
