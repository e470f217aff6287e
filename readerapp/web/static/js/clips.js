/** A source for browsers that cannot append MP3 to a MediaSource: one sentence after another, each its own file. */

export class ClipSource extends EventTarget {
  #audio;
  #service;
  #count;
  #n = 0;
  #goal = null;
  #address = null;
  #fetching = new AbortController();
  #listening = new AbortController();

  constructor(audio, service, count) {
    super();
    this.#audio = audio;
    this.#service = service;
    this.#count = count;
    audio.removeAttribute("src");
    audio.load();
    const { signal } = this.#listening;
    audio.addEventListener("ended", () => this.#advance(), { signal });
    audio.addEventListener("error", () => audio.src && this.dispatchEvent(new Event("fault")), { signal });
  }

  async seek(n, ms) {
    if (n === this.#n && this.#address) {
      this.#audio.currentTime = ms / 1000;
      return;
    }
    await this.#show(n, ms);
  }

  where() {
    return this.#goal ?? { n: this.#n, ms: this.#audio.currentTime * 1000 };
  }

  close() {
    this.#fetching.abort();
    this.#listening.abort();
    if (this.#address) URL.revokeObjectURL(this.#address);
  }

  async #advance() {
    if (this.#n + 1 >= this.#count) {
      this.dispatchEvent(new Event("ended"));
      return;
    }
    await this.#show(this.#n + 1, 0);
  }

  async #show(n, ms) {
    this.#fetching.abort();
    const fetching = (this.#fetching = new AbortController());
    this.#goal = { n, ms };
    try {
      this.#load(await this.#service.sound(n, fetching.signal), n, ms);
    } catch (failure) {
      if (failure.name !== "AbortError") this.dispatchEvent(new CustomEvent("fault", { detail: failure }));
    }
  }

  #load(sound, n, ms) {
    const before = this.#address;
    const going = !this.#audio.paused; // another file stops the element, and what is asked to play shall play
    this.#address = URL.createObjectURL(new Blob([sound], { type: "audio/mpeg" }));
    this.#audio.src = this.#address;
    if (ms) this.#audio.currentTime = ms / 1000;
    if (going) this.#audio.play().catch(() => {}); // a later file takes its place, or "error" tells
    if (before) URL.revokeObjectURL(before);
    this.#n = n;
    this.#goal = null;
    if (n + 1 < this.#count) this.#service.sound(n + 1).catch(() => {});
  }
}
