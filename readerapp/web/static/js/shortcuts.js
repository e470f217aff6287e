/** Which keys do what on the whole page: always with a modifier, so that nobody's typing is taken away (WCAG 2.1.4). */

/** @typedef {Record<string, string>} Keys an act, and its keys by their place on the keyboard: "Alt+Shift+KeyP" */

/** Alt+Shift is what browsers, screen readers and Cyrillic layouts leave free. @type {Keys} */
export const USUAL = {
  toggle: "Alt+Shift+KeyP",
  stop: "Alt+Shift+KeyS",
  repeat: "Alt+Shift+KeyR",
  previous: "Alt+Shift+ArrowLeft",
  next: "Alt+Shift+ArrowRight",
  previousParagraph: "Alt+Shift+ArrowUp",
  nextParagraph: "Alt+Shift+ArrowDown",
  previousHeading: "Alt+Shift+PageUp",
  nextHeading: "Alt+Shift+PageDown",
  selected: "Alt+Shift+KeyM",
  slower: "Alt+Shift+Comma",
  faster: "Alt+Shift+Period",
  more: "Alt+Shift+KeyK",
};

const MODIFIERS = /** @type {const} */ ([
  ["Ctrl", "ctrlKey"],
  ["Alt", "altKey"],
  ["Shift", "shiftKey"],
  ["Meta", "metaKey"],
]);
const ALONE = /^(?:Alt|Control|Shift|Meta|OS|CapsLock|AltGraph)/;
/** @type {Record<string, string>} */
const SIGNS = {
  Comma: ",",
  Period: ".",
  Minus: "-",
  Slash: "/",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** @typedef {Pick<KeyboardEvent, "code" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">} Press */

/** The keys that are pressed together, or "" while only modifiers are. @param {Press} press */
export function keysOf(press) {
  if (!press.code || ALONE.test(press.code)) return "";
  return [...MODIFIERS.filter(([, held]) => press[held]).map(([name]) => name), press.code].join("+");
}

/** Whether keys can be had on the whole page: with a modifier that writes nothing. @param {string} keys */
export function takeable(keys) {
  return /^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:Meta\+)?\w+$/.test(keys) && /(?:Ctrl|Alt|Meta)\+/.test(keys);
}

/** What was chosen, over what is usual; nonsense is left out. @param {Record<string, unknown>} chosen @returns {Keys} */
export function keysWith(chosen) {
  const known = Object.entries(chosen).filter(
    ([act, keys]) => act in USUAL && typeof keys === "string" && takeable(keys),
  );
  return { ...USUAL, .../** @type {Keys} */ (Object.fromEntries(known)) };
}

/** Give an act other keys; the act that had them takes the old ones. @param {Keys} all @param {string} act @param {string} keys */
export function swapped(all, act, keys) {
  const other = Object.keys(all).find((name) => all[name] === keys);
  return { ...all, ...(other ? { [other]: all[act] } : {}), [act]: keys };
}

/** The act that keys stand for. @param {Keys} all @param {string} keys */
export function actOf(all, keys) {
  return Object.keys(all).find((act) => all[act] === keys) ?? null;
}

/** As for aria-keyshortcuts. @param {string} keys */
export function toldKeys(keys) {
  return keys
    .replace("Ctrl", "Control")
    .replace(/(?:Key|Digit)(?=\w$)/, "")
    .replace(/(?:Comma|Period|Minus|Slash)$/, (code) => SIGNS[code]);
}

/** As written on a keyboard. @param {string} keys @param {string} shift what that key is called */
export function shownKeys(keys, shift) {
  const signs = keys.replace(/(?:Key|Digit)(?=\w$)/, "").replace(/\w+$/, (code) => SIGNS[code] ?? code);
  return signs.replace("Shift", shift).replace("Meta", "⌘");
}
