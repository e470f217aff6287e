/** What the player asks of the service. A failure comes as a Problem, told in the visitor's language. */

import { calledOff } from "./contract.js";

export class Problem extends Error {
  /** @param {string} title one sentence, empty where the service could not be reached @param {string} advice */
  constructor(title = "", advice = "") {
    super(title);
    this.name = "Problem";
    this.advice = advice;
  }
}

const SOUNDS_KEPT = 40;

/** One recording: its plan, and its sentences one by one. `plan` is the address of plan.json.
 * @implements {Sounds}
 * @typedef {import("./contract.js").Sounds} Sounds
 */
export class Service {
  #base;
  /** @type {Map<number, ArrayBuffer>} */
  #sounds = new Map();
  /** @type {Map<number, Promise<ArrayBuffer | undefined>>} */
  #ahead = new Map();
  /** @type {Map<number, import("./contract.js").Cue>} */
  #cues = new Map();

  /** @param {string} plan an absolute address */
  constructor(plan) {
    this.#base = new URL(plan);
  }

  plan() {
    return json(this.#base);
  }

  state() {
    return json(new URL("state.json", this.#base));
  }

  /** The MP3 frames of sentence `n`; made first if need be, however long that takes. @param {number} n @param {AbortSignal} [signal] */
  async sound(n, signal) {
    const kept = this.#sounds.get(n) ?? (await this.#ahead.get(n)) ?? (await bytes(this.#sound(n), signal));
    this.#ahead.delete(n);
    this.#sounds.delete(n);
    this.#sounds.set(n, kept);
    const [oldest] = this.#sounds.keys();
    if (this.#sounds.size > SOUNDS_KEPT) this.#sounds.delete(oldest);
    return kept;
  }

  /** Ask for a sentence that will be wanted in a moment; if it cannot be had that is told when it is. @param {number} n */
  fetchAhead(n) {
    if (this.#sounds.has(n) || this.#ahead.has(n)) return;
    const coming = bytes(this.#sound(n)).catch(() => undefined);
    this.#ahead.set(n, coming);
  }

  /** Length and word marks of sentence `n`. @param {number} n @param {AbortSignal} [signal] */
  async cue(n, signal) {
    const kept = this.#cues.get(n) ?? (await json(new URL(`${n}.json`, this.#base), signal));
    this.#cues.set(n, kept);
    return kept;
  }

  /** @param {number} n */
  #sound(n) {
    return new URL(`${n}.mp3`, this.#base);
  }
}

/** @param {URL} address @param {AbortSignal} [signal] @returns {Promise<any>} */
async function json(address, signal) {
  const response = await answer(address, signal);
  return told(response.json());
}

/** @param {URL} address @param {AbortSignal} [signal] */
async function bytes(address, signal) {
  const response = await answer(address, signal);
  return told(response.arrayBuffer());
}

/** @param {URL} address @param {AbortSignal} [signal] */
async function answer(address, signal) {
  const response = await told(fetch(address, { signal, headers: { Accept: "*/*" } }));
  if (response.ok) return response;
  const { title, detail } = await response.json().catch(() => ({}));
  throw new Problem(title, detail);
}

/** An interrupted connection is a Problem too; only a fetch that we called off ourselves stays an AbortError.
 * @template T
 * @param {Promise<T>} promise
 */
async function told(promise) {
  try {
    return await promise;
  } catch (failure) {
    throw calledOff(failure) ? failure : new Problem();
  }
}
