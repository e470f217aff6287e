/** One reading of a page: what plays, where it is, and what state it is in. Knows nothing of buttons.
 *
 * States: idle, waiting (asked to play, no sound yet), playing, paused, fault. Events: "state", "frame" (once a
 * screen frame while sound plays), "end".
 */

import { ClipSource } from "./clips.js";
import { Problem, Service } from "./service.js";
import { StreamSource } from "./stream.js";
import { Timeline } from "./timeline.js";
import { WholeSource } from "./whole.js";

const RESTART_MS = 3000;
const WATCH_MS = 3000;

export class Reading extends EventTarget {
  state = "idle";
  problem = null;
  timeline = null;
  #audio;
  #address;
  #service;
  #opening = null;
  #complete = false;
  #source = null;
  #place = { n: 0, ms: 0 };
  #moved = true;
  #frame = 0;
  #watching = 0;

  /** @param {HTMLAudioElement} audio; `plan` and `whole` are addresses on the service. */
  constructor(audio, plan, whole) {
    super();
    this.#audio = audio;
    this.#address = whole;
    this.#service = new Service(plan);
    audio.addEventListener("playing", () => this.#sounds());
    audio.addEventListener("waiting", () => this.state === "playing" && this.#become("waiting"));
    // The event comes late: the visitor may have pressed again by then.
    audio.addEventListener("pause", () => audio.paused && !audio.ended && this.#paused());
    // No frames are drawn behind a locked screen; the place is kept all the same.
    audio.addEventListener("timeupdate", () => document.hidden && this.#tell());
  }

  /** Fetch the plan, once. */
  open() {
    this.#opening ??= this.#open().catch((problem) => {
      this.#opening = null;
      throw problem;
    });
    return this.#opening;
  }

  get active() {
    return this.state === "playing" || this.state === "waiting";
  }

  /** The sentence that is heard, and how far into it. */
  get place() {
    return (this.#moved ? null : this.#source?.where()) ?? this.#place;
  }

  get time() {
    const { n, ms } = this.place;
    const length = this.timeline.start(n + 1) - this.timeline.start(n);
    return this.timeline.start(n) + Math.min(ms, length);
  }

  set rate(rate) {
    this.#audio.preservesPitch = true;
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  /** Play on from where it is, or from a sentence. */
  async play(n = null, ms = 0) {
    if (n !== null) this.#move(n, ms);
    this.#become("waiting");
    let source = null;
    try {
      if (!this.timeline) await this.open();
      source = this.#source ??= this.#choose();
      const { n: to, ms: into } = this.#place;
      const sought = this.#moved ? source.seek(to, into) : null;
      this.#moved = false;
      // At once, while the visitor's press still counts; it waits for the sound by itself.
      await Promise.all([sought, this.#audio.play()]);
    } catch (failure) {
      if (failure.name !== "AbortError" && source === this.#source) this.#fail(failure);
    }
  }

  pause() {
    this.#paused();
    this.#audio.pause();
  }

  toggle() {
    if (this.active) this.pause();
    else this.play();
  }

  stop() {
    this.#become("idle");
    this.#audio.pause();
    this.#move(0, 0);
  }

  /** To the next sentence, or back: to the start of this one when it is well under way, else to the one before. */
  step(by) {
    const { n, ms } = this.place;
    const to = by < 0 && ms > RESTART_MS ? n : n + by;
    this.go(Math.min(Math.max(to, 0), this.timeline.count - 1), 0);
  }

  /** To a place; what played plays on from there, what was paused stays paused. */
  go(n, ms) {
    if (this.active) {
      this.play(n, ms);
      return;
    }
    this.#move(n, ms);
    if (this.state === "idle") this.#become("paused");
    this.dispatchEvent(new Event("frame"));
  }

  /** Word marks of sentence `n`: [start, end, begin, finish], in code points and milliseconds. */
  async marks(n, signal) {
    const { milliseconds, marks } = await this.#service.cue(n, signal);
    this.timeline.learn(n, milliseconds);
    return marks;
  }

  async #open() {
    const plan = await this.#service.plan();
    this.#complete = plan.complete;
    this.timeline = new Timeline(plan.utterances);
  }

  #move(n, ms) {
    this.#place = { n, ms };
    this.#moved = true;
  }

  #choose() {
    const source = this.#newSource();
    source.addEventListener("length", ({ detail }) => this.timeline.learn(detail.n, detail.ms));
    source.addEventListener("waiting", () => this.state === "playing" && this.#become("waiting"));
    source.addEventListener("fault", ({ detail }) => this.#fail(detail));
    source.addEventListener("ended", () => this.#end());
    return source;
  }

  #newSource() {
    if (this.#complete && this.timeline.exact) return new WholeSource(this.#audio, this.#address, this.timeline);
    if (StreamSource.type) return new StreamSource(this.#audio, this.#service, this.timeline.count);
    return new ClipSource(this.#audio, this.#service, this.timeline.count, () => this.active);
  }

  #sounds() {
    if (!this.#audio.paused && this.state !== "idle" && this.state !== "fault") this.#become("playing");
  }

  /** A visitor's pause, or the system's; the one at the end of a file is neither. */
  #paused() {
    if (!this.active) return;
    this.#place = this.place;
    this.#become("paused");
  }

  #end() {
    this.#become("idle");
    this.#move(0, 0);
    this.dispatchEvent(new Event("end"));
  }

  /** The next try starts with a new source. */
  #fail(problem) {
    this.#move(this.place.n, this.place.ms);
    this.#source?.close();
    this.#source = null;
    if (this.#complete) {
      // The whole file may have been cleared away since the page was opened; then its sentences are made anew.
      this.#complete = false;
      this.play();
      return;
    }
    this.problem = problem instanceof Problem ? problem : null;
    this.#become("fault");
    this.#audio.pause();
  }

  #become(state) {
    const changed = this.state !== state;
    this.state = state;
    if (this.active) {
      this.#frame ||= requestAnimationFrame(() => this.#tick());
      this.#watching ||= setTimeout(() => this.#watch(), WATCH_MS);
    }
    if (changed) this.dispatchEvent(new Event("state"));
  }

  #tick() {
    this.#frame = this.active ? requestAnimationFrame(() => this.#tick()) : 0;
    this.#tell();
  }

  #tell() {
    if (this.active && this.timeline) this.dispatchEvent(new Event("frame"));
  }

  /** While the page is being made, ask now and then whether all lengths are known. */
  async #watch() {
    this.#watching = 0;
    if (!this.active || !this.timeline || this.timeline.exact) return;
    try {
      if ((await this.#service.state()).complete) {
        const plan = await this.#service.plan();
        plan.utterances.forEach(({ milliseconds }, n) => milliseconds && this.timeline.learn(n, milliseconds));
      }
    } catch {
      // Only an estimate hangs on it; a real fault shows where the sound is fetched.
    }
    if (this.active) this.#watching ||= setTimeout(() => this.#watch(), WATCH_MS);
  }
}
