/** After the way to the service was lost in mid-page: asks again, quietly, and goes on where it was. */

import { REAL } from "./clock.js";

const [FIRST_MS, LONGEST_MS] = [2000, 30_000];
/** Whoever comes back later than this is not startled by a voice. */
const GIVE_UP_MS = 600_000;

/**
 * @param {import("./reading.js").Reading} reading
 * @param {import("./contract.js").Sounds} service
 * @param {AbortSignal} signal
 */
export function comeBack(reading, service, signal, timers = REAL) {
  let [timer, wait, since, asking] = [0, 0, 0, false];
  const lost = () => reading.state === "fault" && Boolean(reading.problem?.unreachable);
  const later = () => {
    timers.cancel(timer);
    timer = timers.later(ask, wait);
    wait = Math.min(2 * wait, LONGEST_MS);
  };
  const ask = async () => {
    if (!lost() || asking) return;
    if (Date.now() - since > GIVE_UP_MS) {
      reading.pause();
      return;
    }
    asking = true;
    const { timeline, place } = reading;
    const answered = await (timeline ? service.sound(place.n, signal) : reading.open()).then(
      () => true,
      () => false,
    );
    asking = false;
    if (!lost() || signal.aborted) return;
    if (answered) reading.play();
    else later();
  };
  const changed = () => {
    if (reading.state === "playing" || reading.state === "paused") since = 0;
    if (!lost()) return;
    if (!since) [since, wait] = [Date.now(), FIRST_MS];
    later();
  };
  reading.addEventListener("state", changed, { signal });
  for (const [target, name] of /** @type {const} */ ([
    [globalThis, "online"],
    [globalThis, "pageshow"],
  ]))
    target.addEventListener?.(name, ask, { signal });
  globalThis.document?.addEventListener("visibilitychange", ask, { signal });
  signal.addEventListener("abort", () => timers.cancel(timer));
}
