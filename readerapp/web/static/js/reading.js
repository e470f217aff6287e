/** One reading of a page: what plays, where it is, and what state it is in. Knows nothing of buttons, nor of the page.
 *
 * States: idle, waiting (asked to play, no sound yet), playing, paused, fault. Events: "state", "frame" (once a
 * screen frame while sound plays), "sound" (detail.n: a sentence has come), "end".
 */

import { REAL } from "./clock.js";
import { calledOff, needsPress, tell } from "./contract.js";
import { Problem } from "./service.js";
import { Timeline } from "./timeline.js";

/**
 * @typedef {import("./contract.js").Place} Place
 * @typedef {import("./contract.js").Source} Source
 * @typedef {(timeline: Timeline, complete: boolean, wanted: () => boolean) => Source} Choose
 */

export class Reading extends EventTarget {
  /** @type {import("./contract.js").State} */
  state = "idle";
  /** @type {Problem | null} */
  problem = null;
  /** @type {Timeline | null} */
  timeline = null;
  /** Pause after each sentence. */
  single = false;
  #audio;
  #service;
  #choose;
  #timers;
  /** @type {Promise<void> | null} */
  #opening = null;
  #complete = false;
  /** @type {Source | null} */
  #source = null;
  /** @type {Place} */
  #place = { n: 0, ms: 0 };
  #moved = true;
  #heard = -1;
  #held = false;
  /** Where it shall pause. @type {Place | null} */
  #until = null;
  #frame = 0;
  #listening = new AbortController();

