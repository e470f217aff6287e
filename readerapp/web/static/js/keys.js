/** Keys that work while the focus is inside the player, and nowhere else: nobody's typing is taken away. */

const OWN_SPACE = "button, a, select, summary";
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const SLIDER_STEPS = { ...STEPS, ArrowDown: -1, ArrowUp: 1 };

/** @param {{toggle: () => void, step: (by: number) => void}} reading */
export function listenForKeys(player, reading) {
  player.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.matches("select, audio")) return;
    const act = action(event, reading);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function action(event, reading) {
  if (event.key === " " && !event.target.matches(OWN_SPACE)) return () => reading.toggle();
  if (!reading.timeline || reading.state === "idle") return null;
  const steps = event.target.matches("input") ? SLIDER_STEPS : STEPS;
  return event.key in steps ? () => reading.step(steps[event.key]) : null;
}
