/** A source for a recording that is still being made: sentences appended to a MediaSource one after another.
 *
 * The buffer holds one run of neighbouring sentences. A jump inside the run is a seek; a jump out of it throws the
 * run away and begins another at a later place in the buffer, so that no sound of the old one is left under the new
 * position. Times in the buffer are therefore not times in the page: `where` translates.
 */

import { TYPE as MP4, beginning, fragment, framesOf } from "./fragments.js";

const MP3 = "audio/mpeg";
const SENTENCES_AHEAD = 4;
const SECONDS_AHEAD = 15;
const SECONDS_BEHIND = 120;
const SECONDS_BEHIND_WHEN_FULL = 5;
const NEARLY_OUT = 0.3;
const EDGE = 0.05;
const RETRY_MS = 2000;

/** @implements {Source} */
export class StreamSource extends EventTarget {
  #audio;
  #service;
  #count;
  #buffer = null;
  #media = null;
  #begun = false;
  #run = null;
  #turn = Promise.resolve();
  #behind;
  #listening = new AbortController();

  /** Where there is a managed MediaSource it comes first: iPhones have no other. */
  static get media() {
    return globalThis.ManagedMediaSource ?? globalThis.MediaSource;
  }

  /** The form in which this browser's MediaSource takes MP3, if any. */
  static get type() {
    return [MP3, MP4].find((type) => StreamSource.media?.isTypeSupported(type));
  }

