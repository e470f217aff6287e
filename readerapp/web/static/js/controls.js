/** What the player's parts say in each state, and which handler each of them stands for. */

import { name } from "./elements.js";
import { KeyPanel } from "./keypanel.js";
import { chooseLook, look } from "./looks.js";
import { build, nearestSpeed } from "./parts.js";
import { clockTime } from "./timeline.js";
import { filled } from "./words.js";

const PATIENCE_MS = 700;
const NOTICE_MS = 5000;

/**
 * @typedef {"listen" | "toggle" | "resume" | "previous" | "next" | "stop" | "retry" | "link" | "more" | "previousParagraph" |
 *   "nextParagraph" | "previousHeading" | "nextHeading" | "fold" |
 *   "dock" | "repeat" | "report"} Pressed
 * @typedef {Record<Pressed, () => void> & {speed: (rate: number) => void, volume: (volume: number) => void,
 *   single: (on: boolean) => void, keys: (wish: Partial<import("./keypanel.js").Wish>) => void, preview: (time: number) => void,
 *   slider: (time: number) => void}} Handlers
 * @typedef {import("./timeline.js").Timeline} Timeline
 */

export class Controls {
  parts;
  #player;
  #words;
  #sliding = false;
  #patience = 0;
  #notice = 0;
  #shown = "";
  /** @type {KeyPanel | null} */
  #keys = null;

  /** @param {HTMLElement} player @param {import("./words.js").Words} words @param {string} language */
  constructor(player, words, language) {
    this.#player = player;
    this.#words = words;
    this.parts = build(words, language);
    this.parts.label.textContent = words.listen;
    this.parts.more.ariaExpanded = "false";
    name(this.parts.toggle, words.listen);
    this.#showDock();
    this.parts.report.hidden = !player.hasAttribute("report");
    player.setAttribute("state", "idle");
    player.append(this.parts.root);
  }

  close() {
    clearTimeout(this.#patience);
    clearTimeout(this.#notice);
    this.parts.root.remove();
  }

  /** @param {Handlers} handlers */
  connect(handlers) {
    const { slider, speed, volume, single, ...buttons } = this.parts;
    for (const [name, part] of Object.entries(buttons)) {
      const handler = Reflect.get(handlers, name);
      if (handler) part.addEventListener("click", () => handler());
    }
    speed.addEventListener("change", () => handlers.speed(Number(speed.value)));
    volume.addEventListener("input", () => handlers.volume(Number(volume.value)));
    single.addEventListener("change", () => handlers.single(single.checked));
    this.#keys = new KeyPanel(this.#words, this.parts, (wish) => handlers.keys(wish));
    this.parts.panel.append(this.#keys.root);
    slider.addEventListener("input", () => {
      this.#sliding = true;
      handlers.preview(Number(slider.value));
    });
    slider.addEventListener("change", () => {
      this.#sliding = false;
      handlers.slider(Number(slider.value));
    });
  }

  /** @param {import("./memory.js").Likings} likings */
  showLikings({ speed, volume, single, keys, chosen, folded }) {
    this.#player.toggleAttribute("folded", folded);
    this.#player.toggleAttribute("single", single);
    this.parts.fold.ariaExpanded = String(!folded);
    name(this.parts.fold, folded ? this.#words.unfold : this.#words.fold);
    if (folded) this.togglePanel(false);
    this.parts.speed.value = String(nearestSpeed(speed));
    this.parts.volume.value = String(volume);
    this.parts.single.checked = single;
    this.#keys?.show({ keys, chosen });
  }

  /** @param {import("./reading.js").Reading} reading */
  showState({ state, problem }) {
    const { label, toggle, resume, retry } = this.parts;
    const active = state === "playing" || state === "waiting";
    this.#player.setAttribute("state", state);
    label.textContent = active ? this.#words.pause : state === "idle" ? this.#words.listen : this.#words.goOn;
    name(toggle, label.textContent);
    retry.textContent = problem?.forgotten ? this.#words.reopen : this.#words.retry;
    retry.hidden = state !== "fault";
    if (state !== "idle") resume.hidden = true;
    else this.togglePanel(false);
    clearTimeout(this.#patience);
    if (state === "fault")
      this.say(`${problem?.message || this.#words.fault} ${problem?.advice || this.#advice(problem)}`);
    else if (this.#notice) return;
    else if (state === "waiting") this.#patience = setTimeout(() => this.say(this.#words.waiting), PATIENCE_MS);
    else this.say("");
  }

  /** What to do where the service has not said it. @param {import("./service.js").Problem | null} problem */
  #advice(problem) {
    return problem?.unreachable ? this.#words.comesBack : this.#words.advice;
  }

  /** The page is at its end, which can be far from the large button. */
  offerAgain() {
    this.say(this.#words.ended);
    this.parts.retry.textContent = this.#words.again;
    this.parts.retry.hidden = false;
  }

  /** @param {import("./outline.js").Outline} outline */
  offerSteps(outline) {
    this.parts.previousParagraph.hidden = this.parts.nextParagraph.hidden = !outline.has("paragraph");
    this.parts.previousHeading.hidden = this.parts.nextHeading.hidden = !outline.has("heading");
  }

  togglePanel(open = Boolean(this.parts.panel.hidden)) {
    this.parts.panel.hidden = !open;
    this.parts.more.ariaExpanded = String(open);
    this.#player.toggleAttribute("expanded", open);
  }

  /** To the other edge of the window. */
  moveDock() {
    chooseLook("dock", look("dock") === "top" ? "" : "top");
    this.#showDock();
  }

  #showDock() {
    this.parts.dock.textContent = look("dock") === "top" ? this.#words.toBottom : this.#words.toTop;
  }

  /** @param {number} n @param {number} time @param {Timeline} timeline */
  showPlace(n, time, timeline) {
    if (!this.#sliding) this.#write(n, time, timeline);
  }

  /** While the slider is dragged: where it would go. @param {number} n @param {number} time @param {Timeline} timeline */
  preview(n, time, timeline) {
    this.#write(n, time, timeline, true);
  }

  /** @param {number} n @param {number} count */
  offerResume(n, count) {
    this.parts.resume.textContent = filled(this.#words.resume, { number: n + 1, total: count });
    this.parts.resume.hidden = false;
  }

  /** A notice stays for a while, whatever state the sound goes through meanwhile. @param {string} text */
  notify(text) {
    this.say(text);
    this.#notice = setTimeout(() => this.say(""), NOTICE_MS);
  }

  /** @param {string} text */
  say(text) {
    clearTimeout(this.#patience);
    clearTimeout(this.#notice);
    this.#notice = 0;
    if (this.parts.status.textContent !== text) this.parts.status.textContent = text;
  }

  /** Written only when something changes: this is called once a screen frame. @param {number} n @param {number} time @param {Timeline} timeline */
  #write(n, time, timeline, dragged = false) {
    const length = `${timeline.exact ? "" : "≈ "}${clockTime(timeline.total)}`;
    const clock = `${clockTime(time)} / ${length}`;
    const now = `${n} ${clock}`;
    if (now === this.#shown) return;
    this.#shown = now;
    const { slider } = this.parts;
    slider.max = String(Math.round(timeline.total));
    if (!dragged) slider.value = String(Math.round(time));
    const sentence = filled(this.#words.sentence, { number: n + 1, total: timeline.count });
    slider.ariaValueText = `${sentence}, ${filled(this.#words.clock, { time: clockTime(time), length })}`;
    this.parts.time.textContent = clock;
  }
}
