/** A source for browsers that can append no sound to a MediaSource: one sentence after another, each its own file. */

/** @implements {Source} */
export class ClipSource extends EventTarget {
  #audio;
  #service;
  #count;
  #wanted;
  #n = -1;
  #goal = null;
  #address = "";
  #next = null;
  #fetching = new AbortController();
  #listening = new AbortController();

  /** `wanted` tells whether there shall be sound: at the end of a file the element is paused, as by a visitor. */
  constructor(audio, service, count, wanted) {
    super();
    this.#audio = audio;
    this.#service = service;
    this.#count = count;
    this.#wanted = wanted;
    this.#empty();
    const { signal } = this.#listening;
    audio.addEventListener("ended", () => this.#advance(), { signal });
    audio.addEventListener("error", () => audio.src && this.dispatchEvent(new Event("fault")), { signal });
  }

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
    else if (this.#next) this.#load(this.#next, n, 0); // in this very task: every turn of waiting would be heard
    else this.#show(n, 0);
  }

  async #show(n, ms) {
    const fetching = (this.#fetching = new AbortController());
    this.#goal = { n, ms };
    this.#empty();
    this.dispatchEvent(new Event("waiting"));
    try {
      const sound = await this.#service.sound(n, fetching.signal);
      if (!fetching.signal.aborted) this.#load(sound, n, ms);
    } catch (failure) {
      if (failure.name !== "AbortError") this.dispatchEvent(new CustomEvent("fault", { detail: failure }));
    }
  }

  #load(sound, n, ms) {
    const before = this.#address;
    this.#address = URL.createObjectURL(new Blob([sound], { type: "audio/mpeg" }));
    this.#audio.src = this.#address;
    if (ms) this.#audio.currentTime = ms / 1000;
    if (this.#wanted()) this.#audio.play().catch(() => {}); // a later file takes its place, or "error" tells
    if (before) URL.revokeObjectURL(before);
    this.#n = n;
    this.#goal = null;
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
