/** A source for a finished recording where nothing can be appended: one file, with byte ranges. */

import { tell } from "./contract.js";

/** @implements {SourceActs}
 * @typedef {import("./contract.js").SourceActs} SourceActs
 */
export class WholeSource extends EventTarget {
  #audio;
  #timeline;
  #listening = new AbortController();

  /** @param {HTMLAudioElement} audio @param {string} address @param {import("./timeline.js").Timeline} timeline */
  constructor(audio, address, timeline) {
    super();
    this.#audio = audio;
    this.#timeline = timeline;
    const { signal } = this.#listening;
    audio.addEventListener("ended", () => this.dispatchEvent(new Event("ended")), { signal });
    audio.addEventListener("error", () => this.dispatchEvent(tell("fault", null)), { signal });
    if (audio.src !== address) audio.src = address;
    else if (audio.error) audio.load();
  }

  /** @param {number} n @param {number} ms */
  async seek(n, ms) {
    this.#audio.currentTime = (this.#timeline.start(n) + ms) / 1000;
  }

  where() {
    return this.#timeline.at(this.#audio.currentTime * 1000);
  }

  close() {
    this.#listening.abort();
  }
}
