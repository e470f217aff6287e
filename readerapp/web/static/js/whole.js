/** A source for a finished recording: the browser plays and seeks in one file with byte ranges. */

export class WholeSource extends EventTarget {
  #audio;
  #timeline;
  #listening = new AbortController();

  constructor(audio, address, timeline) {
    super();
    this.#audio = audio;
    this.#timeline = timeline;
    const { signal } = this.#listening;
    audio.addEventListener("ended", () => this.dispatchEvent(new Event("ended")), { signal });
    audio.addEventListener("error", () => this.dispatchEvent(new Event("fault")), { signal });
    if (audio.src !== new URL(address, document.baseURI).href) audio.src = address;
    else if (audio.error) audio.load();
  }

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
