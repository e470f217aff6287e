/** Signs that a press on a button is near: time that the sound can use to come. */

/**
 * @param {HTMLElement} button
 * @param {(certain: boolean) => void} near `certain`: it is being pressed already, by who can still let go elsewhere
 * @param {AbortSignal} signal
 */
export function whenNear(button, near, signal) {
  for (const sign of ["pointerenter", "focus"]) button.addEventListener(sign, () => near(false), { signal });
  // A finger may be about to scroll.
  button.addEventListener("pointerdown", ({ pointerType }) => near(pointerType !== "touch"), { signal });
  button.addEventListener("keydown", ({ key }) => near(key === " "), { signal });
}
