/** A source for a recording that is still being made: sentences appended to a MediaSource one after another.
 *
 * The buffer holds one run of neighbouring sentences. A jump inside the run is a seek; a jump out of it throws the
 * run away and begins another at a later place in the buffer, so that no sound of the old one is left under the new
 * position. Times in the buffer are therefore not times in the page: `where` translates.
 */

import { calledOff, tell } from "./contract.js";
import { beginning, fragment, framesOf, TYPE as MP4, secondsOf } from "./fragments.js";

const MP3 = "audio/mpeg";
const SENTENCES_AHEAD = 4;
const SECONDS_AHEAD = 15;
const [SECONDS_BEHIND, SECONDS_BEHIND_WHEN_FULL] = [120, 5];
const NEARLY_OUT = 0.3;
const EDGE = 0.05;
const RETRY_MS = 2000;
/** Samples that a browser drops where it begins to decode what was appended: so much earlier is all that follows. Chromium
 * drops the delay of encoder and decoder; Firefox, and WebKit, which has a managed MediaSource, the decoder's. */
const [DROPPED, DROPPED_ELSEWHERE] = [1105, 529];

/**
 * @typedef {import("./contract.js").SourceActs} SourceActs
 * @typedef {import("./fragments.js").Frames} Frames
 * @typedef {object} Run
 * @property {number} first sentence
 * @property {number[]} edges buffer times between its sentences
 * @property {import("./contract.js").Place | null} goal where it shall begin, until that is there
 * @property {AbortController} fetching
 * @property {boolean} busy
 * @property {number} notBefore when it may be tried again
 */

/** @implements {SourceActs} */
export class StreamSource extends EventTarget {
  #audio;
  #service;
  #count;
  /** @type {SourceBuffer | null} */
  #buffer = null;
  /** @type {MediaSource | null} */
  #media = null;
  #begun = false;
  /** How many seconds before its time in the buffer sound is heard. */
  #early = 0;
  /** @type {Run | null} */
  #run = null;
  /** @type {Promise<void>} */
  #turn = Promise.resolve();
  #behind;
  #listening = new AbortController();

  /** Where there is a managed MediaSource it comes first: iPhones have no other. @returns {typeof MediaSource | undefined} */
  static get media() {
    return Reflect.get(globalThis, "ManagedMediaSource") ?? globalThis.MediaSource;
  }

  /** The form in which this browser's MediaSource takes MP3, if any. */
  static get type() {
    return [MP3, MP4].find((type) => StreamSource.media?.isTypeSupported(type));
  }

  /**
   * @param {HTMLAudioElement} audio
   * @param {import("./contract.js").Sounds} service
   * @param {number} count of sentences
   * @param {{behind?: number}} bounds sound more than `behind` seconds old is let go of
   */
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

  /** Play from `ms` into sentence `n` as soon as it is there. @param {number} n @param {number} ms */
  async seek(n, ms) {
    const at = this.#edge(n);
    if (at === null || !this.#holds(at + ms / 1000)) return this.#begin(n, ms);
    if (this.#run) this.#run.goal = null;
    this.#audio.currentTime = at + ms / 1000;
    return this.#fill(true);
  }

  where() {
    const run = this.#run;
    if (!run) return null;
    if (run.goal) return run.goal;
    const heard = this.#audio.currentTime + this.#early;
    const after = run.edges.findIndex((edge) => edge > heard);
    const last = run.edges.length - 2;
    const i = after < 0 ? last : Math.max(0, after - 1);
    return { n: run.first + i, ms: Math.max(0, heard - run.edges[i]) * 1000 };
  }

  close() {
    this.#run?.fetching.abort();
    this.#run = null;
    this.#listening.abort();
  }

  /** The buffer time at which sentence `n` begins, or null where the run does not hold it. @param {number} n */
  #edge(n) {
    const { first, edges } = this.#run ?? { first: 0, edges: [] };
    return n >= first && n - first < edges.length - 1 ? edges[n - first] : null;
  }

  /** Whether the buffer still holds a time: a managed one lets go of sound when it likes. @param {number} time */
  #holds(time) {
    const buffered = this.#buffer?.buffered;
    if (!buffered) return false;
    return Array.from({ length: buffered.length }, (_, i) => i).some(
      (i) => buffered.start(i) <= time + EDGE && time < buffered.end(i),
    );
  }

