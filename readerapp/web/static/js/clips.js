/** A source for browsers that can append no sound to a MediaSource: one sentence after another, each its own file. */

import { calledOff, tell } from "./contract.js";
import { framesOf, secondsOf } from "./fragments.js";

/** @implements {SourceActs}
 * @typedef {import("./contract.js").SourceActs} SourceActs
 */
export class ClipSource extends EventTarget {
  #audio;
  #service;
  #count;
  #wanted;
  #n = -1;
  /** @type {import("./contract.js").Place | null} */
  #goal = null;
  #address = "";
  /** @type {ArrayBuffer | null} */
  #next = null;
  #fetching = new AbortController();
  #listening = new AbortController();

  /**
   * @param {HTMLAudioElement} audio
   * @param {import("./contract.js").Sounds} service
   * @param {number} count of sentences
   * @param {() => boolean} wanted whether there shall be sound: at the end of a file the element is paused, as by a visitor
   */
  constructor(audio, service, count, wanted) {
    super();
    this.#audio = audio;
    this.#service = service;
    this.#count = count;
    this.#wanted = wanted;
    this.#empty();
    const { signal } = this.#listening;
    audio.addEventListener("ended", () => this.#advance(), { signal });
    audio.addEventListener("error", () => audio.src && this.dispatchEvent(tell("fault", null)), { signal });
  }

  /** @param {number} n @param {number} ms */
  async seek(n, ms) {
    this.#fetching.abort();
    if (n !== this.#n) return this.#show(n, ms);
    this.#goal = null;
    this.#audio.currentTime = ms / 1000;
  }

  where() {
    return this.#goal ?? { n: Math.max(this.#n, 0), ms: this.#audio.currentTime * 1000 };
  }

  close() {
    this.#fetching.abort();
    this.#listening.abort();
    this.#empty();
  }

  #advance() {
    const n = this.#n + 1;
    if (n >= this.#count) this.dispatchEvent(new Event("ended"));
    else if (this.#next)
      this.#load(this.#next, n, 0); // in this very task: every turn of waiting would be heard
    else this.#show(n, 0);
  }

  /** @param {number} n @param {number} ms */
  async #show(n, ms) {
    this.#fetching = new AbortController();
    const { signal } = this.#fetching;
    this.#goal = { n, ms };
    this.#empty();
    this.dispatchEvent(new Event("waiting"));
    try {
      const sound = await this.#service.sound(n, signal);
      if (!signal.aborted) this.#load(sound, n, ms);
    } catch (failure) {
      if (!calledOff(failure)) this.dispatchEvent(tell("fault", failure));
    }
  }

  /** @param {ArrayBuffer} sound @param {number} n @param {number} ms */
  #load(sound, n, ms) {
    const before = this.#address;
    this.#address = URL.createObjectURL(new Blob([sound], { type: "audio/mpeg" }));
    this.#audio.src = this.#address;
    this.#audio.currentTime = ms / 1000; // zero as well: a place in a file that never came would be used for this one
    if (this.#wanted()) this.#audio.play().catch(() => {}); // a later file takes its place, or "error" tells
    if (before) URL.revokeObjectURL(before);
    this.#n = n;
    this.#goal = null;
    this.dispatchEvent(tell("sound", { n, ms: secondsOf(framesOf(sound)) * 1000 }));
    this.#fetchNext();
  }

  /** What cannot be fetched ahead is asked for again when its turn comes, and told then. */
  async #fetchNext() {
    const n = this.#n + 1;
    this.#next = null;
    if (n >= this.#count) return;
    const sound = await this.#service.sound(n).catch(() => null);
    if (n === this.#n + 1) this.#next = sound;
  }

  /** No file: whoever asks to play now waits for the next one, and does not hear the last one again. */
  #empty() {
    this.#n = -1;
    this.#next = null;
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = "";
    if (!this.#audio.hasAttribute("src")) return;
    this.#audio.removeAttribute("src");
    this.#audio.load();
  }
}
