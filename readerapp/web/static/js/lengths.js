/** While a page is being made: asks now and then whether all lengths are known. */

import { REAL } from "./clock.js";

const ASKED_MS = 3000;

/**
 * @param {import("./reading.js").Reading} reading
 * @param {import("./contract.js").Sounds} service
 * @param {AbortSignal} signal
 */
export function learnLengths(reading, service, signal, timers = REAL) {
  let timer = 0;
  const ask = async () => {
    if (reading.active) await reading.timeline?.learnAll(service);
    timer = 0;
    later();
  };
  const later = () => {
    if (reading.active && !reading.timeline?.exact && !signal.aborted) timer ||= timers.later(ask, ASKED_MS);
  };
  reading.addEventListener("state", later, { signal });
  signal.addEventListener("abort", () => timers.cancel(timer));
}
