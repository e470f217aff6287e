/** What the player asks of the service. A failure comes as a Problem, told in the visitor's language.
 *
 * Nothing is waited for without an end: a connection may be dead without a word, as after a tunnel or a night.
 */

import { calledOff } from "./contract.js";

export class Problem extends Error {
  /** @param {string} title one sentence, empty where the service could not be reached @param {string} advice @param {string} kind */
  constructor(title = "", advice = "", kind = "") {
    super(title);
    this.name = "Problem";
    this.advice = advice;
    this.kind = kind;
  }

  /** Whether it was the way to the service that failed: another try may do, with nothing changed. */
  get unreachable() {
    return !this.message;
  }

  /** Whether the recording is no longer kept; opening its page has it made anew. */
  get forgotten() {
    return this.kind === "urn:readerapp:recording-unknown";
  }
}

/** How long what is there already may take to come, and what is made first: the service itself gives up after 60 s. */
const [PATIENCE_MS, PATIENCE_FOR_SOUND_MS] = [20_000, 75_000];
const SOUNDS_KEPT = 40;

/** One recording: its plan, and its sentences one by one. `plan` is the address of plan.json.
 * @implements {Sounds}
 * @typedef {import("./contract.js").Sounds} Sounds
 */
export class Service {
  #base;
  /** @type {Map<number, ArrayBuffer>} */
  #sounds = new Map();
  /** @type {Map<number, import("./contract.js").Cue>} */
  #cues = new Map();
  /** @type {Promise<boolean> | null} */
  #reopening = null;

  /** @param {string} plan an absolute address */
  constructor(plan) {
    this.#base = new URL(plan);
  }

  plan() {
    return this.#known(() => json(this.#base, PATIENCE_MS));
  }

  state() {
    return json(new URL("state.json", this.#base), PATIENCE_MS);
  }

  /** The MP3 frames of sentence `n`; made first if need be. @param {number} n @param {AbortSignal} [signal] */
  async sound(n, signal) {
    const kept = this.#sounds.get(n) ?? (await this.#known(() => bytes(this.#sound(n), signal)));
    this.#sounds.delete(n);
    this.#sounds.set(n, kept);
    const [oldest] = this.#sounds.keys();
    if (this.#sounds.size > SOUNDS_KEPT) this.#sounds.delete(oldest);
    return kept;
  }

  /** Length and word marks of sentence `n`. @param {number} n @param {AbortSignal} [signal] */
  async cue(n, signal) {
    const kept = this.#cues.get(n) ?? (await this.#known(() => json(this.#cue(n), PATIENCE_FOR_SOUND_MS, signal)));
    this.#cues.set(n, kept);
    return kept;
  }

  /** @param {number} n */
  #sound(n) {
    return new URL(`${n}.mp3`, this.#base);
  }

  /** @param {number} n */
  #cue(n) {
    return new URL(`${n}.json`, this.#base);
  }

  /** Ask once more for what is no longer kept, after its page was opened again: unless the page is another one by now.
   * @template T
   * @param {() => Promise<T>} ask
   */
  async #known(ask) {
    try {
      return await ask();
    } catch (failure) {
      if (!(failure instanceof Problem && failure.forgotten && (await this.#reopened()))) throw failure;
      return ask();
    }
  }

  /** Whether the page, opened again as by a visitor, has this recording: then it is planned anew. One asks for all. */
  #reopened() {
    this.#reopening ??= asked(new URL(location.href), PATIENCE_FOR_SOUND_MS, (page) => page.text(), "text/html")
      .then((page) => page.includes(this.#base.pathname))
      .catch(() => false)
      .finally(() => {
        this.#reopening = null;
      });
    return this.#reopening;
  }
}

/** @param {URL} address @param {number} patience @param {AbortSignal} [signal] @returns {Promise<any>} */
function json(address, patience, signal) {
  return asked(address, patience, (answer) => answer.json(), "*/*", signal);
}

/** @param {URL} address @param {AbortSignal} [signal] */
function bytes(address, signal) {
  const read = (/** @type {Response} */ answer) => {
    // The page on which a train's network asks for a name comes in the place of anything, and must not be kept as sound.
    if (!answer.headers.get("Content-Type")?.startsWith("audio/")) throw new Problem();
    return answer.arrayBuffer();
  };
  return asked(address, PATIENCE_FOR_SOUND_MS, read, "*/*", signal);
}

/** What an address gives. An answer that breaks off or takes too long is a Problem too, and so is one that was asked
 * for over a network that is gone; only what we called off ourselves stays an AbortError.
 * @template T
 * @param {URL} address
 * @param {number} patience
 * @param {(answer: Response) => Promise<T>} read
 * @param {string} accept
 * @param {AbortSignal} [signal]
 */
async function asked(address, patience, read, accept, signal) {
  const going = new AbortController();
  const end = () => going.abort();
  const timer = setTimeout(end, patience);
  for (const [ending, name] of /** @type {const} */ ([
    [signal, "abort"],
    [globalThis, "online"],
  ]))
    ending?.addEventListener?.(name, end, { signal: going.signal });
  if (signal?.aborted) end();
  try {
    const answer = await fetch(address, { signal: going.signal, headers: { Accept: accept } });
    if (answer.ok) return await read(answer);
    const { title, detail, type } = await answer.json().catch(() => ({}));
    throw new Problem(title, detail, type);
  } catch (failure) {
    throw failure instanceof Problem || (calledOff(failure) && signal?.aborted) ? failure : new Problem();
  } finally {
    clearTimeout(timer);
    end();
  }
}
