/** Makes the elements that the player is put together from. */

const SVG = "http://www.w3.org/2000/svg";

/** Drawn on 24 by 24. @type {Record<string, string>} */
const ICONS = {
  play: "M7 4.5v15a1 1 0 0 0 1.5.8l11-7.5a1 1 0 0 0 0-1.6l-11-7.5A1 1 0 0 0 7 4.5z",
  pause:
    "M7 4h2.5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM14.5 4H17a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-2.5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z",
  stop: "M6.5 5h11A1.5 1.5 0 0 1 19 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 17.5v-11A1.5 1.5 0 0 1 6.5 5z",
  previous: "M5 5h2.5v14H5zM20 6v12a1 1 0 0 1-1.6.8l-8.2-6a1 1 0 0 1 0-1.6l8.2-6A1 1 0 0 1 20 6z",
  next: "M16.5 5H19v14h-2.5zM4 6v12a1 1 0 0 0 1.6.8l8.2-6a1 1 0 0 0 0-1.6l-8.2-6A1 1 0 0 0 4 6z",
  repeat: "M12 5V1.5L6.5 6.5 12 11.5V7.7a5.3 5.3 0 1 1-5.3 5.3H4A8 8 0 1 0 12 5z",
  more: "M3.5 10h4v4h-4zM10 10h4v4h-4zM16.5 10h4v4h-4z",
  fold: "M12 16.6 4.6 9.2 6.4 7.4 12 13l5.6-5.6 1.8 1.8z",
  unfold: "M12 7.4l7.4 7.4-1.8 1.8L12 11l-5.6 5.6-1.8-1.8z",
  arrow: "M10.8 3h2.4v12.4l5-5 1.7 1.7L12 20l-7.9-7.9 1.7-1.7 5 5z",
};

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** @param {string} name */
export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("class", `icon ${name}`);
  drawn.setAttribute("aria-hidden", "true");
  drawn.append(path);
  return drawn;
}

/** A button with words on it. @param {string} label @param {string} className */
export function button(label, className = "plain") {
  return make("button", { type: "button", className }, label);
}

/** A button that is only drawn; its name is told. @param {string} className @param {string} label @param {string[]} drawn */
export function tool(className, label, ...drawn) {
  const made = make("button", { type: "button", className: `tool ${className}` }, ...drawn.map(icon));
  name(made, label);
  return made;
}

/** What a drawn button is called. @param {HTMLElement} element @param {string} label */
export function name(element, label) {
  element.title = label;
  element.ariaLabel = label;
}

/** @param {string} className @param {Record<string, string>} bounds */
export function range(className, bounds) {
  return make("input", { type: "range", className, min: "0", step: "1", ...bounds, value: "0" });
}

/** @param {HTMLElement} element @param {string} role @param {string} label */
export function group(element, role, label) {
  element.role = role;
  element.ariaLabel = label;
  return element;
}

/** @param {string} text @param {HTMLElement} control @param {string} className */
export function labelled(text, control, className = "choice") {
  return make("label", { className }, make("span", {}, text), " ", control);
}
