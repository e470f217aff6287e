import assert from "node:assert/strict";
import { test } from "node:test";
import { beginning, fragment, framesOf, secondsOf } from "../../readerapp/web/static/js/fragments.js";

const FRAME = [0xff, 0xf3, 0x64, 0xc4]; // MPEG-2 layer III, 48 kbit/s, 24 kHz, mono: 144 bytes, 24 ms
const frames = (count) => {
  const bytes = new Uint8Array(144 * count);
  for (let n = 0; n < count; n += 1) bytes.set(FRAME, 144 * n);
  return bytes.buffer;
};

/** The boxes of an MP4 file: [name, place of what is in it, end]. */
function boxes(bytes, from = 0, to = bytes.length) {
  const found = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = from; at < to; at += view.getUint32(at)) {
    found.push([String.fromCharCode(...bytes.subarray(at + 4, at + 8)), at + 8, at + view.getUint32(at)]);
  }
  return found;
}

test("frames are counted, and last 24 ms each", () => {
  const found = framesOf(frames(5));
  assert.deepEqual(found, { sizes: [144, 144, 144, 144, 144], samples: 576, rate: 24000 });
  assert.equal(secondsOf(found), 0.12);
});

test("what is no MP3 is refused", () => {
  assert.throws(() => framesOf(new Uint8Array([1, 2, 3, 4, 5, 6]).buffer));
  assert.throws(() => framesOf(new Uint8Array([0xff, 0xf3, 0x04, 0xc4, 0, 0]).buffer), /size/);
});

test("a file begins with its type and one track", () => {
  const file = beginning(framesOf(frames(1)));
  assert.deepEqual(
    boxes(file).map(([name]) => name),
    ["ftyp", "moov"],
  );
  const [, [, from, to]] = boxes(file);
  assert.deepEqual(
    boxes(file, from, to).map(([name]) => name),
    ["mvhd", "trak", "mvex"],
  );
});

test("a fragment tells where its frames are, and holds them unchanged", () => {
  const sound = frames(3);
  const whole = fragment(sound, framesOf(sound));
  const [[, moof], [name, from, to]] = boxes(whole);
  assert.equal(name, "mdat");
  assert.deepEqual(whole.subarray(from, to), new Uint8Array(sound));
  const traf = boxes(whole, moof, from - 8).find(([found]) => found === "traf");
  const [, trun] = boxes(whole, traf[1], traf[2]).find(([found]) => found === "trun");
  const view = new DataView(whole.buffer);
  assert.equal(view.getUint32(trun + 4), 3, "frames");
  assert.equal(view.getUint32(trun + 8), from, "where the sound begins, counted from the fragment's start");
});
