/** The player's visible parts: what they say in each state, and which wish each of them stands for. */

const SPEEDS = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const PATIENCE_MS = 700;
const NOTICE_MS = 5000;

export class Controls {
  parts = {};
  #player;
  #words;
  #sliding = false;
  #patience = 0;
  #notice = 0;
  #shown = "";

  /** @param {HTMLElement} player with parts marked data-part and the texts in its data attributes */
  constructor(player) {
    this.#player = player;
    this.#words = player.dataset;
    for (const part of player.querySelectorAll("[data-part]")) this.parts[part.dataset.part] = part;
    this.#fillSpeeds();
  }

  /** Take the place of the browser's own controls. */
  takeOver(audio) {
    audio.removeAttribute("controls");
    audio.hidden = true;
    this.parts.plain.hidden = true;
    this.parts.listen.hidden = false;
  }

  /** @param {Record<string, (value?: number) => void>} wishes by part; speed and slider give their value */
  connect(wishes) {
    const { slider, speed, ...buttons } = this.parts;
    for (const [name, part] of Object.entries(buttons)) {
      if (wishes[name]) part.addEventListener("click", () => wishes[name]());
    }
    speed.addEventListener("change", () => wishes.speed(Number(speed.value)));
    slider.addEventListener("input", () => {
      this.#sliding = true;
      wishes.preview(Number(slider.value));
    });
    slider.addEventListener("change", () => {
      this.#sliding = false;
      wishes.slider(Number(slider.value));
    });
  }

  /** @param {{state: string, problem: Error | null}} reading */
  showState({ state, problem }) {
    const { label, controls, progress, resume, retry } = this.parts;
    const active = state === "playing" || state === "waiting";
    this.#player.setAttribute("state", state);
    label.textContent = active ? this.#words.pause : state === "idle" ? this.#words.listen : this.#words.goOn;
    controls.hidden = progress.hidden = state === "idle";
    retry.hidden = state !== "fault";
    if (state !== "idle") resume.hidden = true;
    clearTimeout(this.#patience);
    if (state === "fault") this.say(`${problem?.message || this.#words.fault} ${problem?.advice || this.#words.advice}`);
    else if (this.#notice) return;
    else if (state === "waiting") this.#patience = setTimeout(() => this.say(this.#words.waiting), PATIENCE_MS);
    else this.say("");
  }

  showPlace(n, time, timeline) {
    if (!this.#sliding) this.#write(n, time, timeline);
  }

  /** While the slider is dragged: where it would go. */
  preview(n, time, timeline) {
    this.#write(n, time, timeline, true);
  }

  offerResume(n, count) {
    this.parts.resume.textContent = filled(this.#words.resume, n + 1, count);
    this.parts.resume.hidden = false;
  }

  /** A notice stays for a while, whatever state the sound goes through meanwhile. */
  notify(text) {
    this.say(text);
    this.#notice = setTimeout(() => this.say(""), NOTICE_MS);
  }

  say(text) {
    clearTimeout(this.#patience);
    clearTimeout(this.#notice);
    this.#notice = 0;
    if (this.parts.status.textContent !== text) this.parts.status.textContent = text;
  }

  set speed(rate) {
    this.parts.speed.value = String(SPEEDS.includes(rate) ? rate : 1);
  }

  /** Written only when something changes: this is called once a screen frame. */
  #write(n, time, timeline, dragged = false) {
    const clock = `${minutes(time)} / ${timeline.exact ? "" : "≈ "}${minutes(timeline.total)}`;
    const now = `${n} ${clock}`;
    if (now === this.#shown) return;
    this.#shown = now;
    const { slider } = this.parts;
    slider.max = String(Math.round(timeline.total));
    if (!dragged) slider.value = String(Math.round(time));
    slider.setAttribute("aria-valuetext", filled(this.#words.sentence, n + 1, timeline.count));
    this.parts.time.textContent = clock;
  }

  #fillSpeeds() {
    const written = new Intl.NumberFormat(document.documentElement.lang);
    this.parts.speed.replaceChildren(...SPEEDS.map((rate) => new Option(`${written.format(rate)}×`, String(rate))));
    this.speed = 1;
  }
}

function filled(text, number, total) {
  return text.replace("{number}", number).replace("{total}", total);
}

function minutes(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