  /** Begin a run at sentence `n`: `edges` are the buffer times between its sentences. @param {number} n @param {number} ms */
  async #begin(n, ms) {
    this.#run?.fetching.abort();
    const base = this.#run ? Math.ceil(end(this.#run)) + 1 : 0;
    this.#run = {
      first: n,
      edges: [base],
      goal: { n, ms },
      fetching: new AbortController(),
      busy: false,
      notBefore: 0,
    };
    if (!this.#media) this.open();
    else if (this.#buffer) this.#inTurn(() => this.#remove(Infinity));
    return this.#fill(true);
  }

  open() {
    if (this.#media) return;
    const { media: Media, type } = StreamSource;
    if (!Media || !type) throw new Error("no MediaSource takes MP3 here");
    const media = new Media();
    this.#media = media;
    const address = URL.createObjectURL(media);
    const opened = () => {
      URL.revokeObjectURL(address);
      this.#buffer = media.addSourceBuffer(type);
    };
    this.#turn = new Promise((resolve) => media.addEventListener("sourceopen", resolve, { once: true })).then(opened);
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
      if (run === this.#run && !calledOff(failure)) this.#fail(failure);
    } finally {
      run.busy = false;
    }
  }

  /** @param {Run} run */
  #next(run) {
    return run.first + run.edges.length - 1;
  }

  /** @param {Run} run */
  #hungry(run) {
    if (this.#next(run) >= this.#count) return false;
    if (run.goal) return true;
    return this.#next(run) - (this.where()?.n ?? 0) <= SENTENCES_AHEAD || this.#ahead(run) < SECONDS_AHEAD;
  }

  /** @param {Run} run */
  #ahead(run) {
    return run.goal ? 0 : end(run) - this.#audio.currentTime;
  }

  /** @param {Run} run */
  async #appendNext(run) {
    const n = this.#next(run);
    const sound = await this.#service.sound(n, run.fetching.signal);
    await this.#inTurn(async () => {
      if (run !== this.#run) return;
      await this.#forget(run, this.#behind);
      const at = end(run);
      const seconds = await this.#put(run, sound, at);
      run.edges.push(at + seconds);
      this.dispatchEvent(tell("sound", { n, ms: seconds * 1000 }));
      if (run.goal) this.#arrive(run);
    });
  }

  /** @param {Run} run */
  #arrive(run) {
    const to = run.edges[0] + (run.goal?.ms ?? 0) / 1000;
    run.goal = null;
    if (to !== this.#audio.currentTime) this.#audio.currentTime = to;
  }

  /** Append a sentence at a time of the buffer; how many seconds it lasts. @param {Run} run @param {ArrayBuffer} sound @param {number} at */
  async #put(run, sound, at) {
    const frames = framesOf(sound);
    const elsewhere = StreamSource.type !== MP3 || "ManagedMediaSource" in globalThis;
    this.#early = (elsewhere ? DROPPED_ELSEWHERE : DROPPED) / frames.rate;
    for (const piece of this.#pieces(sound, frames)) {
      try {
        this.#append(piece, at);
      } catch (failure) {
        if (!(failure instanceof DOMException && failure.name === "QuotaExceededError")) throw failure;
        await this.#forget(run, SECONDS_BEHIND_WHEN_FULL);
        this.#append(piece, at);
      }
      await this.#settled();
    }
    return secondsOf(frames);
  }

  /** @param {BufferSource} piece @param {number} at */
  #append(piece, at) {
    if (!this.#buffer) return;
    this.#buffer.timestampOffset = at;
    this.#buffer.appendBuffer(piece);
  }

  /** What is appended for a sentence, in the form that this browser takes. @param {ArrayBuffer} sound @param {Frames} frames @returns {BufferSource[]} */
  #pieces(sound, frames) {
    if (StreamSource.type === MP3) return [sound];
    const first = this.#begun ? [] : [beginning(frames)];
    this.#begun = true;
    return [...first, fragment(sound, frames)];
  }

  /** Drop the sentences that ended more than `seconds` ago. @param {Run} run @param {number} seconds */
  async #forget(run, seconds) {
    if (run.goal) return;
    const until = this.#audio.currentTime - seconds;
    const old = run.edges.findLastIndex((edge) => edge <= until);
    if (old <= 0) return;
    run.first += old;
    run.edges.splice(0, old);
    await this.#remove(run.edges[0]);
  }

  /** @param {number} until */
  async #remove(until) {
    if (!this.#buffer?.buffered.length) return;
    this.#buffer.remove(0, until);
    await this.#settled();
  }

  /** @param {Run} run */
  async #end(run) {
    if (run === this.#run && this.#media?.readyState === "open") this.#media.endOfStream();
  }

  /** Sound that is there is played to its end first; another try follows in a while. @param {unknown} problem */
  #fail(problem) {
    if (this.#run && !this.#audio.error && this.#ahead(this.#run) > NEARLY_OUT) {
      this.#run.notBefore = performance.now() + RETRY_MS;
      return;
    }
    this.dispatchEvent(tell("fault", problem));
  }

  /** One change of the buffer at a time, in the order asked for. @param {() => Promise<void>} change */
  #inTurn(change) {
    const done = this.#turn.then(change);
    this.#turn = done.catch(() => {});
    return done;
  }

  /** @returns {Promise<void>} */
  #settled() {
    return new Promise((resolve, reject) => {
      const heard = new AbortController();
      const settle = (/** @type {Event} */ event) => {
        heard.abort();
        if (event.type === "error") reject(new Error("the sound was not understood"));
        else resolve();
      };
      this.#buffer?.addEventListener("updateend", settle, { signal: heard.signal });
      this.#buffer?.addEventListener("error", settle, { signal: heard.signal });
    });
  }
}

/** Where in the buffer a run ends. @param {Run} run */
function end(run) {
  return run.edges[run.edges.length - 1];
}
