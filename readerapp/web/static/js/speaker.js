/** One player speaks at a time, whichever of the service's pages it is on. */

const CHANNEL = "lyssna-player";

/**
 * @param {import("./reading.js").Reading} reading
 * @param {() => void} paused told after another player made this one pause
 * @param {AbortSignal} signal
 */
export function speakAlone(reading, paused, signal) {
  if (!globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(CHANNEL);
  let before = reading.active;
  const changed = () => {
    if (reading.active && !before) channel.postMessage("speaks");
    before = reading.active;
  };
  reading.addEventListener("state", changed, { signal });
  const heard = () => {
    if (!reading.active && reading.state !== "fault") return;
    reading.pause();
    paused();
  };
  channel.addEventListener("message", heard);
  signal.addEventListener("abort", () => channel.close());
}
