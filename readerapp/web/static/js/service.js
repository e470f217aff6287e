/** What the player asks of the service. A failure comes as a Problem, told in the visitor's language. */

export class Problem extends Error {
  /** @param {string} title one sentence, empty where the service could not be reached; @param {string} advice */
  constructor(title = "", advice = "") {
    super(title);
    this.name = "Problem";
    this.advice = advice;
  }
}

const SOUNDS_KEPT = 40;

/** One recording: its plan, and its sentences one by one. `plan` is the address of plan.json. */
export class Service {
  #base;
  #sounds = new Map();
  #cues = new Map();

  constructor(plan) {
    this.#base = new URL(plan, document.baseURI);
  }

  plan() {
    return json(this.#base);
  }

  state() {
    return json(new URL("state.json", this.#base));
  }

  /** The MP3 frames of sentence `n`; made first if need be, however long that takes. */
  async sound(n, signal) {
    const kept = this.#sounds.get(n) ?? (await bytes(new URL(`${n}.mp3`, this.#base), signal));
    this.#sounds.delete(n);
    this.#sounds.set(n, kept);
    if (this.#sounds.size > SOUNDS_KEPT) this.#sounds.delete(this.#sounds.keys().next().value);
    return kept;
  }

  /** Length and word marks of sentence `n`. */
  async cue(n, signal) {
    const kept = this.#cues.get(n) ?? (await json(new URL(`${n}.json`, this.#base), signal));
    this.#cues.set(n, kept);
    return kept;
  }
}

async function json(address, signal) {
  return read(await answer(address, signal), (response) => response.json());
}

async function bytes(address, signal) {
  return read(await answer(address, signal), (response) => response.arrayBuffer());
}

async function answer(address, signal) {
  const response = await told(fetch(address, { signal, headers: { Accept: "*/*" } }));
  if (response.ok) return response;
  const { title, detail } = await response.json().catch(() => ({}));
  throw new Problem(title, detail);
}

function read(response, how) {
  return told(how(response));
}

/** An interrupted connection is a Problem too; only a fetch that we called off ourselves stays an AbortError. */
async function told(promise) {
  try {
    return await promise;
  } catch (failure) {
    throw failure.name === "AbortError" ? failure : new Problem();
  }
}
