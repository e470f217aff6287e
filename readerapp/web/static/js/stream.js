/** A source for a recording that is still being made: sentences appended to a MediaSource one after another.
 *
 * The buffer holds one run of neighbouring sentences. A jump inside the run is a seek; a jump out of it throws the
 * run away and begins another one at a later place in the buffer, so that no sound of the old one is left under the new
 * position. Times in the buffer are therefore not times in the page: `where` translates.
 */

import { SoundBuffer } from "./buffer.js";
import { calledOff, tell } from "./contract.js";

const SENTENCES_AHEAD = 4;
const SECONDS_AHEAD = 15;
const [SECONDS_BEHIND, SECONDS_BEHIND_WHEN_FULL] = [120, 5];
const NEARLY_OUT = 0.3;
const RETRY_MS = 2000;

/**
 * @typedef {import("./contract.js").SourceActs} SourceActs
 * @typedef {object} Run
 * @property {number} first sentence
 * @property {number[]} edges buffer times between its sentences
 * @property {import("./contract.js").Place | null} goal where it shall begin, until that is there
 * @property {boolean} expected whether nobody wants it yet: then its first sentence is enough
 * @property {AbortController} fetching
 * @property {boolean} busy
 * @property {number} notBefore when it may be tried again
 */

/** @implements {SourceActs} */
export class StreamSource extends EventTarget {
  #audio;
  #service;
  #count;
  /** @type {SoundBuffer | null} */
  #buffer = null;
  /** @type {Run | null} */
  #run = null;
  #behind;
  #listening = new AbortController();

  /** Whether there can be one here. */
  static get fits() {
    return Boolean(SoundBuffer.type);
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
    const [run, at] = [this.#run, this.#edge(n)];
    if (run) run.expected = false;
    if (run?.goal && run.first === n) {
      run.goal = { n, ms }; // it is on its way
    } else if (run && at !== null && this.#buffer?.holds(at + ms / 1000)) {
      run.goal = null;
      this.#jump(at + ms / 1000);
    } else this.#begin(n, ms);
    await Promise.all([this.#open().opened(), this.#fill(true)]);
  }

  /** Open what takes a moment and needs no network, and have sentence `n` in it, if any. @param {number | null} n */
  expect(n) {
    this.#open();
    if (n === null || this.#run) return;
    this.#begin(n, 0, true);
    this.#fill(true);
  }

  where() {
    const run = this.#run;
    if (!run) return null;
    if (run.goal) return run.goal;
    const heard = this.#audio.currentTime + (this.#buffer?.early ?? 0);
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

  #open() {
    this.#buffer ??= new SoundBuffer(this.#audio);
    return this.#buffer;
  }

  /** The buffer time at which sentence `n` begins, or null where the run does not hold it. @param {number} n */
  #edge(n) {
    const { first, edges } = this.#run ?? { first: 0, edges: [] };
    return n >= first && n - first < edges.length - 1 ? edges[n - first] : null;
  }

  /** Begin a run at sentence `n`: `edges` are the buffer times between its sentences. @param {number} n @param {number} ms */
  #begin(n, ms, expected = false) {
    const [before, buffer] = [this.#run, this.#open()];
    before?.fetching.abort();
    if (before) buffer.inTurn(() => buffer.remove(Infinity)).catch(() => {}); // what follows fails as well, and is told
    this.#run = {
      first: n,
      edges: [before ? Math.ceil(end(before)) + 1 : 0],
      goal: { n, ms },
      expected,
      fetching: new AbortController(),
      busy: false,
      notBefore: 0,
    };
  }

  /** Append sentences until enough is ahead of the ear; `now` tries again at once after a failure. */
  async #fill(now = false) {
    const run = this.#run;
    if (!run || run.busy || (!now && performance.now() < run.notBefore)) return;
    run.busy = true;
    try {
      while (run === this.#run && this.#hungry(run)) await this.#appendNext(run);
      const whole = run === this.#run && this.#next(run) === this.#count;
      if (whole) await this.#open().inTurn(async () => this.#end(run));
    } catch (failure) {
      if (run === this.#run && !calledOff(failure)) this.#fail(failure);
    } finally {
      run.busy = false;
    }
  }

  /** @param {Run} run */
  #end(run) {
    if (run === this.#run) this.#open().end();
  }

  /** @param {Run} run */
  #next(run) {
    return run.first + run.edges.length - 1;
  }

  /** @param {Run} run */
  #hungry(run) {
    if (this.#next(run) >= this.#count || (run.expected && run.edges.length > 1)) return false;
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
    const buffer = this.#open();
    await buffer.inTurn(async () => {
      if (run !== this.#run) return;
      await this.#forget(run, this.#behind);
      const at = end(run);
      const seconds = await buffer.put(sound, at, () => this.#forget(run, SECONDS_BEHIND_WHEN_FULL));
      run.edges.push(at + seconds);
      this.dispatchEvent(tell("sound", { n, ms: seconds * 1000 }));
      if (run.goal) this.#arrive(run);
    });
  }

  /** @param {Run} run */
  #arrive(run) {
    const to = run.edges[0] + (run.goal?.ms ?? 0) / 1000;
    run.goal = null;
    this.#jump(to);
  }

  /** @param {number} to */
  #jump(to) {
    if (to !== this.#audio.currentTime) this.#audio.currentTime = to; // a seek to where it is costs a moment too
  }

  /** Drop the sentences that ended more than `seconds` ago. @param {Run} run @param {number} seconds */
  async #forget(run, seconds) {
    if (run.goal) return;
    const until = this.#audio.currentTime - seconds;
    const old = run.edges.findLastIndex((edge) => edge <= until);
    if (old <= 0) return;
    run.first += old;
    run.edges.splice(0, old);
    await this.#open().remove(run.edges[0]);
  }

  /** Sound that is there is played to its end first; another try follows in a while. @param {unknown} problem */
  #fail(problem) {
    if (this.#run && !this.#audio.error && this.#ahead(this.#run) > NEARLY_OUT) {
      this.#run.notBefore = performance.now() + RETRY_MS;
      return;
    }
    this.dispatchEvent(tell("fault", problem));
  }
}

/** Where in the buffer a run ends. @param {Run} run */
function end(run) {
  return run.edges[run.edges.length - 1];
}