  /**
   * @param {HTMLAudioElement} audio
   * @param {import("./contract.js").Sounds} service
   * @param {Choose} choose a source, once the plan is known
   */
  constructor(audio, service, choose, timers = REAL) {
    super();
    this.#audio = audio;
    this.#service = service;
    this.#choose = choose;
    this.#timers = timers;
    const { signal } = this.#listening;
    audio.addEventListener("playing", () => this.#sounds(), { signal });
    audio.addEventListener("waiting", () => this.#waits(), { signal });
    // The event comes late: the visitor may have pressed again by then.
    audio.addEventListener("pause", () => audio.paused && !audio.ended && this.#paused(), { signal });
    // No frames are drawn behind a locked screen; the place is kept all the same.
    audio.addEventListener("timeupdate", () => this.#tell(), { signal });
  }

  /** Fetch the plan, once. */
  open() {
    this.#opening ??= this.#open().catch((problem) => {
      this.#opening = null;
      throw problem;
    });
    return this.#opening;
  }

  /** A press is near: have the element ready, and the first sentence where that is made already; or `certain`. */
  expect(certain = false) {
    if (!this.timeline || this.state !== "idle") return;
    this.#source ??= this.#newSource();
    this.#source.expect?.(this.#complete || certain ? this.#place.n : null);
  }

  /** Fall silent for good, and let go of the element. */
  close() {
    this.stop();
    this.#listening.abort();
    this.#source?.close();
    this.#timers.cancel(this.#frame);
  }

  get active() {
    return this.state === "playing" || this.state === "waiting";
  }

  /** What is heard. */
  get place() {
    return (this.#moved ? null : this.#source?.where()) ?? this.#place;
  }

  get time() {
    return this.timeline?.time(this.place) ?? 0;
  }

  /** Play on from where it is, or from a sentence, and as far as `until`. @param {number | null} n @param {Place | null} until */
  async play(n = null, ms = 0, until = null) {
    if (n !== null) {
      this.#move(n, ms);
      this.#until = until;
    }
    this.#held = false;
    this.problem = null;
    const untold = this.timeline && this.#enter("waiting");
    if (!untold) this.#become("waiting");
    let source = null;
    try {
      if (!this.timeline) await this.open();
      source = this.#source ??= this.#newSource();
      const sought = this.#moved ? source.seek(this.#place.n, this.#place.ms) : null;
      this.#moved = false;
      this.#heard = this.place.n;
      // At once, while the visitor's press still counts; it waits for the sound by itself.
      const playing = Promise.all([sought, this.#audio.play()]);
      if (untold) this.dispatchEvent(new Event("state")); // after sound was asked for: showing it takes a while
      await playing;
    } catch (failure) {
      if (needsPress(failure)) this.#waitForPress();
      else if (!calledOff(failure) && source === this.#source) this.#fail(failure);
    }
  }

  /** After a fault too: then it does not come back by itself. */
  pause() {
    this.#paused();
    if (this.state === "fault") this.#become("paused");
    this.#audio.pause();
  }

  /** Pause, and let go of what the element was given: that may not outlast the time for which a page is left. */
  rest() {
    this.pause();
    this.#drop();
  }

  toggle() {
    if (this.active) this.pause();
    else this.play();
  }

  /** Hear the sentence once more from its beginning; after a pause before the next one, the one that was heard. */
  repeat() {
    this.play(this.place.n - (this.#held ? 1 : 0), 0);
  }

  stop() {
    this.#become("idle");
    this.#audio.pause();
    this.#move(0, 0);
  }

  /** To a place; what played plays on from there, what was paused stays paused. @param {number} n @param {number} ms */
  go(n, ms) {
    if (this.active) {
      this.play(n, ms);
      return;
    }
    this.#move(n, ms);
    this.#until = null;
    this.#held = false;
    if (this.state === "idle") this.#become("paused");
    this.dispatchEvent(new Event("frame"));
  }

  /** Word marks of a sentence. @param {number} n @param {AbortSignal} [signal] */
  async marks(n, signal) {
    const { milliseconds, marks } = await this.#service.cue(n, signal);
    this.timeline?.learn(n, milliseconds);
    return marks;
  }

  async #open() {
    const plan = await this.#service.plan();
    this.#complete = plan.complete;
    this.timeline = new Timeline(plan.utterances);
    this.dispatchEvent(tell("plan", plan));
  }

  /** @param {number} n @param {number} ms */
  #move(n, ms) {
    this.#place = { n, ms };
    this.#moved = true;
  }

  #drop() {
    this.#move(this.place.n, this.place.ms);
    this.#source?.close();
    this.#source = null;
  }

  #newSource() {
    if (!this.timeline) throw new Error("a source before the plan");
    const source = this.#choose(this.timeline, this.#complete, () => this.active);
    source.addEventListener("sound", (event) => {
      const { n, ms } = /** @type {CustomEvent} */ (event).detail;
      this.timeline?.learn(n, ms);
      this.dispatchEvent(tell("sound", { n }));
    });
    source.addEventListener("waiting", () => this.#waits());
    source.addEventListener("fault", (event) => this.#fail(/** @type {CustomEvent} */ (event).detail));
    source.addEventListener("ended", () => this.#end());
    return source;
  }

  #sounds() {
    if (!this.#audio.paused && this.state !== "idle" && this.state !== "fault") this.#become("playing");
  }

  #waits() {
    if (this.state === "playing") this.#become("waiting");
  }

  /** A visitor's pause, or the system's; the one at the end of a file is neither. */
  #paused() {
    if (!this.active) return;
    this.#place = this.place;
    this.#become("paused");
  }

  /** The browser does not play without one: the place is kept for it. */
  #waitForPress() {
    if (this.place.n || this.place.ms) this.pause();
    else this.stop();
  }

  #end() {
    this.#become("idle");
    this.#move(0, 0);
    this.dispatchEvent(new Event("end"));
  }

  /** The next try starts with a new source; where nobody waits for sound it is left to the next press. @param {unknown} problem */
  #fail(problem) {
    const wasComplete = this.#complete;
    this.#drop();
    this.#complete = false;
    if (!this.active) return;
    // The whole file may have been cleared away since the page was opened; then its sentences are made anew. And WebKit
    // fails at times where a new source begins in mid-sentence: it is given another one, from the sentence's beginning.
    const another = !(problem instanceof Problem) && this.#place.ms > 0;
    if (another) this.#move(this.#place.n, 0);
    if (wasComplete || another) return void this.play();
    this.problem = problem instanceof Problem ? problem : null;
    this.#become("fault");
    this.#audio.pause();
  }

  /** @param {import("./contract.js").State} state */
  #become(state) {
    if (this.#enter(state)) this.dispatchEvent(new Event("state"));
  }

  /** Whether it is another one than before; nobody is told. @param {import("./contract.js").State} state */
  #enter(state) {
    const changed = this.state !== state;
    this.state = state;
    if (this.active) this.#frame ||= this.#timers.frame(() => this.#tick());
    return changed;
  }

  #tick() {
    this.#frame = this.active ? this.#timers.frame(() => this.#tick()) : 0;
    this.#tell();
  }

  #tell() {
    if (!this.active || !this.timeline) return;
    const { n, ms } = this.place;
    const until = this.#until;
    if (until && (n > until.n || (n === until.n && ms >= until.ms))) this.#holdAt(until);
    else if (this.single && n === this.#heard + 1) this.#holdBefore(n);
    this.#heard = n;
    this.dispatchEvent(new Event("frame"));
  }

  /** The end of a part: not a moment later, or the next word would be lit. @param {Place} until */
  #holdAt({ n, ms }) {
    this.#until = null;
    this.#move(...(ms < Infinity ? /** @type {const} */ ([n, ms - 1]) : /** @type {const} */ ([n + 1, 0])));
    this.pause();
  }

  /** @param {number} n */
  #holdBefore(n) {
    this.pause();
    this.#move(n, 0);
    this.#held = true;
  }
}
