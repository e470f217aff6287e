/** Keys: plain ones inside the player, with modifiers everywhere else. */

import { actOf, keysOf } from "./shortcuts.js";

const OWN_SPACE = "button, a, select, summary, input[type=checkbox]";
const OWN_ARROWS = "select, audio, .volume";
/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
/** @type {Record<string, number>} */
const SLIDER_STEPS = { ...STEPS, ArrowDown: -1, ArrowUp: 1 };

/**
 * @typedef {object} Acts
 * @property {() => boolean} started whether there is a place to step from
 * @property {() => import("./shortcuts.js").Keys | null} keys those of the whole page, null where they are not wanted
 * @property {(act: string) => (() => void) | null} act what an act does now, if anything
 * @property {(by: number) => void} step
 */

/** @param {HTMLElement} player @param {Acts} acts @param {AbortSignal} signal */
export function listenForKeys(player, acts, signal) {
  const listen = (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented) return;
    const act = farAction(event, acts) ?? nearAction(event, player, acts);
    if (!act) return;
    event.preventDefault();
    act();
  };
  document.addEventListener("keydown", listen, { signal });
}

/** @param {KeyboardEvent} event @param {Acts} acts */
function farAction(event, acts) {
  const keys = acts.keys();
  const act = keys && actOf(keys, keysOf(event));
  return act ? acts.act(act) : null;
}

/** @param {KeyboardEvent} event @param {HTMLElement} player @param {Acts} acts */
function nearAction(event, player, acts) {
  const { target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (!(target instanceof Element) || !player.contains(target) || target.matches(OWN_ARROWS)) return null;
  if (event.key === " ") return target.matches(OWN_SPACE) ? null : acts.act("toggle");
  const steps = target.matches(".slider") ? SLIDER_STEPS : STEPS;
  return acts.started() && event.key in steps ? () => acts.step(steps[event.key]) : null;
}
