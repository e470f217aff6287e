/** What the player's rooms agree on: types only.
 *
 * @typedef {{n: number, ms: number}} Place a sentence, and milliseconds into it
 * @typedef {[start: number, end: number, begin: number, finish: number]} Mark a word: code points, milliseconds
 * @typedef {{characters: number, milliseconds: number | null, block: number}} Utterance
 * @typedef {{complete: boolean, utterances: Utterance[]}} Plan
 * @typedef {{milliseconds: number, marks: Mark[]}} Cue
 * @typedef {"idle" | "waiting" | "playing" | "paused" | "fault"} State
 *
 * @typedef {object} Sounds one recording, asked sentence by sentence
 * @property {() => Promise<Plan>} plan
 * @property {() => Promise<{complete: boolean}>} state
 * @property {(n: number, signal?: AbortSignal) => Promise<ArrayBuffer>} sound
 * @property {(n: number, signal?: AbortSignal) => Promise<Cue>} cue
 *
 * @typedef {object} SourceActs what feeds the audio element
 * @property {(n: number, ms: number) => Promise<void>} seek have sentence `n` played from `ms` on
 * @property {(n: number | null) => void} [expect] have ready what takes a moment, and sentence `n`, before it is wanted
 * @property {() => Place | null} where what is heard, or is about to be
 * @property {() => void} close let go of the element and of everything that is being fetched
 *
 * @typedef {EventTarget & SourceActs} Source Events: "sound" (detail {n, ms}: a sentence has come and lasts `ms`),
 *   "waiting" (nothing to play for now), "fault" (detail: what failed, or null), "ended" (the last sentence is over).
 *
 * @typedef {object} Timers the clock that a reading goes by
 * @property {(act: () => void) => number} frame
 * @property {(act: () => void, ms: number) => number} later
 * @property {(id: number) => void} cancel both kinds
 */

/**
 * @template T
 * @param {string} name
 * @param {T} detail
 */
export function tell(name, detail) {
  return new CustomEvent(name, { detail });
}

/** @param {unknown} failure @returns whether we called it off ourselves */
export function calledOff(failure) {
  return failure instanceof Error && failure.name === "AbortError";
}

/** @param {unknown} failure @returns whether the browser plays only after a press */
export function needsPress(failure) {
  return failure instanceof DOMException && failure.name === "NotAllowedError";
}