  /** `count` sentences of `service`; sound more than `behind` seconds old is let go of. */
  constructor(audio, service, count, { behind = SECONDS_BEHIND } = {}) {
    super();
    this.#behind = behind;
    this.#audio = audio;
    this.#service = service;
    this.#count = count;
    const { signal } = this.#listening;
    audio.addEventListener("timeupdate", () => this.#fill(), { signal });
    audio.addEventListener("waiting", () => this.#fill(true), { signal });
    audio.addEventListener("ended", () => this.dispatchEvent(new Event("ended")), { signal });
    audio.addEventListener("error", () => this.#fail(null), { signal });
  }

  /** Play from `ms` into sentence `n` as soon as it is there. */
  async seek(n, ms) {
    const at = this.#edge(n);
    if (at === null || !this.#holds(at + ms / 1000)) return this.#begin(n, ms);
    this.#run.goal = null;
    this.#audio.currentTime = at + ms / 1000;
    return this.#fill(true);
  }

  where() {
    const run = this.#run;
    if (!run) return null;
    if (run.goal) return run.goal;
    const after = run.edges.findIndex((edge) => edge > this.#audio.currentTime);
    const last = run.edges.length - 2;
    const i = after < 0 ? last : Math.max(0, after - 1);
    return { n: run.first + i, ms: Math.max(0, this.#audio.currentTime - run.edges[i]) * 1000 };
  }

  close() {
    this.#run?.fetching.abort();
    this.#run = null;
    this.#listening.abort();
  }

  /** The buffer time at which sentence `n` begins, or null where the run does not hold it. */
  #edge(n) {
    const i = this.#run ? n - this.#run.first : -1;
    return i >= 0 && i < this.#run.edges.length - 1 ? this.#run.edges[i] : null;
  }

  /** Whether the buffer still holds a time: a managed one lets go of sound when it likes. */
  #holds(time) {
    const { buffered } = this.#buffer;
    return Array.from(buffered, (_, i) => i).some((i) => buffered.start(i) <= time + EDGE && time < buffered.end(i));
  }

  /** Begin a run at sentence `n`: `edges` are the buffer times between its sentences. */
  async #begin(n, ms) {
    this.#run?.fetching.abort();
    const base = this.#run ? Math.ceil(this.#run.edges.at(-1)) + 1 : 0;
    this.#run = { first: n, edges: [base], goal: { n, ms }, fetching: new AbortController(), busy: false, notBefore: 0 };
    if (!this.#media) this.#attach();
    else if (this.#buffer) this.#inTurn(() => this.#remove(Infinity));
    return this.#fill(true);
  }

  #attach() {
    this.#media = new StreamSource.media();
    const address = URL.createObjectURL(this.#media);
    const opened = () => {
      URL.revokeObjectURL(address);
      this.#buffer = this.#media.addSourceBuffer(StreamSource.type);
    };
    this.#turn = new Promise((resolve) => this.#media.addEventListener("sourceopen", resolve, { once: true })).then(opened);
    this.#audio.disableRemotePlayback = true; // a managed one opens only where nothing is sent to another device
    this.#audio.src = address;
  }

  /** Append sentences until enough is ahead of the ear; `now` tries again at once after a failure. */
  async #fill(now = false) {
    const run = this.#run;
    if (!run || run.busy || (!now && performance.now() < run.notBefore)) return;
    run.busy = true;
    try {
      while (run === this.#run && this.#hungry(run)) await this.#appendNext(run);
      if (run === this.#run && this.#next(run) === this.#count) await this.#inTurn(() => this.#end(run));
    } catch (failure) {
      if (run === this.#run && failure.name !== "AbortError") this.#fail(failure);
    } finally {
      run.busy = false;
    }
  }

  #next(run) {
    return run.first + run.edges.length - 1;
  }

  #hungry(run) {
    if (this.#next(run) >= this.#count) return false;
    if (run.goal) return true;
    return this.#next(run) - this.where().n <= SENTENCES_AHEAD || this.#ahead(run) < SECONDS_AHEAD;
  }

  #ahead(run) {
    return run.goal ? 0 : run.edges.at(-1) - this.#audio.currentTime;
  }

  async #appendNext(run) {
    const n = this.#next(run);
    const sound = await this.#service.sound(n, run.fetching.signal);
    await this.#inTurn(async () => {
      if (run !== this.#run) return;
      await this.#forget(run, this.#behind);
      const at = run.edges.at(-1);
      run.edges.push(at + (await this.#put(run, sound, at)));
      this.dispatchEvent(new CustomEvent("length", { detail: { n, ms: (run.edges.at(-1) - at) * 1000 } }));
      if (run.goal) this.#arrive(run);
    });
  }

  #arrive(run) {
    const { n, ms } = run.goal;
    run.goal = null;
    const to = this.#edge(n) + ms / 1000;
    if (to !== this.#audio.currentTime) this.#audio.currentTime = to;
  }

  /** Append a sentence at a time of the buffer; how many seconds it lasts. */
  async #put(run, sound, at) {
    const frames = framesOf(sound);
    for (const piece of this.#pieces(sound, frames)) {
      try {
        this.#append(piece, at);
      } catch (failure) {
        if (failure.name !== "QuotaExceededError") throw failure;
        await this.#forget(run, SECONDS_BEHIND_WHEN_FULL);
        this.#append(piece, at);
      }
      await this.#settled();
    }
    return (frames.sizes.length * frames.samples) / frames.rate;
  }

  #append(piece, at) {
    this.#buffer.timestampOffset = at;
    this.#buffer.appendBuffer(piece);
  }

  /** What is appended for a sentence, in the form that this browser takes. */
  #pieces(sound, frames) {
    if (StreamSource.type === MP3) return [sound];
    const first = this.#begun ? [] : [beginning(frames)];
    this.#begun = true;
    return [...first, fragment(sound, frames)];
  }

  /** Drop the sentences that ended more than `seconds` ago. */
  async #forget(run, seconds) {
    if (run.goal) return;
    const until = this.#audio.currentTime - seconds;
    const old = run.edges.findLastIndex((edge) => edge <= until);
    if (old <= 0) return;
    run.first += old;
    run.edges.splice(0, old);
    await this.#remove(run.edges[0]);
  }

  async #remove(end) {
    if (!this.#buffer.buffered.length) return;
    this.#buffer.remove(0, end);
    await this.#settled();
  }

  #end(run) {
    if (run === this.#run && this.#media.readyState === "open") this.#media.endOfStream();
  }

  /** Sound that is there is played to its end first; another try follows in a while. */
  #fail(problem) {
    if (this.#run && !this.#audio.error && this.#ahead(this.#run) > NEARLY_OUT) {
      this.#run.notBefore = performance.now() + RETRY_MS;
      return;
    }
    this.dispatchEvent(new CustomEvent("fault", { detail: problem }));
  }

  /** One change of the buffer at a time, in the order asked for. */
  #inTurn(change) {
    const done = this.#turn.then(change);
    this.#turn = done.catch(() => {});
    return done;
  }

  #settled() {
    return new Promise((resolve, reject) => {
      const heard = new AbortController();
      const settle = (event) => {
        heard.abort();
        if (event.type === "error") reject(new Error("the sound was not understood"));
        else resolve();
      };
      this.#buffer.addEventListener("updateend", settle, { signal: heard.signal });
      this.#buffer.addEventListener("error", settle, { signal: heard.signal });
    });
  }
}
