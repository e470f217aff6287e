/** The player's visible parts, built here so that a page needs nothing but the element. */

const SPEEDS = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const SVG = "http://www.w3.org/2000/svg";

/** Drawn on 24 by 24. @type {Record<string, string>} */
const ICONS = {
  play: "M7 4v16l13-8z",
  pause: "M6 4h4v16H6zM14 4h4v16h-4z",
  stop: "M5 5h14v14H5z",
  previous: "M5 4h3v16H5zM20 4v16L9 12z",
  next: "M16 4h3v16h-3zM4 4v16l11-8z",
  more: "M4 10h4v4H4zM10 10h4v4h-4zM16 10h4v4h-4z",
  arrow: "M11 3h2v13l5-5 1.4 1.4L12 20l-7.4-7.6L6 11l5 5z",
};

/** @typedef {ReturnType<typeof build>} Parts */

/** @param {import("./words.js").Words} words @param {string} language of the words */
export function build(words, language) {
  const label = make("span", { className: "label" });
  const listen = make("button", { type: "button", className: "listen" }, icon("play"), icon("pause"), label);
  const resume = make("button", { type: "button", className: "resume", hidden: true });
  const [previous, next, stop] = [
    tool("previous", "previous", words.previous),
    tool("next", "next", words.next),
    tool("stop", "stop", words.stop),
  ];
  const more = tool("more", "more", words.more);
  const controls = make("div", { className: "controls", hidden: true }, previous, next, stop, more);
  group(controls, words.player);
  const slider = range("slider", { max: "1" });
  slider.ariaLabel = words.slider;
  const time = make("span", { className: "time" });
  const speed = make("select", {}, ...speeds(language));
  const progress = make("div", { className: "progress" }, slider, time, labelled(words.speed, speed, "speed"));
  const volume = range("volume", { max: "1", step: "0.05" });
  const [single, keys] = [make("input", { type: "checkbox" }), make("input", { type: "checkbox" })];
  const link = make("button", { type: "button", className: "plain" }, words.link);
  const steps = {
    previousParagraph: make("button", { type: "button", className: "plain" }, words.previousParagraph),
    nextParagraph: make("button", { type: "button", className: "plain" }, words.nextParagraph),
    previousHeading: make("button", { type: "button", className: "plain" }, words.previousHeading),
    nextHeading: make("button", { type: "button", className: "plain" }, words.nextHeading),
  };
  const panel = make(
    "div",
    { className: "panel", hidden: true },
    make("div", { className: "steps" }, ...Object.values(steps), link),
    labelled(words.volume, volume, "choice"),
    labelled(words.single, single, "choice"),
    labelled(words.keys, keys, "choice"),
  );
  group(panel, words.more);
  const status = make("p", {});
  status.role = "status";
  const retry = make("button", { type: "button", className: "retry", hidden: true }, words.retry);
  const follow = make("button", { type: "button", className: "follow", hidden: true }, icon("arrow"), words.follow);
  const hint = make("span", { className: "hint", hidden: true }, words.reach);
  const start = make("div", { className: "start" }, listen, resume, controls);
  const message = make("div", { className: "message" }, status, retry);
  const root = make("div", {}, make("div", { className: "bar" }, start, progress, panel, message), follow, hint);
  const parts = {
    root,
    label,
    listen,
    resume,
    controls,
    previous,
    next,
    stop,
    more,
    progress,
    slider,
    time,
    speed,
    panel,
  };
  const rest = { volume, single, keys, link, ...steps, status, retry, follow, hint };
  for (const [name, part] of Object.entries({ ...parts, ...rest })) part.dataset.part = name;
  return { ...parts, ...rest };
}

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
function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("class", `icon ${name}`);
  drawn.setAttribute("aria-hidden", "true");
  drawn.append(path);
  return drawn;
}

/** @param {string} className @param {string} drawn @param {string} label */
function tool(className, drawn, label) {
  const button = make("button", { type: "button", className: `tool ${className}`, title: label }, icon(drawn));
  button.ariaLabel = label;
  return button;
}

/** @param {string} className @param {Record<string, string>} bounds */
function range(className, bounds) {
  return make("input", { type: "range", className, min: "0", step: "1", ...bounds, value: "0" });
}

/** @param {HTMLElement} element @param {string} label */
function group(element, label) {
  element.role = "group";
  element.ariaLabel = label;
}

/** @param {string} text @param {HTMLElement} control @param {string} className */
function labelled(text, control, className) {
  return make("label", { className }, make("span", {}, text), " ", control);
}

/** @param {string} language */
function speeds(language) {
  const written = new Intl.NumberFormat(language);
  return SPEEDS.map((rate) => new Option(`${written.format(rate)}×`, String(rate)));
}

/** The nearest speed that can be chosen. @param {number} rate */
export function nearestSpeed(rate) {
  return SPEEDS.reduce((best, speed) => (Math.abs(speed - rate) < Math.abs(best - rate) ? speed : best));
}
