/** The browser's own clock, which a reading goes by. */

/** @type {import("./contract.js").Timers} */
export const REAL = {
  frame: (act) => requestAnimationFrame(act),
  later: (act, ms) => setTimeout(act, ms),
  cancel: (id) => {
    cancelAnimationFrame(id);
    clearTimeout(id);
  },
};
