/** Keys: plain ones inside the player, with Alt+Shift everywhere else, so that nobody's typing is taken away. */

const OWN_SPACE = "button, a, select, summary, input[type=checkbox]";
const OWN_ARROWS = "select, audio, .volume";
/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
/** @type {Record<string, number>} */
const SLIDER_STEPS = { ...STEPS, ArrowDown: -1, ArrowUp: 1 };
/** @type {Record<string, ["sentence" | "paragraph", number]>} */
const FAR = {
  ArrowLeft: ["sentence", -1],
  ArrowRight: ["sentence", 1],
  ArrowUp: ["paragraph", -1],
  ArrowDown: ["paragraph", 1],
};

/**
 * @typedef {object} Acts
 * @property {() => boolean} started whether there is a place to step from
 * @property {() => boolean} far whether the keys with Alt+Shift are wanted
 * @property {() => void} toggle
 * @property {(unit: "sentence" | "paragraph", by: number) => void} step
 */

/** @param {HTMLElement} player @param {Acts} acts @param {AbortSignal} signal */
export function listenForKeys(player, acts, signal) {
  const listen = (/** @type {KeyboardEvent} */ event) => {
    const act = event.altKey && event.shiftKey ? farAction(event, acts) : nearAction(event, player, acts);
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener("keydown", listen, { signal });
}

/** @param {KeyboardEvent} event @param {Acts} acts */
function farAction(event, acts) {
  if (!acts.far() || event.ctrlKey || event.metaKey) return null;
  if (event.code === "KeyP") return acts.toggle;
  const [unit, by] = FAR[event.key] ?? [];
  return unit && by && acts.started() ? () => acts.step(unit, by) : null;
}

/** @param {KeyboardEvent} event @param {HTMLElement} player @param {Acts} acts */
function nearAction(event, player, acts) {
  const { target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (!(target instanceof Element) || !player.contains(target) || target.matches(OWN_ARROWS)) return null;
  if (event.key === " ") return target.matches(OWN_SPACE) ? null : acts.toggle;
  const steps = target.matches(".slider") ? SLIDER_STEPS : STEPS;
  return acts.started() && event.key in steps ? () => acts.step("sentence", steps[event.key]) : null;
}
