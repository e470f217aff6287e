/** The player's visible parts, built here so that a page needs nothing but the element.
 *
 * In the page stands the large button; the bar with everything else lies at the edge of the window while it reads.
 */

import { button, group, icon, labelled, make, range, tool } from "./elements.js";

const SPEEDS = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** @typedef {ReturnType<typeof build>} Parts */

/** @param {import("./words.js").Words} words @param {string} language of the words */
export function build(words, language) {
  const start = startParts(words);
  const panel = panelParts(words);
  const bar = barParts(words, language, panel.panel);
  const root = make("div", {}, start.start, bar.bar);
  const parts = { root, ...start, ...bar, ...panel };
  for (const [name, part] of Object.entries(parts)) part.dataset.part = name;
  return parts;
}

/** What stands in the page. @param {import("./words.js").Words} words */
function startParts(words) {
  const label = make("span", { className: "label" });
  const face = make("span", { className: "face" }, icon("play"), icon("pause"), label);
  const listen = make("button", { type: "button", className: "listen" }, face);
  Object.assign(listen.dataset, { usual: words.listen, later: words.goOn });
  const resume = button("", "resume");
  resume.hidden = true;
  const anywhere = make("span", { className: "anywhere" }, words.anywhere);
  const hint = make("span", { className: "hint", hidden: true }, words.reach);
  return { start: make("div", { className: "start" }, listen, resume, anywhere, hint), label, listen, resume, hint };
}

/** What stays in sight. @param {import("./words.js").Words} words @param {string} language @param {HTMLElement} panel */
function barParts(words, language, panel) {
  const toggle = tool("toggle", "", "play", "pause");
  const previous = tool("previous", words.previous, "previous");
  const repeat = tool("repeat", words.repeat, "repeat");
  const next = tool("next", words.next, "next");
  const stop = tool("stop", words.stop, "stop");
  const slider = range("slider", { max: "1" });
  slider.ariaLabel = words.slider;
  const time = make("span", { className: "time" });
  const speed = make("select", {}, ...speeds(language));
  const progress = make("div", { className: "progress" }, slider, time, labelled(words.speed, speed, "speed"));
  const follow = tool("follow", words.follow, "arrow");
  follow.hidden = true;
  const more = tool("more", words.more, "more");
  const fold = tool("fold", words.fold, "fold", "unfold");
  const status = make("p", {});
  status.role = "status";
  const retry = button(words.retry, "plain retry");
  retry.hidden = true;
  const message = make("div", { className: "message" }, status, retry);
  const row = make("div", { className: "row" }, toggle, previous, repeat, next, stop, progress, follow, more, fold);
  const bar = group(make("div", { className: "bar" }, message, row, panel), "region", words.player);
  return { bar, toggle, previous, repeat, next, stop, slider, time, speed, follow, more, fold, status, retry };
}

/** What is not wanted every day. @param {import("./words.js").Words} words */
function panelParts(words) {
  const steps = {
    previousParagraph: button(words.previousParagraph),
    nextParagraph: button(words.nextParagraph),
    previousHeading: button(words.previousHeading),
    nextHeading: button(words.nextHeading),
  };
  const volume = range("volume", { max: "1", step: "0.05" });
  const single = make("input", { type: "checkbox" });
  const [link, dock] = [button(words.link), button(words.toTop)];
  const report = make("a", { className: "plain", href: "" }, words.report);
  const panel = make(
    "div",
    { className: "panel", hidden: true },
    make("div", { className: "steps" }, ...Object.values(steps), link, report, dock),
    labelled(words.volume, volume, "choice volume-choice"),
    labelled(words.single, single),
  );
  group(panel, "group", words.more);
  return { panel, volume, single, link, report, dock, ...steps };
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

/** The speed after or before another. @param {number} rate @param {number} by */
export function speedBeside(rate, by) {
  return SPEEDS[SPEEDS.indexOf(nearestSpeed(rate)) + by] ?? rate;
}
