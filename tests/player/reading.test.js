import assert from "node:assert/strict";
import { test } from "node:test";
import { Reading } from "../../readerapp/web/static/js/reading.js";

/** What an audio element does to a reading: it plays and pauses when told, and says so. */
class Audio extends EventTarget {
  paused = true;
  ended = false;
  async play() {
    this.paused = false;
    await null; // browsers tell it later
    this.dispatchEvent(new Event("playing"));
  }
  pause() {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
  /** As at the end of a file: paused first, then ended. */
  finish() {
    this.ended = this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
}

class Source extends EventTarget {
  at = { n: 0, ms: 0 };
  async seek(n, ms) {
    this.at = { n, ms };
  }
  where() {
    return this.at;
  }
  close() {
    this.closed = true;
  }
}

function reading(lengths = [1000, 2000, 3000]) {
  const acts = [];
  const audio = new Audio();
  const source = new Source();
  const plan = {
    complete: false,
    utterances: lengths.map((milliseconds) => ({ characters: 10, milliseconds, block: 0 })),
  };
  const service = {
    plan: async () => plan,
    state: async () => ({ complete: false }),
    cue: async () => ({}),
    sound: async () => {},
  };
  const timers = { frame: (act) => acts.push(act), later: () => 1, cancel: () => {} };
  const told = [];
  const made = new Reading(audio, service, () => source, timers);
  made.addEventListener("state", () => told.push(made.state));
  return { reading: made, audio, source, told, frame: () => acts.shift()?.() };
}

test("a press waits for sound, then plays", async () => {
  const { reading: heard, told } = reading();
  await heard.play(1);
  assert.deepEqual(told, ["waiting", "playing"]);
  assert.deepEqual(heard.place, { n: 1, ms: 0 });
  assert.equal(heard.time, 1000);
});

test("the end of a file is no pause, a pause between two files is one", async () => {
  const { reading: heard, audio, source } = reading();
  await heard.play(0);
  audio.finish();
  assert.equal(heard.state, "playing");
  source.dispatchEvent(new Event("waiting"));
  assert.equal(heard.state, "waiting");
  heard.pause();
  assert.equal(heard.state, "paused");
});

test("a jump while paused stays paused, and the next press plays from there", async () => {
  const { reading: heard, source } = reading();
  await heard.play(0);
  heard.pause();
  heard.go(2, 0);
  assert.equal(heard.state, "paused");
  assert.deepEqual(source.at, { n: 0, ms: 0 });
  await heard.play();
  assert.deepEqual(source.at, { n: 2, ms: 0 });
});

test("after the last sentence it is as before the first press", async () => {
  const { reading: heard, source, told } = reading();
  await heard.play(2);
  source.dispatchEvent(new Event("ended"));
  assert.equal(told.at(-1), "idle");
  assert.deepEqual(heard.place, { n: 0, ms: 0 });
});

test("sentence by sentence it pauses before the next one, and goes on with that", async () => {
  const { reading: heard, source, frame } = reading();
  heard.single = true;
  await heard.play(0);
  frame();
  assert.equal(heard.state, "playing");
  source.at = { n: 1, ms: 10 };
  frame();
  assert.equal(heard.state, "paused");
  assert.deepEqual(heard.place, { n: 1, ms: 0 });
  await heard.play();
  frame();
  assert.equal(heard.state, "playing");
});

test("after the pause between two sentences the one that was heard is repeated, else the one that is heard", async () => {
  const { reading: heard, source, frame } = reading();
  heard.single = true;
  await heard.play(0);
  source.at = { n: 1, ms: 10 };
  frame();
  heard.repeat();
  assert.deepEqual(source.at, { n: 0, ms: 0 });
  source.at = { n: 0, ms: 700 };
  heard.repeat();
  assert.deepEqual(source.at, { n: 0, ms: 0 });
});

test("a part is played to its end and no further, also after a pause in it; then it goes on as usual", async () => {
  const { reading: heard, source, frame } = reading();
  await heard.play(0, 200, { n: 1, ms: 500 });
  assert.deepEqual(source.at, { n: 0, ms: 200 });
  heard.pause();
  await heard.play();
  source.at = { n: 1, ms: 499 };
  frame();
  assert.equal(heard.state, "playing");
  source.at = { n: 1, ms: 500 };
  frame();
  assert.equal(heard.state, "paused");
  assert.deepEqual(heard.place, { n: 1, ms: 499 });
  await heard.play();
  source.at = { n: 1, ms: 900 };
  frame();
  assert.equal(heard.state, "playing");
});

test("a fault is told, closes the source, and keeps the place", async () => {
  const { reading: heard, source } = reading();
  await heard.play(1);
  source.dispatchEvent(new CustomEvent("fault", { detail: null }));
  assert.equal(heard.state, "fault");
  assert.equal(source.closed, true);
  assert.equal(heard.place.n, 1);
});

test("a fault while nobody waits for sound is told by the next press, if it is there still", async () => {
  const { reading: heard, source, told } = reading();
  await heard.play(1);
  heard.pause();
  source.dispatchEvent(new CustomEvent("fault", { detail: null }));
  assert.equal(heard.state, "paused");
  await heard.play();
  assert.deepEqual(told, ["waiting", "playing", "paused", "waiting", "playing"]);
  assert.deepEqual(source.at, { n: 1, ms: 0 });
});

test("where the browser wants a press the place is kept for it", async () => {
  const { reading: heard, audio, source } = reading();
  await heard.play(0);
  source.at = { n: 2, ms: 100 };
  heard.pause();
  audio.play = async () => {
    throw new DOMException("no press", "NotAllowedError");
  };
  await heard.play();
  assert.equal(heard.state, "paused");
  assert.equal(heard.place.n, 2);
});

test("a page that is left pauses, lets go of the element, and goes on where it was", async () => {
  const { reading: heard, source } = reading();
  await heard.play(0);
  source.at = { n: 1, ms: 500 };
  heard.rest();
  assert.deepEqual([heard.state, source.closed], ["paused", true]);
  source.at = { n: 0, ms: 0 };
  await heard.play();
  assert.deepEqual(source.at, { n: 1, ms: 500 });
});

test("a closed reading is silent, and hears nothing of the element", async () => {
  const { reading: heard, audio, source } = reading();
  await heard.play(0);
  heard.close();
  assert.deepEqual([audio.paused, source.closed, heard.state], [true, true, "idle"]);
  await audio.play();
  assert.equal(heard.state, "idle");
});
