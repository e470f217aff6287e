/** A MediaSource that sentences are appended to: opened once, changed one thing at a time, not waited for without an end. */

import { beginning, fragment, framesOf, TYPE as MP4, secondsOf } from "./fragments.js";

const MP3 = "audio/mpeg";
const OPENS_MS = 10_000;
const EDGE = 0.05;
/** Samples that a browser drops where it begins to decode what was appended: so much earlier is all that follows. Chromium
 * drops the delay of encoder and decoder; Firefox, and WebKit, which has a managed MediaSource, the decoder's. */
const [DROPPED, DROPPED_ELSEWHERE] = [1105, 529];

/** @typedef {import("./fragments.js").Frames} Frames */

export class SoundBuffer {
  /** How many seconds before its time in the buffer sound is heard. */
  early = 0;
  /** @type {SourceBuffer | null} */
  #buffer = null;
  #media;
  #type;
  #begun = false;
  #audio;
  #address;
  #opening;
  /** @type {Promise<void>} */
  #turn;
  /** Whether one did not open here, though it should. */
  static #unfit = false;

  /** Where there is a managed MediaSource it comes first: iPhones have no other. @returns {typeof MediaSource | undefined} */
  static get media() {
    return Reflect.get(globalThis, "ManagedMediaSource") ?? globalThis.MediaSource;
  }

  /** The form in which this browser's MediaSource takes MP3, if any. */
  static get type() {
    if (SoundBuffer.#unfit) return undefined;
    return [MP3, MP4].find((type) => SoundBuffer.media?.isTypeSupported(type));
  }

  /** @param {HTMLAudioElement} audio is given what is appended, from now on */
  constructor(audio) {
    const { media: Media, type } = SoundBuffer;
    if (!Media || !type) throw new Error("no MediaSource takes MP3 here");
    const media = new Media();
    this.#media = media;
    this.#type = type;
    this.#audio = audio;
    const address = URL.createObjectURL(media);
    this.#address = address;
    this.#opening = new Promise((resolve) => media.addEventListener("sourceopen", resolve, { once: true })).then(() => {
      URL.revokeObjectURL(address);
      this.#buffer = media.addSourceBuffer(type);
    });
    this.#turn = this.#opening.catch(() => {}); // told where it is waited for
    audio.disableRemotePlayback = true; // a managed one opens only where nothing is sent to another device
    audio.src = address;
    audio.preload = "auto"; // no sooner, or the whole page would be fetched; now there is nothing to fetch, and it opens
  }

  /** Rejects where it does not open in a while; none is tried again then, unless the element had got another source. */
  async opened() {
    let timer = 0;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("it does not open")), OPENS_MS);
    });
    try {
      await Promise.race([this.#opening, late]);
    } catch (failure) {
      SoundBuffer.#unfit ||= this.#audio.src === this.#address;
      throw failure;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether it still holds a time: a managed one lets go of sound when it likes. @param {number} time */
  holds(time) {
    const buffered = this.#buffer?.buffered;
    if (!buffered) return false;
    return Array.from({ length: buffered.length }, (_, i) => i).some(
      (i) => buffered.start(i) <= time + EDGE && time < buffered.end(i),
    );
  }

  /** One change at a time, in the order asked for. @param {() => Promise<void>} change */
  inTurn(change) {
    const done = this.#turn.then(change);
    this.#turn = done.catch(() => {});
    return done;
  }

  /** Append a sentence at a time; how many seconds it lasts. In turn only.
   * @param {ArrayBuffer} sound @param {number} at @param {() => Promise<void>} makeRoom asked where it is full */
  async put(sound, at, makeRoom) {
    const frames = framesOf(sound);
    const elsewhere = this.#type !== MP3 || "ManagedMediaSource" in globalThis;
    this.early = (elsewhere ? DROPPED_ELSEWHERE : DROPPED) / frames.rate;
    for (const piece of this.#pieces(sound, frames)) {
      try {
        await this.#append(piece, at);
      } catch (failure) {
        if (!(failure instanceof DOMException && failure.name === "QuotaExceededError")) throw failure;
        await makeRoom();
        await this.#append(piece, at);
      }
    }
    return secondsOf(frames);
  }

  /** Drop what is before a time. In turn only. @param {number} until */
  async remove(until) {
    if (!this.#buffer?.buffered.length) return;
    await this.#settled((buffer) => buffer.remove(0, until));
  }

  /** Nothing more comes, unless it is changed again. In turn only. */
  end() {
    if (this.#media.readyState === "open") this.#media.endOfStream();
  }

  /** @param {BufferSource} piece @param {number} at */
  #append(piece, at) {
    return this.#settled((buffer) => {
      buffer.timestampOffset = at;
      buffer.appendBuffer(piece);
    });
  }

  /** What is appended for a sentence, in the form that this browser takes. @param {ArrayBuffer} sound @param {Frames} frames @returns {BufferSource[]} */
  #pieces(sound, frames) {
    if (this.#type === MP3) return [sound];
    const first = this.#begun ? [] : [beginning(frames)];
    this.#begun = true;
    return [...first, fragment(sound, frames)];
  }

  /** Make a change, and return when it is made; it never is where the element has got another source meanwhile.
   * @param {(buffer: SourceBuffer) => void} change @returns {Promise<void>} */
  #settled(change) {
    const [buffer, heard] = [this.#buffer, new AbortController()];
    return new Promise((resolve, reject) => {
      if (!buffer) throw new Error("it is not open");
      const settle = (/** @type {Event} */ event) => {
        heard.abort();
        if (event.type === "updateend") resolve();
        else reject(new Error("the sound was not understood"));
      };
      for (const name of ["updateend", "error"]) buffer.addEventListener(name, settle, { signal: heard.signal });
      this.#media.addEventListener("sourceclose", settle, { signal: heard.signal });
      change(buffer);
    });
  }
}
