/** `<lyssna-player plan audio page for>`: hears the page named by `for`, and lights it while it is read.
 *
 * Attributes come down, events go up: "lyssna-state" and "lyssna-sentence" (detail.n). The attribute `state` is for
 * style sheets. Without this script the element holds the browser's own audio controls, which work by themselves.
 */

import { Controls } from "./controls.js";
import { Follower } from "./follow.js";
import { Highlighter } from "./highlight.js";
import { listenForKeys } from "./keys.js";
import * as memory from "./memory.js";
import { Reading } from "./reading.js";
import { joinMediaSession, tellPosition } from "./session.js";

const NOT_A_WISH_TO_HEAR = "a, button, input, select, summary, audio";

class LyssnaPlayer extends HTMLElement {
  #reading;
  #controls;
  #highlighter;
  #follower;
  #text;
  #page;
  #rate = memory.speed();
  #n = -1;
  #marks = [];
  #word = -1;
  #asking = new AbortController();

  connectedCallback() {
    if (this.#reading) return;
    const audio = this.querySelector("audio");
    this.#page = this.getAttribute("page");
    this.#text = document.getElementById(this.getAttribute("for"));
    this.#reading = new Reading(audio, this.getAttribute("plan"), this.getAttribute("audio"));
    this.#controls = new Controls(this);
    this.#highlighter = new Highlighter(this.#text);
    this.#follower = new Follower(this, this.#controls.parts.follow);
    this.#connect();
    this.#controls.takeOver(audio);
    this.#setSpeed(this.#rate);
    new ResizeObserver(() => this.#tellHeight()).observe(this);
    this.#reading.open().then(() => this.#offerResume(), () => {}); // a press tries again, and tells
  }

  #connect() {
    const reading = this.#reading;
    reading.addEventListener("state", () => this.#stateChanged());
    reading.addEventListener("frame", () => this.#show());
    reading.addEventListener("end", () => this.#ended());
    listenForKeys(this, reading);
    joinMediaSession(reading, this.dataset.title);
    this.#text.addEventListener("click", (event) => this.#clicked(event));
    this.#controls.connect({
      listen: () => this.#listen(),
      resume: () => this.#playFrom(this.#left()),
      previous: () => reading.step(-1),
      next: () => reading.step(1),
      stop: () => this.#stop(),
      retry: () => reading.play(),
      link: () => this.#copyLink(),
      speed: (rate) => this.#setSpeed(rate),
      preview: (time) => this.#controls.preview(reading.timeline.at(time).n, time, reading.timeline),
      slider: (time) => {
        const { n, ms } = reading.timeline.at(time);
        reading.go(n, ms);
      },
    });
  }

  #listen() {
    if (this.#reading.state !== "idle") this.#reading.toggle();
    else this.#playFrom(this.#linked() ?? 0);
  }

  #playFrom(n) {
    this.#follower.start();
    this.#reading.play(n);
  }

  /** The sentence that the address names, as in #s17. */
  #linked() {
    const named = /^#s(\d+)$/.exec(location.hash);
    return named && this.#text.querySelector(`[data-n="${named[1]}"]`) ? Number(named[1]) : null;
  }

  #left() {
    return memory.placeOf(this.#page, this.#reading.timeline.count, (n) => this.#highlighter.text(n));
  }

  #offerResume() {
    const n = this.#left();
    if (n && this.#reading.state === "idle") this.#controls.offerResume(n, this.#reading.timeline.count);
  }

  #clicked(event) {
    const sentence = event.target.closest("[data-n]");
    const selecting = !getSelection().isCollapsed || event.detail > 1;
    const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!sentence || selecting || modified || event.target.closest(NOT_A_WISH_TO_HEAR)) return;
    this.#playFrom(Number(sentence.dataset.n));
  }

  #stateChanged() {
    this.#controls.showState(this.#reading);
    this.dispatchEvent(new CustomEvent("lyssna-state", { bubbles: true, detail: { state: this.#reading.state } }));
    if (this.#reading.state === "idle") {
      this.#n = -1;
      this.#highlighter.clear();
      this.#follower.stop();
    } else if (this.#reading.timeline) {
      this.#show();
      if (!this.#marks.length) this.#fetchMarks(this.#n);
      tellPosition(this.#reading, this.#rate);
    }
  }

  #show() {
    const { timeline, place, time } = this.#reading;
    if (place.n !== this.#n) this.#sentenceChanged(place.n);
    this.#showWord(place.ms);
    this.#controls.showPlace(place.n, time, timeline);
  }

  #sentenceChanged(n) {
    this.#n = n;
    this.#marks = [];
    this.#word = -1;
    this.#follower.see(this.#highlighter.sentence(n));
    memory.keepPlace(this.#page, n, this.#highlighter.text(n));
    this.#fetchMarks(n);
    tellPosition(this.#reading, this.#rate);
    this.dispatchEvent(new CustomEvent("lyssna-sentence", { bubbles: true, detail: { n } }));
  }

  /** Once there is sound, so that the sentence's words never compete with its sound for a connection. */
  async #fetchMarks(n) {
    this.#asking.abort();
    if (this.#reading.state !== "playing") return;
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const marks = await this.#reading.marks(n, signal);
      if (n === this.#n) this.#marks = marks;
      if (n + 1 < this.#reading.timeline.count) await this.#reading.marks(n + 1, signal);
    } catch {
      // Words stay unlit; the sentence and the sound do not hang on it.
    }
  }

  #showWord(ms) {
    const word = this.#marks.findIndex(([, , begin, finish]) => begin <= ms && ms < finish);
    if (word === this.#word) return;
    this.#word = word;
    const [start, end] = word < 0 ? [0, 0] : this.#marks[word];
    this.#highlighter.word(this.#n, start, end);
  }

  #ended() {
    memory.forgetPlace(this.#page);
    this.#controls.say(this.dataset.ended);
  }

  #stop() {
    this.#reading.stop();
    memory.forgetPlace(this.#page);
    this.#controls.parts.listen.focus();
  }

  #setSpeed(rate) {
    this.#rate = rate;
    this.#reading.rate = rate;
    this.#controls.speed = rate;
    memory.keepSpeed(rate);
  }

  async #copyLink() {
    const link = new URL(`#s${this.#reading.place.n}`, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      this.#controls.notify(this.dataset.copied);
    } catch {
      history.replaceState(null, "", link);
      this.#controls.notify(this.dataset.addressed);
    }
  }

  /** So that the browser scrolls what gets the focus clear of the bar. */
  #tellHeight() {
    const height = getComputedStyle(this).position === "sticky" ? this.offsetHeight : 0;
    document.documentElement.style.setProperty("--player-height", `${height}px`);
  }
}

customElements.define("lyssna-player", LyssnaPlayer);
