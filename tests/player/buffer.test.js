import assert from "node:assert/strict";
import { test } from "node:test";

/** Browsers open a MediaSource a while after an element was given it, and never where it was given another one first. */
class ClosedMedia extends EventTarget {
  static isTypeSupported = (type) => type === "audio/mpeg";
}

const LONG = 60_000;

/** The buffers of a page where no MediaSource opens, and a clock. */
async function page(context, name) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  context.mock.method(URL, "createObjectURL", () => `blob:${Math.random()}`);
  globalThis.MediaSource = ClosedMedia;
  const { SoundBuffer } = await import(`../../readerapp/web/static/js/buffer.js?${name}`);
  return SoundBuffer;
}

test("one that does not open is the last one that is tried", async (context) => {
  const SoundBuffer = await page(context, "closed");
  const opened = new SoundBuffer({}).opened();
  context.mock.timers.tick(LONG);
  await assert.rejects(opened);
  assert.equal(SoundBuffer.type, undefined);
});

test("one whose element got another source says nothing of the next", async (context) => {
  const SoundBuffer = await page(context, "replaced");
  const audio = {};
  const opened = new SoundBuffer(audio).opened();
  new SoundBuffer(audio);
  context.mock.timers.tick(LONG);
  await assert.rejects(opened);
  assert.equal(SoundBuffer.type, "audio/mpeg");
});
